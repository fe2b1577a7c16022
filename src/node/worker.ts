// What a worker thread does: it makes the scenarios of a batch again and runs its tasks.
import { runTasks } from "../analysis/executor.ts";
import type { RunReduction } from "../analysis/window.ts";
import { scenarioOf } from "../scenarios/scenario-record.ts";
import type { BatchRecord } from "./pool.ts";

/** The reductions of a batch of tasks, in its order. */
export function runBatch({ scenarios, tasks, ...plan }: BatchRecord): RunReduction[] {
  return [...runTasks({ ...plan, scenarios: scenarios.map(scenarioOf) }, tasks)];
}
