import { describe, expect, it } from "vitest";
import { metricNames } from "../../../src/engine/observations.ts";
import { planSensitivity, sensitivity } from "../../../src/analysis/sensitivity/study.ts";
import { defineScenario } from "../../../src/scenarios/scenario.ts";

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
      planSensitivity(baseline, { method: "sobol", parameters: ["trialMonth"], of: "effect" });
    expect(ask).toThrow('did you mean "trialMonths"?');
    expect(ask).toThrow('of: found "effect", expected a scenario with policies, or level');
  });
});
