// Writes a finished study as tables, from its rows alone: no run is made again.
import { optionsProblems, pathProblems } from "../../analysis/asked.ts";
import { layoutOf } from "../../analysis/study/layout.ts";
import type { StudyRow } from "../../analysis/study/rows.ts";
import { StudyTally } from "../../analysis/study/tally.ts";
import { turnOfEventLoop } from "../../analysis/executor.ts";
import type { FollowOptions } from "../../analysis/follow-options.ts";
import { InputError, refuseIfAny } from "../../errors.ts";
import {
  drawsTable,
  studyEffectsTable,
  studyLevelsTable,
  studyRunTables,
  studySummaryRows,
  studyTableDefinitions,
} from "../../report/tables/study-tables.ts";
import { checkRows, linesOf } from "../study/rows-file.ts";
import { openStudyFolder, type FinishedRecord, type StudyFolder } from "../study/study-folder.ts";
import { optionProblems } from "./asked.ts";
import { exportOptionNames, fillExport, type ExportFolder, type ExportOptions } from "./export-folder.ts";
import { exportTableNames } from "./export-runs.ts";
import type { WrittenTable } from "./table-writer.ts";

/** A study whose runs are all there. */
export interface FinishedStudy extends StudyFolder {
  readonly finished: FinishedRecord;
}

/**
 * Opens a study that can be exported.
 *
 * @throws InputError for a folder that holds no study, one that is not finished, whose rows were changed, or a part of one.
 */
export async function openFinishedStudy(path: string): Promise<FinishedStudy> {
  const folder = openStudyFolder(path);
  const { finished, manifest } = folder;
  if (finished === null) {
    const expected = "a finished study: `resumeStudy` goes on with it";
    throw new InputError("an export", [{ path, value: "runs missing", expected }]);
  }
  if (manifest.shard !== null) {
    const value = `part ${manifest.shard.index}/${manifest.shard.count}`;
    const expected = "a whole study: `mergeStudies` puts its parts together";
    throw new InputError("an export", [{ path, value, expected }]);
  }
  await checkRows(path, finished);
  return { ...folder, finished };
}

/** Names of the tables that a study can fill. */
export function studyTableNames({ study }: StudyFolder): string[] {
  return studyTableDefinitions(study).map(({ name }) => name);
}

/** Runs whose rows are taken in between two turns of the event loop, at least. */
const runsPerTurn = 200;

/**
 * Writes the tables of a finished study into a new folder, from its rows alone: all of it, or nothing when anything fails.
 *
 * @param path Folder of the study.
 * @returns The files of the tables and of their dictionary.
 * @throws InputError for a folder that holds no study, one that is not finished, whose rows were changed, or a part of one; for
 * tables that the study cannot fill; and when the folder is there already or cannot be written.
 */
export async function exportStudy(path: string, options: ExportOptions): Promise<readonly WrittenTable[]> {
  refuseIfAny(
    "an export",
    pathProblems("path", path, "a study's folder"),
    optionsProblems(options, "the folder of the tables as out"),
  );
  const source = await openFinishedStudy(path);
  const known = studyTableNames(source);
  const { tables = known } = options;
  const problems = optionProblems(options, exportOptionNames, known, reasonForStudy);
  if (problems.length > 0) throw new InputError("an export", problems);
  return writeStudy(source, { ...options, tables });
}

/** Writes tables of a study that was opened; names are checked already. */
export function writeStudy(
  source: FinishedStudy,
  { tables, ...options }: ExportOptions & { readonly tables: readonly string[] },
): Promise<readonly WrittenTable[]> {
  return fillExport(options, (folder) => writeTables(folder, source, tables, options));
}

/** Why a study cannot fill a table, and what would. */
export function reasonForStudy(name: string): string {
  if (name === "monthly-metrics") {
    return "the study kept no months: with `keep: [monthly]` in its file it does, run into a new folder";
  }
  if (!exportTableNames.includes(name)) return "";
  return "a study keeps numbers and no whole runs: `exportRuns` makes these tables";
}

async function writeTables(
  folder: ExportFolder,
  source: FinishedStudy,
  tables: readonly string[],
  { onProgress, signal }: FollowOptions,
): Promise<readonly WrittenTable[]> {
  const { path, study, finished } = source;
  const layout = layoutOf(study);
  const tally = new StudyTally(study, layout);
  const asked = studyRunTables(study).filter(({ definition }) => tables.includes(definition.name));
  const writers = asked.map(({ definition }) => folder.table(definition));
  const take = (rows: readonly StudyRow[]) => {
    asked.forEach((table, i) => writers[i].add(rows.flatMap((row) => [...table.rows(row)])));
    for (let at = 0; at < rows.length; at += layout.groupSize) {
      tally.add(rows.slice(at, at + layout.groupSize));
    }
  };
  const size = Math.ceil(runsPerTurn / layout.groupSize) * layout.groupSize;
  for await (const rows of rowsInParts(path, size)) {
    take(rows);
    onProgress?.(tally.runs, layout.runs);
    await turnOfEventLoop();
    signal?.throwIfAborted();
  }
  const draws = drawsTable(study);
  if (draws !== null && tables.includes(draws.definition.name)) {
    folder.table(draws.definition).add(draws.rows());
  }
  if (tables.includes(studyEffectsTable.name)) {
    folder.table(studyEffectsTable).add(studySummaryRows(study, tally.effects()));
  }
  if (tables.includes(studyLevelsTable.name)) {
    folder.table(studyLevelsTable).add(studySummaryRows(study, tally.levels()));
  }
  const { scenarios, seeds, id, question, hash, windows, metrics, confidence } = study;
  const { runs, failed, rowsSha256 } = finished;
  const about = { id, question, hash, draws: study.draws, windows, metrics, confidence };
  return folder.finish({
    scenarios,
    seeds,
    more: { study: { ...about, runs: runs.to, failed, rowsSha256 } },
  });
}

/** The rows of a study in its order, so many at a time. */
async function* rowsInParts(path: string, size: number): AsyncGenerator<StudyRow[]> {
  let rows: StudyRow[] = [];
  for await (const line of linesOf(path)) {
    rows.push(JSON.parse(line) as StudyRow);
    if (rows.length < size) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}
