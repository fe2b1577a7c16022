// The runs of a list, one after the other. Scenarios of one seed that differ only by policies share the months before the first of
// these; the results are the same bits as without.
import { firstPolicyMonth, growTrunk, runFrom, trunkKey, type Trunk } from "../engine/branch.ts";
import type { Run } from "../engine/observations.ts";
import { simulate } from "../engine/run.ts";
import type { Scenario } from "../scenarios/scenario.ts";

/** One run of a plan, as places in the plan's lists. */
export interface RunTask {
  /** Place in the plan's scenarios, from 0. */
  readonly scenario: number;
  /** Place in the plan's seeds, from 0. */
  readonly seed: number;
}

/** What tasks refer to. */
export interface RunSource {
  readonly scenarios: readonly Scenario[];
  readonly seeds: readonly (string | number)[];
  /** Whether runs record their events. Default false. */
  readonly events?: boolean | undefined;
}

/** With fewer shared months it takes longer to mark and rewind a state than to run them again. */
const fewestSharedMonths = 12;

/** The runs of some tasks, in their order. */
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
