// Where runs are made is nobody's business: a plan says which, an executor makes them, and the results are the same bits.
import { firstPolicyMonth, growTrunk, runFrom, trunkKey, type Trunk } from "../engine/branch.ts";
import type { Run } from "../engine/observations.ts";
import { simulate } from "../engine/run.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import { readRun, type ReadingName } from "./readings.ts";
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
  /** What is read of each run beyond its metrics. Default: nothing. */
  readonly reading?: ReadingName | undefined;
  /** In this order; all scenarios of a seed together where runs are to be paired. */
  readonly tasks: readonly RunTask[];
}

/** What tasks refer to. */
export interface RunSource extends Pick<RunPlan, "scenarios" | "seeds"> {
  /** Whether runs record their events. Default false. */
  readonly events?: boolean | undefined;
}

/** How an execution is followed. */
export interface ExecuteOptions {
  /** Called as runs end, with how many have ended. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Makes the runs of a plan and hands over their reductions in the order of its tasks: in process, on workers, anywhere. */
export type Executor = (plan: RunPlan, options?: ExecuteOptions) => Promise<readonly RunReduction[]>;

/** One run of a plan, reduced. */
export function runTask(plan: Omit<RunPlan, "tasks">, task: RunTask): RunReduction {
  return reduce(plan, simulate(plan.scenarios[task.scenario], { seed: plan.seeds[task.seed] }));
}

function reduce({ window, reading }: Omit<RunPlan, "tasks">, run: Run): RunReduction {
  const reduction = reduceRun(run, window);
  return reading === undefined ? reduction : { ...reduction, reading: readRun(reading, run, window) };
}

/** A months' worth below which sharing a trunk is not worth a copy of the state. */
const fewestSharedMonths = 12;

/**
 * The runs of some tasks, in their order, one after the other. Scenarios of one seed that differ only by policies share the
 * months before the first of these; the results are the same bits as without.
 */
export function* runTasks(plan: Omit<RunPlan, "tasks">, tasks: readonly RunTask[]): Generator<RunReduction> {
  for (const run of wholeRuns(plan, tasks)) yield reduce(plan, run);
}

/** The same runs before they are reduced. */
export function* wholeRuns(plan: RunSource, tasks: readonly RunTask[]): Generator<Run> {
  let trunk: Trunk | null = null;
  for (const [index, task] of tasks.entries()) {
    const scenario = plan.scenarios[task.scenario];
    const seed = plan.seeds[task.seed];
    const key = trunkKey(scenario);
    if (trunk?.key !== key || trunk.seed !== seed) trunk = trunkFor(plan, tasks.slice(index), key);
    yield trunk === null
      ? simulate(scenario, { seed, events: plan.events === true })
      : runFrom(trunk, scenario);
  }
}

/** The trunk of the tasks that follow one another with one seed and the same content but for policies; null for one alone. */
function trunkFor(plan: RunSource, tasks: readonly RunTask[], key: string): Trunk | null {
  const { seed } = tasks[0];
  const differs = tasks.findIndex(
    (task) => task.seed !== seed || trunkKey(plan.scenarios[task.scenario]) !== key,
  );
  const sharing = (differs < 0 ? tasks : tasks.slice(0, differs)).map(
    ({ scenario }) => plan.scenarios[scenario],
  );
  const month = Math.min(...sharing.map(firstPolicyMonth));
  const [first] = sharing;
  if (sharing.length < 2 || month + first.burnInMonths < fewestSharedMonths) return null;
  return growTrunk(first, plan.seeds[seed], month, plan.events === true);
}

/** Makes the runs one after the other, here; it works in browsers too. */
export const executeHere: Executor = async (plan, { onProgress } = {}) => {
  const reductions: RunReduction[] = [];
  for (const reduction of runTasks(plan, plan.tasks)) {
    reductions.push(reduction);
    onProgress?.(reductions.length, plan.tasks.length);
    await turnOfEventLoop();
  }
  return reductions;
};

/** Lets signals, writes and painting through between two runs. */
export async function turnOfEventLoop(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}
