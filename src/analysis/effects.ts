// What a scenario changes, from paired runs: the same seeds under both, so that luck cancels (ODD 11). Pure functions of numbers.
import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import tCdf from "@stdlib/stats-base-dists-t-cdf";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { mean as meanOrNothing, variance as varianceOrNothing } from "d3-array";
import { InputError, type Problem } from "../errors.ts";

/** Confidence of intervals unless asked otherwise. */
export const defaultConfidence = 0.95;

/** A mean with its t interval. */
export interface Estimate {
  readonly n: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** A paired difference, scenario less baseline. */
export interface PairedEffect {
  /** Pairs, one per seed. */
  readonly n: number;
  readonly baselineMean: number;
  readonly scenarioMean: number;
  /** Mean of the differences. */
  readonly difference: number;
  /** Bounds of the difference's t interval. */
  readonly low: number;
  readonly high: number;
  /** Difference over the size of the baseline's mean; null when that mean is 0. */
  readonly relative: number | null;
  /** Standard error of the difference. */
  readonly standardError: number;
  /**
   * Two-sided p value of the paired t test; null for a tie, of which there is nothing to test. 0 when the differences are the
   * same in every seed, but not 0.
   */
  readonly pValue: number | null;
  /** Share of seeds in which the scenario's value is strictly higher: a tie counts as a tie. */
  readonly probabilityHigher: number;
  /** Clopper and Pearson's bounds of it: exact for any number of seeds. */
  readonly probabilityHigherLow: number;
  readonly probabilityHigherHigh: number;
  /** Share of seeds in which both values are exactly equal; the rest is lower. */
  readonly probabilityTied: number;
  /** How many times smaller the variance of the difference is than with independent seeds; null when it does not vary. */
  readonly varianceReduction: number | null;
  /** Why there is no such number: "infinite" when the levels vary and their difference does not, "none" when nothing varies. */
  readonly varianceReductionIs: "finite" | "infinite" | "none";
  /** Whether every difference is exactly 0. */
  readonly tie: boolean;
}

/** A ratio of two means with Fieller's interval. */
export interface RatioEstimate {
  /** Null when the denominator's mean is 0. */
  readonly value: number | null;
  /** Bounds; null when the denominator is not told apart from 0, for then the ratio could be anything. */
  readonly low: number | null;
  readonly high: number | null;
  /** Why the value or its bounds are missing. */
  readonly reason: string | null;
}

/** What an effect says: which side of 0 its interval lies on, if on one. */
export type Verdict = "higher" | "lower" | "not told apart" | "identical";

/**
 * The mean of values and its t interval.
 *
 * @throws InputError for fewer than two values, values that are not finite, or a confidence outside (0, 1).
 */
export function estimate(values: readonly number[], confidence = defaultConfidence): Estimate {
  refuse(
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
 * The effect of a scenario from values per seed, in the same order of seeds.
 *
 * @throws InputError for lists of unequal length, fewer than two seeds, values that are not finite, or a confidence outside (0, 1).
 */
export function pairedEffect(
  baseline: readonly number[],
  scenario: readonly number[],
  confidence = defaultConfidence,
): PairedEffect {
  refuse("a paired effect", pairProblems("baseline", baseline, "scenario", scenario, confidence));
  const n = baseline.length;
  const differences = baseline.map((value, i) => scenario[i] - value);
  const difference = estimate(differences, confidence);
  const baselineMean = mean(baseline);
  const differenceVariance = variance(differences);
  const higher = differences.filter((each) => each > 0).length;
  const equal = differences.filter((each) => each === 0).length;
  const independent = variance(baseline) + variance(scenario);
  const standardError = Math.sqrt(differenceVariance / n);
  const [probabilityHigherLow, probabilityHigherHigh] = shareBounds(higher, n, confidence);
  return {
    n,
    baselineMean,
    scenarioMean: mean(scenario),
    difference: difference.mean,
    low: difference.low,
    high: difference.high,
    relative: baselineMean === 0 ? null : difference.mean / Math.abs(baselineMean),
    standardError,
    pValue: equal === n ? null : twoSidedP(difference.mean, standardError, n),
    probabilityHigher: higher / n,
    probabilityHigherLow,
    probabilityHigherHigh,
    probabilityTied: equal / n,
    varianceReduction: differenceVariance === 0 ? null : independent / differenceVariance,
    varianceReductionIs: differenceVariance !== 0 ? "finite" : independent === 0 ? "none" : "infinite",
    tie: equal === n,
  };
}

/** Bounds of a probability of which `hits` of n were seen (Clopper and Pearson 1934). */
export function shareBounds(
  hits: number,
  n: number,
  confidence = defaultConfidence,
): readonly [number, number] {
  const tail = (1 - confidence) / 2;
  return [
    hits === 0 ? 0 : betaQuantile(tail, hits, n - hits + 1),
    hits === n ? 1 : betaQuantile(1 - tail, hits + 1, n - hits),
  ];
}

/** Which side of 0 an effect's interval lies on. */
export function verdictOf({ low, high, tie }: Pick<PairedEffect, "low" | "high" | "tie">): Verdict {
  if (tie) return "identical";
  if (low > 0) return "higher";
  return high < 0 ? "lower" : "not told apart";
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
  refuse(
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

/** Problems of a confidence, if any. */
export function confidenceProblems(confidence: unknown, path = "confidence"): Problem[] {
  const good = typeof confidence === "number" && confidence > 0 && confidence < 1;
  return good ? [] : [{ path, value: confidence, expected: "a number between 0 and 1, as 0.95" }];
}

// Samples have been checked before: two values or more, so that there is a mean and a variance.
const mean = (values: readonly number[]) => meanOrNothing(values) ?? Number.NaN;
const variance = (values: readonly number[]) => varianceOrNothing(values) ?? Number.NaN;

function twoSidedP(difference: number, standardError: number, n: number): number {
  return standardError === 0 ? 0 : 2 * tCdf(-Math.abs(difference / standardError), n - 1);
}

/** Quantile of Student's t for a two-sided interval of n values. */
function tFactor(n: number, confidence: number): number {
  return tQuantile((1 + confidence) / 2, n - 1);
}

function halfWidth(sampleVariance: number, n: number, confidence: number): number {
  return tFactor(n, confidence) * Math.sqrt(sampleVariance / n);
}

function covarianceTerm(covariance: number, n: number, confidence: number): number {
  return (tFactor(n, confidence) ** 2 * covariance) / n;
}

function sampleProblems(path: string, values: readonly number[]): Problem[] {
  const at = values.findIndex((value) => !Number.isFinite(value));
  return at < 0 ? [] : [{ path: `${path}[${at}]`, value: values[at], expected: "a finite number" }];
}

function sizeProblems(path: string, n: number): Problem[] {
  return n >= 2 ? [] : [{ path, value: n, expected: "at least 2 values: one has no interval" }];
}

function pairProblems(
  first: string,
  firstValues: readonly number[],
  second: string,
  secondValues: readonly number[],
  confidence: number,
): Problem[] {
  const [n, m] = [firstValues.length, secondValues.length];
  return [
    ...confidenceProblems(confidence),
    ...sizeProblems(first, n),
    ...(n === m
      ? []
      : [{ path: second, value: m, expected: `as many values as ${first} (${n}): they are paired by seed` }]),
    ...sampleProblems(first, firstValues),
    ...sampleProblems(second, secondValues),
  ];
}

function refuse(what: string, ...lists: Problem[][]): void {
  const problems = lists.flat();
  if (problems.length > 0) throw new InputError(what, problems);
}
