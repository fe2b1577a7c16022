// Runs a plan on worker threads, in batches. A run depends on its scenario and seed alone, so who runs it cannot matter.
import { Piscina } from "piscina";
import type { RunPlan, RunTask } from "../analysis/executor.ts";
import type { RunReduction } from "../analysis/window.ts";
import { recordOf, type ScenarioRecord } from "./scenario-record.ts";

/** What every worker of a plan is told once. */
export interface PlanRecord {
  readonly scenarios: readonly ScenarioRecord[];
  readonly seeds: RunPlan["seeds"];
  readonly window: RunPlan["window"];
}

/** Runs sent at once: few enough that progress shows and the last batch leaves nobody idle for long. */
const largestBatch = 4;

/** The reductions of a plan's runs, in the order of its tasks. All scenarios of the plan must be reproducible. */
export async function executeOnPool(
  { scenarios, seeds, window, tasks }: RunPlan,
  workers: number,
  onProgress: (done: number, total: number) => void,
): Promise<RunReduction[]> {
  const workerData: PlanRecord = { scenarios: scenarios.map(recordOf), seeds, window };
  const pool = new Piscina<readonly RunTask[], RunReduction[]>({
    filename: new URL("./worker.js", import.meta.url).href,
    name: "runBatch",
    minThreads: workers,
    maxThreads: workers,
    workerData,
  });
  const size = Math.max(1, Math.min(largestBatch, Math.floor(tasks.length / (workers * 4))));
  const batches = Array.from({ length: Math.ceil(tasks.length / size) }, (_, i) =>
    tasks.slice(i * size, (i + 1) * size),
  );
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
