import { describe, expect, it } from "vitest";
import { diffRuns } from "../../src/analysis/diff.ts";
import { simulate } from "../../src/engine/run.ts";
import type { Run } from "../../src/engine/observations.ts";
import { diffReport } from "../../src/report/diff.ts";

const size = { months: 24, burnInMonths: 12, population: 60 };
const baseline = simulate({ id: "baseline", ...size }, { seed: 1, events: true });
const portal = simulate(
  { id: "portal", ...size, policies: [{ policy: "supplier-portal", startMonth: 2 }] },
  { seed: 1, events: true },
);

/** US$ that a firm gets for its own work, month by month: a contract's until it ended, a part's until its holder took it over. */
function workByHand({ events = [], manifest }: Run, supplier: number): number {
  let usd = 0;
  for (let month = 0; month < manifest.months; month++) {
    const over = (type: string, contract: number, part?: number) =>
      events.some(
        (event) =>
          event.type === type &&
          event.month < month &&
          (event as { contract?: number }).contract === contract &&
          (part === undefined || (event as { supplier?: number }).supplier === part),
      );
    for (const event of events) {
      if (event.type !== "contract" || month < event.startMonth || month >= event.endMonth) continue;
      const parts = event.subcontractors;
      if (event.supplier !== supplier && parts.every((part) => part.supplier !== supplier)) continue;
      if (over("contract-ended", event.contract)) continue;
      for (const part of parts) {
        if (over("subcontract-ended", event.contract, part.supplier)) continue;
        if (part.supplier === supplier) usd += part.priceUsdPerMonth;
        if (event.supplier === supplier) usd -= part.priceUsdPerMonth;
      }
      if (event.supplier === supplier) usd += event.priceUsdPerMonth;
    }
  }
  return usd;
}

const byDirectWork = (a: Run["suppliers"][number], b: Run["suppliers"][number]) =>
  b.directWorkUsdPerMonth - a.directWorkUsdPerMonth;

const rule = simulate(
  { id: "rule", ...size, policies: [{ policy: "local-content-rule", startMonth: 2, rampMonths: 0 }] },
  { seed: 1, events: true },
);

