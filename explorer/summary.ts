// What the page keeps of a run: small, plain, and fit to be sent from a worker.
import { gateNames } from "../src/agents/codes.ts";
import { funnelSteps } from "../src/analysis/funnel.ts";
import { wholeYears, yearsCovered } from "../src/analysis/details/run-details.ts";
import { windowValue, type Window } from "../src/analysis/window.ts";
import { metricNames, metrics, type MetricName, type Run } from "../src/index.ts";

/** Metrics that are shown over time. */
export const pathMetrics = [
  "localValueNetUsd",
  "peruvianDirectUsd",
  "workingSuppliers",
  "innovatingSuppliers",
  "exportsUsd",
  "publicCostUsd",
] as const satisfies readonly MetricName[];
export type PathMetric = (typeof pathMetrics)[number];

/** Metric of the answer. */
export const mainMetric = "localValueNetUsd" satisfies MetricName;

/** Money of a category, US$ a year in the window's whole years. */
export interface CategoryMoney {
  readonly spendUsd: number;
  readonly peruvianUsd: number;
}

/** A run in brief. */
export interface RunSummary {
  readonly fingerprint: string;
  /** Values in the window, in the order of `metricNames`. */
  readonly values: readonly number[];
  /** A number a calendar year for each metric over time. */
  readonly paths: Readonly<Record<PathMetric, readonly number[]>>;
  /** Peruvian firms that reach each gate, in the gates' order; the last are those that won. */
  readonly reached: readonly number[];
  readonly categories: Readonly<Record<string, CategoryMoney>>;
}

/** Both runs of a seed. */
export interface Pair {
  readonly seed: number;
  readonly baseline: RunSummary;
  readonly scenario: RunSummary;
}

/** Calendar year of the first month. */
export const firstYear = 2017;
/**
 * Net local value of a run of few firms in each world, US$ a calendar year. It is for looking at: as a type of its own, no estimate,
 * table or file can take it in.
 */
export interface Preview {
  readonly baseline: readonly number[];
  readonly scenario: readonly number[];
}

const monthsPerYear = 12;

/** Sums up a run. */
export function summaryOf(run: Run, window: Window): RunSummary {
  const [fromYear, toYear] = wholeYears(window);
  const steps = funnelSteps(run.funnel, { origin: "peruvian", fromYear, toYear });
  return {
    fingerprint: run.fingerprint,
    values: metricNames.map((metric) => windowValue(run, metric, window)),
    paths: Object.fromEntries(pathMetrics.map((metric) => [metric, yearly(run, metric)])) as Record<
      PathMetric,
      number[]
    >,
    reached: gateNames.map((gate) => steps.find((step) => step.gate === gate)?.reached ?? 0),
    categories: categoryMoney(run, [fromYear, toYear]),
  };
}

/** A metric of a run, a number a whole calendar year: sums of a flow, means of a stock. */
export function yearly({ metrics: columns, scenario }: Run, metric: MetricName): number[] {
  const years = Math.floor(scenario.months / monthsPerYear);
  const { kind } = metrics[metric];
  const series = columns[metric];
  return Array.from({ length: years }, (_, year) => {
    const months = series.slice(year * monthsPerYear, (year + 1) * monthsPerYear);
    const sum = months.reduce((total, value) => total + value, 0);
    return kind === "flow" ? sum : sum / monthsPerYear;
  });
}

function categoryMoney(
  run: Run,
  [fromYear, toYear]: readonly [number, number],
): Record<string, CategoryMoney> {
  const rows = run.ladder.byCategory.filter(({ year }) => year >= fromYear && year <= toYear);
  const years = yearsCovered([fromYear, toYear], run.manifest.months);
  const sums = new Map<string, { spendUsd: number; peruvianUsd: number }>();
  for (const { category, spendUsd, peruvianDirectUsd } of rows) {
    const sum = sums.get(category) ?? { spendUsd: 0, peruvianUsd: 0 };
    sums.set(category, {
      spendUsd: sum.spendUsd + spendUsd / years,
      peruvianUsd: sum.peruvianUsd + peruvianDirectUsd / years,
    });
  }
  return Object.fromEntries(sums);
}
