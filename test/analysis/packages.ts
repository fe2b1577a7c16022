// Packages of policies for tests of attribution, and runs that are made up: what each coalition is worth is known.
import { z } from "zod";
import type { AttributionPlan } from "../../src/analysis/attribution.ts";
import type { RunReduction } from "../../src/analysis/window.ts";
import { metricNames } from "../../src/engine/observations.ts";
import { policies } from "../../src/scenarios/policies.ts";
import { definePolicy } from "../../src/scenarios/policy.ts";
import { defineScenario } from "../../src/scenarios/scenario.ts";

export const size = { population: 100, months: 48, burnInMonths: 12 };

export const three = defineScenario({
  id: "three",
  policies: ["business-training", "challenge-portal", "mine-access-harmonisation"],
  ...size,
});

/** One policy more than are solved by all coalitions. */
export const eleven = defineScenario({ id: "many", policies: Object.values(policies).slice(0, 11), ...size });

/** A package of so many policies that change nothing. */
export const packageOf = (count: number) =>
  defineScenario({
    id: "idle",
    policies: Array.from({ length: count }, (_, i) =>
      definePolicy({
        id: `idle-${i}`,
        title: "Idle",
        pillar: "participation",
        form: "private",
        mechanism: "Does nothing.",
        source: "a test",
        settings: z.strictObject({}),
        recipe: () => undefined,
      }),
    ),
    ...size,
  });

/** Reductions of a plan whose metrics would be this value of each coalition and seed. */
export function reductionsOf(
  plan: AttributionPlan,
  value: (coalition: number, seed: number) => number,
): RunReduction[] {
  return plan.tasks.map(({ scenario, seed }) => ({
    fingerprint: "",
    values: metricNames.map(() => value(plan.coalitions[scenario], seed)),
  }));
}
