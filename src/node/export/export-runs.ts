// Runs scenarios over the same seeds and writes their tables: each run's rows are written before the next run's are. The bytes
// are the same for any number of workers.
import { optionsProblems } from "../../analysis/asked.ts";
import { checkSeeds, defineScenarios, planComparison } from "../../analysis/compare.ts";
import { assembleComparison } from "../../analysis/comparison.ts";
import { turnOfEventLoop } from "../../analysis/executor.ts";
import type { RunTask } from "../../analysis/whole-runs.ts";
import { InputError, refuseIfAny, type Problem } from "../../errors.ts";
import { windowProblems, type RunReduction, type Window } from "../../analysis/window.ts";
import { effectRows, effectsTable } from "../../report/tables/effects-table.ts";
import { runTables } from "../../report/tables/run-tables.ts";
import type { Scenario, ScenarioInput } from "../../scenarios/scenario.ts";
import { workersFor, workersProblems } from "../executor.ts";
import { exportedRuns, type ExportedRun, type ExportPlan } from "./exported-run.ts";
import { exportOptionNames, fillExport, type ExportFolder, type ExportOptions } from "./export-folder.ts";
import { optionProblems } from "./asked.ts";
import type { WrittenTable } from "./table-writer.ts";

/** Names of all tables of an export. */
export const exportTableNames: readonly string[] = [...Object.keys(runTables), effectsTable.name];

const usualTables = ["runs", "monthly-metrics", "funnel", "ladder", "suppliers", "treasury"];

/** Which runs are exported, and how. */
export interface ExportRunsOptions extends ExportOptions {
  /** A count n for the seeds 1 to n, or the seeds themselves; at least one, for effects two. */
  readonly seeds: number | readonly (string | number)[];
  /**
   * Months that count for the effects. Default: from the earliest start of a policy, or from the first month where there is none,
   * to the end.
   */
  readonly window?: Window | undefined;
  /** Worker threads; 0 makes every run in this one. Default: one per core, none on a single core or for a few runs. */
  readonly workers?: number | undefined;
  /**
   * Where export-worker.js of this package is, with worker-entry.cjs beside it; for programs that bundle this package into a file
   * elsewhere.
   */
  readonly workerUrl?: URL | undefined;
}

const optionNames = [...exportOptionNames, "seeds", "window", "workers", "workerUrl"];

/**
 * Runs scenarios over the same seeds and writes their tables into a new folder: all of it, or nothing when anything fails.
 *
 * @param scenarios The baseline first, where effects are asked for.
 * @returns The files of the tables and of their dictionary.
 * @throws InputError naming every problem of scenarios, seeds, tables and format; and when the folder is there already or cannot
 * be written.
 */
export async function exportRuns(
  scenarios: readonly (Scenario | ScenarioInput)[],
  options: ExportRunsOptions,
): Promise<readonly WrittenTable[]> {
  const list = { path: "scenarios", value: scenarios, expected: "a list of at least one scenario" };
  refuseIfAny(
    "an export",
    Array.isArray(scenarios) ? [] : [list],
    optionsProblems(options, "the seeds, and the folder of the tables as out"),
  );
  const problems: Problem[] = [];
  const defined = defineScenarios(scenarios, problems);
  const seeds = checkSeeds(options.seeds, problems, 1);
  const known = tablesOfRuns(scenarios.length, seeds.length);
  problems.push(...optionProblems(options, optionNames, known, reasonForRuns));
  problems.push(...workersProblems(options.workers));
  const { window, tables } = options;
  if (window !== undefined && defined.length > 0) {
    problems.push(...windowProblems(window, defined[0].months, "window"));
  }
  if (defined.length === 0 && problems.length === 0) {
    problems.push({ path: "scenarios", value: 0, expected: "a list of at least one scenario" });
  }
  if (problems.length > 0) throw new InputError("an export", problems);
  const asked = tables ?? usualTablesOfRuns(known);
  // Asked for no more before it began: no run is made.
  options.signal?.throwIfAborted();
  return fillExport(options, (folder) => writeRuns(folder, defined, seeds, asked, options));
}

/** Names of the tables that runs can fill: effects need pairs, and more than one. */
export function tablesOfRuns(scenarios: number, seeds: number): readonly string[] {
  const paired = scenarios > 1 && seeds > 1;
  return exportTableNames.filter((name) => paired || name !== effectsTable.name);
}

/** Of those, the tables that are written where none are named. */
export function usualTablesOfRuns(known: readonly string[]): readonly string[] {
  return known.filter((name) => usualTables.includes(name) || name === effectsTable.name);
}

/** Why runs cannot fill a table. */
export function reasonForRuns(name: string): string {
  return name === effectsTable.name
    ? "effects need at least two scenarios, the baseline first, and two seeds"
    : "";
}

async function writeRuns(
  folder: ExportFolder,
  scenarios: readonly Scenario[],
  seeds: readonly (string | number)[],
  tables: readonly string[],
  { window, workers, workerUrl, onProgress, signal }: Omit<ExportRunsOptions, "seeds" | "tables">,
): Promise<readonly WrittenTable[]> {
  const comparison = tables.includes(effectsTable.name)
    ? planComparison(scenarios, { seeds, ...(window === undefined ? {} : { window }) })
    : null;
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
    signal?.throwIfAborted();
  }
  if (comparison !== null) {
    folder.table(effectsTable).add(effectRows(assembleComparison(comparison, reductions)));
  }
  return folder.finish({ scenarios, seeds, fingerprints });
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
