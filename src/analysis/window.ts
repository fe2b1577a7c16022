// A run in a window of months, as one number per metric: flows a year, stocks on average.
import { metricNames, metrics, type MetricName, type Run } from "../engine/observations.ts";
import type { Problem } from "../errors.ts";
import { monthsPerYear } from "../units.ts";

/** Months counted from January 2017. */
export interface Window {
  /** First month in the window. */
  readonly fromMonth: number;
  /** First month no longer in the window. */
  readonly toMonth: number;
}

/** What is kept of a run: plain data, small whatever the run's length, and fit to be sent between threads. */
export interface RunReduction {
  /** Fingerprint of the run, 16 hexadecimal digits. */
  readonly fingerprint: string;
  /** Values in the window, in the order of `metricNames`: flows a year, stocks on average. */
  readonly values: readonly number[];
  /** What the plan asked to be read beyond the metrics; missing when it asked for nothing. */
  readonly reading?: readonly (number | null)[];
}

/** A run's number for a metric in a window: US$ a year and the like for flows, the mean for stocks. */
export function windowValue(run: Pick<Run, "metrics">, metric: MetricName, window: Window): number {
  const { fromMonth, toMonth } = window;
  const series = run.metrics[metric];
  let sum = 0;
  for (let month = fromMonth; month < toMonth; month++) sum += series[month];
  const perMonth = sum / (toMonth - fromMonth);
  return metrics[metric].kind === "flow" ? perMonth * monthsPerYear : perMonth;
}

/** Reduces a run to its values in a window. */
export function reduceRun(run: Run, window: Window): RunReduction {
  return {
    fingerprint: run.fingerprint,
    values: metricNames.map((metric) => windowValue(run, metric, window)),
  };
}

/** Unit of a metric's value in a window. */
export function windowUnit(metric: MetricName): string {
  const { unit, kind } = metrics[metric];
  return kind === "flow" ? `${unit} a year` : unit;
}

/** Problems of a window, if any; without a horizon that it could be held against, of the window in itself. */
export function windowProblems(window: unknown, months = Infinity, path = "window"): Problem[] {
  if (typeof window !== "object" || window === null) {
    return [{ path, value: window, expected: "{ fromMonth, toMonth }" }];
  }
  const { fromMonth, toMonth } = window as Partial<Window>;
  const problems: Problem[] = [];
  const whole = (value: unknown): value is number => Number.isInteger(value);
  const isKnown = months < Infinity;
  if (!whole(fromMonth) || fromMonth < 0 || fromMonth >= months) {
    const end = isKnown ? ` to ${months - 1}; the horizon is ${months} months` : "";
    const expected = `a whole month from 0${end}`;
    problems.push({ path: `${path}.fromMonth`, value: fromMonth, expected });
  }
  if (!whole(toMonth) || toMonth < 1 || toMonth > months) {
    const end = isKnown ? ` to ${months}` : "";
    const expected = `a whole month from 1${end}, the first that is no longer counted`;
    problems.push({ path: `${path}.toMonth`, value: toMonth, expected });
  } else if (whole(fromMonth) && toMonth <= fromMonth) {
    problems.push({
      path: `${path}.toMonth`,
      value: toMonth,
      expected: `a month after fromMonth (${fromMonth})`,
    });
  }
  return problems;
}
