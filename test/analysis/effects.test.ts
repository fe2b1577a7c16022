import fc from "fast-check";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { describe, expect, it } from "vitest";
import { bootstrapEstimate } from "../../src/analysis/bootstrap.ts";
import {
  differenceEstimate,
  estimate,
  isAlike,
  pairedEffect,
  ratioOfMeans,
} from "../../src/analysis/effects.ts";
import { verdictOf } from "../../src/analysis/mean-test.ts";
import { confidenceProblems } from "../../src/analysis/sample-problems.ts";
import { tQuantile as exactQuantile } from "../../src/analysis/student-t.ts";
import { InputError } from "../../src/errors.ts";

describe("a paired effect", () => {
  // Differences 1, 2, 3, 4: mean 2.5, sample variance 5/3; t(0.975, 3) = 3.182446 by every printed table.
  const differing = () => pairedEffect([10, 20, 30, 40], [11, 22, 33, 44]);

  it("is the mean of the differences, with the means of both sides", () => {
    const effect = differing();
    expect(effect).toMatchObject({ n: 4, baselineMean: 25, scenarioMean: 27.5, difference: 2.5 });
    expect(effect.relative).toBeCloseTo(0.1, 12);
  });

  it("has the t interval of the differences, not of the levels", () => {
    const effect = differing();
    const half = 3.182446 * Math.sqrt(5 / 3 / 4);
    expect(effect.low).toBeCloseTo(2.5 - half, 5);
    expect(effect.high).toBeCloseTo(2.5 + half, 5);
  });

  it("says how many times pairing lowered the variance", () => {
    const effect = differing();
    // Variances of 10..40 and 11..44: 500/3 and 605/3; of the differences 5/3.
    expect(effect.varianceReduction).toBeCloseTo((500 + 605) / 5, 10);
  });

  it("narrows with less confidence", () => {
    const effect = differing();
    const narrow = pairedEffect([10, 20, 30, 40], [11, 22, 33, 44], 0.5);
    expect(narrow.high - narrow.low).toBeLessThan(effect.high - effect.low);
    expect(narrow.difference).toBe(2.5);
  });

  it("counts a tie half in the probability of being higher", () => {
    expect(pairedEffect([1, 1, 1, 1], [2, 1, 0, 2]).probabilityHigher).toBe(0.625);
  });

  it("has the p-value of the paired t test", () => {
    const effect = differing();
    // t = 2.5 / sqrt(5 / 12) = 3.873 with 3 degrees of freedom: p = 0.0305 by the closed form for 3 degrees.
    const x = 2.5 / Math.sqrt(5 / 12) / Math.sqrt(3);
    const closed = 1 - (2 / Math.PI) * (Math.atan(x) + x / (1 + x * x));
    expect(effect.pValue).toBeCloseTo(closed, 10);
    expect(effect.standardError).toBeCloseTo(Math.sqrt(5 / 12), 12);
    expect(pairedEffect([1, 2], [1, 2]).pValue).toBeNull();
  });

  it("has the p-value of their signs where the differences are all the same, but for rounding", () => {
    const cost = [0.1, 69_230.77, 1e6 / 3, 7];
    const dearer = cost.map((each) => each + 800_000.1);
    for (const method of ["t", "bootstrap"] as const) {
      const of = (n: number) => {
        const counts = Array.from({ length: n }, (_, i) => i);
        const more = counts.map((each) => each + 1);
        return pairedEffect(counts, more, 0.95, method);
      };
      // Of the 2^8 ways to give eight differences their signs, two have all alike.
      expect(of(8)).toMatchObject({ difference: 1, low: 1, high: 1, pValue: 2 / 256 });
      expect(of(20).pValue).toBe(2 ** -19);
      expect(isAlike(of(8))).toBe(true);
    }
    expect(pairedEffect([1, 2], [0, 1])).toMatchObject({ difference: -1, pValue: 0.5 });
    expect(pairedEffect(cost, dearer).pValue).toBe(1 / 8);
    // A difference that is rounding is none.
    expect(pairedEffect([0.1 + 0.2, 0.3], [0.3, 0.1 + 0.2]).pValue).toBe(1);
    for (const [baseline, scenario] of [
      [
        [1, 2],
        [1, 2],
      ],
      [
        [1, 2],
        [2, 4],
      ],
    ])
      expect(isAlike(pairedEffect(baseline, scenario))).toBe(false);
  });

  it("bounds the probability of being higher, also where every seed agrees", () => {
    const effect = differing();
    // Wilson's interval of 4 out of 4 at 95 %: n / (n + z²) to 1.
    expect(effect.probabilityHigherLow).toBeCloseTo(4 / (4 + 1.959964 ** 2), 6);
    expect(effect.probabilityHigherHigh).toBe(1);
  });

  it("bounds that probability with a tie counted half", () => {
    // 4 seeds higher, 2 equal, 4 lower: as 5 of 10, for which Wilson's interval is printed as 0.2366 to 0.7634.
    const scenario = [1, 1, 1, 1, 0, 0, -1, -1, -1, -1];
    const { probabilityHigherLow, probabilityHigherHigh } = pairedEffect(new Array(10).fill(0), scenario);
    expect(probabilityHigherLow).toBeCloseTo(0.2366, 4);
    expect(probabilityHigherHigh).toBeCloseTo(0.7634, 4);
  });

  it("has the interval of resampled differences where that is asked for", () => {
    const [baseline, scenario] = [
      [0, 0, 0, 0, 0, 0],
      [1, 2, 3, 4, 5, 60],
    ];
    const resampled = pairedEffect(baseline, scenario, 0.9, "bootstrap");
    const { low, high } = bootstrapEstimate(scenario, 0.9);
    expect(resampled).toMatchObject({ difference: 12.5, low, high });
    expect(low).not.toBe(pairedEffect(baseline, scenario, 0.9).low);
  });

  it("is a tie only when every difference is exactly 0", () => {
    const same = pairedEffect([1, 2], [1, 2]);
    expect(same).toMatchObject({ tie: true, difference: 0, low: 0, high: 0, varianceReduction: null });
    expect(same.probabilityHigher).toBe(0.5);
    expect(same.probabilitySame).toBe(1);
    expect(pairedEffect([1, 1, 1, 1], [2, 1, 1, 0]).probabilitySame).toBe(0.5);
    expect(pairedEffect([1, 2], [2, 1])).toMatchObject({ tie: false, difference: 0 });
  });

  it("has no relative size where the baseline is 0, and takes the size of a negative one", () => {
    expect(pairedEffect([-1, 1], [1, 2]).relative).toBeNull();
    expect(pairedEffect([-2, -2], [-1, -1]).relative).toBe(0.5);
  });

  it("has no variance reduction where the difference is the same in every seed", () => {
    expect(pairedEffect([1, 2], [2, 3])).toMatchObject({
      varianceReduction: null,
      tie: false,
      low: 1,
      high: 1,
    });
    const cost = [0.1, 69_230.77, 1e6 / 3];
    const dearer = cost.map((each) => each + 800_000.1);
    expect(new Set(dearer.map((each, i) => each - cost[i])).size).toBeGreaterThan(1);
    expect(pairedEffect(cost, dearer).varianceReduction).toBeNull();
  });

  it("refuses what are no lists and a method that is none, with whatever else is wrong", () => {
    const problemsOf = (...given: readonly unknown[]) => {
      try {
        (pairedEffect as (...given: readonly unknown[]) => unknown)(...given);
      } catch (error) {
        return error instanceof InputError ? error.problems : error;
      }
      return [];
    };
    const confidence = { path: "confidence", value: 2, expected: "a number between 0 and 1, as 0.95" };
    const isNoList = (path: string, value: unknown) => ({ path, value, expected: "a list of numbers" });
    expect(problemsOf(null, "all", 2, "median")).toEqual([
      confidence,
      isNoList("baseline", null),
      isNoList("scenario", "all"),
      { path: "interval", value: "median", expected: '"t" or "bootstrap"' },
    ]);
    // How many pairs there are, or how many there must be, cannot be said beside these.
    expect(problemsOf(null, [1, 2], 0.95, "bootstrap")).toEqual([isNoList("baseline", null)]);
    expect(problemsOf([1, 2], 3, 0.95, "t")).toEqual([isNoList("scenario", 3)]);
    expect(problemsOf([1, 2], [2, 4], 2, "bootstrap")).toEqual([confidence]);
  });

  it("refuses what is not paired, and says every reason at once", () => {
    expect(() => pairedEffect([1, 2, 3], [1, 2])).toThrow(
      "scenario: found 2, expected as many values as baseline (3): they are paired by seed",
    );
    expect(() => pairedEffect([1], [Number.NaN], 2)).toThrow(InputError);
    expect(() => pairedEffect([1], [Number.NaN], 2)).toThrow(/3 problems/);
    expect(() => pairedEffect([1], [Number.NaN], 2)).toThrow(
      "scenario[0]: found NaN, expected a finite number",
    );
    expect(() => pairedEffect([1], [1])).toThrow("expected at least 2 values: one has no interval");
    expect(() => pairedEffect([1, 2, 3, 4], [2, 2, 5, 6], 0.95, "bootstrap")).toThrow(
      /^a paired effect: 1 problem\n {2}- baseline: found 4, expected at least 6 for a bootstrap/,
    );
  });
});

