// Bootstrap intervals of a mean, for differences that are far from normal: bias-corrected and accelerated (Efron 1987), and
// widened for small samples as Student's t is (Hesterberg 2015), without which eight normal values are covered by 87 of 100
// intervals of 95 %.
import normalCdf from "@stdlib/stats-base-dists-normal-cdf";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import type { Problem } from "../errors.ts";
import { drawPrefix, drawWith, rootKey } from "../random.ts";
import { tQuantile } from "./student-t.ts";

/** Resamples unless asked otherwise: the ends of a 95 % interval of twenty values then rest on about sixty resampled means. */
const defaultResamples = 4000;

/** What the resampling is keyed by, so that the same values always give the same interval. */
const root = rootKey("bootstrap");

/**
 * BCa interval of the mean of values, in whatever order. Values that are all the same give an interval of no width.
 *
 * @param values Finite numbers, as many as {@link bootstrapProblems} asks for.
 */
export function bootstrapInterval(
  values: readonly number[],
  confidence: number,
  resamples = defaultResamples,
): { readonly low: number; readonly high: number } {
  const n = values.length;
  const sorted = Float64Array.from(values).sort();
  const mean = sorted.reduce((sum, value) => sum + value, 0) / n;
  const spread = sorted.map((value) => value - mean);
  const squares = spread.reduce((sum, each) => sum + each * each, 0);
  if (sorted[0] === sorted[n - 1]) return { low: sorted[0], high: sorted[0] };

  const means = resampledMeans(sorted, resamples);
  const below = means.filter((each) => each < mean).length + means.filter((each) => each === mean).length / 2;
  const bias = normalQuantile(Math.min(resamples - 0.5, Math.max(0.5, below)) / resamples, 0, 1);
  // The jackknife's means deviate from their own by spread / (n - 1), with the sign turned.
  const cubes = spread.reduce((sum, each) => sum + each * each * each, 0);
  const acceleration = cubes / (6 * squares * Math.sqrt(squares));
  // Resampled means vary by (n - 1) / n less than means of samples do, and by a spread that is itself estimated.
  const widening = Math.sqrt(n / (n - 1));
  const end = (share: number) => {
    const z = bias + widening * tQuantile(share, n - 1);
    const room = 1 - acceleration * z;
    // Where the acceleration leaves no room, the end lies beyond all that can be resampled.
    if (room <= 0) return at(means, z > 0 ? 1 : 0);
    return at(means, normalCdf(bias + z / room, 0, 1));
  };
  return { low: end((1 - confidence) / 2), high: end((1 + confidence) / 2) };
}

/**
 * Problems of a number of values, if any. A bootstrap interval does not reach beyond the values, which all lie on one side of
 * their distribution's middle with a chance of 2 to the 1 - n: with so few that this is more than the error, no interval holds.
 */
export function bootstrapProblems(path: string, n: number, confidence: number): Problem[] {
  const error = 1 - confidence;
  let fewest = 2;
  while (2 ** (1 - fewest) > error) fewest += 1;
  if (n >= fewest) return [];
  const expected = `at least ${fewest} for a bootstrap of this confidence, which does not reach beyond the values; or "t"`;
  return [{ path, value: n, expected }];
}

/** Means of samples drawn with replacement, in ascending order. */
function resampledMeans(values: Float64Array, resamples: number): Float64Array {
  const n = values.length;
  const means = new Float64Array(resamples);
  for (let resample = 0; resample < resamples; resample++) {
    const prefix = drawPrefix(root, n, resample, 0);
    let sum = 0;
    for (let i = 0; i < n; i++) sum += values[Math.floor(drawWith(prefix, i) * n)];
    means[resample] = sum / n;
  }
  return means.sort();
}

/** Quantile of sorted values, interpolated. */
function at(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const lower = Math.floor(place);
  const upper = Math.min(lower + 1, sorted.length - 1);
  return sorted[lower] + (place - lower) * (sorted[upper] - sorted[lower]);
}
