// What rounding leaves of sums that cancel: a last bit or two, which is no effect and must not be called one.

/**
 * Share of a size up to which what is left of it is rounding: metrics are sums over months and firms of up to some thousand
 * doubles, which leave about 1e-16 each. Of a billion dollars it is a tenth of a cent.
 */
const roundingShare = 1e-12;

/** The most that rounding leaves of sums of such numbers. */
export function roundingOf(numbers: readonly number[]): number {
  return roundingShare * numbers.reduce((largest, each) => Math.max(largest, Math.abs(each)), 0);
}

/** A difference of numbers, or 0 where it is no more than rounding leaves of numbers of their size. */
export function beyondRounding(difference: number, numbers: readonly number[]): number {
  return Math.abs(difference) <= roundingOf(numbers) ? 0 : difference;
}
