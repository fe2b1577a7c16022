// Intervals of a mean by resampling, for differences that are far from normal. Draws are keyed, so a seed gives one interval.
import normalCdf from "@stdlib/stats-base-dists-normal-cdf";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { mean as meanOrNothing, quantileSorted } from "d3-array";
import { InputError, type Problem } from "../errors.ts";
import { draw, rootKey } from "../random.ts";
import { confidenceProblems, defaultConfidence } from "./effects.ts";

/** How an interval is resampled. */
export interface BootstrapOptions {
  /** Default 2000. */
  readonly resamples?: number;
  /** Default 0.95. */
  readonly confidence?: number;
  /** Decides the resamples. Default 1. */
  readonly seed?: string | number;
}

/** A mean's bias-corrected and accelerated interval. */
export interface BootstrapInterval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly resamples: number;
}

const fewestResamples = 100;
const mostResamples = 1_000_000;

/**
 * The BCa interval of a mean (Efron 1987). With few values it is too narrow, as every interval from resampling is: below some
 * twenty seeds trust the t interval.
 *
 * @throws InputError for fewer than two values, values that are not finite, or options out of range.
 */
export function bootstrapInterval(
  values: readonly number[],
  { resamples = 2000, confidence = defaultConfidence, seed = 1 }: BootstrapOptions = {},
): BootstrapInterval {
  const problems: Problem[] = confidenceProblems(confidence);
  if (values.length < 2) {
    problems.push({
      path: "values",
      value: values.length,
      expected: "at least 2 values: one has no interval",
    });
  }
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) problems.push({ path: `values[${bad}]`, value: values[bad], expected: "a finite number" });
  if (!Number.isInteger(resamples) || resamples < fewestResamples || resamples > mostResamples) {
    const expected = `a whole number from ${fewestResamples} to ${mostResamples}`;
    problems.push({ path: "resamples", value: resamples, expected });
  }
  if (problems.length > 0) throw new InputError("a bootstrap interval", problems);
  const mean = meanOf(values);
  if (values.every((value) => value === values[0])) return { mean, low: mean, high: mean, resamples };

  const means = resampledMeans(values, resamples, rootKey(seed));
  const below = means.filter((each) => each < mean).length;
  const equal = means.filter((each) => each === mean).length;
  const bias = normalQuantile(inside((below + equal / 2) / resamples, resamples), 0, 1);
  const acceleration = accelerationOf(values, mean);
  const bound = (p: number) => {
    const shifted = bias + normalQuantile(p, 0, 1);
    return quantileSorted(means, normalCdf(bias + shifted / (1 - acceleration * shifted), 0, 1)) ?? mean;
  };
  return { mean, low: bound((1 - confidence) / 2), high: bound((1 + confidence) / 2), resamples };
}

function resampledMeans(values: readonly number[], resamples: number, root: number): number[] {
  const n = values.length;
  const means = new Float64Array(resamples);
  for (let resample = 0; resample < resamples; resample++) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += values[Math.floor(draw(root, 0, resample, i) * n)];
    means[resample] = sum / n;
  }
  return [...means.sort()];
}

/** How the mean's standard error changes with the mean: a sixth of the values' skewness over the root of their number. */
function accelerationOf(values: readonly number[], mean: number): number {
  let [squares, cubes] = [0, 0];
  for (const value of values) {
    const off = value - mean;
    squares += off * off;
    cubes += off * off * off;
  }
  return cubes / (6 * squares * Math.sqrt(squares));
}

/** A share kept off 0 and 1, whose quantiles have no bound. */
function inside(share: number, of: number): number {
  return Math.min(1 - 0.5 / of, Math.max(0.5 / of, share));
}

function meanOf(values: readonly number[]): number {
  return meanOrNothing(values) ?? Number.NaN;
}
