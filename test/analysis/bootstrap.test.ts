import { describe, expect, it } from "vitest";
import { bootstrapInterval } from "../../src/analysis/bootstrap.ts";
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
      const { low, high } = bootstrapInterval(exponential(sample, 30), 0.9, 400);
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
      const { low, high } = bootstrapInterval(values, 0.95, 600);
      if (low <= 0 && 0 <= high) covered += 1;
    }
    // Without the widening for small samples 0.87.
    expect(covered / samples).toBeGreaterThan(0.905);
  });

  it("does not depend on the order of the values", () => {
    const values = exponential(4, 12);
    expect(bootstrapInterval(values.toReversed(), 0.95)).toEqual(bootstrapInterval(values, 0.95));
  });

  it("keeps its ends in order where skewness and confidence leave the acceleration no room", () => {
    const values = Array.from({ length: 24 }, (_, i) => (i === 0 ? 1 : 0));
    const { low, high } = bootstrapInterval(values, 1 - 1e-6, 500);
    expect(low).toBe(0);
    expect(high).toBeGreaterThan(1 / 24);
    // The largest of the resampled means, which no end may pass.
    expect(high).toBeLessThanOrEqual(8 / 24);
  });

  it("is refused where all values may well lie on one side of the mean", () => {
    expect(() => pairedEffect([0, 0, 0, 0, 0], [1, 2, 3, 4, 5], 0.95, "bootstrap")).toThrow(
      /baseline: found 5, expected at least 6 for a bootstrap/,
    );
    const zeros = [0, 0, 0, 0, 0, 0];
    expect(pairedEffect(zeros, [1, 2, 3, 4, 5, 6], 0.95, "bootstrap").low).toBeGreaterThan(0);
    expect(() => pairedEffect(zeros, [1, 2, 3, 4, 5, 6], 0.99, "bootstrap")).toThrow(/at least 8/);
    const asked = { seeds: 5, interval: "bootstrap" } as const;
    expect(() => planComparison([scenarios.baseline, scenarios["matchmaking"]], asked)).toThrow(
      /seeds: found 5, expected at least 6/,
    );
  });

  it("leans to the side of the long tail, where a t interval is symmetric", () => {
    const values = exponential(1, 40);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const { low, high } = bootstrapInterval(values, 0.95);
    expect(high - mean).toBeGreaterThan(mean - low);
  });

  it("is the same each time, and has no width where nothing varies", () => {
    const values = exponential(2, 10);
    expect(bootstrapInterval(values, 0.95)).toEqual(bootstrapInterval(values, 0.95));
    expect(bootstrapInterval([0.1, 0.1, 0.1], 0.95)).toEqual({ low: 0.1, high: 0.1 });
  });

  it("is what a paired effect gives when it is asked for", () => {
    const differences = exponential(3, 12);
    const zeros = differences.map(() => 0);
    const { low, high, difference } = pairedEffect(zeros, differences, 0.95, "bootstrap");
    expect({ low, high }).toEqual(bootstrapInterval(differences, 0.95));
    expect(difference).toBe(pairedEffect(zeros, differences).difference);
  });
});
