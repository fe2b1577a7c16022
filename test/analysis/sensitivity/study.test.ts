import { describe, expect, it } from "vitest";
import { metricNames } from "../../../src/engine/observations.ts";
import { planComparison } from "../../../src/analysis/compare.ts";
import { planSensitivity, sensitivity } from "../../../src/analysis/sensitivity/study.ts";
import { defineScenario, type Scenario } from "../../../src/scenarios/scenario.ts";

const size = { population: 100, months: 36, burnInMonths: 12 };
const baseline = defineScenario({ id: "baseline", ...size });
const portal = defineScenario({ id: "portal", policies: ["mine-access-harmonisation"], ...size });

/** Reductions in which every metric is a function of parameters and seed. */
const made = (plan: ReturnType<typeof planSensitivity>, f: (x: number, seed: number) => number) =>
  plan.tasks.map(({ scenario, seed }) => ({
    fingerprint: "",
    values: metricNames.map(() =>
      f(plan.scenarios[scenario].parameters["trialMonths"] ?? 3, Number(plan.seeds[seed]) / 2 ** 32),
    ),
  }));

describe("the sensitivity of the model", () => {
  it("tells what a parameter does from what luck does", () => {
    const plan = planSensitivity(baseline, {
      method: "sobol",
      parameters: ["trialMonths", "nonIntrusiveShare"],
      samples: 256,
      replicates: 4,
    });
    const study = plan.assemble(made(plan, (months, luck) => months + 4 * luck));
    expect(study.factors).toEqual(["trialMonths", "nonIntrusiveShare", "seed"]);
    if (study.result.method !== "sobol") throw new Error("another method");
    const total = study.result.convergence[2]?.total.map(({ mean }) => mean) ?? [];
    expect(total[0]).toBeCloseTo(0.5, 1);
    expect(total[1]).toBe(0);
    expect(total[2]).toBeCloseTo(0.5, 1);
  });

  it("does not stretch to a range what one seed instead of another does", () => {
    const plan = planSensitivity(baseline, { method: "morris", parameters: ["trialMonths"], samples: 400 });
    // Two uniform values of luck differ by a third on average, and by a deviation of the root of a sixth.
    const study = plan.assemble(made(plan, (months, luck) => months / 12 + luck));
    if (study.result.method !== "morris") throw new Error("another method");
    const [months, seed] = study.result.effects;
    expect(months.sigma).toBeCloseTo(0, 9);
    expect(seed.muStar.mean).toBeCloseTo(1 / 3, 1);
    expect(seed.muStar.low).toBeLessThan(1 / 3);
    expect(seed.muStar.high).toBeGreaterThan(1 / 3);
    expect(Math.abs(seed.mu.mean)).toBeLessThan(0.1);
    expect(seed.sigma).toBeCloseTo(Math.sqrt(1 / 6), 1);
  });

  it("counts the months that a comparison of its scenarios counts, unless asked otherwise", () => {
    const early = defineScenario({
      id: "early",
      policies: [{ policy: "council", startMonth: 6 }],
      ...size,
    });
    const asked = { method: "morris", parameters: ["trialMonths"], samples: 2 } as const;
    const windowOf = (scenario: Scenario, more: Partial<Parameters<typeof planSensitivity>[1]> = {}) => {
      const { fromMonth, toMonth } = planSensitivity(scenario, { ...asked, ...more }).window;
      return [fromMonth, toMonth];
    };
    expect(windowOf(baseline)).toEqual([0, 36]);
    expect(windowOf(portal)).toEqual([24, 36]);
    expect(windowOf(portal, { of: "effect" })).toEqual([24, 36]);
    expect(windowOf(portal, { against: early })).toEqual([6, 36]);
    const compared = planComparison([portal, early], { seeds: 2 }).window;
    expect([compared.fromMonth, compared.toMonth]).toEqual([6, 36]);
    expect(windowOf(portal, { of: "effect", window: { fromMonth: 0, toMonth: 36 } })).toEqual([0, 36]);
  });

  it("runs an effect under the same parameters and seed with and without the policies", () => {
    const plan = planSensitivity(portal, {
      method: "morris",
      parameters: ["trialMonths"],
      of: "effect",
      samples: 2,
    });
    expect(plan.tasks.length).toBe(2 * 3 * 2);
    const [withPolicies, without] = plan.tasks;
    expect(withPolicies.seed).toBe(without.seed);
    expect(plan.scenarios[withPolicies.scenario].policies.length).toBe(1);
    expect(plan.scenarios[without.scenario].policies.length).toBe(0);
    expect(plan.scenarios[without.scenario].parameters).toEqual(
      plan.scenarios[withPolicies.scenario].parameters,
    );
  });

  it("holds two scenarios against each other under the same parameters and seed", () => {
    const centre = defineScenario({ id: "centre", policies: ["testing-centre"], ...size });
    const asked = { method: "morris", parameters: ["trialMonths"], samples: 2 } as const;
    const plan = planSensitivity(portal, { ...asked, against: centre });
    const [one, other] = plan.tasks.map(({ scenario }) => plan.scenarios[scenario]);
    expect([one, other].map(({ policies }) => policies.map(({ policy }) => policy.id))).toEqual([
      ["mine-access-harmonisation"],
      ["testing-centre"],
    ]);
    expect(other.parameters).toEqual(one.parameters);
    // Where both give the same function of parameters and luck, nothing drives their difference.
    const study = plan.assemble(made(plan, (months, luck) => months + luck));
    expect(study).toMatchObject({
      scenario: "portal",
      against: "centre",
      of: "effect",
      runs: plan.tasks.length,
    });
    if (study.result.method !== "morris") throw new Error("another method");
    expect(study.result.effects.map(({ muStar }) => muStar.mean)).toEqual([0, 0]);
    const level = planSensitivity(portal, asked);
    expect(level.assemble(made(level, (months) => months))).toMatchObject({ of: "level", against: null });
  });

  it("refuses to hold a scenario against itself, or against one whose runs are no pairs of its own", () => {
    const ask = (against: unknown, of?: "level") => () =>
      planSensitivity(portal, {
        method: "morris",
        parameters: ["trialMonths"],
        against: against as Scenario,
        ...(of === undefined ? {} : { of }),
      });
    expect(ask(portal)).toThrow('against: found "portal", expected another scenario than "portal"');
    expect(ask(defineScenario({ id: "long", ...size, months: 40 }))).toThrow(
      'against.months: found 40, expected 36, as "portal" has',
    );
    expect(ask("centre")).toThrow('against: found "centre", expected a scenario made by defineScenario');
    expect(ask(baseline, "level")).toThrow("expected nothing beside of: level");
  });

  it("gives the same twice, and another design for another seed", async () => {
    const options = { method: "morris", parameters: ["trialMonths"], samples: 2 } as const;
    const [first, again, other] = [
      await sensitivity(baseline, options),
      await sensitivity(baseline, options),
      await sensitivity(baseline, { ...options, seed: 2 }),
    ];
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it("names every problem", () => {
    const ask = () =>
      planSensitivity(baseline, { method: "sobol", parameters: ["trialMonth" as never], of: "effect" });
    expect(ask).toThrow('did you mean "trialMonths"?');
    expect(ask).toThrow('of: found "effect", expected a scenario with policies, or level');
  });
});
