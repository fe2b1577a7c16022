// Many runs: what a second worker gives, and how many paired runs a minute brings.
import { planComparison } from "../src/analysis/compare.ts";
import type { ComparisonPlan } from "../src/analysis/comparison.ts";
import { executorOn } from "../src/node/executor.ts";
import type { Measure } from "./measures.ts";

/**
 * Times the same plan on one worker and on two, in turns, and once a longer one on two, as studies are: of a short one the start of
 * the workers takes a good part.
 */
export async function measureStudies(seeds: number, seedsOfLong: number): Promise<Measure[]> {
  const short = planOf(seeds);
  const seconds = [Infinity, Infinity];
  for (let turn = 0; turn < 2; turn++) {
    for (const workers of [1, 2]) {
      seconds[workers - 1] = Math.min(seconds[workers - 1], await secondsOf(short, workers));
    }
  }
  const long = planOf(seedsOfLong);
  const runsAMinute = (long.tasks.length * 60) / (await secondsOf(long, 2));
  return [
    {
      name: "two workers over one",
      value: seconds[0] / seconds[1],
      unit: "x",
      kernels: null,
      target: { bound: "at least", value: 1.8 },
    },
    {
      name: "paired runs a minute on two workers",
      value: runsAMinute,
      unit: "runs",
      kernels: null,
      target: { bound: "at least", value: 1000 },
    },
  ];
}

/** The baseline and a policy with the same seeds. */
function planOf(seeds: number): ComparisonPlan {
  return planComparison([{ id: "baseline" }, { id: "policy", policies: ["testing-centre"] }], { seeds });
}

/** Seconds that the runs of a plan take, the start of their workers included. */
async function secondsOf(plan: ComparisonPlan, workers: number): Promise<number> {
  const start = performance.now();
  await executorOn(workers)(plan);
  return (performance.now() - start) / 1000;
}
