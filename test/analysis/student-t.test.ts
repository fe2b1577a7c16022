import stdlibCdf from "@stdlib/stats-base-dists-t-cdf";
import stdlibQuantile from "@stdlib/stats-base-dists-t-quantile";
import { describe, expect, it } from "vitest";
import { tCdf, tQuantile } from "../../src/analysis/student-t.ts";

const degrees = [1, 2, 3, 4, 5, 9, 10, 19, 30, 99, 100, 399, 400, 401, 999, 1999, 19_999];

/** Largest relative difference between two functions over all degrees of freedom and these arguments. */
const apart = (
  ours: (x: number, n: number) => number,
  theirs: (x: number, n: number) => number,
  at: readonly number[],
) =>
  Math.max(
    ...degrees.flatMap((n) => at.map((x) => Math.abs(ours(x, n) - theirs(x, n)) / Math.abs(theirs(x, n)))),
  );

describe("Student's t", () => {
  it("has the quantiles of @stdlib, at the ends of every interval that is used", () => {
    const confidences = [0.5, 0.8, 0.9, 0.95, 0.99, 0.995, 0.999, 1 - 0.05 / 28, 1 - 0.05 / 400];
    expect(
      apart(
        tQuantile,
        stdlibQuantile,
        confidences.flatMap((c) => [(1 + c) / 2, (1 - c) / 2]),
      ),
    ).toBeLessThan(1e-12);
  });

  it("has the tail chances of @stdlib, near and far", () => {
    const at = [0, 0.001, 0.1, 0.5, 1, 1.5, 2, 3, 5, 8, 13].flatMap((t) => [-t, t]);
    expect(apart(tCdf, stdlibCdf, at)).toBeLessThan(1e-12);
  });

  it("has the values of printed tables", () => {
    expect(tQuantile(0.975, 1)).toBeCloseTo(12.7062047364, 9);
    expect(tQuantile(0.975, 10)).toBeCloseTo(2.228138852, 9);
    expect(tQuantile(0.995, 30)).toBeCloseTo(2.7499956536, 9);
    expect(tQuantile(0.5, 7)).toBe(0);
  });

  it("is turned back by its own quantile, far into the tails", () => {
    for (const n of degrees) {
      for (const p of [1e-9, 1e-6, 0.001, 0.2, 0.4]) {
        expect(tCdf(tQuantile(p, n), n) / p).toBeCloseTo(1, 11);
      }
    }
  });
});
