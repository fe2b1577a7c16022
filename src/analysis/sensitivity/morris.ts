// Morris's elementary effects (Technometrics 33, 1991, 161-174): a cheap screening that tells factors that do something from
// those that do nothing, and straight effects from those that bend or interact.
import { deviation } from "d3-array";
import { draw, rootKey } from "../../random.ts";
import { shuffled } from "../shuffle.ts";
import { indicesOf, type Design, type SensitivityIndex } from "./design.ts";

/** Steps of the grid; a step of a trajectory is p / (2 (p - 1)) of the range, so that each grid value is as likely. */
const levels = 4;
const step = levels / (2 * (levels - 1));

/** What a factor does over its whole range, in the unit of the output; of the seed, which has none, what one seed instead of another does. */
export interface MorrisEffect {
  /** Mean of the elementary effects, with its sign. */
  readonly mu: SensitivityIndex;
  /** Mean of their sizes: what the factor does, though it may do it in both directions. */
  readonly muStar: SensitivityIndex;
  /** Standard deviation of the elementary effects, in the same unit: 0 for a straight effect without interactions. */
  readonly sigma: number;
}

/** Trajectories through the grid; each takes every factor one step, in an order of its own. */
export function morrisDesign(
  factors: number,
  trajectories: number,
  key: string,
): Design & { readonly steps: readonly (readonly Step[])[] } {
  const root = rootKey(key);
  const steps: Step[][] = [];
  const points = Array.from({ length: trajectories }, (_, trajectory) => {
    const up = Array.from({ length: factors }, (__, i) => draw(root, 1, trajectory, i) < 0.5);
    const start = up.map((isUp, i) => {
      const low = Math.floor(draw(root, 2, trajectory, i) * (levels / 2)) / (levels - 1);
      return isUp ? low : low + step;
    });
    const order = shuffled(factors, key, trajectory);
    steps.push(order.map((factor) => ({ factor, by: up[factor] ? step : -step })));
    let point = start;
    return [start, ...order.map((i) => (point = point.with(i, point[i] + (up[i] ? step : -step))))];
  }).flat();
  return { factors, points, steps };
}

/** One step of a trajectory. */
export interface Step {
  readonly factor: number;
  readonly by: number;
}

/**
 * Effects by factor from what a design's points gave; intervals are over trajectories, which are independent.
 *
 * @param unordered Factors whose values have no order: a step leads to another value, which is all, and not to a part of a range.
 */
export function morrisEffects(
  { factors, steps }: ReturnType<typeof morrisDesign>,
  outputs: readonly number[],
  confidence: number,
  unordered: readonly number[] = [],
): MorrisEffect[] {
  const elementary = steps.map((ofTrajectory, trajectory) => {
    const from = trajectory * (factors + 1);
    const effects = Array.from({ length: factors }, () => 0);
    ofTrajectory.forEach(({ factor, by }, i) => {
      const part = unordered.includes(factor) ? Math.sign(by) : by;
      effects[factor] = (outputs[from + i + 1] - outputs[from + i]) / part;
    });
    return effects;
  });
  const mu = indicesOf(elementary, confidence) ?? [];
  const muStar = indicesOf(
    elementary.map((effects) => effects.map(Math.abs)),
    confidence,
  );
  return mu.map((index, i) => ({
    mu: index,
    muStar: (muStar ?? [])[i],
    sigma: deviation(elementary.map((effects) => effects[i])) ?? Number.NaN,
  }));
}
