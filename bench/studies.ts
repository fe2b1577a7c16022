// Many runs: what a second worker gives, and how many paired runs a minute brings.
import { planComparison } from "../src/analysis/compare.ts";
import { executorOn } from "../src/node/executor.ts";
import type { Measure } from "./measures.ts";

/** Times the same plan on one worker and on two, in turns, their start included. */
export async function measureStudies(seeds: number): Promise<Measure[]> {
  const plan = planComparison([{ id: "baseline" }, { id: "policy", policies: ["testing-centre"] }], {
    seeds,
  });
  const seconds = [Infinity, Infinity];
  for (let turn = 0; turn < 2; turn++) {
    for (const workers of [1, 2]) {
      const start = performance.now();
      await executorOn(workers)(plan);
      seconds[workers - 1] = Math.min(seconds[workers - 1], (performance.now() - start) / 1000);
    }
  }
  const [one, two] = seconds;
  return [
    {
      name: "two workers over one",
      value: one / two,
      unit: "x",
      kernels: null,
      target: { bound: "at least", value: 1.8 },
    },
    {
      name: "paired runs a minute on two workers",
      value: (plan.tasks.length * 60) / two,
      unit: "runs",
      kernels: null,
      target: { bound: "at least", value: 1000 },
    },
  ];
}
