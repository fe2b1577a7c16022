// Attribution over real runs, and how often its intervals are right: slow beside the tests of attribution.test.ts.
import { describe, expect, it } from "vitest";
import {
  assembleAttribution,
  attribute,
  planAttribution,
  type AttributionPlan,
} from "../../src/analysis/attribution.ts";
import { compare } from "../../src/analysis/compare.ts";
import { effectOf } from "../../src/analysis/comparison.ts";
import { eleven, reductionsOf, size, three } from "./packages.ts";

/** The part of a plan that is about some of its seeds. */
function ofSeeds(plan: AttributionPlan, from: number, to: number): AttributionPlan {
  return {
    ...plan,
    seeds: plan.seeds.slice(from, to),
    orders: plan.orders?.slice(from, to) ?? null,
    tasks: plan.tasks
      .filter(({ seed }) => seed >= from && seed < to)
      .map(({ scenario, seed }) => ({ scenario, seed: seed - from })),
  };
}

describe("the attribution of a package", () => {
  it("adds up to the effect that a comparison finds", async () => {
    const attribution = await attribute(three, { seeds: 3, metrics: ["localValueNetUsd", "bids"] });
    const comparison = compare([{ id: "baseline", ...size }, three], { seeds: 3 });
    for (const { metric, effect, shares } of attribution.metrics) {
      const sum = shares.reduce((total, { mean }) => total + mean, 0);
      const { difference, low, high } = effectOf(comparison, "three", metric);
      const rounding = 1e-9 * Math.max(1, ...shares.map(({ mean }) => Math.abs(mean)));
      expect(effect.mean).toBe(difference);
      expect(Math.abs(sum - difference)).toBeLessThan(rounding);
      expect([effect.low, effect.high]).toEqual([low, high]);
    }
    expect(attribution).toMatchObject({ method: "all coalitions", runs: 24, orders: null });
  });

  it("covers the true share as often as it says, though orders are sampled", () => {
    // Three policies of eleven are worth 30 together and nothing apart: each one's share is 10.
    const trials = 100;
    const seedsOfTrial = 6;
    const plan = planAttribution(eleven, { seeds: trials * seedsOfTrial, orderPairs: 2 });
    let covered = 0;
    for (let trial = 0; trial < trials; trial++) {
      const part = ofSeeds(plan, trial * seedsOfTrial, (trial + 1) * seedsOfTrial);
      const { metrics } = assembleAttribution(
        part,
        reductionsOf(part, (coalition) => ((coalition & 7) === 7 ? 30 : 0)),
      );
      const { low, high } = metrics[0].shares[0];
      if (low <= 10 && high >= 10) covered += 1;
    }
    expect(covered).toBeGreaterThanOrEqual(88);
  });
});
