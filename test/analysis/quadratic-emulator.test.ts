import { describe, expect, it } from "vitest";
import { quadraticEmulator } from "../../src/analysis/quadratic-emulator.ts";
import { scrambledSobol } from "../../src/analysis/sensitivity/sobol-sequence.ts";

const points = scrambledSobol(64, 3, 5);
const unseen = scrambledSobol(64, 3, 6);

describe("an emulator", () => {
  it("gives a polynomial of the second degree back", () => {
    const f = ([x, y, z]: readonly number[]) => 3 + x - 2 * y * z + 4 * x * x;
    const emulator = quadraticEmulator(points, points.map(f));
    for (const point of unseen) expect(emulator.predict(point)).toBeCloseTo(f(point), 3);
    expect(emulator.errorVariance).toBeLessThan(1e-6);
  });

  it("knows how wrong it is where the function is none", () => {
    const f = ([x]: readonly number[]) => (x < 0.5 ? 0 : 1);
    const emulator = quadraticEmulator(points, points.map(f));
    const squares = unseen.map((point) => (emulator.predict(point) - f(point)) ** 2);
    const actual = squares.reduce((sum, value) => sum + value, 0) / squares.length;
    expect(actual).toBeGreaterThan(emulator.errorVariance / 2);
    expect(actual).toBeLessThan(emulator.errorVariance * 2);
  });
});
