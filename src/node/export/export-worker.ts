// What a worker thread of an export does: it makes the plan's scenarios again, runs the tasks that it is sent and packs their
// tables.
import { workerData } from "piscina";
import type { RunTask } from "../../analysis/whole-runs.ts";
import { scenarioOf, type ScenarioRecord } from "../../scenarios/scenario-record.ts";
import { weightOf, type PackedRows } from "./chunks.ts";
import { exportedRuns, type ExportedRun, type ExportPlan } from "./exported-run.ts";

/** What every worker of an export is told once. */
export interface ExportRecord extends Omit<ExportPlan, "scenarios"> {
  readonly scenarios: readonly ScenarioRecord[];
}

/** A run that is sent: its tables are all there. */
export interface SentRun extends ExportedRun {
  readonly tables: readonly (readonly PackedRows[])[];
}

/** Bytes of tables with which a worker stops: what it has made is written before it goes on. */
const mostBytes = 200_000_000;

const { scenarios, ...rest } = workerData as ExportRecord;
const plan: ExportPlan = { ...rest, scenarios: scenarios.map(scenarioOf) };

/** The runs of the first of some tasks, of all where their tables are not too large. */
export function exportBatch(tasks: readonly RunTask[]): SentRun[] {
  const sent: SentRun[] = [];
  let bytes = 0;
  for (const run of exportedRuns(plan, tasks)) {
    const tables = run.tables.map((pieces) => [...pieces]);
    sent.push({ ...run, tables });
    for (const piece of tables.flat()) bytes += weightOf(piece);
    if (bytes >= mostBytes) break;
  }
  return sent;
}
