// Many effects at once: where many are looked at, some would stand out by chance alone (ODD 11).
import type { Comparison, Effect } from "./comparison.ts";
import type { MetricName } from "../engine/observations.ts";

/** An effect's p value, alone and in its family. */
export interface AdjustedEffect {
  readonly scenario: string;
  readonly metric: MetricName;
  /** Null for a tie: the same in every seed. */
  readonly pValue: number | null;
  /** Holm's: at most the error rate of one wrong finding in the whole family. Null for a tie. */
  readonly adjustedPValue: number | null;
  /** Whether the effect stands out in its family at the comparison's confidence. */
  readonly standsOut: boolean;
}

/**
 * Holm's step-down adjustment (Holm 1979), in the order given: it keeps the rate of any wrong finding and asks nothing of how
 * the tests depend on each other. A null is a tie: it is never found, and counts in the family, which was chosen before.
 */
export function holm(pValues: readonly (number | null)[]): (number | null)[] {
  const order = pValues
    .map((pValue, place) => ({ pValue: pValue ?? 1, place }))
    .sort((a, b) => a.pValue - b.pValue);
  const adjusted: (number | null)[] = [...pValues];
  let highest = 0;
  order.forEach(({ pValue, place }, rank) => {
    highest = Math.max(highest, Math.min(1, (order.length - rank) * pValue));
    if (pValues[place] !== null) adjusted[place] = highest;
  });
  return adjusted;
}

/**
 * The p values of a comparison's effects with Holm's adjustment. The family is every scenario with every metric asked for.
 *
 * @param metrics Default: all of the comparison.
 */
export function adjustedEffects(
  comparison: Pick<Comparison, "effects" | "confidence" | "metrics">,
  metrics: readonly MetricName[] = comparison.metrics,
): AdjustedEffect[] {
  const family: readonly Effect[] = comparison.effects.filter(({ metric }) => metrics.includes(metric));
  const adjusted = holm(family.map(({ pValue }) => pValue));
  return family.map(({ scenario, metric, pValue }, i) => {
    const adjustedPValue = adjusted[i];
    const standsOut = adjustedPValue !== null && adjustedPValue <= 1 - comparison.confidence;
    return { scenario, metric, pValue, adjustedPValue, standsOut };
  });
}
