import { describe, expect, it } from "vitest";
import { planComparison } from "../../../src/analysis/compare.ts";
import {
  compareOver,
  kendallTau,
  ranksOf,
  spreadOf,
} from "../../../src/analysis/calibration/over-accepted.ts";
import type { Executor } from "../../../src/analysis/executor.ts";
import { metricNames } from "../../../src/engine/observations.ts";
import { defineScenario } from "../../../src/scenarios/scenario.ts";

const size = { population: 100, months: 36, burnInMonths: 12 };
const [baseline, first, second] = ([[], ["matchmaking"], ["scholarships"]] as const).map((policies, i) =>
  defineScenario({ id: ["baseline", "first", "second"][i], policies, ...size }),
);

/** A world in which the first policy is worth the parameter and the second always 1; luck is the same for all. */
const world: Executor = (plan) =>
  Promise.resolve(
    plan.tasks.map(({ scenario, seed }) => {
      const { policies, parameters } = plan.scenarios[scenario];
      const worth = policies.map(({ policy }) =>
        policy.id === "matchmaking" ? (parameters["trialMonths"] ?? 3) - 2.5 : 1 + seed / 100,
      );
      return { fingerprint: "", values: metricNames.map(() => 100 * seed + (worth[0] ?? 0)) };
    }),
  );

describe("scenarios over an accepted set", () => {
  it("tell how often their order is another, and the lowest and highest effect", async () => {
    const points = [2, 4, 5, 6].map((trialMonths) => ({ trialMonths }));
    const plan = planComparison([baseline, first, second], { seeds: 6 });
    const over = await compareOver(plan, points, {}, world);
    const [top, other] = over.scenarios;
    // The default, 3, gives the first policy 0.5 and the second about 1; at 4 and above they change places.
    expect([top.scenario, other.scenario]).toEqual(["first", "second"]);
    expect([top.default, top.lowest, top.highest]).toEqual([0.5, -0.5, 3.5]);
    expect([top.higher, top.lower]).toEqual([0.75, 0.25]);
    expect(top.ranks).toEqual([0.75, 0.25]);
    expect(over.sameFirst).toBe(0.25);
    expect([over.tauMean, over.tauLowest]).toEqual([-0.5, -1]);
    expect(over.runs).toBe(5 * 3 * 6);
    const poor = await compareOver(plan, points.slice(0, 1), {}, world);
    expect(poor.scenarios.map(({ scenario }) => scenario)).toEqual(["second", "first"]);
    // The first policy's effect is the same in every seed: three would not tell that from chance.
    const ofThree = planComparison([baseline, first], { seeds: 3 });
    const [few] = (await compareOver(ofThree, points, {}, world)).scenarios;
    expect([few.higher, few.lower]).toEqual([0, 0]);
    await expect(compareOver(plan, [], {}, world)).rejects.toThrow("at least one accepted point");
  });

  it("are refused at points that no run can have, all of them told before any run", async () => {
    const plan = planComparison([baseline, first], { seeds: 2 });
    const points = [{ trialMonths: 4 }, { trialMonth: 4 }, { caution: 1e9 }, null];
    const never: Executor = () => Promise.reject(new Error("a run was made"));
    const asked = compareOver(plan, points as never, { metric: "bid" as never }, never);
    await expect(asked).rejects.toThrow("a comparison over an accepted set: 4 problems");
    await expect(asked).rejects.toThrow(
      'points[1].trialMonth: found "trialMonth", expected the name of a parameter; did you mean "trialMonths"?',
    );
    await expect(asked).rejects.toThrow("points[2].caution: found 1000000000");
    await expect(asked).rejects.toThrow("points[3]: found null, expected values of parameters by name");
    await expect(asked).rejects.toThrow('metric: found "bid", expected the name of a metric');
  });

  it("share ranks where they are equal, and have no order where all are", () => {
    expect(ranksOf([5, 7, 5])).toEqual([
      [0, 0.5, 0.5],
      [1, 0, 0],
      [0, 0.5, 0.5],
    ]);
    expect(kendallTau([1, 2, 3], [1, 2, 3])).toBe(1);
    expect(kendallTau([1, 2, 3], [3, 2, 1])).toBe(-1);
    expect(kendallTau([1, 2, 2], [1, 2, 3])).toBeCloseTo(2 / Math.sqrt(6), 10);
    expect(kendallTau([1, 2, 3], [1, 1, 3])).toBeCloseTo(2 / Math.sqrt(6), 10);
    // Of six pairs one is tied in both and one in the first; of the others two go together and two apart, or all four together.
    expect(kendallTau([1, 1, 2, 2], [3, 3, 4, 1])).toBeCloseTo((2 - 2) / Math.sqrt(4 * 5), 10);
    expect(kendallTau([1, 1, 2, 2], [3, 3, 4, 5])).toBeCloseTo(4 / Math.sqrt(4 * 5), 10);
    expect(kendallTau([1, 1], [1, 2])).toBeNull();
  });

  it("are run at points spread over the set when there are too many", () => {
    expect(spreadOf([1, 2, 3, 4, 5, 6, 7, 8], 4)).toEqual([2, 4, 6, 8]);
    expect(spreadOf([1, 2], 4)).toEqual([1, 2]);
  });
});
