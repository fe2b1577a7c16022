// Where the runs of a plan are made: on worker threads when that pays, else here.
import { availableParallelism } from "node:os";
import { executeHere, type Executor, type RunPlan } from "../analysis/executor.ts";
import { refuseIfAny, type Problem } from "../errors.ts";

/** Runs below which starting workers costs more than they save. */
const fewestRunsForWorkers = 8;

/**
 * An executor on so many worker threads; 0 makes every run in this one. Default: one per core, none on a single core or
 * for a few runs. A policy of the user's own is code, which cannot be sent to a worker: such plans run here.
 *
 * @param workerUrl Where worker.js of this package is, with worker-entry.cjs beside it; for programs that bundle this package into a
 * file elsewhere.
 * @throws InputError for what is no number of threads.
 */
export function executorOn(workers?: number, workerUrl?: URL): Executor {
  refuseIfAny("an executor", workersProblems(workers));
  return async (plan, options = {}) => {
    const threads = workersFor(plan, workers);
    if (threads === 0) return executeHere(plan, options);
    const { executeOnPool } = await import("./pool.ts");
    return executeOnPool(plan, threads, options, workerUrl);
  };
}

/** Worker threads for runs: as many as asked for, or the usual number; none where a scenario is code. */
export function workersFor(
  { scenarios, tasks }: Pick<RunPlan, "scenarios" | "tasks">,
  asked: number | undefined,
): number {
  if (!scenarios.every(({ reproducible }) => reproducible)) return 0;
  // More threads than runs would only start and wait.
  if (asked !== undefined) return Math.min(asked, tasks.length);
  const cores = availableParallelism();
  return cores < 2 || tasks.length < fewestRunsForWorkers ? 0 : cores;
}

/** A problem where a value, if given, is no number of threads. */
export function workersProblems(workers: unknown): Problem[] {
  if (workers === undefined || (Number.isSafeInteger(workers) && (workers as number) >= 0)) return [];
  return [{ path: "workers", value: workers, expected: "a whole number of threads; 0 for this one alone" }];
}