describe("the difference of two runs", () => {
  it("is none for a run and its repetition under another name", () => {
    const again = diffRuns(baseline, simulate({ id: "again", ...size }, { seed: 1, events: true }));
    expect(again).toMatchObject({ identical: true, decision: null, metricsDiffer: null });
    expect(again.onlyInFirst).toEqual([]);
    expect(diffReport(again)).toContain("The runs are identical");
  });

  it("begins with the first decision that differs, all before it being the same", () => {
    const diff = diffRuns(baseline, portal);
    const { decision } = diff;
    expect(diff.identical).toBe(false);
    expect(decision?.month).toBeGreaterThanOrEqual(2);
    const before = (run: typeof baseline) =>
      run.events?.filter(
        ({ type, month }) =>
          type !== "policy-changed" && type !== "public-payment" && month < decision!.month,
      );
    expect(before(portal)).toEqual(before(baseline));
    expect(decision?.first).not.toEqual(decision?.second);
    expect(diff.years.map(({ year }) => year)).toEqual([2017, 2018]);
    const report = diffReport(diff);
    expect(report).toContain('"portal" against "baseline", both of seed 1.');
    expect(report).toMatch(
      /The first decision that differs is of \w+ 201[78] \(month \d+\), in the phase of \w+\./,
    );
    expect(report).toMatch(/^ *not-informed +[\d,]+ +[\d,]+$/m);
  });

  it("tells of each firm what it gained or lost by the end, from the contracts of both runs", () => {
    const diff = diffRuns(baseline, rule);
    const { gained, lost, equal, changed } = diff.firms;
    expect(gained).toBeGreaterThan(0);
    expect(lost).toBeGreaterThan(0);
    const names = new Set([...baseline.suppliers, ...rule.suppliers].map(({ name }) => name));
    expect(gained + lost + equal).toBe(names.size);
    const works = changed.map(({ workUsd }) => workUsd);
    expect(works).toEqual(works.toSorted((a, b) => b - a));
    const { name, first, second } = changed[0];
    for (const [run, outcome] of [
      [baseline, first],
      [rule, second],
    ] as const) {
      const firm = run.suppliers.find((each) => each.name === name);
      expect(outcome?.technical).toBe(firm?.technical);
      expect(outcome?.contracts).toBe(firm!.directContracts + firm!.subcontracts);
      expect(outcome?.workUsd).toBeCloseTo(workByHand(run, firm!.id), 3);
    }
    const report = diffReport(diff).replaceAll(/\s+/g, " ");
    expect(report).toContain(`Agreed work by the end: more under "rule"`);
    expect(report).toContain(changed[0].name);
    expect(report).toContain(changed.at(-1)!.name);
  });

  it("takes a change of government for no decision: it names the policies that were asked for", () => {
    const policies = [{ policy: "certification-support" as const, startMonth: 2, strength: 0.001 }];
    const shocks = [{ kind: "change-of-government" as const, month: 6 }];
    const [one, other] = [[], policies].map((asked, i) =>
      simulate(
        { id: `government-${i}`, ...size, months: 9, policies: asked, shocks },
        { seed: 1, events: true },
      ),
    );
    const changes = (run: Run) => run.events?.filter(({ type }) => type === "government-changed").length;
    expect(changes(one)).not.toBe(changes(other));
    const diff = diffRuns(one, other);
    expect(diff.decision).toBeNull();
    expect(diff.metricsDiffer?.metrics).toEqual(["publicCostUsd"]);
    expect(diffReport(diff).replaceAll(/\s+/g, " ")).toContain(
      "Every decision is the same; what differs is publicCostUsd.",
    );
  });

  it("counts a departed firm's contracts until they ended, and its subcontracts for those who took them over", () => {
    const holder = baseline.suppliers.filter(({ origin }) => origin === "global").toSorted(byDirectWork)[0];
    const second = baseline.suppliers.toSorted((a, b) => b.subcontracts - a.subcontracts)[0];
    const shocks = [holder, second].map(({ name }) => ({
      kind: "supplier-exit" as const,
      supplier: name,
      month: 10,
    }));
    const left = simulate({ id: "left", ...size, shocks }, { seed: 1, events: true });
    const reasons = new Set(
      left.events?.map((event) => (event.type === "contract-ended" ? event.reason : event.type)),
    );
    expect([...reasons]).toEqual(expect.arrayContaining(["holder-left", "subcontract-ended"]));
    expect(left.suppliers[second.id]).toMatchObject({ leftMonth: 10, directContracts: 0, subcontracts: 0 });
    expect(left.suppliers[second.id].subcontractWorkUsdPerMonth).toBe(0);
    const { changed } = diffRuns(baseline, left).firms;
    expect(changed.length).toBeGreaterThan(2);
    for (const { name, second: outcome } of changed) {
      const { id } = left.suppliers.find((each) => each.name === name)!;
      expect(outcome?.workUsd, name).toBeCloseTo(workByHand(left, id), 2);
    }
  });

  it("knows firms by names, of which each firm has one of its own", () => {
    for (const { suppliers } of [baseline, portal]) {
      expect(new Set(suppliers.map(({ name }) => name)).size).toBe(suppliers.length);
    }
  });

  it("says so when all decisions are the same and only the bill is not", () => {
    const billed = simulate(
      {
        id: "billed",
        ...size,
        policies: [{ policy: "testing-centre", strength: 0, startMonth: 2, fixedCostUsdPerYear: 0 }],
      },
      { seed: 1, events: true },
    );
    expect(diffRuns(baseline, billed)).toMatchObject({ decision: null, identical: true });
  });

  it("is refused for runs that are no pair, with every reason", () => {
    const other = simulate({ id: "other", ...size, population: 70 }, { seed: 2 });
    expect(() => diffRuns(baseline, other)).toThrow(/3 problems/);
    expect(() => diffRuns(baseline, other)).toThrow(
      'second.seed: found "2", expected "1", as the first run has',
    );
    expect(() => diffRuns(baseline, other)).toThrow("expected a run made with events: true");
  });
});
