// A metric over time in a scenario, level and paired difference, with intervals at every quarter.
import { estimate, pairedEffect } from "../effects.ts";
import type { Verdict } from "../mean-test.ts";
import { monthsPerStep, type PathMetric } from "./run-details.ts";

/** A quarter of a metric in a scenario: mean and interval over seeds of its level, and of the paired difference. */
export interface PathPoint {
  readonly metric: PathMetric;
  readonly scenario: string;
  /** First month of the quarter, from January 2017. */
  readonly month: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Against the baseline; 0 for the baseline itself. */
  readonly difference: number;
  readonly differenceLow: number;
  readonly differenceHigh: number;
  readonly verdict: Verdict;
}

/**
 * The quarters of a metric.
 *
 * @param baseline A list of quarters for each seed; the scenario's has the same seeds in the same order.
 */
export function pathPoints(
  scenario: string,
  metric: PathMetric,
  baseline: readonly (readonly number[])[],
  changed: readonly (readonly number[])[],
  confidence: number,
): PathPoint[] {
  return baseline[0].map((_, step) => {
    const values = changed.map((series) => series[step]);
    const { mean, low, high } = estimate(values, confidence);
    const paired = pairedEffect(
      baseline.map((series) => series[step]),
      values,
      confidence,
    );
    return {
      metric,
      scenario,
      month: step * monthsPerStep,
      mean,
      low,
      high,
      difference: paired.difference,
      differenceLow: paired.low,
      differenceHigh: paired.high,
      verdict: paired.verdict,
    };
  });
}
