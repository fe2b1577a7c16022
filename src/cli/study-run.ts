// What the commands that make many runs share: their executor, with a folder that remembers runs if asked, and a bar.
import type { Executor } from "../analysis/executor.ts";
import { cachingExecutor } from "../node/caching-executor.ts";
import { executorOn } from "../node/executor.ts";
import { withProgress } from "./output.ts";

/** Options of every command that makes many runs. */
export interface StudyOptions {
  readonly workers?: string;
  readonly cache?: string;
  readonly population?: string;
  readonly months?: string;
  readonly seeds?: string;
  readonly json?: boolean;
}

/** An executor on worker threads that shows its progress and keeps its runs in a folder, if one is named. */
export function studyExecutor(workers?: number, folder?: string): Executor {
  const plain = executorOn(workers);
  const execute = folder === undefined ? plain : cachingExecutor(folder, plain);
  return (plan) =>
    withProgress("runs", async (onProgress) => {
      onProgress(0, plan.tasks.length);
      return execute(plan, { onProgress });
    });
}
