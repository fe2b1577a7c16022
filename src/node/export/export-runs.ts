// Runs scenarios over the same seeds and writes their tables: each run's rows are written before the next run's are. The bytes
// are the same for any number of workers.
import { planComparison } from "../../analysis/compare.ts";
import { assembleComparison } from "../../analysis/comparison.ts";
import { turnOfEventLoop, type RunTask } from "../../analysis/executor.ts";
import type { RunReduction, Window } from "../../analysis/window.ts";
import { effectRows, effectsTable } from "../../report/tables/effects-table.ts";
import { runTables } from "../../report/tables/run-tables.ts";
import type { Scenario } from "../../scenarios/scenario.ts";
import { workersFor } from "../executor.ts";
import { exportedRuns, type ExportedRun, type ExportPlan } from "./exported-run.ts";
import type { ExportFolder } from "./export-folder.ts";

/** Names of all tables of an export. */
export const exportTableNames: readonly string[] = [...Object.keys(runTables), effectsTable.name];

/** What is exported. */
export interface ExportRunsOptions {
  readonly seeds: number;
  /** Names of tables; `effects` needs at least two scenarios, the baseline first. */
  readonly tables: readonly string[];
  /** Months that count for the effects. */
  readonly window?: Window;
  /** Worker threads; 0 makes every run in this one. Default: one per core, none for a few runs. */
  readonly workers?: number | undefined;
  /** Where export-worker.js of this package is. */
  readonly workerUrl?: URL | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Makes the runs and writes their tables to the folder, which it finishes; when anything fails, nothing is left behind.
 *
 * @throws InputError when effects are asked for of runs that are no pairs.
 */
export async function exportRuns(
  folder: ExportFolder,
  scenarios: readonly Scenario[],
  { seeds: count, tables, window, workers, workerUrl, onProgress }: ExportRunsOptions,
): Promise<void> {
  try {
    const comparison = tables.includes(effectsTable.name)
      ? planComparison(scenarios, { seeds: count, ...(window === undefined ? {} : { window }) })
      : null;
    const seeds = Array.from({ length: count }, (_, i) => i + 1);
    const tasks = seeds.flatMap((_, seed) => scenarios.map((__, scenario) => ({ scenario, seed })));
    const plan: ExportPlan = {
      scenarios,
      seeds,
      tables: tables.filter((name) => Object.hasOwn(runTables, name)),
      format: folder.format,
      window: comparison?.window ?? null,
    };
    const writers = plan.tables.map((name) => folder.table(runTables[name].definition));
    const threads = workersFor({ scenarios, tasks }, workers);
    const fingerprints: string[][] = scenarios.map(() => []);
    const reductions: RunReduction[] = [];
    let done = 0;
    for await (const run of makeRuns(plan, tasks, threads, workerUrl)) {
      run.tables.forEach((pieces, i) => {
        for (const piece of pieces) writers[i].addPacked(piece);
      });
      fingerprints[tasks[done].scenario].push(run.fingerprint);
      if (run.reduction !== null) reductions.push(run.reduction);
      done += 1;
      onProgress?.(done, tasks.length);
      await turnOfEventLoop();
    }
    if (comparison !== null) {
      folder.table(effectsTable).add(effectRows(assembleComparison(comparison, reductions)));
    }
    folder.finish({ scenarios, seeds, fingerprints });
  } catch (error) {
    folder.abort();
    throw error;
  }
}

async function* makeRuns(
  plan: ExportPlan,
  tasks: readonly RunTask[],
  workers: number,
  workerUrl: URL | undefined,
): AsyncGenerator<ExportedRun> {
  if (workers === 0) yield* exportedRuns(plan, tasks);
  else yield* (await import("./export-pool.ts")).exportOnPool(plan, tasks, workers, workerUrl);
}
