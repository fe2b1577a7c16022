// Shapley effects (Owen 2014): the variance shared out among the factors, so that the shares add up to 1 and interactions are
// split evenly. Estimated by walks from one point to another, factor by factor in a random order (Goda 2021, Reliab. Eng.
// Syst. Saf. 213, 107726), which is the Shapley value of the total indices and equal to that of the closed ones.
import { shuffled } from "../shuffle.ts";
import type { Design } from "./design.ts";
import { scrambledSobol } from "./sobol-sequence.ts";

/** The points of one replicate: walks of one step per factor; the order of each is drawn by the key. */
export function shapleyDesign(
  factors: number,
  samples: number,
  key: number,
): Design & { readonly orders: readonly (readonly number[])[] } {
  const orders = Array.from({ length: samples }, (_, sample) => {
    // Each order is followed by its reverse: who is early in one is late in the other.
    const order = shuffled(factors, `shapley effects ${key}`, sample >> 1);
    return sample % 2 === 0 ? order : order.toReversed();
  });
  const points = scrambledSobol(samples, 2 * factors, key).flatMap((row, sample) => {
    const from = row.slice(0, factors);
    const to = row.slice(factors);
    let point = from;
    return [from, ...orders[sample].map((factor) => (point = point.with(factor, to[factor])))];
  });
  return { factors, points, orders };
}

/**
 * Shares of the variance by factor, from what a design's points gave; they add up to 1. NaN where the output did not vary.
 *
 * @param samples Walks to read; the design may hold more.
 */
export function shapleyEffects(
  { factors, orders }: ReturnType<typeof shapleyDesign>,
  outputs: readonly number[],
  samples: number,
): number[] {
  const sums = Array.from({ length: factors }, () => 0);
  let variance = 0;
  for (let sample = 0; sample < samples; sample++) {
    const from = sample * (factors + 1);
    let before = 0;
    orders[sample].forEach((factor, i) => {
      const difference = outputs[from + i + 1] - outputs[from];
      const half = (difference * difference) / 2;
      sums[factor] += half - before;
      before = half;
    });
    variance += before;
  }
  return sums.map((sum) => (variance > 0 ? sum / variance : Number.NaN));
}
