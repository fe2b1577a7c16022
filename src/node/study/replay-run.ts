// Makes one run of a study again, from its first month, and holds it against its row.
import { optionsProblems, pathProblems } from "../../analysis/asked.ts";
import type { RunOptions } from "../../engine/run.ts";
import { simulate } from "../../engine/run.ts";
import type { Run } from "../../engine/observations.ts";
import { layoutOf, type RunPlace, type StudyLayout } from "../../analysis/study/layout.ts";
import type { StudyRow } from "../../analysis/study/rows.ts";
import type { Scenario } from "../../scenarios/scenario.ts";
import { InputError, refuseIfAny } from "../../errors.ts";
import { batchesIn, readBatch } from "./batches.ts";
import { checkRows, linesOf } from "./rows-file.ts";
import { openStudyFolder, type StudyFolder } from "./study-folder.ts";

/** A run that was made again. */
export interface ReplayedRun {
  /** Where the run stands in its study. */
  readonly place: RunPlace;
  /** Its scenario, with the values of its draw. */
  readonly scenario: Scenario;
  /** The run, with its events where these were asked for. */
  readonly run: Run;
  /** The row that it was held against; undefined when the study has not come to it yet. */
  readonly row: StudyRow | undefined;
}

/**
 * Makes a run of a study again.
 *
 * @throws InputError when the study has no such run, its rows are not as they were written, or the run does not come out as its row says.
 */
export async function replayRun(
  path: string,
  run: number,
  options: Omit<RunOptions, "seed"> = {},
): Promise<ReplayedRun> {
  refuseIfAny("a replay", pathProblems("path", path, "a study's folder"), optionsProblems(options));
  const folder = openStudyFolder(path);
  const layout = layoutOf(folder.study);
  const { from, to } = folder.manifest.runs;
  if (!Number.isInteger(run) || run < from || run >= to) {
    const expected = `the index of a run of ${path}: ${from} to ${to - 1}`;
    throw new InputError("a replay", [{ path: "run", value: run, expected }]);
  }
  const row = await findRow(folder, run);
  return { ...again(folder, layout, run, row, options), row };
}

/** Throws when a row's run does not come out as the row says. */
export function checkOneRow(folder: StudyFolder, layout: StudyLayout, row: StudyRow): void {
  again(folder, layout, row.run, row, {});
}

function again(
  { path }: StudyFolder,
  layout: StudyLayout,
  index: number,
  row: StudyRow | undefined,
  options: Omit<RunOptions, "seed">,
): Omit<ReplayedRun, "row"> {
  const place = layout.place(index);
  const scenario = layout.scenariosOf(place.draw)[place.scenario];
  const run = simulate(scenario, { ...options, seed: place.seed });
  if (row?.fingerprint !== undefined && row.fingerprint !== run.fingerprint) {
    const expected = `${row.fingerprint}, as its row says: the model that made the study was another one`;
    throw new InputError(path, [{ path: `run ${index}`, value: run.fingerprint, expected }]);
  }
  return { place, scenario, run };
}

async function findRow(folder: StudyFolder, run: number): Promise<StudyRow | undefined> {
  if (folder.finished === null) {
    const batch = batchesIn(folder).find(({ from, to }) => run >= from && run < to);
    return batch && readBatch(folder, batch).find((row) => row.run === run);
  }
  await checkRows(folder.path, folder.finished);
  const start = `{"run":${run},`;
  for await (const line of linesOf(folder.path)) {
    if (line.startsWith(start)) return JSON.parse(line) as StudyRow;
  }
  return undefined;
}
