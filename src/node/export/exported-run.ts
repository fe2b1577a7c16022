// What one run gives to an export: its rows, table by table, packed where the run is made.
import { wholeRuns, type RunSource, type RunTask } from "../../analysis/whole-runs.ts";
import { reduceRun, type RunReduction, type Window } from "../../analysis/window.ts";
import { runTables } from "../../report/tables/run-tables.ts";
import type { PackedRows } from "./chunks.ts";
import { packRows, type ExportFormat } from "./table-writer.ts";

/** The runs of an export, and what is kept of each. */
export interface ExportPlan extends Omit<RunSource, "events"> {
  /** Names of the runs' tables. */
  readonly tables: readonly string[];
  readonly format: ExportFormat;
  /** Months that count for the effects; null where none are asked for. */
  readonly window: Window | null;
}

/** What an export keeps of a run. */
export interface ExportedRun {
  readonly fingerprint: string;
  readonly reduction: RunReduction | null;
  /** In the order of the plan's tables. To be read before the next run is asked for. */
  readonly tables: readonly Iterable<PackedRows>[];
}

/** Whether the runs of a plan must record their events. */
function needsEvents({ tables }: Pick<ExportPlan, "tables">): boolean {
  return tables.some((name) => runTables[name].needsEvents);
}

/** The runs of some tasks, one after the other; those of one seed share the months before the first policy. */
export function* exportedRuns(plan: ExportPlan, tasks: readonly RunTask[]): Generator<ExportedRun> {
  const { tables, format, window } = plan;
  for (const run of wholeRuns({ ...plan, events: needsEvents(plan) }, tasks)) {
    yield {
      fingerprint: run.fingerprint,
      reduction: window === null ? null : reduceRun(run, window),
      tables: tables.map((name) => {
        const { definition, rows } = runTables[name];
        return packRows(definition, format, rows(run));
      }),
    };
  }
}
