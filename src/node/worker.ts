// What a worker thread does: it makes the plan's scenarios again and runs the tasks that it is sent.
import { workerData } from "piscina";
import { runTasks } from "../analysis/executor.ts";
import type { RunTask } from "../analysis/whole-runs.ts";
import type { RunReduction } from "../analysis/window.ts";
import type { PlanRecord } from "./pool.ts";
import { scenarioOf } from "../scenarios/scenario-record.ts";

const { scenarios, ...rest } = workerData as PlanRecord;
const plan = { ...rest, scenarios: scenarios.map(scenarioOf) };

/** The reductions of a batch of tasks, in its order. */
export function runBatch(batch: readonly RunTask[]): RunReduction[] {
  return [...runTasks(plan, batch)];
}
