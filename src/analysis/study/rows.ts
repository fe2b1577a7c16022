// What a study keeps of a run: one row, the same wherever and whenever it was made.
import type { Run } from "../../engine/observations.ts";
import { wholeRuns } from "../whole-runs.ts";
import { windowValue } from "../window.ts";
import type { RunRange, StudyLayout } from "./layout.ts";
import type { Study } from "./study.ts";

/** A run of a study. Exactly one of fingerprint and error is there. */
export interface StudyRow {
  /** Index of the run in its study, from 0. */
  readonly run: number;
  /** Id of the scenario. */
  readonly scenario: string;
  /** The seed that the run got; within a draw the study's own and the draw's number, as "3/12". */
  readonly seed: string;
  /** Number of the draw from 1; 0 where no parameters are drawn. */
  readonly draw: number;
  /** Fingerprint of the run, 16 hexadecimal digits; missing when it failed. */
  readonly fingerprint?: string;
  /** By window, by metric, in the study's order: flows a year, stocks on average; missing when the run failed. */
  readonly values?: readonly (readonly number[])[];
  /** By metric, by month from January 2017; where the study keeps them. */
  readonly monthly?: readonly (readonly number[])[];
  /** Why there is no result; missing when there is one. */
  readonly error?: string;
}

/** The rows of a range of runs, one after the other. A run that fails has a row that says why, and the rest goes on. */
export function* rowsOf(study: Study, layout: StudyLayout, { from, to }: RunRange): Generator<StudyRow> {
  for (let start = from; start < to;) {
    const first = layout.place(start);
    const end = Math.min(to, start - first.scenario + layout.groupSize);
    yield* groupRows(study, layout, { from: start, to: end });
    start = end;
  }
}

/** Rows of runs that have a draw and a seed in common. */
function* groupRows(study: Study, layout: StudyLayout, { from, to }: RunRange): Generator<StudyRow> {
  let next = from;
  const { draw, seed } = layout.place(from);
  while (next < to) {
    try {
      const tasks = Array.from({ length: to - next }, (_, i) => ({
        scenario: layout.place(next + i).scenario,
        seed: 0,
      }));
      for (const run of wholeRuns({ scenarios: layout.scenariosOf(draw), seeds: [seed] }, tasks)) {
        yield rowOf(study, layout, next, run);
        next += 1;
      }
    } catch (error) {
      yield failedRow(study, layout, next, messageOf(error));
      next += 1;
    }
  }
}

/** The row of a run that was made. */
function rowOf(study: Study, layout: StudyLayout, index: number, run: Run): StudyRow {
  const { scenario, seed, draw } = layout.place(index);
  const { windows, metrics, keep } = study;
  return {
    run: index,
    scenario: study.scenarios[scenario].id,
    seed,
    draw,
    fingerprint: run.fingerprint,
    values: windows.map((window) => metrics.map((metric) => windowValue(run, metric, window))),
    ...(keep.includes("monthly") ? { monthly: metrics.map((metric) => run.metrics[metric]) } : {}),
  };
}

/** The row of a run that failed. */
export function failedRow(study: Study, layout: StudyLayout, index: number, error: string): StudyRow {
  const { scenario, seed, draw } = layout.place(index);
  return { run: index, scenario: study.scenarios[scenario].id, seed, draw, error };
}

/** What an error says, without where it was thrown: that depends on the build. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
