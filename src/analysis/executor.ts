// Where runs are made is nobody's business: a plan says which, an executor makes them, and the results are the same bits.
import type { Run } from "../engine/observations.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import type { FollowOptions } from "./follow-options.ts";
import { readRun, type ReadingName } from "./readings.ts";
import { wholeRuns, type RunTask } from "./whole-runs.ts";
import { reduceRun, type RunReduction, type Window } from "./window.ts";

/** Runs to be made, and the months of them that count. */
export interface RunPlan {
  /** Scenarios that tasks name by their place. */
  readonly scenarios: readonly Scenario[];
  /** Seeds that tasks name by their place. */
  readonly seeds: readonly (string | number)[];
  /** Months that count, the same for all runs. */
  readonly window: Window;
  /** What is read of each run beyond its metrics. Default: nothing. */
  readonly reading?: ReadingName | undefined;
  /**
   * The runs, in the order in which their reductions are handed over; all scenarios of a seed together where runs are to be
   * paired.
   */
  readonly tasks: readonly RunTask[];
}

/** How an execution is followed by what a study was asked with. */
export function followedBy({ onProgress, signal }: FollowOptions): ExecuteOptions {
  return { onProgress, signal };
}

/** How an execution is followed. */
export interface ExecuteOptions extends FollowOptions {
  /**
   * Called with what runs gave as they end, before `onProgress`: the reductions of so many tasks of the plan, from one on. An executor
   * may leave it; what it hands over at the end is the same.
   */
  readonly onRuns?: ((from: number, reductions: readonly RunReduction[]) => void) | undefined;
}

/** Makes the runs of a plan and hands over their reductions in the order of its tasks: in process, on workers, anywhere. */
export type Executor = (plan: RunPlan, options?: ExecuteOptions) => Promise<readonly RunReduction[]>;

function reduce({ window, reading }: Omit<RunPlan, "tasks">, run: Run): RunReduction {
  const reduction = reduceRun(run, window);
  return reading === undefined ? reduction : { ...reduction, reading: readRun(reading, run, window) };
}

/** The runs of some tasks, in their order, reduced. */
export function* runTasks(plan: Omit<RunPlan, "tasks">, tasks: readonly RunTask[]): Generator<RunReduction> {
  for (const run of wholeRuns(plan, tasks)) yield reduce(plan, run);
}

/** Makes the runs one after the other, here; it works in browsers too. */
export const executeHere: Executor = async (plan, { onProgress, onRuns, signal } = {}) => {
  const reductions: RunReduction[] = [];
  signal?.throwIfAborted();
  for (const reduction of runTasks(plan, plan.tasks)) {
    onRuns?.(reductions.length, [reduction]);
    reductions.push(reduction);
    onProgress?.(reductions.length, plan.tasks.length);
    await turnOfEventLoop();
    signal?.throwIfAborted();
  }
  return reductions;
};

/** An executor for plans that follow one another, each made when those before it are known: who follows hears of all of them. */
export function inStages(execute: Executor, { onProgress, signal }: FollowOptions): Executor {
  let before = 0;
  return async (plan, { onRuns } = {}) => {
    // An executor of the user's own may know of no signal.
    signal?.throwIfAborted();
    const total = before + plan.tasks.length;
    const reductions = await execute(plan, {
      onRuns,
      signal,
      onProgress: onProgress === undefined ? undefined : (done) => onProgress(before + done, total),
    });
    before = total;
    return reductions;
  };
}

/** Lets signals, writes and painting through between two runs. */
export async function turnOfEventLoop(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}
