import { describe, expect, it } from "vitest";
import { sensitivityDesign, type SensitivityResult } from "../../../src/analysis/sensitivity/analyse.ts";
import type { SensitivityIndex, Point } from "../../../src/analysis/sensitivity/design.ts";
import { morrisDesign } from "../../../src/analysis/sensitivity/morris.ts";

const analyse = <Method extends SensitivityResult["method"]>(
  method: Method,
  factors: number,
  f: (point: Point) => number,
  samples: number,
  replicates: number,
  second = false,
) => {
  const design = sensitivityDesign(
    method,
    factors,
    { samples, replicates, confidence: 0.95, second },
    "test",
  );
  return design.read(design.points.map(f)) as Extract<SensitivityResult, { method: Method }>;
};

/** Saltelli and others 2000: variances and indices in closed form. */
const ishigami = (point: Point) => {
  const [x, y, z] = point.map((u) => Math.PI * (2 * u - 1));
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
};
const gFactors = [0, 1, 4.5, 9];
const sobolG = (point: Point) =>
  gFactors.reduce((product, a, i) => product * ((Math.abs(4 * point[i] - 2) + a) / (1 + a)), 1);

/** Near the truth, and the interval for all indices together holds it. Tolerances are about three times the largest error over ten keys: 0.011, of pairs 0.013, of Shapley effects 0.017. */
const expectIndices = (found: readonly SensitivityIndex[], truth: readonly number[], tolerance: number) => {
  truth.forEach((value, i) => {
    expect(Math.abs(found[i].mean - value)).toBeLessThan(tolerance);
    expect(found[i].lowTogether).toBeLessThanOrEqual(value + 1e-9);
    expect(found[i].highTogether).toBeGreaterThanOrEqual(value - 1e-9);
  });
};

describe("Sobol's indices", () => {
  const ishigamiIndices = analyse("sobol", 3, ishigami, 1024, 8, true);

  it("are those of Ishigami's function", () => {
    const whole = ishigamiIndices.convergence[2];
    expectIndices(whole?.first ?? [], [0.3139, 0.4424, 0], 0.03);
    expectIndices(whole?.total ?? [], [0.5576, 0.4424, 0.2437], 0.03);
    expect(ishigamiIndices.variance).toBeCloseTo(13.8446, 0);
  });

  it("give to its first and third factor what only both explain", () => {
    expect(ishigamiIndices.convergence[2]?.second?.map(({ factors }) => factors)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    const [quarter, , whole] = ishigamiIndices.convergence;
    expectIndices(whole?.second ?? [], [0, 0.2437, 0], 0.04);
    // A quarter of the design knows less of it: its intervals are wider.
    const widths = [quarter, whole].map((each) => each!.second![1].high - each!.second![1].low);
    expect(widths[0]).toBeGreaterThan(widths[1]);
  });

  it("come nearer as the design grows", () => {
    const widths = ishigamiIndices.convergence.map((each) => {
      const total = each?.total[0];
      return (total?.high ?? 0) - (total?.low ?? 0);
    });
    expect(widths[2]).toBeLessThan(widths[0]);
  });

  it("are those of Sobol's g function", () => {
    const parts = gFactors.map((a) => 1 / 3 / (1 + a) ** 2);
    const variance = parts.reduce((product, part) => product * (1 + part), 1) - 1;
    const { convergence } = analyse("sobol", 4, sobolG, 1024, 8);
    expectIndices(
      convergence[2]?.first ?? [],
      parts.map((part) => part / variance),
      0.03,
    );
    expectIndices(
      convergence[2]?.total ?? [],
      parts.map((part) => ((part / (1 + part)) * (1 + variance)) / variance),
      0.03,
    );
  });

  it("are shown below 0, not clipped, where a factor does nothing", () => {
    const { convergence } = analyse("sobol", 3, ([x]) => x * x, 16, 6);
    expect(convergence[2]?.total[1].mean).toBe(0);
    expect(convergence[2]?.first.slice(1).some(({ mean }) => mean < 0)).toBe(true);
  });

  it("are missing where the output does not vary at all", () => {
    expect(analyse("sobol", 2, () => 5, 16, 3).convergence[2]).toBeNull();
    expect(analyse("shapley", 2, () => 5, 16, 3).convergence[2]).toBeNull();
  });
});

describe("Shapley effects", () => {
  it("split Ishigami's interaction evenly and add up to 1", () => {
    const effects = analyse("shapley", 3, ishigami, 1024, 8).convergence[2]?.effects ?? [];
    expectIndices(effects, [0.3139 + 0.2437 / 2, 0.4424, 0.2437 / 2], 0.05);
    expect(effects.reduce((sum, { mean }) => sum + mean, 0)).toBeCloseTo(1, 10);
  });
});

describe("Morris's elementary effects", () => {
  it("are the slopes of a linear function, without spread", () => {
    const { effects } = analyse("morris", 3, ([x, y]) => 3 * x - 2 * y, 6, 2);
    expect(effects.map(({ mu }) => Math.round(mu.mean * 1e9) / 1e9)).toEqual([3, -2, 0]);
    expect(effects.map(({ muStar }) => Math.round(muStar.mean * 1e9) / 1e9)).toEqual([3, 2, 0]);
    effects.forEach(({ sigma }) => expect(sigma).toBeLessThan(1e-9));
  });

  it("spread where factors interact or act both ways", () => {
    const { effects } = analyse("morris", 2, ([x, y]) => (x - 0.5) * (y - 0.5), 50, 2);
    expect(Math.abs(effects[0].mu.mean)).toBeLessThan(effects[0].muStar.mean);
    expect(effects[0].sigma).toBeGreaterThan(0.2);
  });

  it("are of steps up as well as down, from every value of the grid", () => {
    const { points, steps } = morrisDesign(3, 60, "test");
    for (const factor of [0, 1, 2]) {
      const ups = steps.filter((walk) => walk.some((step) => step.factor === factor && step.by > 0));
      expect(Math.abs(ups.length - 30)).toBeLessThan(16);
      const starts = points.filter((_, i) => i % 4 === 0).map((point) => Math.round(3 * point[factor]));
      expect(new Set(starts)).toEqual(new Set([0, 1, 2, 3]));
    }
  });
});

describe("a design", () => {
  it("refuses what it cannot hold, naming every problem", () => {
    const size = { samples: 12, replicates: 1, confidence: 0.95 };
    expect(() => sensitivityDesign("sobol", 40, size, "x")).toThrow("3 problems");
    expect(() => sensitivityDesign("sobol", 40, size, "x")).toThrow(
      "factors: found 40, expected 1 to 32 factors",
    );
    expect(() => sensitivityDesign("morris", 400, { ...size, samples: 4 }, "x")).not.toThrow();
  });
});
