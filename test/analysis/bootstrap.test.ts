import { describe, expect, it } from "vitest";
import { bootstrapEstimate, bootstrapProblems } from "../../src/analysis/bootstrap.ts";
import { pairedEffect } from "../../src/analysis/effects.ts";
import { planComparison } from "../../src/analysis/compare.ts";
import { draw, normalFrom } from "../../src/random.ts";
import { scenarios } from "../../src/scenarios/catalogue.ts";

/** Draws from the exponential distribution with mean 1: skewed, as differences in rare events are. */
const exponential = (sample: number, n: number) =>
  Array.from({ length: n }, (_, i) => -Math.log(1 - draw(7, 1000, sample, i)));

describe("the bootstrap interval of a mean", () => {
  it("covers the mean of skewed values about as often as it says", () => {
    const samples = 300;
    let covered = 0;
    for (let sample = 0; sample < samples; sample++) {
      const { low, high } = bootstrapEstimate(exponential(sample, 30), 0.9, 400);
      if (low <= 1 && 1 <= high) covered += 1;
    }
    // 0.9 with a standard error of 0.017 over 300 samples; BCa of 30 skewed values is known to fall a little short.
    expect(covered / samples).toBeGreaterThan(0.83);
    expect(covered / samples).toBeLessThan(0.95);
  });

  it("covers the mean of a few normal values as often as a t interval does", () => {
    const samples = 300;
    let covered = 0;
    for (let sample = 0; sample < samples; sample++) {
      const values = Array.from({ length: 8 }, (_, i) => normalFrom(draw(7, 1001, sample, i)));
      const { low, high } = bootstrapEstimate(values, 0.95, 600);
      if (low <= 0 && 0 <= high) covered += 1;
    }
    // Without the widening for small samples 0.87.
    expect(covered / samples).toBeGreaterThan(0.905);
  });

  it("does not depend on the order of the values", () => {
    const values = exponential(4, 12);
    expect(bootstrapEstimate(values.toReversed(), 0.95)).toEqual(bootstrapEstimate(values, 0.95));
  });

  it("keeps its ends in order where skewness and confidence leave the acceleration no room", () => {
    const values = Array.from({ length: 24 }, (_, i) => (i === 0 ? 1 : 0));
    const { low, high } = bootstrapEstimate(values, 1 - 1e-6, 500);
    expect(low).toBe(0);
    expect(high).toBeGreaterThan(1 / 24);
    // The largest of the resampled means, which no end may pass.
    expect(high).toBeLessThanOrEqual(8 / 24);
  });

  it("is refused where all values may well lie on one side of the mean", () => {
    expect(() => pairedEffect([0, 0, 0, 0, 0], [1, 2, 3, 4, 5], 0.95, "bootstrap")).toThrow(
      /baseline: found 5, expected at least 6 for a bootstrap/,
    );
    // Five do where the interval may err as often as their signs do: of the 32 ways to give them, two.
    expect(bootstrapProblems("seeds", 5, 1 - 2 / 32)).toEqual([]);
    expect(bootstrapProblems("seeds", 4, 1 - 2 / 32)).toHaveLength(1);
    const zeros = [0, 0, 0, 0, 0, 0];
    expect(pairedEffect(zeros, [1, 2, 3, 4, 5, 6], 0.95, "bootstrap").low).toBeGreaterThan(0);
    expect(() => pairedEffect(zeros, [1, 2, 3, 4, 5, 6], 0.99, "bootstrap")).toThrow(/at least 8/);
    const asked = { seeds: 5, interval: "bootstrap" } as const;
    expect(() => planComparison([scenarios.baseline, scenarios["matchmaking"]], asked)).toThrow(
      /seeds: found 5, expected at least 6/,
    );
  });

  it("is the same in any unit, for counts too, whose resampled means are often the mean itself, or 0", () => {
    const counts = [1, 1, 2, -1, 1, 1, 1, 0];
    const inCounts = bootstrapEstimate(counts, 0.95);
    const aYear = bootstrapEstimate(
      counts.map((count) => (count / 36) * 12),
      0.95,
    );
    expect(aYear.low).toBeCloseTo(inCounts.low / 3, 9);
    expect(aYear.high).toBeCloseTo(inCounts.high / 3, 9);
    expect(aYear.pValue).toBeCloseTo(inCounts.pValue, 9);
    // Ends at 0 are 0, on neither side of it.
    const even = [0.1, 0.2, -0.3, 0.1, 0.2, -0.3, 0.3, -0.1, -0.2].map((value) => value / 7);
    expect(bootstrapEstimate(even, 0.95).pValue).toBeCloseTo(1, 9);
  });

  it("leans to the side of the long tail, where a t interval is symmetric", () => {
    const values = exponential(1, 40);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const { low, high } = bootstrapEstimate(values, 0.95);
    expect(high - mean).toBeGreaterThan(mean - low);
  });

  it("is the same each time, and has no width where nothing varies", () => {
    const values = exponential(2, 10);
    expect(bootstrapEstimate(values, 0.95)).toEqual(bootstrapEstimate(values, 0.95));
    expect(bootstrapEstimate([0.1, 0.1, 0.1], 0.95)).toEqual({ low: 0.1, high: 0.1, pValue: 0.25 });
  });

  it("is what a paired effect gives when it is asked for", () => {
    const differences = exponential(3, 12);
    const zeros = differences.map(() => 0);
    const { low, high, pValue, difference } = pairedEffect(zeros, differences, 0.95, "bootstrap");
    expect({ low, high, pValue }).toEqual(bootstrapEstimate(differences, 0.95));
    expect(difference).toBe(pairedEffect(zeros, differences).difference);
  });
});

