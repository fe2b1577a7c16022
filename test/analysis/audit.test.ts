import { describe, expect, it } from "vitest";
import { auditOf, treasuryEffects } from "../../src/analysis/audit.ts";
import { resolveParameters } from "../../src/data/parameter-values.ts";
import { simulate } from "../../src/engine/run.ts";
import { auditReport } from "../../src/report/audit.ts";
import { baselineInstitutions, type Institutions } from "../../src/scenarios/institutions.ts";
import type { PolicyId } from "../../src/scenarios/policies.ts";
import type { PolicyRequest } from "../../src/scenarios/policy-request.ts";
import { defineScenario } from "../../src/scenarios/scenario.ts";

const size = { months: 50, burnInMonths: 0, population: 80 };
const scenario = defineScenario({
  id: "two",
  ...size,
  policies: [
    { policy: "transparency-mandate", startMonth: 24, rampMonths: 6, endMonth: 40 },
    { policy: "supplier-portal", startMonth: 12, rampMonths: 12 },
    { policy: "testing-centre", startMonth: 33, rampMonths: 0 },
  ],
});
const run = simulate(scenario, { seed: 3 });
const audit = auditOf(run);

describe("the audit of a run", () => {
  it("joins the months of a ramp to one change, and names the return to the baseline", () => {
    const centre = audit.changes.filter(({ policy }) => policy === "testing-centre");
    expect(centre[0]).toMatchObject({ rule: "testing.slotsPerMonth", from: 0, fromMonth: 33, toMonth: 33 });
    const feedback = audit.changes.filter(({ rule }) => rule === "information.loserFeedback");
    expect(feedback[0]).toMatchObject({ fromMonth: 24, toMonth: 29 });
    expect(feedback.at(-1)).toMatchObject({ to: feedback[0].from, fromMonth: 40, toMonth: 40 });
  });

  it("tells what is left of a rule when the last of several policies on it ends", () => {
    const under = (policies: readonly PolicyRequest[]) =>
      auditOf(simulate({ id: "shared", ...size, policies }, { seed: 1 })).changes.filter(
        ({ rule }) => rule === "information.tenderPublicity",
      );
    const portal: PolicyRequest = { policy: "supplier-portal", startMonth: 0, rampMonths: 0, endMonth: 20 };
    const mandate: PolicyRequest = {
      policy: "transparency-mandate",
      startMonth: 10,
      rampMonths: 0,
      endMonth: 30,
    };
    const { tenderPublicity } = resolveParameters();
    const found = under([portal, mandate]);
    expect(found.map(({ policy, fromMonth }) => [policy, fromMonth])).toEqual([
      ["supplier-portal", 0],
      ["supplier-portal", 10],
      ["transparency-mandate", 10],
      ["supplier-portal", 20],
      ["transparency-mandate", 20],
      ["transparency-mandate", 30],
    ]);
    expect(found.at(-1)!.to).toBe(tenderPublicity);
    // The mandate ends first: the rule falls to what the portal makes of it.
    const first = under([{ ...portal, startMonth: 15, endMonth: 45 }, mandate]);
    const end = first.find(({ policy, fromMonth }) => policy === "transparency-mandate" && fromMonth === 30)!;
    const left = first
      .filter(({ policy, fromMonth }) => policy === "supplier-portal" && fromMonth <= 30)
      .at(-1)!;
    expect(end.to).toBe(left.to);
    expect(end.to).toBeGreaterThan(tenderPublicity);
  });

  it("is the same, as are the events of the run, in whatever order the policies stand", () => {
    const told = (policies: readonly PolicyId[]) => {
      const requests = policies.map((policy) => ({ policy, startMonth: 3 }));
      const { events, ...rest } = simulate(
        { id: "ordered", ...size, months: 12, policies: requests },
        { seed: 1, events: true },
      );
      return [auditOf(rest), events];
    };
    expect(told(["transparency-mandate", "council", "supplier-portal"])).toEqual(
      told(["supplier-portal", "transparency-mandate", "council"]),
    );
  });

  it("gives JSON Patches from which the rules of any month can be made", () => {
    const rulesFrom = (month: number): Institutions => {
      const rules = structuredClone(baselineInstitutions(resolveParameters()));
      const ids = [...new Set(audit.patches.map(({ policy }) => policy))].sort();
      for (const id of ids) {
        const latest = audit.patches.findLast((entry) => entry.policy === id && entry.month <= month);
        for (const { path, value } of latest?.operations ?? []) {
          const [branch, name] = path.slice(1).split("/");
          (rules as unknown as Record<string, Record<string, unknown>>)[branch][name] = value;
        }
      }
      return rules;
    };
    // Both policies raise it: the higher holds, then the one that stays.
    expect(rulesFrom(29).information.tenderPublicity).toBeGreaterThan(0.3);
    expect(rulesFrom(45).information.tenderPublicity).toBeLessThan(0.3);
    expect(rulesFrom(45).information.tenderPublicity).toBeGreaterThan(0.1);
    expect(rulesFrom(11)).toEqual(baselineInstitutions(resolveParameters()));
  });

  it("splits public money into fixed and per use, which add up to what was paid", () => {
    for (const { fixedUsd, perUseUsd, paidUsd } of audit.costs) {
      expect(fixedUsd + perUseUsd).toBeCloseTo(paidUsd, 6);
    }
    const paid = audit.costs.reduce((sum, { paidUsd }) => sum + paidUsd, 0);
    expect(paid).toBeCloseTo(
      run.metrics.publicCostUsd.reduce((sum, usd) => sum + usd, 0),
      2,
    );
    const centre = audit.costs.find(({ policy }) => policy === "testing-centre")!;
    expect(centre.fixedUsd).toBeCloseTo((3_000_000 / 12) * (scenario.months - 33), 2);
  });

  it("tells what each policy costs and gives back in tax by leaving it out", async () => {
    const effects = await treasuryEffects(scenario, { seed: 3 });
    expect(effects.map(({ policy }) => policy)).toEqual(scenario.policies.map(({ policy }) => policy.id));
    const without = simulate(
      {
        id: "one",
        ...size,
        policies: scenario.policies.filter(({ policy }) => policy.id !== "testing-centre"),
      },
      { seed: 3 },
    );
    const yearly = (series: readonly number[]) =>
      series.reduce((sum, usd) => sum + usd, 0) / (size.months / 12);
    const centre = effects.find(({ policy }) => policy === "testing-centre")!;
    expect(centre.costUsdPerYear).toBeCloseTo(
      yearly(run.metrics.publicCostUsd) - yearly(without.metrics.publicCostUsd),
      3,
    );
    expect(centre.taxesUsdPerYear).toBeCloseTo(
      yearly(run.metrics.taxesUsd) - yearly(without.metrics.taxesUsd),
      3,
    );
    expect(auditReport(audit, effects, {})).toMatch(
      /testing-centre +testing.slotsPerMonth +0 +0\.\d+ +October 2019/,
    );
  });
});
