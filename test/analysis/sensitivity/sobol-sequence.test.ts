import { describe, expect, it } from "vitest";
import {
  mostDimensions,
  scrambledSobol,
  sobolIntegers,
} from "../../../src/analysis/sensitivity/sobol-sequence.ts";

const unit = (points: readonly Uint32Array[]) => points.map((point) => Array.from(point, (v) => v / 2 ** 32));

describe("Sobol's sequence", () => {
  it("begins with the points that Joe and Kuo print", () => {
    expect(unit(sobolIntegers(8, 3))).toEqual([
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125],
      [0.625, 0.125, 0.875],
      [0.125, 0.625, 0.375],
    ]);
  });

  it("gives in high dimensions what SciPy 1.17 gives: scipy.stats.qmc.Sobol(64, scramble=False), point 100", () => {
    const point = unit(sobolIntegers(101, mostDimensions))[100];
    expect([1, 5, 20, 40, 63].map((dimension) => point[dimension])).toEqual([
      0.2578125, 0.7421875, 0.7578125, 0.7109375, 0.6484375,
    ]);
  });

  it.each([1, 2, 3])("stays balanced in every dimension when scrambled by %i", (key) => {
    const points = scrambledSobol(64, 10, key);
    for (let dimension = 0; dimension < 10; dimension++) {
      const cells = new Set(points.map((point) => Math.floor(point[dimension] * 64)));
      expect(cells.size).toBe(64);
    }
  });

  it("is scrambled independently by different keys: over many pairs the points do not go together", () => {
    const pairs = Array.from({ length: 400 }, (_, key) => {
      const [a, b] = [2 * key, 2 * key + 1].map((each) => scrambledSobol(16, 1, each).map(([u]) => u - 0.5));
      return (12 * a.reduce((sum, value, i) => sum + value * b[i], 0)) / 16;
    });
    const mean = pairs.reduce((sum, each) => sum + each, 0) / pairs.length;
    // A pair's correlation is at most 1 in size, so the mean of 400 has a standard error of at most 0.05.
    expect(Math.abs(mean)).toBeLessThan(0.15);
    expect(Math.max(...pairs) - Math.min(...pairs)).toBeGreaterThan(1);
  });
});
