// Bootstrap intervals of a mean, for differences that are far from normal: bias-corrected and accelerated (Efron 1987).
import normalCdf from "@stdlib/stats-base-dists-normal-cdf";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { drawPrefix, drawWith, rootKey } from "../random.ts";

/** Resamples unless asked otherwise: the ends of a 95 % interval then rest on about fifty resampled means. */
const defaultResamples = 2000;

/** What the resampling is keyed by, so that the same values always give the same interval. */
const root = rootKey("bootstrap");

/**
 * BCa interval of the mean of values. Values that are all the same give an interval of no width.
 *
 * @param values Two or more finite numbers.
 */
export function bootstrapInterval(
  values: readonly number[],
  confidence: number,
  resamples = defaultResamples,
): { readonly low: number; readonly high: number } {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const spread = values.map((value) => value - mean);
  const squares = spread.reduce((sum, each) => sum + each * each, 0);
  if (squares === 0) return { low: mean, high: mean };

  const means = resampledMeans(values, resamples);
  const below = means.filter((each) => each < mean).length + means.filter((each) => each === mean).length / 2;
  const bias = normalQuantile(Math.min(resamples - 0.5, Math.max(0.5, below)) / resamples, 0, 1);
  // The jackknife's means deviate from their own by spread / (n - 1), with the sign turned.
  const cubes = spread.reduce((sum, each) => sum + each * each * each, 0);
  const acceleration = cubes / (6 * squares * Math.sqrt(squares));
  const end = (share: number) => {
    const z = bias + normalQuantile(share, 0, 1);
    return at(means, normalCdf(bias + z / (1 - acceleration * z), 0, 1));
  };
  return { low: end((1 - confidence) / 2), high: end((1 + confidence) / 2) };
}

/** Means of samples drawn with replacement, in ascending order. */
function resampledMeans(values: readonly number[], resamples: number): Float64Array {
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
