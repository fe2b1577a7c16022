import { describe, expect, it } from "vitest";
import { quadraticEmulator } from "../../src/analysis/quadratic-emulator.ts";
import { scrambledSobol } from "../../src/analysis/sensitivity/sobol-sequence.ts";

const points = scrambledSobol(64, 3, 5);
const unseen = scrambledSobol(64, 3, 6);

/** Solves a system of linear equations by elimination: slow, and nothing of the emulator's own. */
function solved(rows: readonly (readonly number[])[], right: readonly number[]): number[] {
  const left = rows.map((row, i) => [...row, right[i]]);
  left.forEach((_, at) => {
    const [pivot] = left.slice(at).toSorted((a, b) => Math.abs(b[at]) - Math.abs(a[at]));
    left.splice(left.indexOf(pivot), 1);
    left.splice(at, 0, pivot);
    for (const row of left.filter((each) => each !== pivot)) {
      const times = row[at] / pivot[at];
      row.forEach((value, j) => (row[j] = value - times * pivot[j]));
    }
  });
  return left.map((row, i) => row[row.length - 1] / row[i]);
}

describe("an emulator", () => {
  it("gives a polynomial of the second degree back", () => {
    const f = ([x, y, z]: readonly number[]) => 3 + x - 2 * y * z + 4 * x * x;
    const emulator = quadraticEmulator(points, points.map(f));
    for (const point of unseen) expect(emulator.predict(point)).toBeCloseTo(f(point), 3);
    expect(emulator.errorVariance).toBeLessThan(1e-6);
  });

  it("has the error of fits that each leave a point out, with the penalty whose error is least", () => {
    const some = points.slice(0, 9).map(([x]) => [x]);
    const outputs = some.map(([x], i) => 40 + Math.sin(7 * x) + (i % 3) / 2);
    const rows = some.map(([u]) => [1, 2 * u - 1, (2 * u - 1) ** 2]);
    const errors = [1e-6, 1e-4, 1e-3, 1e-2, 1e-1, 1].map((penalty) => {
      const squares = rows.map((row, out) => {
        const others = rows.filter((_, i) => i !== out);
        const normal = row.map((_, j) =>
          row.map((__, k) => {
            const ridge = j === k && j > 0 ? penalty * rows.length : 0;
            return others.reduce((sum, each) => sum + each[j] * each[k], ridge);
          }),
        );
        const known = outputs.filter((_, i) => i !== out);
        const right = row.map((_, j) => others.reduce((sum, each, i) => sum + each[j] * known[i], 0));
        const weights = solved(normal, right);
        return (outputs[out] - row.reduce((sum, value, j) => sum + value * weights[j], 0)) ** 2;
      });
      return squares.reduce((sum, each) => sum + each, 0) / squares.length;
    });
    expect(quadraticEmulator(some, outputs).errorVariance).toBeCloseTo(Math.min(...errors), 9);
    // Neither the least of penalties nor the largest.
    expect([1, 2, 3, 4]).toContain(errors.indexOf(Math.min(...errors)));
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