describe("an estimate", () => {
  it("is a mean with its t interval", () => {
    // Mean 2, variance 1, n = 3; t(0.975, 2) = 4.30265 and t(0.75, 2) = 0.81650 by the printed tables.
    const { n, mean, low, high } = estimate([1, 2, 3]);
    expect([n, mean]).toEqual([3, 2]);
    expect(low).toBeCloseTo(2 - 4.30265 / Math.sqrt(3), 5);
    expect(high).toBeCloseTo(2 + 4.30265 / Math.sqrt(3), 5);
    expect(estimate([1, 2, 3], 0.5).high).toBeCloseTo(2 + 0.8165 / Math.sqrt(3), 5);
  });

  it("refuses too few values, values that are not finite and confidences that are none, by name", () => {
    expect(() => estimate([1])).toThrow("values: found 1, expected at least 2 values");
    expect(() => estimate([1, 2, Infinity])).toThrow("values[2]: found Infinity, expected a finite number");
    expect(() => estimate([1])).toThrow("an estimate");
    for (const confidence of [0, 1, -1, 2, Number.NaN, "0.95" as never]) {
      expect(() => estimate([1, 2], confidence)).toThrow(
        /confidence: found .*, expected a number between 0 and 1, as 0\.95/,
      );
    }
    expect(confidenceProblems(2, "options.confidence")[0].path).toBe("options.confidence");
  });
});

