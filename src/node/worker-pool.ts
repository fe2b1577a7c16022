import { Piscina } from "piscina";

/** What a pool's threads do. */
export interface PoolWork {
  /** Module that they load; `worker-entry.cjs` of this package stands beside it. */
  readonly module: URL;
  /** Its function that takes a task and gives the result. */
  readonly name: string;
  /** What each thread is told once, as `workerData` of piscina; nothing by default. */
  readonly workerData?: unknown;
}

/** Worker threads that all do the same work. */
export type WorkerPool<Task, Result> = Piscina<Task, Result>;

/** Starts so many threads. */
export function workerPool<Task, Result>(work: PoolWork, threads: number): WorkerPool<Task, Result> {
  return new Piscina<Task, Result>({
    filename: new URL("worker-entry.cjs", work.module).href,
    name: "runTask",
    argv: [work.module.href, work.name],
    minThreads: threads,
    maxThreads: threads,
    workerData: work.workerData,
  });
}
