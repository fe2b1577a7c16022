// The engines' own exp, log and pow differ in the last bit between versions, so a run would not have the same bits
// everywhere. These are the functions that the model may use instead: plain arithmetic, the same on every platform.
import stdlibExp from "@stdlib/math-base-special-exp";
import stdlibLn from "@stdlib/math-base-special-ln";
import stdlibPow from "@stdlib/math-base-special-pow";

/** e raised to `x`, with the same bits on every platform. */
export const exp: (x: number) => number = stdlibExp;
/** Natural logarithm of `x`, with the same bits on every platform. */
export const ln: (x: number) => number = stdlibLn;
/** `base` raised to `exponent`, with the same bits on every platform. */
export const pow: (base: number, exponent: number) => number = stdlibPow;

/** `value` kept within [low, high]. */
export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}

/** `value` kept within [0, 1]. */
export function clampShare(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value;
}
