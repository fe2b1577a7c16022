import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { describe, expect, it } from "vitest";
import { compare } from "../../src/analysis/compare.ts";
import { compareUntil, steinRule, type UntilOptions } from "../../src/analysis/compare-until.ts";
import { draw, normalFrom, rootKey } from "../../src/random.ts";

const size = { months: 24, burnInMonths: 12, population: 60 };
const pair = [
  { id: "baseline", ...size },
  { id: "portal", ...size, policies: [{ policy: "supplier-portal" as const, startMonth: 2 }] },
];

describe("Stein's two-stage rule", () => {
  it("asks for the seeds that the first stage's spread makes necessary", () => {
    // Deviation of 1, 2, 3, 4 is 1.290994; t(0.975, 3) = 3.182446; (3.182446 x 1.290994 / 1.5)^2 = 7.50.
    const rule = steinRule([1, 2, 3, 4], 1.5);
    expect(rule.needed).toBe(8);
    expect(rule.halfWidthWith(8)).toBeCloseTo((tQuantile(0.975, 3) * Math.sqrt(5 / 3)) / Math.sqrt(8), 9);
    expect(steinRule([1, 2, 3, 4], 100).needed).toBe(4);
    expect(steinRule([2, 2, 2], 0.1)).toMatchObject({ needed: 3 });
  });

  it("keeps its error rate, which stopping as soon as the interval is narrow does not", () => {
    const root = rootKey("stein");
    const trials = 4000;
    let [covered, seeds] = [0, 0];
    for (let trial = 0; trial < trials; trial++) {
      const value = (i: number) => normalFrom(draw(root, 0, trial, i));
      const first = Array.from({ length: 5 }, (_, i) => value(i));
      const rule = steinRule(first, 0.6);
      let sum = 0;
      for (let i = 0; i < rule.needed; i++) sum += value(i);
      if (Math.abs(sum / rule.needed) <= rule.halfWidthWith(rule.needed)) covered += 1;
      seeds += rule.needed;
    }
    expect(seeds / trials).toBeGreaterThan(8);
    // Three and a half standard errors of a share of 0.95 over 4,000 trials.
    expect(covered / trials).toBeGreaterThan(0.938);
    expect(covered / trials).toBeLessThan(0.962);
  });
});

describe("a comparison until a half-width", () => {
  const options: UntilOptions = { halfWidth: 100, metric: "bids", maxSeeds: 6, firstSeeds: 3 };

  it("stops with the most seeds allowed and says that it was not reached", async () => {
    const result = await compareUntil(pair, { ...options, halfWidth: 0.001 });
    expect(result).toMatchObject({ seeds: 6, firstSeeds: 3, wantedHalfWidth: 0.001 });
    expect(result.neededSeeds).toBeGreaterThan(6);
    expect(result.effects).toMatchObject([{ scenario: "portal", reached: false, unit: "bids a year" }]);
    expect(result.comparison).toEqual(compare(pair, { seeds: 6 }));
  });

  it("makes the first stage only where that suffices", async () => {
    const { seeds, effects } = await compareUntil(pair, { ...options, halfWidth: 1e12 });
    expect(seeds).toBe(3);
    expect(effects[0].reached).toBe(true);
    expect(effects[0].high - effects[0].low).toBeCloseTo(2 * effects[0].halfWidth, 3);
  });

  it("reports a scenario that changes nothing as a tie", async () => {
    const { effects } = await compareUntil([pair[0], { id: "again", ...size }], options);
    expect(effects).toMatchObject([{ tie: true, reached: true, difference: 0, halfWidth: 0 }]);
  });

  it("refuses wrong options all at once", async () => {
    const wrong = { halfWidth: -1, metric: "localValue", maxSeeds: 1, seeds: 3 } as unknown as UntilOptions;
    await expect(compareUntil(pair, wrong)).rejects.toThrow(/4 problems/);
    await expect(compareUntil(pair, wrong)).rejects.toThrow(
      "halfWidth: found -1, expected a number above 0, in the metric's unit",
    );
  });
});
