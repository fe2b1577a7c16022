// Whether a mean of paired differences is told apart from 0. A t test takes a variance of 0 for knowledge and calls differences that are all
// the same certain; that they agree in their sign is all that is known of them.
import { beyondRounding } from "./rounding.ts";
import { tCdf } from "./student-t.ts";

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
