// A finished study as a comparison. The unit of intervals is what is independent: a seed, or a draw where parameters are drawn,
// as the mean over its seeds.
import { assembleComparison, type Comparison } from "../../analysis/comparison.ts";
import { pathPoints, type PathPoint } from "../../analysis/details/paths.ts";
import { pathMetrics, quarterly, type PathMetric } from "../../analysis/details/run-details.ts";
import { layoutOf } from "../../analysis/study/layout.ts";
import type { StudyRow } from "../../analysis/study/rows.ts";
import { familyOf, type Study, type StudyWindow } from "../../analysis/study/study.ts";
import { metricNames, type Run } from "../../engine/observations.ts";
import { InputError, unknownName } from "../../errors.ts";
import { checkRows, linesOf } from "./rows-file.ts";
import { openStudyFolder, type FinishedRecord } from "./study-folder.ts";

/** A study that was read. */
export interface StudyComparison {
  readonly comparison: Comparison;
  /** Where the study kept the metrics of every month. */
  readonly paths: readonly PathPoint[] | undefined;
  readonly study: Study;
  readonly finished: FinishedRecord;
  /** Seeds or draws that are left out because one of their runs failed. */
  readonly leftOut: number;
}

/** What is kept of a seed or draw, by scenario. */
interface Unit {
  readonly name: string;
  readonly fingerprints: readonly (readonly string[])[];
  /** By scenario, by metric of the study. */
  readonly values: readonly (readonly number[])[];
  /** By scenario, by path metric, by quarter; empty where months were not kept. */
  readonly paths: readonly (readonly (readonly number[])[])[];
}

/**
 * The comparison that a finished study holds, in one of its windows.
 *
 * @param windowId Default: the study's first window.
 * @throws InputError when the folder is no study, is not finished or a part only, its rows are not as they were written, it has
 * no such window, or fewer than two whole seeds or draws.
 */
export async function studyComparison(path: string, windowId?: string): Promise<StudyComparison> {
  const { study, manifest, finished } = openStudyFolder(path);
  if (finished === null) {
    const expected = "a study that is finished; `resumeStudy` goes on with it";
    throw new InputError(path, [{ path: "", value: "a study that lacks runs", expected }]);
  }
  if (manifest.shard !== null) {
    const expected = "the whole study; `mergeStudies` puts the shards together";
    throw new InputError(path, [{ path: "", value: "a shard of a study", expected }]);
  }
  const window = windowOf(study, windowId);
  await checkRows(path, finished);
  const { units, leftOut } = await unitsIn(path, study, window);
  if (units.length < 2) {
    const expected = "at least two seeds, or draws, without a failed run: one has no interval";
    throw new InputError(path, [{ path: "", value: units.length, expected }]);
  }
  return {
    study,
    finished,
    leftOut,
    comparison: comparisonOf(study, window, units),
    paths: pathsOf(study, units),
  };
}

function windowOf({ windows }: Study, id: string | undefined): StudyWindow {
  if (id === undefined) return windows[0];
  const found = windows.find((window) => window.id === id);
  if (found !== undefined) return found;
  const known = windows.map((window) => window.id);
  throw new InputError("a study's window", [
    unknownName("windowId", id, `a window of the study: ${known.join(", ")}`, known),
  ]);
}

async function unitsIn(path: string, study: Study, window: StudyWindow) {
  const { groupSize, seeds } = layoutOf(study);
  const rowsPerUnit = groupSize * (study.draws === null ? 1 : seeds);
  const units: Unit[] = [];
  let leftOut = 0;
  let rows: StudyRow[] = [];
  for await (const line of linesOf(path)) {
    rows.push(JSON.parse(line) as StudyRow);
    if (rows.length < rowsPerUnit) continue;
    if (rows.some(({ values }) => values === undefined)) leftOut += 1;
    else units.push(unitOf(study, study.windows.indexOf(window), rows));
    rows = [];
  }
  return { units, leftOut };
}

/** The mean over the seeds of a unit, scenario by scenario. */
function unitOf(study: Study, window: number, rows: readonly StudyRow[]): Unit {
  const [first] = rows;
  const ofScenario = study.scenarios.map(({ id }) => rows.filter(({ scenario }) => scenario === id));
  return {
    name: study.draws === null ? first.seed : String(first.draw),
    fingerprints: ofScenario.map((runs) => runs.map(({ fingerprint = "" }) => fingerprint)),
    values: ofScenario.map((runs) => meansOf(runs.map(({ values = [] }) => values[window]))),
    paths: ofScenario.map((runs) =>
      keptPaths(study).map((metric) => meansOf(runs.map((row) => quartersOf(study, row, metric)))),
    ),
  };
}

function meansOf(lists: readonly (readonly number[])[]): number[] {
  return lists[0].map((_, i) => lists.reduce((sum, list) => sum + list[i], 0) / lists.length);
}

/** Metrics over time that the study kept. */
function keptPaths({ keep, metrics }: Study): PathMetric[] {
  return keep.includes("monthly") ? pathMetrics.filter((metric) => metrics.includes(metric)) : [];
}

function quartersOf(study: Study, { monthly = [] }: StudyRow, metric: PathMetric): number[] {
  const series = { [metric]: monthly[study.metrics.indexOf(metric)] };
  return quarterly({ metrics: series as unknown as Run["metrics"] }, metric, study.scenarios[0].months);
}

function comparisonOf(study: Study, { fromMonth, toMonth }: StudyWindow, units: readonly Unit[]): Comparison {
  const { scenarios, metrics, confidence } = study;
  return assembleComparison(
    {
      scenarios,
      metrics,
      confidence,
      seeds: units.map(({ name }) => name),
      window: { fromMonth, toMonth },
      interval: "t",
      family: familyOf(study),
      tasks: units.flatMap((_, seed) => scenarios.map((__, scenario) => ({ scenario, seed }))),
    },
    units.flatMap(({ values, fingerprints }) =>
      scenarios.map((_, scenario) => ({
        fingerprint: fingerprints[scenario].join(" "),
        values: metricNames.map((name) => values[scenario][metrics.indexOf(name)] ?? Number.NaN),
      })),
    ),
  );
}

function pathsOf(study: Study, units: readonly Unit[]): PathPoint[] | undefined {
  const kept = keptPaths(study);
  if (kept.length === 0) return undefined;
  return study.scenarios.flatMap(({ id }, scenario) =>
    kept.flatMap((metric, m) =>
      pathPoints(
        id,
        metric,
        units.map(({ paths }) => paths[0][m]),
        units.map(({ paths }) => paths[scenario][m]),
        study.confidence,
      ),
    ),
  );
}
