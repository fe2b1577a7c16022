// What the methods of sensitivity share: a design is a list of points in the unit cube, each to be looked at once, and an
// estimate comes with its interval over replicates.
import { estimate, type Estimate } from "../effects.ts";
import { simultaneousConfidence } from "../simultaneous.ts";

/** A point in the unit cube: one number in [0, 1] per factor. */
export type Point = readonly number[];

/** Points of one replicate; what they give is read in the same order. */
export interface Design {
  readonly factors: number;
  readonly points: readonly Point[];
}

/** An index of a factor over replicates: not clipped, so that an estimate of nothing may lie below 0. */
export interface SensitivityIndex extends Estimate {
  /** Lower bound that holds for all indices of the same kind together. */
  readonly lowTogether: number;
  /** Upper bound, likewise. */
  readonly highTogether: number;
}

/** Means of several indices of a kind over the replicates whose output varied, with intervals; null where fewer than two did. */
export function indicesOf(
  replicates: readonly (readonly number[])[],
  confidence: number,
): SensitivityIndex[] | null {
  const varied = replicates.filter((values) => values.every(Number.isFinite));
  if (varied.length < 2) return null;
  const together = simultaneousConfidence(confidence, varied[0].length);
  return varied[0].map((_, i) => {
    const values = varied.map((replicate) => replicate[i]);
    const { low: lowTogether, high: highTogether } = estimate(values, together);
    return { ...estimate(values, confidence), lowTogether, highTogether };
  });
}
