import { describe, expect, it } from "vitest";
import { bootstrapInterval } from "../../src/analysis/bootstrap.ts";
import { pairedEffect } from "../../src/analysis/effects.ts";
import { draw } from "../../src/random.ts";

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

  it("leans to the side of the long tail, where a t interval is symmetric", () => {
    const values = exponential(1, 40);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const { low, high } = bootstrapInterval(values, 0.95);
    expect(high - mean).toBeGreaterThan(mean - low);
  });

  it("is the same each time, and has no width where nothing varies", () => {
    const values = exponential(2, 10);
    expect(bootstrapInterval(values, 0.95)).toEqual(bootstrapInterval(values, 0.95));
    expect(bootstrapInterval([3, 3, 3], 0.95)).toEqual({ low: 3, high: 3 });
  });

  it("is what a paired effect gives when it is asked for", () => {
    const differences = exponential(3, 12);
    const zeros = differences.map(() => 0);
    const { low, high, difference } = pairedEffect(zeros, differences, 0.95, "bootstrap");
    expect({ low, high }).toEqual(bootstrapInterval(differences, 0.95));
    expect(difference).toBe(pairedEffect(zeros, differences).difference);
  });
});
