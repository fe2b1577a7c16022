// The copper price of runs beside the price series of 2004 to 2025 (external PR047-PR054).
import { deviation } from "d3-array";
import { ln } from "../arithmetic.ts";
import type { Run } from "../engine/observations.ts";
import { monthsPerYear } from "../units.ts";
import type { FactDefinition, Measure } from "./fact-definition.ts";
import { figure } from "./outside-facts.ts";
import { slopeOf } from "./slope.ts";

/** Months below which a price series says nothing about its persistence. */
const fewestMonths = 5 * monthsPerYear;
/** Standard error of the persistence in external PR053. */
const persistenceError = 0.0123;

const logPrices = (run: Run) => run.metrics.copperPriceUsdPerLb.map(ln);
const changesOf = (series: readonly number[]) => series.slice(1).map((value, i) => value - series[i]);

function onLongRuns(statistic: (logPrices: readonly number[]) => number | null) {
  return (run: Run): Measure => {
    if (run.manifest.months < fewestMonths) return null;
    const value = statistic(logPrices(run));
    return value === null ? null : [value, 1];
  };
}

/** Slope of each value on the one before it; null when nothing varies. */
function autoregression(series: readonly number[]): number | null {
  return slopeOf(series.slice(0, -1), series.slice(1));
}

const nothing = `the run is shorter than ${fewestMonths} months`;

/** How the price moves. */
export const priceFacts: readonly FactDefinition[] = [
  {
    id: "price-volatility",
    fact: "standard deviation of monthly changes of the log copper price",
    role: "input",
    target: `${figure("PR048")} to ${figure("PR047")}`,
    low: figure("PR048"),
    high: figure("PR047"),
    tolerance: "between the samples from 2017 and from 2004",
    unit: "per month",
    source: "external PR047, PR048",
    figures: ["PR047", "PR048"],
    measure: onLongRuns((prices) => deviation(changesOf(prices)) ?? null),
    nothing,
    reason: "shock and momentum are the longer sample's, and reversion to the mean adds a little to them",
  },
  {
    id: "price-persistence",
    fact: "persistence of the monthly log copper price",
    role: "input",
    target: `${(figure("PR053") - 2 * persistenceError).toFixed(3)} to ${(figure("PR053") + 2 * persistenceError).toFixed(3)}`,
    low: figure("PR053") - 2 * persistenceError,
    high: figure("PR053") + 2 * persistenceError,
    tolerance: "two standard errors of the estimate from the series",
    unit: "per month",
    source: "external PR053",
    figures: ["PR053"],
    measure: onLongRuns(autoregression),
    nothing,
    reason: "an estimate from the span of a run lies below the persistence of its price, momentum above it",
  },
  {
    id: "price-momentum",
    fact: "autocorrelation of monthly changes of the log copper price",
    role: "input",
    target: `${figure("PR052")} to ${figure("PR051")}`,
    low: figure("PR052"),
    high: figure("PR051"),
    tolerance: "between the samples from 2017 and from 2004",
    unit: "correlation",
    source: "external PR051, PR052",
    figures: ["PR051", "PR052"],
    measure: onLongRuns((prices) => autoregression(changesOf(prices))),
    nothing,
    reason: "the momentum of the price lies between the two samples",
  },
];
