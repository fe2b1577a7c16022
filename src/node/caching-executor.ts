// An executor that remembers: what a run gave is kept in a folder, so that a command that is repeated, or goes on after it was
// stopped, makes no run twice.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { executorProblems } from "../analysis/asked.ts";
import type { Executor, RunPlan } from "../analysis/executor.ts";
import type { RunTask } from "../analysis/whole-runs.ts";
import type { RunReduction } from "../analysis/window.ts";
import { metricNames } from "../engine/observations.ts";
import { version } from "../version.ts";
import { InputError, refuseIfAny } from "../errors.ts";
import { removeDeadPartsIn, unwritable, writeOutput } from "./atomic-file.ts";
import { inWords } from "./disk-errors.ts";
import { makeFolder } from "./make-folder.ts";

/**
 * Runs that are asked for together. Workers hand over batches, and what is handed over is written at once: the smaller what is
 * asked for, the smaller the batches, and the less a command that is stopped may lose.
 */
const runsAtOnce = 256;

/**
 * An executor that makes only the runs that a folder does not hold yet. Runs are known by the package's version, its metrics,
 * the scenario's hash, the seed, the window and what is read of them; whoever changes the model itself empties the folder.
 * Scenarios with policies of the user's own are always run.
 *
 * What a run gave is written as soon as it is handed over: a process that is stopped loses its running batches.
 *
 * A file that is not as it was written is made again. The executor throws InputError before the first run when the folder cannot be
 * made or written; one that holds every run need not be writable.
 *
 * @throws InputError for what is no path, or nothing that could make runs.
 */
export function cachingExecutor(folder: string, execute: Executor): Executor {
  refuseIfAny(
    "a folder that keeps runs",
    typeof folder === "string" ? [] : [{ path: "folder", value: folder, expected: "the path of a folder" }],
    executorProblems(execute),
  );
  return async (plan, { onProgress, signal } = {}) => {
    const found = plan.tasks.map((task) => read(fileOf(folder, plan, task)));
    const missing = plan.tasks.map((_, i) => i).filter((i) => found[i] === undefined);
    const known = plan.tasks.length - missing.length;
    if (missing.length > 0) openFolder(folder);
    if (known > 0) onProgress?.(known, plan.tasks.length);
    for (let from = 0; from < missing.length; from += runsAtOnce) {
      // An executor of the user's own may know of no signal.
      signal?.throwIfAborted();
      const chunk = missing.slice(from, from + runsAtOnce);
      const keep = (first: number, reductions: readonly RunReduction[]) => {
        reductions.forEach((reduction, i) => {
          const place = chunk[first + i];
          if (found[place] !== undefined) return;
          found[place] = reduction;
          const file = fileOf(folder, plan, plan.tasks[place]);
          if (file !== undefined) writeOutput(file, textOf(reduction));
        });
      };
      const reductions = await execute(
        { ...plan, ...onlyWith(plan, chunk) },
        { signal, onProgress: (done) => onProgress?.(known + from + done, plan.tasks.length), onRuns: keep },
      );
      keep(0, reductions);
    }
    return found as RunReduction[];
  };
}

/** The scenarios and tasks of a part of a plan: workers are not told of others. */
function onlyWith(
  { scenarios, tasks }: RunPlan,
  places: readonly number[],
): Pick<RunPlan, "scenarios" | "tasks"> {
  const used = [...new Set(places.map((place) => tasks[place].scenario))];
  const index = new Map(used.map((scenario, i) => [scenario, i]));
  return {
    scenarios: used.map((scenario) => scenarios[scenario]),
    tasks: places.map((place) => ({
      scenario: index.get(tasks[place].scenario) as number,
      seed: tasks[place].seed,
    })),
  };
}

function fileOf(
  folder: string,
  { scenarios, seeds, window, reading }: RunPlan,
  task: RunTask,
): string | undefined {
  const { reproducible, hash } = scenarios[task.scenario];
  if (!reproducible) return undefined;
  const { fromMonth, toMonth } = window;
  const key = JSON.stringify([
    ...[version, metricNames, hash, String(seeds[task.seed]), fromMonth, toMonth],
    ...(reading === undefined ? [] : [reading]),
  ]);
  return join(folder, `${sha256Of(key).slice(0, 32)}.json`);
}

/** A run as a line, and the hash of that line: a digit that a disk changed would be a result that nobody would notice. */
function textOf(reduction: RunReduction): string {
  const line = JSON.stringify(reduction);
  return `${line}\n${sha256Of(line)}\n`;
}

/** What a file holds; nothing when it is missing, cut off or changed, or holds what no line can, as a number that is none. */
function read(file: string | undefined): RunReduction | undefined {
  if (file === undefined) return undefined;
  try {
    const [line, sha256] = readFileSync(file, "utf8").split("\n");
    if (sha256Of(line) !== sha256) return undefined;
    const kept = JSON.parse(line) as RunReduction;
    return kept.values.every((value) => typeof value === "number") ? kept : undefined;
  } catch {
    return undefined;
  }
}

function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function openFolder(folder: string): void {
  try {
    makeFolder(folder);
    removeDeadPartsIn(folder);
  } catch (error) {
    throw inWords(error, "a folder that keeps runs", "no run was made");
  }
  const problems = unwritable(join(folder, "run.json"));
  if (problems.length > 0) throw new InputError("a folder that keeps runs", problems);
}
