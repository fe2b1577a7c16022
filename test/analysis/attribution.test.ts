import { describe, expect, it } from "vitest";
import { assembleAttribution, attribute, planAttribution } from "../../src/analysis/attribution.ts";
import { compare } from "../../src/analysis/compare.ts";
import { effectOf } from "../../src/analysis/comparison.ts";
import { policies } from "../../src/scenarios/policies.ts";
import { metricNames } from "../../src/engine/observations.ts";
import { defineScenario } from "../../src/scenarios/scenario.ts";

const size = { population: 100, months: 48, burnInMonths: 12 };
const three = defineScenario({
  id: "three",
  policies: ["business-training", "challenge-portal", "mine-access-harmonisation"],
  ...size,
});
const many = defineScenario({ id: "many", policies: Object.values(policies).slice(0, 11), ...size });

/** Reductions of a plan whose metric would be this value of each coalition and seed. */
const reductionsOf = (
  plan: ReturnType<typeof planAttribution>,
  value: (coalition: number, seed: number) => number,
) =>
  plan.tasks.map(({ scenario, seed }) => ({
    fingerprint: "",
    values: metricNames.map(() => value(plan.coalitions[scenario], seed)),
  }));

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

  it("tells complements from substitutes, with intervals that hold together", () => {
    const plan = planAttribution(three, { seeds: 4 });
    const both = (coalition: number) => ((coalition & 3) === 3 ? 10 : 0) + (coalition & 4 ? 1 : 0);
    const { metrics } = assembleAttribution(
      plan,
      reductionsOf(plan, (coalition, seed) => both(coalition) * (1 + seed / 64)),
    );
    const [{ shares, interactions, beyondSum }] = metrics;
    expect(interactions?.map(({ verdict }) => verdict)).toEqual(["higher", "identical", "identical"]);
    expect(shares[0].firstIn.mean).toBe(0);
    expect(shares[0].lastIn.mean).toBeCloseTo(10.234375, 10);
    expect(shares[0].lowTogether).toBeLessThan(shares[0].low);
    expect(beyondSum.mean).toBeCloseTo(10.234375, 10);
  });

  it("samples orders and their reverses beyond ten policies, and still adds up", () => {
    const plan = planAttribution(many, { seeds: 3, orderPairs: 2 });
    expect(plan.orders?.[0][1]).toEqual(plan.orders?.[0][0].toReversed());
    expect(plan.orders?.[0]).not.toEqual(plan.orders?.[1]);
    const { metrics, orders, method } = assembleAttribution(
      plan,
      reductionsOf(plan, (coalition, seed) => coalition + seed + ((coalition & 5) === 5 ? 100 : 0)),
    );
    const [{ shares, effect, interactions }] = metrics;
    expect({ orders, method, interactions }).toEqual({
      orders: 4,
      method: "sampled orders",
      interactions: null,
    });
    expect(shares.reduce((sum, { mean }) => sum + mean, 0)).toBeCloseTo(effect.mean, 8);
    expect(shares[1].mean).toBeCloseTo(2, 10);
    // Of an order and its reverse each of the two comes last in one: antithetic orders know the pair's share exactly.
    expect(shares[0].mean).toBeCloseTo(51, 10);
  });

  it("covers the true share as often as it says, though orders are sampled", () => {
    // Three policies of eleven are worth 30 together and nothing apart: each one's share is 10.
    // Planned once, for making the scenarios of coalitions is most of the work; each trial takes six of its seeds.
    const seedsOfTrial = 6;
    const seeds = Array.from({ length: 100 * seedsOfTrial }, (_, i) => i);
    const whole = planAttribution(many, { seeds, orderPairs: 2 });
    let covered = 0;
    for (let first = 0; first < seeds.length; first += seedsOfTrial) {
      const end = first + seedsOfTrial;
      const plan = {
        ...whole,
        seeds: whole.seeds.slice(first, end),
        orders: whole.orders!.slice(first, end),
        tasks: whole.tasks
          .filter(({ seed }) => seed >= first && seed < end)
          .map(({ scenario, seed }) => ({ scenario, seed: seed - first })),
      };
      const { metrics } = assembleAttribution(
        plan,
        reductionsOf(plan, (coalition) => ((coalition & 7) === 7 ? 30 : 0)),
      );
      const { low, high } = metrics[0].shares[0];
      if (low <= 10 && high >= 10) covered += 1;
    }
    expect(covered).toBeGreaterThanOrEqual(88);
  });

  it("refuses what is no package", () => {
    const single = defineScenario({ id: "one", policies: ["scholarships"], ...size });
    expect(() => planAttribution(single, { seeds: 2 })).toThrow(
      "scenario.policies: found 1, expected a scenario of 2 to 30 policies",
    );
    expect(() => planAttribution(three, { seeds: 2, orderPairs: 0 })).toThrow("orderPairs: found 0");
    expect(() => planAttribution(three, { seeds: 1 })).toThrow("seeds: found 1");
  });
});
