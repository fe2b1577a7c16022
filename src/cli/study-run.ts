// What the commands that make many runs share: their executor, with a folder that remembers runs if asked, and a bar.
import type { Study } from "../analysis/study/study.ts";
import type { Executor } from "../analysis/executor.ts";
import { cachingExecutor } from "../node/caching-executor.ts";
import { executorOn } from "../node/executor.ts";
import { readStudyFile } from "../node/study/study-file.ts";
import type { Input } from "./input.ts";
import { withProgress } from "./output.ts";
import { runNotes, type RunNotes } from "../report/provenance.ts";

/** The study of a file; what is wrong with it is told with the rest of the input. */
export function studyOf(input: Input, file: string): Study | undefined {
  return input.take(
    () => readStudyFile(file),
    (path) => (path === "path" ? "file" : `${file}: ${path}`),
  );
}

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
  return (plan, follow) =>
    withProgress("runs", async (show) => {
      show(0, plan.tasks.length);
      const onProgress = (done: number, total: number) => {
        show(done, total);
        follow?.onProgress?.(done, total);
      };
      return execute(plan, { ...follow, onProgress });
    });
}

/** The same with notes of what was run, from which a command says what its numbers are of. */
export function notedExecutor(
  workers?: number,
  folder?: string,
): { readonly execute: Executor; readonly notes: RunNotes } {
  const notes = runNotes();
  const execute = studyExecutor(workers, folder);
  return {
    notes,
    execute: async (plan, follow) => {
      const reductions = await execute(plan, follow);
      notes.note(plan, reductions);
      return reductions;
    },
  };
}
