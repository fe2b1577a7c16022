// Runs scenarios over the same seeds and writes their tables: each run's rows are written before the next run is made.
import { planComparison } from "../../analysis/compare.ts";
import { assembleComparison } from "../../analysis/comparison.ts";
import { turnOfEventLoop } from "../../analysis/executor.ts";
import { reduceRun, type RunReduction, type Window } from "../../analysis/window.ts";
import { simulate } from "../../engine/run.ts";
import { effectRows, effectsTable } from "../../report/tables/effects-table.ts";
import { runTables } from "../../report/tables/run-tables.ts";
import type { Scenario } from "../../scenarios/scenario.ts";
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
  { seeds: count, tables, window, onProgress }: ExportRunsOptions,
): Promise<void> {
  try {
    const asked = tables.flatMap((name) => runTables[name] ?? []);
    const withEffects = tables.includes(effectsTable.name);
    const plan = withEffects
      ? planComparison(scenarios, { seeds: count, ...(window === undefined ? {} : { window }) })
      : null;
    const seeds = Array.from({ length: count }, (_, i) => i + 1);
    const events = asked.some(({ needsEvents }) => needsEvents);
    const fingerprints: string[][] = scenarios.map(() => []);
    const reductions: RunReduction[] = [];
    for (const { definition } of asked) folder.table(definition);
    for (const [place, seed] of seeds.entries()) {
      for (const [index, scenario] of scenarios.entries()) {
        const run = simulate(scenario, { seed, events });
        for (const { definition, rows } of asked) folder.table(definition).add(rows(run));
        fingerprints[index].push(run.fingerprint);
        if (plan !== null) reductions.push(reduceRun(run, plan.window));
        onProgress?.(place * scenarios.length + index + 1, count * scenarios.length);
        await turnOfEventLoop();
      }
    }
    if (plan !== null) folder.table(effectsTable).add(effectRows(assembleComparison(plan, reductions)));
    folder.finish({ scenarios, seeds, fingerprints });
  } catch (error) {
    folder.abort();
    throw error;
  }
}
