// The runs of an export on worker threads, handed over in the order of their tasks. Few batches are made ahead, so that memory
// does not grow with the number of runs.
import type { RunTask } from "../../analysis/whole-runs.ts";
import { InputError } from "../../errors.ts";
import { recordOf } from "../../scenarios/scenario-record.ts";
import { batchesOf } from "../pool.ts";
import { isWorkerDeath } from "../worker-death.ts";
import { workerPool } from "../worker-pool.ts";
import type { ExportRecord, SentRun } from "./export-worker.ts";
import type { ExportedRun, ExportPlan } from "./exported-run.ts";

/** Makes the runs of a plan on so many workers. All scenarios of the plan must be reproducible. */
export async function* exportOnPool(
  plan: ExportPlan,
  tasks: readonly RunTask[],
  workers: number,
  workerUrl: URL = new URL("./export-worker.js", import.meta.url),
): AsyncGenerator<ExportedRun> {
  const workerData: ExportRecord = { ...plan, scenarios: plan.scenarios.map(recordOf) };
  const work = { module: workerUrl, name: "exportBatch", workerData };
  const pool = workerPool<readonly RunTask[], SentRun[]>(work, workers);
  const start = (batch: readonly RunTask[]) => {
    const first = pool.run(batch);
    // Whoever waits for it hears of its failure; until then nobody does.
    first.catch(() => undefined);
    return { batch, first };
  };
  const waiting = batchesOf(tasks, workers);
  const running = waiting.splice(0, workers + 1).map(start);
  try {
    for (let next = running.shift(); next !== undefined; next = running.shift()) {
      let { batch, first: part } = next;
      while (batch.length > 0) {
        const runs = await part;
        yield* runs;
        batch = batch.slice(runs.length);
        if (batch.length > 0) part = pool.run(batch);
      }
      running.push(...waiting.splice(0, 1).map(start));
    }
  } catch (error) {
    throw ofWorkers(error);
  } finally {
    await pool.destroy();
  }
}

function ofWorkers(error: unknown): unknown {
  if (!isWorkerDeath(error)) return error;
  const expected = "workers that live to the end; fewer of them, as `workers: 1`, need less memory";
  return new InputError("an export", [{ path: "workers", value: error.message, expected }]);
}