describe("the test that belongs to a bootstrap interval", () => {
  /** Means of both signs, told apart from 0 and not; whole numbers have resampled means of exactly 0. */
  const samples = [
    ...Array.from({ length: 4 }, (_, i) => exponential(20 + i, 9).map((value) => value - 0.4 - i * 0.2)),
    [3, -1, 2, 0, 4, -2, 1, 0, 3, 1],
    [-3, 1, -2, 0, -4, 2, -1, 0, -3, -1],
    [3, -1, 2, -0.5, 4, -1, 1, 2, 3, 1],
  ];

  it("has the p-value with which an end of the interval comes to lie at 0", () => {
    const told = samples.map((values) => {
      const { pValue } = bootstrapEstimate(values, 0.95);
      const holds0 = (error: number) => {
        const { low, high } = bootstrapEstimate(values, 1 - error);
        return low <= 0 && 0 <= high;
      };
      expect(holds0(pValue * 0.999)).toBe(true);
      if (pValue < 0.99) expect(holds0(pValue * 1.001)).toBe(false);
      return pValue < 0.05;
    });
    expect(new Set(told).size).toBe(2);
  });

  it("finds something in nothing about as often as it says", () => {
    const trials = 300;
    let found = 0;
    for (let trial = 0; trial < trials; trial++) {
      const values = Array.from({ length: 10 }, (_, i) => normalFrom(draw(7, 1002, trial, i)));
      if (bootstrapEstimate(values, 0.95, 600).pValue <= 0.1) found += 1;
    }
    // 0.1 with a standard error of 0.017; without the widening for small samples 0.15.
    expect(found / trials).toBeLessThan(0.135);
    expect(found / trials).toBeGreaterThan(0.065);
  });

  it("never claims more than that so many values do not lie on one side by chance", () => {
    const sure = Array.from({ length: 7 }, (_, i) => 1000 + i);
    expect(bootstrapEstimate(sure, 0.95).pValue).toBeGreaterThanOrEqual(2 ** -6);
    expect(bootstrapEstimate(sure, 0.95).low).toBeGreaterThan(0);
    const turned = sure.map((value) => -value);
    expect(bootstrapEstimate(turned, 0.95).pValue).toBe(bootstrapEstimate(sure, 0.95).pValue);
    expect(bootstrapEstimate(turned, 0.95).high).toBeLessThan(0);
  });

  it("has nothing to test where all values are 0, and the signs where all are another number", () => {
    expect(bootstrapEstimate([0, 0, 0, 0, 0, 0], 0.95)).toEqual({ low: 0, high: 0, pValue: 1 });
    expect(bootstrapEstimate([-2, -2, -2, -2, -2, -2], 0.95).pValue).toBe(2 ** -5);
  });
});
