// Whether a mean of paired differences is told apart from 0, and what is said of it: the one rule that every output follows. A t test takes
// a variance of 0 for knowledge and calls differences that are all the same certain; that they agree in their sign is all that is known of them.
import { beyondRounding } from "./rounding.ts";
import { tCdf } from "./student-t.ts";

/**
 * What a mean difference says, with the confidence of its interval and by itself: not adjusted for being one of several.
 *
 * - `"higher"` or `"lower"`: told apart from 0, on whose side its interval lies;
 * - `"not told apart"`: the interval holds 0;
 * - `"too few pairs"`: the same in every pair, of which there are too few to rule chance out: five or fewer at 95 %. Its interval has no
 *   width because nothing varied, and says nothing;
 * - `"identical"`: 0 in every pair.
 */
export type Verdict = "higher" | "lower" | "not told apart" | "too few pairs" | "identical";

/** A mean difference with its interval and its test, of which {@link verdictOf} says what they come to. */
export interface TestedMean {
  readonly low: number;
  readonly high: number;
  /** Null where every difference is 0. */
  readonly pValue: number | null;
  /** Whether the differences vary by no more than rounding. */
  readonly withoutSpread: boolean;
}

/** What is said of a mean difference whose interval has a confidence. */
export function verdictOf({ low, high, pValue, withoutSpread }: TestedMean, confidence: number): Verdict {
  if (pValue === null) return "identical";
  // Where nothing varied the interval is a point, and its side of 0 is known by the signs alone.
  if (withoutSpread && pValue > 1 - confidence) return pValue < 1 ? "too few pairs" : "not told apart";
  if (low > 0) return "higher";
  return high < 0 ? "lower" : "not told apart";
}

/**
 * The chance that n differences, each as likely up as down, all lie on one side: of the 2^n ways to give them signs two do. A test by
 * their signs has no smaller p-value.
 */
export function chanceOfOneSide(n: number): number {
  return 2 ** (1 - n);
}

/** Whether values vary by no more than rounding leaves of numbers of the size that they were formed from. */
export function isWithoutSpread(sampleVariance: number, formedFrom: readonly number[]): boolean {
  // Of fewer than two values there is no variance, and no spread that could be told.
  return !(beyondRounding(Math.sqrt(sampleVariance), formedFrom) > 0);
}

/**
 * Two-sided p-value of a mean of n values against 0: of Student's t or, where the values do not vary, of their signs.
 *
 * @param formedFrom Numbers of which the values are differences: what rounding leaves of these is no variance, and no difference.
 */
export function pValueOfMean(
  centre: number,
  sampleVariance: number,
  n: number,
  formedFrom: readonly number[],
): number {
  if (isWithoutSpread(sampleVariance, formedFrom)) {
    return beyondRounding(centre, formedFrom) === 0 ? 1 : chanceOfOneSide(n);
  }
  return 2 * tCdf(-Math.abs(centre) / Math.sqrt(sampleVariance / n), n - 1);
}
