// What a scenario changes, from paired runs: the same seeds under both, so that luck cancels. Pure functions of numbers.
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { mean as meanOrNothing, variance as varianceOrNothing } from "d3-array";
import { refuseIfAny } from "../errors.ts";
import { bootstrapEstimate } from "./bootstrap.ts";
import { isWithoutSpread, pValueOfMean, verdictOf, type Verdict } from "./mean-test.ts";
import {
  confidenceProblems,
  intervalProblems,
  pairProblems,
  sampleProblems,
  sizeProblems,
} from "./sample-problems.ts";
import { tQuantile } from "./student-t.ts";

/** Confidence of intervals unless asked otherwise. */
export const defaultConfidence = 0.95;

/**
 * How an interval of a mean is formed: by Student's t, or by resampling (BCa), which follows skewed differences somewhat better and
 * holds less often where tails are heavy. Neither knows of what happens in no seed.
 */
export type IntervalMethod = "t" | "bootstrap";

/** A mean with its t interval. */
export interface Estimate {
  /** Independent values that it is of: seeds, unless it says otherwise; at least two. */
  readonly n: number;
  /** Their mean. */
  readonly mean: number;
  /** Lower bound of the mean's interval, of the confidence asked for. */
  readonly low: number;
  /** Upper bound of that interval. */
  readonly high: number;
}

/** A mean difference with its t interval, and what it says. */
export interface DifferenceEstimate extends Estimate {
  /** By the interval or, where every difference is the same, by how many there are. */
  readonly verdict: Verdict;
}

/** A paired difference, scenario less baseline. */
export interface PairedEffect {
  /** Pairs, one per seed. */
  readonly n: number;
  /** Mean over the seeds under the baseline. */
  readonly baselineMean: number;
  /** Mean over the seeds under the scenario. */
  readonly scenarioMean: number;
  /** Mean of the differences: above 0 where the scenario's values are higher. */
  readonly difference: number;
  /** Lower bound of the difference's interval: of t, or of the bootstrap where that was asked for. */
  readonly low: number;
  /** Upper bound of that interval. */
  readonly high: number;
  /** Standard error of the difference. */
  readonly standardError: number;
  /**
   * Two-sided p-value against no difference, of the test to which the interval belongs; null for a tie: nothing to test. Differences
   * that do not vary, but for rounding, are tested by their signs: n of them have 2^(1 - n).
   */
  readonly pValue: number | null;
  /** Difference over the size of the baseline's mean, as a share: 0.1 is 10 % more; null when that mean is 0. */
  readonly relative: number | null;
  /** Share of seeds in which the scenario's value is higher, 0 to 1; a tie counts half. */
  readonly probabilityHigher: number;
  /** Share of seeds in which both have the same value, 0 to 1. */
  readonly probabilitySame: number;
  /** Lower bound of the probability of being higher (Wilson's score interval). */
  readonly probabilityHigherLow: number;
  /** Upper bound of that probability. */
  readonly probabilityHigherHigh: number;
  /**
   * How many times smaller the variance of the difference is than with independent seeds; null when the differences do
   * not vary, but for rounding.
   */
  readonly varianceReduction: number | null;
  /** Whether every difference is exactly 0. */
  readonly tie: boolean;
  /** What the effect says by itself: `"too few pairs"` where it is the same in each of so few that its interval means nothing. */
  readonly verdict: Verdict;
}

/** A ratio of two means with Fieller's interval. */
export interface RatioEstimate {
  /** The numerator's mean over the denominator's; null when the latter is 0. */
  readonly value: number | null;
  /** Lower bound; null when the denominator is not told apart from 0, for then the ratio could be anything. */
  readonly low: number | null;
  /** Upper bound; null where the lower is. */
  readonly high: number | null;
  /** Why the value or its bounds are missing; null when nothing is. */
  readonly reason: string | null;
}

/**
 * The mean of values and its t interval.
 *
 * @throws InputError for fewer than two values, values that are not finite, or a confidence outside (0, 1).
 */
export function estimate(values: readonly number[], confidence = defaultConfidence): Estimate {
  refuseIfAny(
    "an estimate",
    sampleProblems("values", values),
    confidenceProblems(confidence),
    sizeProblems("values", values.length),
  );
  const centre = mean(values);
  const half = halfWidth(variance(values), values.length, confidence);
  return { n: values.length, mean: centre, low: centre - half, high: centre + half };
}

/**
 * The mean of differences, its t interval, and what it says.
 *
 * @param formedFrom Numbers of the size of those that the values are differences of: what rounding leaves of these is no difference.
 * @throws InputError as {@link estimate}.
 */
export function differenceEstimate(
  differences: readonly number[],
  formedFrom: readonly number[],
  confidence = defaultConfidence,
): DifferenceEstimate {
  const { n, mean: centre, low, high, ...test } = testedByT(differences, formedFrom, confidence);
  return { n, mean: centre, low, high, verdict: verdictOf({ low, high, ...test }, confidence) };
}

function testedByT(differences: readonly number[], formedFrom: readonly number[], confidence: number) {
  const found = estimate(differences, confidence);
  const spread = variance(differences);
  const isTie = differences.every((each) => each === 0);
  return {
    ...found,
    spread,
    pValue: isTie ? null : pValueOfMean(found.mean, spread, found.n, formedFrom),
    withoutSpread: isWithoutSpread(spread, formedFrom),
  };
}

