// What a study reads of a run beyond its metrics. Readings go by name, so that a worker can be told which one, and give plain
// lists of numbers, so that a file can hold them.
import { riskClassNames } from "../agents/codes.ts";
import { metricNames, type Run } from "../engine/observations.ts";
import { yearOfMonth } from "../units.ts";
import { reportReading } from "./details/run-details.ts";
import { flatMeasures } from "./fact-table.ts";
import { windowValue, type Window } from "./window.ts";

/** A list of numbers read of a run; null where it has nothing to read. */
export type Reading = readonly (number | null)[];

/** Months at a run's end that tell what lasts: five years, the term of a government. */
const lateMonths = 60;

const readers = {
  /** Two numbers a fact, in the order of the facts. */
  facts: flatMeasures,
  /** What the hypotheses ask for: {@link riskReading}, then every metric late in the run. */
  hypotheses: (run: Run, window: Window): Reading => [
    ...riskReading(run, window),
    ...metricNames.map((metric) => windowValue(run, metric, lateWindow(run.manifest.months))),
  ],
  /** What a report draws; `runDetailsOf` reads it. */
  report: reportReading,
} as const satisfies Record<string, (run: Run, window: Window) => Reading>;

/** Name of a reading. */
export type ReadingName = keyof typeof readers;

/** Reads a run. */
export function readRun(name: ReadingName, run: Run, window: Window): Reading {
  return readers[name](run, window);
}

/** The last five years of a run, or all of a shorter one. */
function lateWindow(months: number): Window {
  return { fromMonth: Math.max(0, months - lateMonths), toMonth: months };
}

/** Tenders won by Peruvian firms, and by any firm, in the calendar years of a window: a pair for each class of risk. */
function riskReading({ funnel }: Run, { fromMonth, toMonth }: Window): Reading {
  const [first, last] = [yearOfMonth(fromMonth), yearOfMonth(toMonth - 1)];
  const won = funnel.byYear.filter(({ gate, year }) => gate === "won" && year >= first && year <= last);
  return riskClassNames.flatMap((risk) => {
    const ofClass = won.filter((row) => row.risk === risk);
    const sum = (rows: typeof ofClass) => rows.reduce((all, { count }) => all + count, 0);
    return [sum(ofClass.filter(({ origin }) => origin === "peruvian")), sum(ofClass)];
  });
}
