import { describe, expect, it } from "vitest";
import { effectOf } from "../../src/analysis/comparison.ts";
import { pairedEffect } from "../../src/analysis/effects.ts";
import type { Executor } from "../../src/analysis/executor.ts";
import { tQuantile } from "../../src/analysis/student-t.ts";
import { compareUntil, seedsNeeded, steinHalfWidth } from "../../src/analysis/until.ts";
import { metricNames } from "../../src/engine/observations.ts";
import { InputError } from "../../src/errors.ts";
import { draw, normalFrom } from "../../src/random.ts";
import { defineScenario } from "../../src/scenarios/scenario.ts";

const size = { months: 24, burnInMonths: 6, population: 60 };
const baseline = defineScenario({ id: "baseline", ...size });
const rule = defineScenario({
  id: "rule",
  ...size,
  policies: [{ policy: "local-content-rule", startMonth: 6, rampMonths: 0 }],
});

describe("Stein's rule", () => {
  it("covers the truth as often as it says, whatever number of seeds it came to", () => {
    const [confidence, firstSeeds, halfWidth, samples] = [0.9, 8, 0.6, 2000];
    let covered = 0;
    const counts = new Set<number>();
    for (let sample = 0; sample < samples; sample++) {
      const value = (i: number) => normalFrom(draw(11, 1001, sample, i));
      const first = Array.from({ length: firstSeeds }, (_, i) => value(i));
      const mean = first.reduce((sum, each) => sum + each, 0) / firstSeeds;
      const variance = first.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (firstSeeds - 1);
      const n = seedsNeeded(variance, halfWidth, firstSeeds, confidence);
      let sum = 0;
      for (let i = 0; i < n; i++) sum += value(i);
      counts.add(n);
      expect(steinHalfWidth(variance, n, firstSeeds, confidence)).toBeLessThanOrEqual(halfWidth + 1e-12);
      if (Math.abs(sum / n) <= steinHalfWidth(variance, n, firstSeeds, confidence)) covered += 1;
    }
    expect(counts.size).toBeGreaterThan(5);
    // Exact for normal values; four standard errors of a share of 0.9 over 2,000 samples are 0.027.
    expect(Math.abs(covered / samples - confidence)).toBeLessThan(0.027);
  });
});

const three = ["zero", "one", "two"].map((id) => ({ id, ...size }));

/** An executor whose runs have a known value in every metric. */
function giving(value: (task: { readonly scenario: number; readonly seed: number }) => number): Executor {
  return (plan) =>
    Promise.resolve(
      plan.tasks.map((task) => ({ fingerprint: "", values: metricNames.map(() => value(task)) })),
    );
}

describe("a comparison until intervals are narrow", () => {
  it("adds the seeds that the first stage's variance asks for, and says when they sufficed", async () => {
    const wide = await compareUntil([baseline, rule], { halfWidth: 1e12, firstSeeds: 5 });
    expect(wide).toMatchObject({ reached: true, seeds: 5, firstSeeds: 5 });
    const [effect] = wide.effects;
    const wanted = (effect.high - effect.low) / 2 / Math.sqrt(2);
    const narrow = await compareUntil([baseline, rule], { halfWidth: wanted, firstSeeds: 5 });
    expect(narrow.seeds).toBeGreaterThanOrEqual(9);
    expect(narrow.comparison.seeds).toHaveLength(narrow.seeds);
    expect((narrow.effects[0].high - narrow.effects[0].low) / 2).toBeLessThanOrEqual(wanted);
  });

  it("hands over the rule's intervals and p-values, for those of all seeds hold less often than they say", async () => {
    const execute = giving(({ scenario, seed }) => scenario * normalFrom(draw(5, 1002, scenario, seed)));
    const asked = { halfWidth: 0.5, firstSeeds: 5 };
    const { comparison, effects, seeds } = await compareUntil(three, asked, execute);
    expect(seeds).toBeGreaterThan(5);
    for (const { scenario, low, high, difference } of effects) {
      const found = effectOf(comparison, scenario, "localValueNetUsd");
      expect([found.low, found.high]).toEqual([low, high]);
      expect(high - low).toBeLessThanOrEqual(1);
      expect(difference / found.standardError).toBeCloseTo(
        (difference * 2 * tQuantile(0.975, 4)) / (high - low),
        9,
      );
      // Of Student's t with the first stage's 4 degrees of freedom, whose tail has a closed form.
      const t = difference / found.standardError;
      const tail = (t / Math.sqrt(t * t + 4)) * (1 + 2 / (t * t + 4));
      expect(found.pValue).toBeCloseTo(1 - Math.abs(tail), 9);
      expect(found.adjustedPValue).toBeGreaterThanOrEqual(found.pValue!);
      const other = effectOf(comparison, scenario, "spendUsd");
      const values = (id: string) =>
        comparison.levels.find((level) => level.scenario === id && level.metric === "spendUsd")!.values;
      expect(other).toMatchObject(pairedEffect(values("zero"), values(scenario)));
      expect(other.low).not.toBe(low);
    }
  });

  it.each([
    ["", 0],
    [" but for rounding", 0.1],
  ])("keeps the intervals of all seeds where the first stage saw no variance at all%s", async (_, level) => {
    // What rounding leaves of 0.1, 0.2 and so on less a little more is no variance.
    const execute = giving(({ scenario, seed }) => {
      const own = [0, (seed % 2) * 2, Number(seed === 30) * 50][scenario];
      return level * seed + level * scenario * 3 + own;
    });
    const { effects, seeds, reached } = await compareUntil(
      three,
      { halfWidth: 0.2, firstSeeds: 20 },
      execute,
    );
    expect(seeds).toBeGreaterThan(31);
    expect(reached).toBe(false);
    const [, rare] = effects;
    expect(rare.difference).toBeCloseTo(6 * level + 50 / seeds, 9);
    expect(rare.low).toBeLessThan(6 * level);
    expect(rare.high).toBeGreaterThan(rare.difference);
  });

  it("tells nothing apart of a difference that was the same in each of too few seeds", async () => {
    const execute = giving(({ scenario, seed }) => [seed, seed + 3, seed][scenario]);
    const verdicts = async (firstSeeds: number) =>
      (await compareUntil(three, { halfWidth: 100, firstSeeds }, execute)).comparison.effects
        .filter(({ metric }) => metric === "localValueNetUsd")
        .map(({ verdict }) => verdict);
    expect(await verdicts(5)).toEqual(["too few pairs", "identical"]);
    expect(await verdicts(8)).toEqual(["higher", "identical"]);
  });

  it("stops at the most seeds and says that intervals are wider than wanted", async () => {
    const result = await compareUntil([baseline, rule], { halfWidth: 1, firstSeeds: 5, mostSeeds: 7 });
    expect(result).toMatchObject({ reached: false, seeds: 7 });
    expect(result.effects[0].needed).toBeGreaterThan(7);
  });

  it("names every option that is wrong", async () => {
    const wrong = { halfWidth: -1, metric: "localValue" as never, firstSeeds: 1, mostSeeds: 0 };
    const failure = await compareUntil([baseline, rule], wrong).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InputError);
    for (const name of ["halfWidth", "metric", "firstSeeds", "mostSeeds", "localValueUsd"]) {
      expect((failure as InputError).message).toContain(name);
    }
  });
});
