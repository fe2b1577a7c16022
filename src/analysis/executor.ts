// Where runs are made is nobody's business: a plan says which, an executor makes them, and the results are the same bits.
import { simulate } from "../engine/run.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import { reduceRun, type RunReduction, type Window } from "./window.ts";

/** One run of a plan, as places in the plan's lists. */
export interface RunTask {
  readonly scenario: number;
  readonly seed: number;
}

/** Runs to be made, and the months of them that count. */
export interface RunPlan {
  readonly scenarios: readonly Scenario[];
  readonly seeds: readonly (string | number)[];
  readonly window: Window;
  /** In this order; all scenarios of a seed together where runs are to be paired. */
  readonly tasks: readonly RunTask[];
}

/** How an execution is followed. */
export interface ExecuteOptions {
  /** Called as runs end, with how many have ended. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Makes the runs of a plan and hands over their reductions in the order of its tasks: in process, on workers, anywhere. */
export type Executor = (plan: RunPlan, options?: ExecuteOptions) => Promise<readonly RunReduction[]>;

/** One run of a plan, reduced. */
export function runTask({ scenarios, seeds, window }: Omit<RunPlan, "tasks">, task: RunTask): RunReduction {
  return reduceRun(simulate(scenarios[task.scenario], { seed: seeds[task.seed] }), window);
}

/** Makes the runs one after the other, here; it works in browsers too. */
export const executeHere: Executor = async (plan, { onProgress } = {}) => {
  const reductions: RunReduction[] = [];
  for (const task of plan.tasks) {
    reductions.push(runTask(plan, task));
    onProgress?.(reductions.length, plan.tasks.length);
    await turnOfEventLoop();
  }
  return reductions;
};

/** Lets signals, writes and painting through between two runs. */
export async function turnOfEventLoop(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}
