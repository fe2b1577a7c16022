// Runs a plan on worker threads, in batches. A run depends on its scenario and seed alone, so who runs it cannot matter.
import type { RunPlan } from "../analysis/executor.ts";
import type { RunTask } from "../analysis/whole-runs.ts";
import type { RunReduction } from "../analysis/window.ts";
import { recordOf, type ScenarioRecord } from "../scenarios/scenario-record.ts";
import { workerPool } from "./worker-pool.ts";

/** What every worker of a plan is told once. */
export interface PlanRecord {
  readonly scenarios: readonly ScenarioRecord[];
  readonly seeds: RunPlan["seeds"];
  readonly window: RunPlan["window"];
  readonly reading?: RunPlan["reading"];
}

/** Batches that each worker should get at least, so that the last leaves nobody idle for long. */
const batchesPerWorker = 4;

/** The reductions of a plan's runs, in the order of its tasks. All scenarios of the plan must be reproducible. */
export async function executeOnPool(
  { scenarios, seeds, window, reading, tasks }: RunPlan,
  workers: number,
  onProgress: (done: number, total: number) => void,
  workerUrl: URL = new URL("./worker.js", import.meta.url),
): Promise<RunReduction[]> {
  const workerData: PlanRecord = { scenarios: scenarios.map(recordOf), seeds, window, reading };
  const work = { module: workerUrl, name: "runBatch", workerData };
  const pool = workerPool<readonly RunTask[], RunReduction[]>(work, workers);
  const batches = batchesOf(tasks, workers);
  let done = 0;
  try {
    const reductions = await Promise.all(
      batches.map(async (batch) => {
        const reduced = await pool.run(batch);
        onProgress((done += batch.length), tasks.length);
        return reduced;
      }),
    );
    return reductions.flat();
  } finally {
    await pool.destroy();
  }
}

/** Tasks of one seed go together, because they share months; a seed's are split only where seeds are few. */
export function batchesOf(tasks: readonly RunTask[], workers: number): RunTask[][] {
  const largest = Math.max(1, Math.ceil(tasks.length / (workers * batchesPerWorker)));
  const batches: RunTask[][] = [];
  for (const task of tasks) {
    const last = batches.at(-1);
    if (last === undefined || last.length >= largest || last[0].seed !== task.seed) batches.push([task]);
    else last.push(task);
  }
  return batches;
}
