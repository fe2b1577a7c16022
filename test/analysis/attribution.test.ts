import { describe, expect, it } from "vitest";
import { assembleAttribution, attribute, planAttribution } from "../../src/analysis/attribution.ts";
import { shapleyValues } from "../../src/analysis/shapley.ts";
import { draw, normalFrom, rootKey } from "../../src/random.ts";
import { defineScenario } from "../../src/scenarios/scenario.ts";
import { eleven, packageOf, reductionsOf, size, three } from "./packages.ts";

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

  it("tells nothing apart of what is the same in each of too few seeds, but for rounding", () => {
    const plan = planAttribution(three, { seeds: 4 });
    const level = [0.1, 69_230.77, 1e6 / 3, 7];
    const { metrics } = assembleAttribution(
      plan,
      reductionsOf(plan, (coalition, seed) => level[seed] + (coalition & 1 ? 800_000.1 : 0)),
    );
    const [{ effect, shares }] = metrics;
    expect([effect, ...shares].map(({ verdict }) => verdict)).toEqual([
      "too few pairs",
      "too few pairs",
      "identical",
      "identical",
    ]);
  });

  it("tells substitutes, and what the seeds do not tell, though some of them see nothing", () => {
    const plan = planAttribution(three, { seeds: 4 });
    const noise = [1, -1, 0, 2];
    const { metrics } = assembleAttribution(
      plan,
      reductionsOf(plan, (coalition, seed) => {
        const either = (coalition & 3) !== 0 ? 10 + seed : 0;
        return either + ((coalition & 6) === 6 ? noise[seed] : 0);
      }),
    );
    const { interactions } = metrics[0];
    expect(interactions?.map(({ policies }) => policies)).toEqual([
      ["business-training", "challenge-portal"],
      ["business-training", "mine-access-harmonisation"],
      ["challenge-portal", "mine-access-harmonisation"],
    ]);
    expect(interactions?.map(({ verdict }) => verdict)).toEqual(["lower", "identical", "not told apart"]);
    // Two substitutes worth 10, 11, 12 and 13: the second to come adds nothing.
    expect(interactions?.[0].mean).toBeCloseTo(-11.5, 10);
  });

  it("runs every coalition under every seed, each with its own policies, over the months that count", () => {
    const [first, second] = ["business-training", "challenge-portal"] as const;
    const two = defineScenario({
      id: "two",
      policies: [
        { policy: first, startMonth: 20 },
        { policy: second, startMonth: 10 },
      ],
      ...size,
    });
    const plan = planAttribution(two, { seeds: ["a", "b"], orderPairs: 1 });
    expect(plan.coalitions).toEqual([0, 1, 2, 3]);
    expect(plan.scenarios.map(({ policies }) => policies.map(({ policy }) => policy.id))).toEqual([
      [],
      [first],
      [second],
      [first, second],
    ]);
    expect(plan.tasks.map(({ scenario, seed }) => [seed, scenario])).toEqual(
      [0, 1].flatMap((seed) => [0, 1, 2, 3].map((scenario) => [seed, scenario])),
    );
    expect(plan.window).toEqual({ fromMonth: 10, toMonth: 48 });
    const window = { fromMonth: 30, toMonth: 40 };
    expect(planAttribution(two, { seeds: 2, window }).window).toEqual(window);
    const attribution = assembleAttribution(
      plan,
      reductionsOf(plan, (coalition) => coalition),
    );
    expect(attribution).toMatchObject({ scenario: "two", method: "all coalitions", orders: null, runs: 8 });
  });

  it("hands its runs to an executor, which tells how far it is", async () => {
    const progress: number[] = [];
    const planned = planAttribution(three, { seeds: 2 });
    const attribution = await attribute(
      three,
      { seeds: 2, onProgress: (done) => progress.push(done) },
      ({ tasks }, options) => {
        expect(tasks).toEqual(planned.tasks);
        options?.onProgress?.(tasks.length, tasks.length);
        return Promise.resolve(reductionsOf(planned, (coalition) => coalition));
      },
    );
    expect(progress).toEqual([16]);
    expect(attribution.metrics.map(({ metric }) => metric)).toEqual(["localValueNetUsd"]);
    // A coalition's number as its value: each policy adds its bit.
    expect(attribution.metrics[0].shares.map(({ mean }) => mean)).toEqual([1, 2, 4]);
  });

  it("runs each coalition that an order passes through once, in the order of their numbers", () => {
    const { coalitions, tasks } = planAttribution(eleven, { seeds: 2, orderPairs: 1 });
    expect(coalitions).toEqual(coalitions.toSorted((a, b) => a - b));
    for (const seed of [0, 1]) {
      const ofSeed = tasks.filter((task) => task.seed === seed).map(({ scenario }) => scenario);
      expect(ofSeed).toEqual([...new Set(ofSeed)].sort((a, b) => a - b));
      // Of 2,048: none, all, each policy alone, all but each, and two ways of eight more steps.
      expect(ofSeed.length).toBeLessThanOrEqual(2 + 2 * 11 + 2 * 8);
    }
    expect(coalitions).toContain(0);
    expect(coalitions).toContain(2 ** 11 - 1);
    // The last policy alone, and all but the last.
    expect(coalitions).toContain(2 ** 10);
    expect(coalitions).toContain(2 ** 10 - 1);
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

  it("estimates from sampled orders what all coalitions would give, to the cent in sum, and nothing for who does nothing", () => {
    const n = 11;
    /** Complements, substitutes and a trio, beside a level of billions and luck of each seed; the last policy does nothing. */
    const usd = (coalition: number, luck: (part: number) => number) => {
      const has = (...members: number[]) => members.every((i) => (coalition & (1 << i)) !== 0);
      const alone = Array.from({ length: n - 1 }, (_, i) => (has(i) ? (i - 2 + luck(i)) * 1e6 : 0));
      const together =
        (has(0, 1) ? 4e6 : 0) + (has(2, 3) ? -3e6 : 0) + (has(0, 4, 9) ? 6e6 : 0) + (has(8, 9) ? 2e6 : 0);
      return alone.reduce((sum, each) => sum + each, 5e9 + luck(n) * 1e8 + together);
    };
    const plan = planAttribution(eleven, { seeds: 12, orderPairs: 1 });
    const { metrics } = assembleAttribution(
      plan,
      reductionsOf(plan, (coalition, seed) =>
        usd(coalition, (part) => normalFrom(draw(rootKey("luck"), 1, part, seed))),
      ),
    );
    const [{ shares, effect }] = metrics;
    const truth = shapleyValues(Array.from({ length: 1 << n }, (_, coalition) => usd(coalition, () => 0)));
    shares.forEach(({ lowTogether, highTogether }, i) => {
      expect(lowTogether).toBeLessThanOrEqual(truth[i]);
      expect(highTogether).toBeGreaterThanOrEqual(truth[i]);
      // The intervals say something: a policy more or less would be seen.
      expect(highTogether - lowTogether).toBeLessThan(5e6);
    });
    expect(Math.abs(shares.reduce((sum, { mean }) => sum + mean, 0) - effect.mean)).toBeLessThan(0.01);
    expect(shares[n - 1]).toMatchObject({ mean: 0, low: 0, high: 0 });
  });

  it("calls pairs that only add up identical, and finds nothing beyond their sum, though money is rounded", () => {
    const plan = planAttribution(three, { seeds: 3 });
    const costs = [700_000.1, 800_000.2, 1_200_000.3];
    const { metrics } = assembleAttribution(
      plan,
      reductionsOf(plan, (coalition, seed) =>
        costs.reduce((sum, each, i) => sum + ((coalition >> i) & 1) * each, 69_230.77 * (seed + 1)),
      ),
    );
    const [{ interactions, beyondSum }] = metrics;
    expect(interactions?.map(({ verdict }) => verdict)).toEqual(["identical", "identical", "identical"]);
    expect(beyondSum).toMatchObject({ mean: 0, low: 0, high: 0 });
  });

  it("runs all coalitions of ten policies, and takes up to thirty", () => {
    const ten = planAttribution(packageOf(10), { seeds: 2 });
    expect(ten.orders).toBe(null);
    expect(ten.coalitions).toHaveLength(2 ** 10);
    const { orders, scenarios } = planAttribution(packageOf(30), { seeds: 2, orderPairs: 1 });
    expect(orders?.map((ofSeed) => ofSeed.length)).toEqual([2, 2]);
    expect(scenarios.at(-1)?.policies).toHaveLength(30);
  });

  it("refuses what is no package", () => {
    const single = defineScenario({ id: "one", policies: ["scholarships"], ...size });
    expect(() => planAttribution(single, { seeds: 2 })).toThrow(
      "scenario.policies: found 1, expected a scenario of 2 to 30 policies",
    );
    expect(() => planAttribution(single, { seeds: 2 })).toThrow("an attribution: 1 problem");
    const policies = Array.from({ length: 31 }, () => three.policies[0]);
    const same = Object.freeze({ ...three, policies });
    expect(() => planAttribution(same, { seeds: 2 })).toThrow("scenario.policies: found 31");
    for (const orderPairs of [0, 1.5]) {
      expect(() => planAttribution(three, { seeds: 2, orderPairs })).toThrow(
        `an attribution: 1 problem\n  - orderPairs: found ${orderPairs}, expected a whole number of at least 1`,
      );
    }
    expect(() => planAttribution(three, { seeds: 1 })).toThrow("seeds: found 1");
  });
});
