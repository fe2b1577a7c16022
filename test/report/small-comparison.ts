import { planComparison } from "../../src/analysis/compare.ts";
import { assembleComparison } from "../../src/analysis/comparison.ts";
import { assembleDetails, withDetails } from "../../src/analysis/details/details.ts";
import { runTasks } from "../../src/analysis/executor.ts";
import { defineScenario } from "../../src/scenarios/scenario.ts";

const size = { population: 60, months: 36, burnInMonths: 0 };

/** A title that no page may take for markup. */
export const hostile = `</svg><script>alert("1")</script>`;

/** A scenario of two policies, and a small comparison of real runs with it: what is of no matter to a test is taken from there. */
export const both = defineScenario({
  id: "both",
  title: hostile,
  policies: [
    { policy: "challenge-portal", startMonth: 3 },
    { policy: "testing-centre", startMonth: 3 },
  ],
  ...size,
});
const plan = withDetails(planComparison([{ id: "baseline", ...size }, both], { seeds: 2 }));
const reductions = [...runTasks(plan, plan.tasks)];
export const comparison = assembleComparison(plan, reductions);
export const details = assembleDetails(plan, reductions);
