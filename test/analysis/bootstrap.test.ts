import { describe, expect, it } from "vitest";
import { bootstrapInterval } from "../../src/analysis/bootstrap.ts";
import { estimate } from "../../src/analysis/effects.ts";
import { draw, normalFrom, rootKey } from "../../src/random.ts";

const root = rootKey("bootstrap");
const normals = (sample: number, n: number) =>
  Array.from({ length: n }, (_, i) => normalFrom(draw(root, 0, sample, i)));

describe("a bootstrap interval", () => {
  it("is the same for the same seed, and moves little with another", () => {
    const values = normals(1, 30);
    const one = bootstrapInterval(values, { seed: "a" });
    expect(bootstrapInterval(values, { seed: "a" })).toEqual(one);
    const other = bootstrapInterval(values, { seed: "b" });
    expect(other).not.toEqual(one);
    expect(Math.abs(other.low - one.low)).toBeLessThan(0.1 * (one.high - one.low));
  });

  it("is close to the t interval where values are normal and many", () => {
    const values = normals(2, 100);
    const { low, high } = bootstrapInterval(values, { resamples: 4000 });
    const t = estimate(values);
    expect(Math.abs(low - t.low)).toBeLessThan(0.05);
    expect(Math.abs(high - t.high)).toBeLessThan(0.05);
  });

  it("covers the mean about as often as it says", () => {
    let covered = 0;
    for (let sample = 0; sample < 400; sample++) {
      const { low, high } = bootstrapInterval(normals(sample + 10, 40), { resamples: 400, seed: sample });
      if (low <= 0 && high >= 0) covered += 1;
    }
    // 95 % within four standard errors of 400 trials, and the known shortfall of resampling 40 values.
    expect(covered / 400).toBeGreaterThan(0.895);
    expect(covered / 400).toBeLessThan(0.99);
  });

  it("leans to the long side of skewed values", () => {
    const { mean, low, high } = bootstrapInterval(normals(3, 40).map((value) => value ** 4));
    expect(high - mean).toBeGreaterThan((mean - low) * 1.1);
  });

  it("is a point where nothing varies, and refuses what has no interval", () => {
    expect(bootstrapInterval([2, 2, 2])).toMatchObject({ mean: 2, low: 2, high: 2 });
    expect(() => bootstrapInterval([1], { resamples: 3, confidence: 1 })).toThrow(/3 problems/);
    expect(() => bootstrapInterval([1, Number.NaN])).toThrow(
      "values[1]: found NaN, expected a finite number",
    );
  });
});
