// Where the runs of a plan are made: on worker threads when that pays, else here.
import { availableParallelism } from "node:os";
import { executeHere, type Executor, type RunPlan } from "../analysis/executor.ts";

/** Runs below which starting workers costs more than they save. */
const fewestRunsForWorkers = 8;

/**
 * An executor on so many worker threads; 0 makes every run in this one. Default: one per core, none on a single core or
 * for a few runs. A policy of the user's own is code, which cannot be sent to a worker: such plans run here.
 *
 * @param workerUrl Where worker.js of this package is; for programs that bundle this package into a file elsewhere.
 */
export function executorOn(workers?: number, workerUrl?: URL): Executor {
  return async (plan, options = {}) => {
    const threads = workersFor(plan, workers);
    if (threads === 0) return executeHere(plan, options);
    const { executeOnPool } = await import("./pool.ts");
    return executeOnPool(plan, threads, options.onProgress ?? (() => undefined), workerUrl);
  };
}

/** Worker threads for runs: as many as asked for, or the usual number; none where a scenario is code. */
export function workersFor(
  { scenarios, tasks }: Pick<RunPlan, "scenarios" | "tasks">,
  asked: number | undefined,
): number {
  if (!scenarios.every(({ reproducible }) => reproducible)) return 0;
  const cores = availableParallelism();
  return asked ?? (cores < 2 || tasks.length < fewestRunsForWorkers ? 0 : cores);
}