/**
 * The effect of a scenario on any number that runs give, one value per seed: the same seeds in the same order on both sides.
 *
 * @param confidence Of the interval. Default 0.95.
 * @param method How the interval is formed. Default "t".
 * @throws InputError for what are no lists, lists of unequal length, fewer than two seeds, values that are not finite, a confidence
 * outside (0, 1), or too few seeds for a bootstrap of that confidence: six for 95 %.
 */
export function pairedEffect(
  baseline: readonly number[],
  scenario: readonly number[],
  confidence = defaultConfidence,
  method: IntervalMethod = "t",
): PairedEffect {
  const pairs = Array.isArray(baseline) ? baseline.length : undefined;
  refuseIfAny(
    "a paired effect",
    pairProblems("baseline", baseline, "scenario", scenario, confidence),
    intervalProblems(method, confidence, "baseline", pairs),
  );
  const n = baseline.length;
  const differences = baseline.map((value, i) => scenario[i] - value);
  const byT = testedByT(differences, [...baseline, ...scenario], confidence);
  const { withoutSpread, spread, mean: difference } = byT;
  const tested =
    method === "t" || withoutSpread ? byT : { ...byT, ...bootstrapEstimate(differences, confidence) };
  const { low, high, pValue } = tested;
  const higher = differences.filter((each) => each > 0).length;
  const equal = differences.filter((each) => each === 0).length;
  const probabilityHigher = (higher + equal / 2) / n;
  const baselineMean = mean(baseline);
  return {
    n,
    baselineMean,
    scenarioMean: mean(scenario),
    difference,
    low,
    high,
    standardError: Math.sqrt(spread / n),
    pValue,
    relative: baselineMean === 0 ? null : difference / Math.abs(baselineMean),
    probabilityHigher,
    probabilitySame: equal / n,
    ...wilson(probabilityHigher, n, confidence),
    varianceReduction: withoutSpread ? null : (variance(baseline) + variance(scenario)) / spread,
    tie: equal === n,
    verdict: verdictOf(tested, confidence),
  };
}

/**
 * Whether a difference, not 0 everywhere, was the same in every pair, but for rounding. Its interval has no width because nothing varied,
 * which few pairs may do by chance.
 */
export function isAlike({
  varianceReduction,
  tie,
}: Pick<PairedEffect, "varianceReduction" | "tie">): boolean {
  return varianceReduction === null && !tie;
}

/**
 * The mean of the numerators over the mean of the denominators, paired by seed, with Fieller's interval: right also where
 * the denominator is uncertain. With constant denominators of 1 it is the t interval of the numerators.
 *
 * @throws InputError as {@link pairedEffect}.
 */
export function ratioOfMeans(
  numerators: readonly number[],
  denominators: readonly number[],
  confidence = defaultConfidence,
): RatioEstimate {
  refuseIfAny(
    "a ratio of means",
    pairProblems("numerators", numerators, "denominators", denominators, confidence),
  );
  const n = numerators.length;
  const above = mean(numerators);
  const below = mean(denominators);
  if (below === 0) return { value: null, low: null, high: null, reason: "the denominator is 0" };
  const value = above / below;
  // Fieller: the ratios r for which mean(numerator - r × denominator) is not told apart from 0.
  const aboveHalf = halfWidth(variance(numerators), n, confidence);
  const belowHalf = halfWidth(variance(denominators), n, confidence);
  const covariance =
    numerators.reduce((sum, each, i) => sum + (each - above) * (denominators[i] - below), 0) / (n - 1);
  const cross = above * below - covarianceTerm(covariance, n, confidence);
  const square = below * below - belowHalf * belowHalf;
  if (square <= 0) {
    return { value, low: null, high: null, reason: "the denominator is not told apart from 0" };
  }
  const spread = Math.sqrt(Math.max(0, cross * cross - square * (above * above - aboveHalf * aboveHalf)));
  return { value, low: (cross - spread) / square, high: (cross + spread) / square, reason: null };
}

// Samples have been checked before: two values or more, so that there is a mean and a variance.
const mean = (values: readonly number[]) => meanOrNothing(values) ?? Number.NaN;
const variance = (values: readonly number[]) => varianceOrNothing(values) ?? Number.NaN;

/** Quantile of Student's t for a two-sided interval of n values. */
function tFactor(n: number, confidence: number): number {
  return tQuantile((1 + confidence) / 2, n - 1);
}

function halfWidth(sampleVariance: number, n: number, confidence: number): number {
  return tFactor(n, confidence) * Math.sqrt(sampleVariance / n);
}

/** Wilson's score interval of a probability from its share in n trials: sound also for shares of 0 and 1. */
function wilson(share: number, n: number, confidence: number) {
  const z = normalQuantile((1 + confidence) / 2, 0, 1);
  const centre = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const whole = 1 + (z * z) / n;
  return {
    probabilityHigherLow: Math.max(0, (centre - half) / whole),
    probabilityHigherHigh: Math.min(1, (centre + half) / whole),
  };
}

function covarianceTerm(covariance: number, n: number, confidence: number): number {
  return (tFactor(n, confidence) ** 2 * covariance) / n;
}
