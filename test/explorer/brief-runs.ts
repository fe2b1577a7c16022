import type { Pair, RunSummary } from "../../explorer/summary.ts";
import { metricNames, type MetricName } from "../../src/index.ts";

/** A run in brief of which only what is told here matters. */
export function briefRun(
  values: Partial<Record<MetricName, number>>,
  more: Partial<RunSummary> = {},
): RunSummary {
  return {
    fingerprint: "0",
    values: metricNames.map((name) => values[name] ?? 0),
    paths: {} as RunSummary["paths"],
    reached: [],
    categories: {},
    ...more,
  };
}

export const pairOf = (seed: number, baseline: RunSummary, scenario: RunSummary): Pair => ({
  seed,
  baseline,
  scenario,
});
