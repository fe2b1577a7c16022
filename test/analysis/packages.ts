// Packages of policies for tests of attribution, and runs that are made up: what each coalition is worth is known.
import type { AttributionPlan } from "../../src/analysis/attribution.ts";
import type { RunReduction } from "../../src/analysis/window.ts";
import { metricNames } from "../../src/engine/observations.ts";
import { policies } from "../../src/scenarios/policies.ts";
import { ownPolicy } from "../scenarios/own-policy.ts";
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
    policies: Array.from({ length: count }, (_, i) => ownPolicy(undefined, { id: `idle-${i}` })),
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
