import { describe, expect, it } from "vitest";
import { auditOf, treasuryEffects } from "../../src/analysis/audit.ts";
import { resolveParameters } from "../../src/data/parameter-values.ts";
import { simulate } from "../../src/engine/run.ts";
import { auditReport } from "../../src/report/audit.ts";
import { baselineInstitutions, type Institutions } from "../../src/scenarios/institutions.ts";
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
    const effects = await treasuryEffects(scenario, 3);
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
