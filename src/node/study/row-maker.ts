// Who makes a study's rows: this thread, or worker threads. A worker that dies takes nothing with it: its batch is made again
// in a fresh one, and a single run that no worker survives is recorded as failed.
import type { Piscina } from "piscina";
import { turnOfEventLoop } from "../../analysis/executor.ts";
import { layoutOf, type RunRange } from "../../analysis/study/layout.ts";
import { failedRow, messageOf, rowsOf, type StudyRow } from "../../analysis/study/rows.ts";
import type { Study } from "../../analysis/study/study.ts";
import { isWorkerDeath } from "../worker-death.ts";
import { studyRecordOf } from "./study-record.ts";

/** Makes rows of ranges of runs. */
export interface RowMaker {
  /** Ranges that may be asked for at once. */
  readonly lanes: number;
  make(range: RunRange): Promise<readonly StudyRow[]>;
  close(): Promise<void>;
}

/** One worker in a pool of its own. */
interface Lane {
  readonly pool: Piscina<RunRange, StudyRow[]>;
  dead: boolean;
  onDeath: () => void;
}

/** Workers that may die of one run before it counts as failed: one may have been killed from outside. */
const mostDeaths = 3;

/**
 * A maker of rows on so many worker threads; 0 makes them in this one.
 *
 * @param workerUrl Where study-worker.js of this package is; for programs that bundle this package into a file elsewhere.
 */
export async function rowMaker(study: Study, workers: number, workerUrl?: URL): Promise<RowMaker> {
  const layout = layoutOf(study);
  if (workers === 0) {
    return {
      lanes: 1,
      make: async (range) => {
        const rows: StudyRow[] = [];
        for (const row of rowsOf(study, layout, range)) {
          rows.push(row);
          await turnOfEventLoop();
        }
        return rows;
      },
      close: () => Promise.resolve(),
    };
  }
  const { workerPool } = await import("../worker-pool.ts");
  const work = {
    module: workerUrl ?? new URL("./study-worker.js", import.meta.url),
    name: "runRange",
    workerData: studyRecordOf(study),
  };
  // A pool for each worker: a pool of several makes no more of them once one has died while it started.
  const start = (): Lane => {
    const pool = workerPool<RunRange, StudyRow[]>(work, 1);
    const lane: Lane = { pool, dead: false, onDeath: () => undefined };
    // An idle worker's death concerns nobody.
    pool.on("error", () => undefined);
    pool.on("workerDestroy", () => {
      lane.dead = true;
      // After the task's own error, which says more.
      setImmediate(() => lane.onDeath());
    });
    return lane;
  };
  const idle: Lane[] = [];
  const attempt = async (range: RunRange): Promise<readonly StudyRow[]> => {
    const lane = idle.pop() ?? start();
    try {
      const death = new Promise<never>((_, reject) => {
        lane.onDeath = () => reject(new Error("worker exited"));
        if (lane.dead) lane.onDeath();
      });
      return await Promise.race([lane.pool.run(range), death]);
    } finally {
      if (lane.dead) await lane.pool.destroy();
      else idle.push(lane);
    }
  };
  const make = async (range: RunRange, deaths = 0): Promise<readonly StudyRow[]> => {
    try {
      return await attempt(range);
    } catch (error) {
      // Runs' own errors are rows.
      if (!isWorkerDeath(error)) throw error;
      if (deaths + 1 < mostDeaths) return make(range, deaths + 1);
      const { from, to } = range;
      if (to - from === 1) return [failedRow(study, layout, from, `the worker died: ${messageOf(error)}`)];
      const middle = Math.floor((from + to) / 2);
      const halves = [await make({ from, to: middle }), await make({ from: middle, to })];
      return halves.flat();
    }
  };
  return {
    lanes: workers,
    make: (range) => make(range),
    close: async () => {
      for (const { pool } of idle) await pool.destroy();
    },
  };
}