describe("the verdict of an effect", () => {
  const apart = { pValue: 0.01, withoutSpread: false };

  it("is the side of 0 on which the whole interval lies", () => {
    expect(verdictOf({ low: 1, high: 2, ...apart }, 0.95)).toBe("higher");
    expect(verdictOf({ low: -2, high: -1, ...apart }, 0.95)).toBe("lower");
    expect(verdictOf({ low: -1, high: 2, ...apart, pValue: 0.4 }, 0.95)).toBe("not told apart");
    // Touching 0 is not lying beside it.
    expect(verdictOf({ low: 0, high: 2, ...apart }, 0.95)).toBe("not told apart");
    expect(verdictOf({ low: -2, high: 0, ...apart }, 0.95)).toBe("not told apart");
  });

  it("tells nothing of a difference that is the same in so few pairs that their signs may agree by chance", () => {
    const verdict = (n: number, by: number, confidence?: number, method?: "t" | "bootstrap") => {
      const counts = Array.from({ length: n }, (_, i) => i);
      return pairedEffect(
        counts,
        counts.map((each) => each + by),
        confidence,
        method,
      ).verdict;
    };
    expect([2, 3, 4, 5].map((n) => verdict(n, 1))).toEqual(Array.from({ length: 4 }, () => "too few pairs"));
    expect([6, 8].map((n) => verdict(n, 1))).toEqual(["higher", "higher"]);
    expect(verdict(6, -1)).toBe("lower");
    expect(verdict(6, -1, 0.95, "bootstrap")).toBe("lower");
    expect([verdict(5, 1, 0.9), verdict(6, 1, 0.99)]).toEqual(["higher", "too few pairs"]);
    expect(verdict(2, 0)).toBe("identical");
    // A chance of 1 in 16 is ruled out by a confidence of 15 in 16.
    expect(verdict(5, 1, 15 / 16)).toBe("higher");
    // What rounding leaves, the same in every pair, is no difference, and no lack of pairs.
    expect(pairedEffect([1e9, 1e9], [1e9 + 1e-6, 1e9 + 1e-6])).toMatchObject({
      pValue: 1,
      verdict: "not told apart",
    });
  });

  it("is told of differences alone as of the pairs that they are of", () => {
    const told = (...differences: number[]) => differenceEstimate(differences, [100, 200]);
    expect(told(1, 2, 3, 4)).toEqual({ ...estimate([1, 2, 3, 4]), verdict: "higher" });
    expect(told(3, 3)).toEqual({ n: 2, mean: 3, low: 3, high: 3, verdict: "too few pairs" });
    expect(told(0, 0).verdict).toBe("identical");
    expect(told(0, 0, 1)).toMatchObject({ mean: 1 / 3, verdict: "not told apart" });
    expect(pairedEffect([5, 6, 7], [5, 6, 8]).pValue).toBeCloseTo(0.4226, 4);
    expect(told(1e-11, 1e-11).verdict).toBe("not told apart");
  });

  it("agrees with its test, on whatever differences", () => {
    const value = fc.oneof(fc.integer({ min: -2, max: 3 }), fc.double({ min: -10, max: 10, noNaN: true }));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value), { minLength: 2, maxLength: 12 }),
        fc.constantFrom(0.8, 0.95, 0.99),
        (pairs, confidence) => {
          const { verdict, pValue, difference, low, high } = pairedEffect(
            pairs.map(([baseline]) => baseline),
            pairs.map(([, scenario]) => scenario),
            confidence,
          );
          const told = verdict === "higher" || verdict === "lower";
          // At the very edge the interval and the test may part by rounding.
          fc.pre(pValue === null || Math.abs(pValue - (1 - confidence)) > 1e-9);
          expect(told).toBe(pValue !== null && pValue <= 1 - confidence);
          if (told) expect(verdict).toBe(difference > 0 ? "higher" : "lower");
          if (verdict === "too few pairs") expect(low).toBeCloseTo(high, 9);
          expect(verdict === "identical").toBe(pValue === null);
        },
      ),
    );
  });
});

