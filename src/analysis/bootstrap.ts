// Bootstrap interval and test of a mean, for differences that are skewed: bias-corrected and accelerated (Efron 1987), and
// widened for small samples as Student's t is (Hesterberg 2015), without which eight normal values are covered by 87 of 100
// intervals of 95 %, and with it by 94. With heavy tails it falls short of a t interval: 92 of 100 for 96.
import normalCdf from "@stdlib/stats-base-dists-normal-cdf";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import type { Problem } from "../errors.ts";
import { chanceOfOneSide } from "./mean-test.ts";
import { drawPrefix, drawWith, rootKey } from "../random.ts";
import { roundingOf } from "./rounding.ts";
import { tCdf, tQuantile } from "./student-t.ts";

/** Resamples unless asked otherwise: the ends of a 95 % interval of twenty values then rest on about sixty resampled means. */
const defaultResamples = 4000;

/** What the resampling is keyed by, so that the same values always give the same interval. */
const root = rootKey("bootstrap");

/** What resampling says of a mean. */
export interface BootstrapEstimate {
  readonly low: number;
  readonly high: number;
  /** Two-sided p-value against a mean of 0: the error at which an end of the interval is 0. */
  readonly pValue: number;
}

/**
 * BCa interval of the mean of values, in whatever order, and the test that belongs to it. Values that are all the same give an
 * interval of no width, and the p-value of their signs, or 1 where all are 0.
 *
 * @param values Finite numbers, as many as {@link bootstrapProblems} asks for.
 */
export function bootstrapEstimate(
  values: readonly number[],
  confidence: number,
  resamples = defaultResamples,
): BootstrapEstimate {
  const n = values.length;
  const sorted = Float64Array.from(values).sort();
  const [least, most] = [sorted[0], sorted[n - 1]];
  if (least === most) return { low: least, high: least, pValue: least === 0 ? 1 : chanceOfOneSide(n) };

  // Counts a year lie on a grid, where rounding would put a resampled mean that is the mean, or 0, on either side of it.
  const rounding = roundingOf([least, most]);
  const onGrid = (value: number, point: number) => (Math.abs(value - point) > rounding ? value : point);
  const mean = onGrid(sorted.reduce((sum, value) => sum + value, 0) / n, 0);
  const spread = sorted.map((value) => value - mean);
  const squares = spread.reduce((sum, each) => sum + each * each, 0);
  // The jackknife's means deviate from their own by spread / (n - 1), with the sign turned.
  const cubes = spread.reduce((sum, each) => sum + each * each * each, 0);
  const acceleration = cubes / (6 * squares * Math.sqrt(squares));

  const means = resampledMeans(sorted, resamples)
    .map((value) => onGrid(onGrid(value, 0), mean))
    .sort();
  const below = means.filter((each) => each < mean).length + means.filter((each) => each === mean).length / 2;
  const bias = normalQuantile(withinResamples(below / resamples, resamples), 0, 1);
  // Resampled means vary by (n - 1) / n less than means of samples do, and by a spread that is itself estimated.
  const widening = Math.sqrt(n / (n - 1));

  const end = (share: number) => {
    const z = bias + widening * tQuantile(share, n - 1);
    const room = 1 - acceleration * z;
    // Where the acceleration leaves no room, the end lies beyond all that can be resampled.
    if (room <= 0) return at(means, z > 0 ? 1 : 0);
    return at(means, normalCdf(bias + z / room, 0, 1));
  };
  // The same the other way round: with which share an end of the interval would lie at a share of the resampled means.
  const shareOfEnd = (share: number) => {
    const x = normalQuantile(withinResamples(share, resamples), 0, 1) - bias;
    const room = 1 + acceleration * x;
    if (room <= 0) return x < 0 ? 0 : 1;
    return tCdf((x / room - bias) / widening, n - 1);
  };
  const oneSided = Math.min(shareOfEnd(shareUpTo0(means)), 1 - shareOfEnd(shareBelow0(means)));
  return {
    low: end((1 - confidence) / 2),
    high: end((1 + confidence) / 2),
    pValue: Math.max(chanceOfOneSide(n), Math.min(1, 2 * oneSided)),
  };
}

/** Keeps a share half a resample away from none and all, where no quantile is finite. */
function withinResamples(share: number, resamples: number): number {
  return Math.min(1 - 0.5 / resamples, Math.max(0.5 / resamples, share));
}

/**
 * Problems of a number of values, if any. A bootstrap interval does not reach beyond the values: with so few that they may all
 * lie on one side of their distribution's middle more often than the interval may err, none holds.
 */
export function bootstrapProblems(path: string, n: number, confidence: number): Problem[] {
  const error = 1 - confidence;
  let fewest = 2;
  // An interval within the values errs where all lie on one side of the middle.
  while (chanceOfOneSide(fewest) > error) fewest += 1;
  if (n >= fewest) return [];
  const expected = `at least ${fewest} for a bootstrap of this confidence, which does not reach beyond the values`;
  return [{ path, value: n, expected }];
}

/** Means of samples drawn with replacement. */
function resampledMeans(values: Float64Array, resamples: number): Float64Array {
  const n = values.length;
  const means = new Float64Array(resamples);
  for (let resample = 0; resample < resamples; resample++) {
    const prefix = drawPrefix(root, n, resample, 0);
    let sum = 0;
    for (let i = 0; i < n; i++) sum += values[Math.floor(drawWith(prefix, i) * n)];
    means[resample] = sum / n;
  }
  return means;
}

/** Quantile of sorted values, interpolated. */
function at(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const lower = Math.floor(place);
  const upper = Math.min(lower + 1, sorted.length - 1);
  return sorted[lower] + (place - lower) * (sorted[upper] - sorted[lower]);
}

/** The largest share of which the quantile of sorted values is 0 or less. */
function shareUpTo0(sorted: Float64Array): number {
  const positive = sorted.findIndex((value) => value > 0);
  if (positive < 0) return 1;
  if (positive === 0) return 0;
  const under = sorted[positive - 1];
  return (positive - 1 - under / (sorted[positive] - under)) / (sorted.length - 1);
}

/** The smallest share of which the quantile of sorted values is 0 or more. */
function shareBelow0(sorted: Float64Array): number {
  return 1 - shareUpTo0(sorted.map((value) => -value).reverse());
}
