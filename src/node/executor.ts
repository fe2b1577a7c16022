// Where the runs of a plan are made: on worker threads when that pays, else here.
import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { runTask } from "../analysis/compare.ts";
import type { ComparisonPlan } from "../analysis/comparison.ts";
import type { RunReduction } from "../analysis/window.ts";

/** Runs below which starting workers costs more than they save. */
const fewestRunsForWorkers = 8;

/** How a plan is executed. */
export interface ExecuteOptions {
  /** Worker threads; 0 runs everything in this one. Default: one per core, none on a single core or for a few runs. */
  readonly workers?: number | undefined;
  /** Called with the number of runs done. */
  readonly onProgress: (done: number) => void;
}

/** The reductions of a plan's runs, in the order of its tasks: the same wherever they are made. */
export async function executePlan(
  plan: ComparisonPlan,
  { workers = usualWorkers(plan), onProgress }: ExecuteOptions,
): Promise<RunReduction[]> {
  // A policy of the user's own is code, which cannot be sent to a worker.
  if (workers > 0 && plan.scenarios.every(({ reproducible }) => reproducible)) {
    const { executeOnPool } = await import("./pool.ts");
    return executeOnPool(plan, workers, onProgress);
  }
  const reductions: RunReduction[] = [];
  for (const task of plan.tasks) {
    reductions.push(runTask(plan, task));
    onProgress(reductions.length);
    await turnOfEventLoop();
  }
  return reductions;
}

/** Lets signals and writes through between two runs. */
export async function turnOfEventLoop(): Promise<void> {
  await setImmediate();
}

function usualWorkers({ tasks }: ComparisonPlan): number {
  const cores = availableParallelism();
  return cores < 2 || tasks.length < fewestRunsForWorkers ? 0 : cores;
}