describe("the quantile of Student's t", () => {
  it("agrees with the printed tables", () => {
    const printed = [
      [0.975, 1, 12.7062],
      [0.975, 9, 2.26216],
      [0.975, 19, 2.09302],
      [0.95, 9, 1.83311],
      [0.995, 4, 4.60409],
    ] as const;
    for (const [p, freedom, value] of printed) expect(tQuantile(p, freedom)).toBeCloseTo(value, 4);
  });
});

describe("a ratio of means", () => {
  it("has the t interval of the numerators when every denominator is 1", () => {
    const numerators = [3, 5, 4, 8];
    const ratio = ratioOfMeans(numerators, [1, 1, 1, 1]);
    const { mean, low, high } = estimate(numerators);
    expect(ratio.value).toBeCloseTo(mean, 12);
    expect(ratio.low).toBeCloseTo(low, 10);
    expect(ratio.high).toBeCloseTo(high, 10);
  });

  it("solves Fieller's equation at both bounds", () => {
    const [above, below] = [
      [3, 5, 4, 8, 6],
      [2, 3, 2, 4, 4],
    ];
    const { value, low, high } = ratioOfMeans(above, below);
    expect(value).toBeCloseTo(26 / 15, 12);
    for (const bound of [low!, high!]) {
      const { mean, low: edge } = estimate(above.map((each, i) => each - bound * below[i]));
      expect(Math.abs(mean)).toBeCloseTo(mean - edge, 8);
    }
  });

  it("is exact when numerators are a multiple of the denominators", () => {
    const { value, low, high } = ratioOfMeans([2, 4, 6, 4], [1, 2, 3, 2]);
    expect([value, low, high].map((each) => Number(each?.toFixed(9)))).toEqual([2, 2, 2]);
  });

  it("has no bounds where the denominator's interval ends at 0 exactly", () => {
    // Denominators of mean 1 and variance 2; at 50 % the quantile for two values is 1, so the interval is 0 to 2.
    expect(ratioOfMeans([1, 2], [0, 2], 0.5)).toMatchObject({ value: 1.5, low: null, high: null });
    // The same to the last bit: the mean is the quantile, and so is half of the interval.
    const quantile = exactQuantile(0.975, 1);
    expect(ratioOfMeans([1, 2], [quantile - 1, quantile + 1])).toMatchObject({ low: null, high: null });
  });

  it("refuses what is not paired, by name", () => {
    expect(() => ratioOfMeans([1], [1])).toThrow("numerators: found 1, expected at least 2 values");
    expect(() => ratioOfMeans([1, 2], [1])).toThrow(
      "denominators: found 1, expected as many values as numerators",
    );
    expect(() => ratioOfMeans([1, 2], [1])).toThrow("a ratio of means");
    expect(() => pairedEffect([1, 2], [1])).toThrow("a paired effect");
  });

  it("says so when there is nothing to divide by, or not surely something", () => {
    expect(ratioOfMeans([1, 2], [0, 0])).toEqual({
      value: null,
      low: null,
      high: null,
      reason: "the denominator is 0",
    });
    expect(ratioOfMeans([1, 2], [-1, 2])).toMatchObject({
      value: 3,
      low: null,
      reason: "the denominator is not told apart from 0",
    });
  });
});
