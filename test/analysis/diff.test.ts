import { describe, expect, it } from "vitest";
import { diffRuns } from "../../src/analysis/diff.ts";
import { simulate } from "../../src/engine/run.ts";
import { diffReport } from "../../src/report/diff.ts";

const size = { months: 24, burnInMonths: 12, population: 60 };
const baseline = simulate({ id: "baseline", ...size }, { seed: 1, events: true });
const portal = simulate(
  { id: "portal", ...size, policies: [{ policy: "supplier-portal", startMonth: 2 }] },
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
    expect(report).toMatch(/The first decision that differs is of \w+ 201[78]/);
    expect(report).toMatch(/^ *not-informed +[\d,]+ +[\d,]+$/m);
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
