// Runs plans on worker threads, in batches. A run depends on its scenario and seed alone, so who runs it cannot matter.
import type { ExecuteOptions, RunPlan } from "../analysis/executor.ts";
import type { RunTask } from "../analysis/whole-runs.ts";
import type { RunReduction } from "../analysis/window.ts";
import { recordOf, type ScenarioRecord } from "../scenarios/scenario-record.ts";
import { workerPool, type WorkerPool } from "./worker-pool.ts";

/** A batch with what it needs of its plan: the tasks refer to these scenarios and seeds. */
export interface BatchRecord extends Pick<RunPlan, "seeds" | "window" | "reading" | "tasks"> {
  readonly scenarios: readonly ScenarioRecord[];
}

/** Batches that each worker should get at least, so that the last leaves nobody idle for long. */
const batchesPerWorker = 4;

/** The reductions of a plan's runs, in the order of its tasks. All scenarios of the plan must be reproducible. */
export async function executeOnPool(
  plan: RunPlan,
  workers: number,
  { onProgress, onRuns, signal }: ExecuteOptions,
  workerUrl: URL = new URL("./worker.js", import.meta.url),
): Promise<RunReduction[]> {
  signal?.throwIfAborted();
  const total = plan.tasks.length;
  const pool = takePool(workerUrl, workers);
  let done = 0;
  let begun = 0;
  try {
    const reductions = await unlessAborted(
      Promise.all(
        batchesOf(plan.tasks, workers).map(async (batch) => {
          const from = begun;
          begun += batch.length;
          const reduced = await pool.run(batchRecord(plan, batch));
          onRuns?.(from, reduced);
          onProgress?.((done += batch.length), total);
          return reduced;
        }),
      ),
      signal,
    );
    keepPool(workerUrl, workers, pool);
    return reductions.flat();
  } catch (error) {
    // What was still queued must not run.
    await pool.destroy();
    throw error;
  }
}

/** What a promise gives, unless a signal comes first: then its reason is thrown. */
async function unlessAborted<Value>(work: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return work;
  const done = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { signal: done.signal });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    done.abort();
  }
}

type RunPool = WorkerPool<BatchRecord, RunReduction[]>;

/**
 * Pools that wait for another plan. Races, calibrations and searches ask for runs in stages; threads that have run a few are
 * four times as fast as new ones, whose code is not compiled yet.
 */
const waiting = new Map<string, { readonly pool: RunPool; readonly end: NodeJS.Timeout }>();
/** How long a pool waits. Waiting does not keep a program from ending. */
const patienceMilliseconds = 5_000;

const keyOf = (workerUrl: URL, workers: number) => `${workers} ${workerUrl.href}`;

function takePool(workerUrl: URL, workers: number): RunPool {
  const key = keyOf(workerUrl, workers);
  const kept = waiting.get(key);
  if (kept === undefined) return workerPool({ module: workerUrl, name: "runBatch" }, workers);
  clearTimeout(kept.end);
  waiting.delete(key);
  return kept.pool;
}

function keepPool(workerUrl: URL, workers: number, pool: RunPool): void {
  const key = keyOf(workerUrl, workers);
  // Two plans at once have a pool each; one of the two is enough to wait.
  if (waiting.has(key)) void pool.destroy();
  else {
    const end = setTimeout(() => {
      waiting.delete(key);
      void pool.destroy();
    }, patienceMilliseconds).unref();
    waiting.set(key, { pool, end });
  }
}

/** A batch without the rest of its plan, which may hold thousands of scenarios. */
function batchRecord({ scenarios, seeds, window, reading }: RunPlan, batch: readonly RunTask[]): BatchRecord {
  const scenarioPlaces = [...new Set(batch.map(({ scenario }) => scenario))];
  const seedPlaces = [...new Set(batch.map(({ seed }) => seed))];
  return {
    scenarios: scenarioPlaces.map((place) => recordOf(scenarios[place])),
    seeds: seedPlaces.map((place) => seeds[place]),
    window,
    reading,
    tasks: batch.map(({ scenario, seed }) => ({
      scenario: scenarioPlaces.indexOf(scenario),
      seed: seedPlaces.indexOf(seed),
    })),
  };
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
