// Student's t distribution, for intervals and tests of means. Our own because the library's (@stdlib) is a fifth of all that
// a page loads; the tests hold it against the library's (docs/decisions/0010).
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { exp, ln } from "../arithmetic.ts";

/** From here on the series below is exact to the last digits; below, the product is short. */
const manyDegrees = 400;

/**
 * Chance of a value of at most `t`.
 *
 * @param degrees Degrees of freedom, a whole number of at least 1.
 */
export function tCdf(t: number, degrees: number): number {
  return t < 0 ? upperTail(-t, degrees) : 1 - upperTail(t, degrees);
}

/**
 * The value that a share `p` of the distribution does not exceed.
 *
 * @param p Above 0 and below 1.
 * @param degrees Degrees of freedom, a whole number of at least 1.
 */
export function tQuantile(p: number, degrees: number): number {
  if (p === 0.5) return 0;
  return p < 0.5 ? -upperQuantile(p, degrees) : upperQuantile(1 - p, degrees);
}

/** The value above 0 that is exceeded with a chance below one half. */
function upperQuantile(chance: number, degrees: number): number {
  // The logarithm of the tail falls ever faster with the logarithm of t: from wherever it starts, Newton's method passes the
  // root at most once and then comes to it from above.
  let t = -normalQuantile(chance, 0, 1);
  for (let step = 0; step < 100; step++) {
    const tail = upperTail(t, degrees);
    const next = t * exp((ln(tail / chance) * tail) / (t * density(t, degrees)));
    if (Math.abs(next - t) <= 4 * Number.EPSILON * t) return next;
    t = next;
  }
  return t;
}

/** Chance of a value above `t`, which is not negative: half the regularised incomplete beta function of ν/2 and 1/2. */
function upperTail(t: number, degrees: number): number {
  const square = t * t;
  const a = degrees / 2;
  // The power of x and of 1 - x before the continued fraction, over the complete beta function.
  const front = (t / Math.sqrt(degrees + square)) * exp(-a * lnOnePlus(square / degrees));
  const scale = (front * gammaRatio(degrees)) / Math.sqrt(Math.PI);
  const x = degrees / (degrees + square);
  if (x < (a + 1) / (a + 2.5)) return (scale * betaFraction(a, 0.5, x)) / (2 * a);
  return 0.5 - scale * betaFraction(0.5, a, square / (degrees + square));
}

function density(t: number, degrees: number): number {
  const power = exp((-(degrees + 1) / 2) * lnOnePlus((t * t) / degrees));
  return (power * gammaRatio(degrees)) / Math.sqrt(Math.PI * degrees);
}

/** Γ((ν + 1) / 2) / Γ(ν / 2). */
function gammaRatio(degrees: number): number {
  if (degrees >= manyDegrees) {
    const u = 1 / degrees;
    const series = 1 + u * (-1 / 4 + u * (1 / 32 + u * (5 / 128 + u * (-21 / 2048 + u * (-399 / 8192)))));
    return Math.sqrt(degrees / 2) * series;
  }
  const odd = degrees % 2 === 1;
  let ratio = odd ? 1 / Math.sqrt(Math.PI) : Math.sqrt(Math.PI) / 2;
  for (let below = odd ? 1 : 2; below < degrees; below += 2) ratio *= (below + 1) / below;
  return ratio;
}

/** ln(1 + x) for x of 0 or more, right for small x too: what 1 + x loses in rounding, the quotient gives back. */
function lnOnePlus(x: number): number {
  const sum = 1 + x;
  return sum === 1 ? x : (ln(sum) * x) / (sum - 1);
}

/** Continued fraction of the incomplete beta function (Abramowitz and Stegun 26.5.8), by Lentz's method. */
function betaFraction(a: number, b: number, x: number): number {
  const tiny = 1e-300;
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) <= Number.EPSILON) break;
  }
  return fraction;
}
