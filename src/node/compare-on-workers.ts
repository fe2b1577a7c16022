// A comparison on worker threads.
import { refuseIfAny } from "../errors.ts";
import { followProblems, optionsProblems } from "../analysis/asked.ts";
import type { FollowOptions } from "../analysis/follow-options.ts";
import { planComparison, type CompareOptions } from "../analysis/compare.ts";
import { assembleComparison, type Comparison } from "../analysis/comparison.ts";
import type { Scenario, ScenarioInput } from "../scenarios/scenario.ts";
import { executorOn } from "./executor.ts";

/** How scenarios are compared, and on what. */
export interface CompareOnWorkersOptions extends Omit<CompareOptions, "onProgress">, FollowOptions {
  /** Worker threads; 0 makes every run in this one. Default: one per core, none on a single core or for a few runs. */
  readonly workers?: number;
  /**
   * Where worker.js of this package is, with worker-entry.cjs beside it; for programs that bundle this package into a file
   * elsewhere.
   */
  readonly workerUrl?: URL;
}

/**
 * What `compare` gives, the same bits, made on worker threads.
 *
 * @throws InputError as `compare`.
 */
export async function compareOnWorkers(
  scenarios: readonly (Scenario | ScenarioInput)[],
  options: CompareOnWorkersOptions,
): Promise<Comparison> {
  refuseIfAny("a comparison", optionsProblems(options, "the seeds"));
  refuseIfAny("a comparison", followProblems(options));
  const { workers, workerUrl, onProgress, signal, ...asked } = options;
  const plan = planComparison(scenarios, asked);
  const reductions = await executorOn(workers, workerUrl)(plan, { onProgress, signal });
  return assembleComparison(plan, reductions);
}
