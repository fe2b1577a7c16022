import { describe, expect, it } from "vitest";
import { assembleAttribution, planAttribution } from "../../src/analysis/attribution.ts";
import { defineScenario } from "../../src/scenarios/scenario.ts";
import { eleven, reductionsOf, size, three } from "./packages.ts";

describe("the attribution of a package", () => {
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
    const plan = planAttribution(eleven, { seeds: 3, orderPairs: 2 });
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

  it("refuses what is no package", () => {
    const single = defineScenario({ id: "one", policies: ["scholarships"], ...size });
    expect(() => planAttribution(single, { seeds: 2 })).toThrow(
      "scenario.policies: found 1, expected a scenario of 2 to 30 policies",
    );
    expect(() => planAttribution(three, { seeds: 2, orderPairs: 0 })).toThrow("orderPairs: found 0");
    expect(() => planAttribution(three, { seeds: 1 })).toThrow("seeds: found 1");
  });
});
