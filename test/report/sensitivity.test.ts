import { describe, expect, it } from "vitest";
import { sensitivityDesign, type SensitivityMethod } from "../../src/analysis/sensitivity/analyse.ts";
import type { SensitivityStudy } from "../../src/analysis/sensitivity/study.ts";
import { sensitivityReport } from "../../src/report/sensitivity.ts";

/** The report of an output of a factor and the seed that varies in some of four scrambles only. */
function reportOf(method: SensitivityMethod, varying: number, against: string | null = null): string {
  const size = { samples: 8, replicates: 4, confidence: 0.95 };
  const design = sensitivityDesign(method, 2, size, "report");
  const { points } = design;
  const ofEach = points.length / size.replicates;
  const result = design.read(points.map(([x, seed], i) => (i < varying * ofEach ? x + seed : 7)));
  const study = { scenario: "portal", metric: "adoptions", unit: "adoptions a year", of: "effect" } as const;
  const window = { fromMonth: 24, toMonth: 180 };
  return sensitivityReport(
    {
      ...study,
      against,
      runs: points.length,
      window,
      confidence: 0.95,
      factors: ["caution", "seed"],
      result,
    },
    { width: 1000 },
  ).replaceAll("\n", " ");
}

const index = (mean: number) => ({
  ...{ n: 4, mean, low: mean - 0.1, high: mean + 0.1, lowTogether: mean - 1, highTogether: mean + 1 },
});
const scaled = (mean: number) => ({
  ...index(mean),
  mean: mean * 1e6,
  low: (mean - 1) * 1e6,
  high: (mean + 1) * 1e6,
});

/** The report of a result given as it is, of three factors and the seed. */
function tableOf(result: Partial<SensitivityStudy["result"]>): string {
  return sensitivityReport(
    {
      ...{ scenario: "portal", metric: "localValueNetUsd", unit: "US$ a year", of: "level", against: null },
      ...{ runs: 96, window: { fromMonth: 24, toMonth: 180 }, confidence: 0.95 },
      ...{ factors: ["caution", "trialMonths", "learningRate", "seed"], result: result as never },
    },
    { width: 1000 },
  );
}
const rowsIn = (text: string) =>
  text
    .split("\n\n")[1]
    .split("\n")
    .map((line) => line.trim().split(/ {2,}/));

describe("the report of a sensitivity study", () => {
  it("shows what does most first, in US$ million over its range, with its sign and spread, by Morris", () => {
    const text = tableOf({
      method: "morris",
      effects: [
        { mu: scaled(-2), muStar: scaled(3), sigma: 0.5e6 },
        { mu: scaled(0), muStar: scaled(0), sigma: 0 },
        { mu: scaled(8), muStar: scaled(9), sigma: 4e6 },
        { mu: scaled(1), muStar: scaled(5), sigma: 6e6 },
      ],
    });
    expect(rowsIn(text).filter(([first]) => !first.startsWith("─"))).toEqual([
      ["Factor (effect over its range, US$ million a year)", "mu* [interval]", "mu", "sigma"],
      ["learningRate", "9.00 [8.00, 10.00]", "+8.00", "4.00"],
      ["seed", "5.00 [4.00, 6.00]", "+1.00", "6.00"],
      ["caution", "3.00 [2.00, 4.00]", "-2.00", "0.50"],
      ["trialMonths", "0.00 [-1.00, 1.00]", "0.00", "0.00"],
    ]);
    expect(text).toContain("\n1 factor did nothing at all in these trajectories.\n");
    expect(text).toMatch(
      /^localValueNetUsd of "portal", January 2019 to December 2031: 3 parameters over their ranges, and/,
    );
  });

  it("sums up in words the factors that do less than the first twenty-five", () => {
    const effects = Array.from({ length: 27 }, (_, i) => ({
      ...{ mu: scaled(i), muStar: scaled(i), sigma: 0 },
    }));
    const factors = effects.map((_, i) => `f${i}`);
    const many = (count: number, all = effects) =>
      sensitivityReport(
        {
          ...{ scenario: "a", metric: "localValueNetUsd", unit: "US$ a year", of: "level", against: null },
          ...{ runs: 1, window: { fromMonth: 0, toMonth: 12 }, confidence: 0.95 },
          factors: factors.slice(0, count) as never,
          result: { method: "morris", effects: all.slice(0, count) } as never,
        },
        { width: 1000 },
      );
    expect(many(27)).toContain("2 more factors do less. 1 factor did nothing at all");
    const acting = effects.slice(1);
    expect(many(1)).toMatch(/\n1 factor did nothing at all in these trajectories\.\n/);
    expect(many(3, acting)).not.toContain("did nothing");
    expect(many(26, acting)).toMatch(/\n1 more factor does less\.\n/);
    expect(many(27)).toMatch(/^f26 /m);
    expect(many(27)).not.toMatch(/^f1 /m);
  });

  it("shows first order beside total and each beside that of half the size, the largest total first, by Sobol", () => {
    const of = (...means: readonly number[]) => means.map(index);
    const pair = (mean: number, ...factors: readonly number[]) => ({ ...index(mean), factors });
    const text = tableOf({
      ...{ method: "sobol", replicates: 4 },
      convergence: [
        null,
        {
          ...{ samples: 8, first: of(0.11, 0.21, 0.31, 0), total: of(0.41, 0.51, 0.61, 0.01) },
          second: [pair(0.05, 0, 1), pair(0.3, 0, 2)],
        },
        {
          ...{ samples: 16, first: of(0.1, 0.2, 0.3, 0), total: of(0.4, 0.5, 0.6, 0.02) },
          second: [pair(0.1, 0, 1), pair(0.25, 0, 2)],
        },
      ],
    } as never);
    expect(rowsIn(text).filter(([first]) => !first.startsWith("─"))).toEqual([
      ["Factor", "First order [interval]", "at half size", "Total [interval]", "at half size"],
      ["learningRate", "0.300 [0.200, 0.400]", "0.310", "0.600 [0.500, 0.700]", "0.610"],
      ["trialMonths", "0.200 [0.100, 0.300]", "0.210", "0.500 [0.400, 0.600]", "0.510"],
      ["caution", "0.100 [0.000, 0.200]", "0.110", "0.400 [0.300, 0.500]", "0.410"],
      ["seed", "0.000 [-0.100, 0.100]", "0.000", "0.020 [-0.080, 0.120]", "0.010"],
    ]);
    expect(text.replaceAll(/\s+/g, " ")).toContain(
      "Largest second-order indices: caution with learningRate 0.250 [0.150, 0.350], 0.300 at half size; caution with trialMonths 0.100 [0.000, 0.200], 0.050 at half size.",
    );
  });

  it.each(["sobol", "shapley"] as const)(
    "says in how many scrambles an output did not vary, by %s",
    (method) => {
      expect(reportOf(method, 4)).not.toContain("did not vary");
      expect(reportOf(method, 3)).toContain(
        "In 1 of 4 scrambles the output did not vary: they count in no index, so intervals are of the others alone.",
      );
      expect(reportOf(method, 3)).toMatch(/caution +0\.\d+ \[/);
      // One scramble that varies gives no interval, and is no proof that nothing varies.
      for (const varying of [1, 0]) {
        expect(reportOf(method, varying)).toContain("varied in fewer than two of 4 scrambles");
      }
    },
  );

  it("says what its factors are", () => {
    expect(reportOf("morris", 4)).toContain("1 parameter over its range, and the seed");
  });

  it("says whose effect it is, or which two are held against each other", () => {
    expect(reportOf("morris", 4)).toMatch(/^Effect of the policies of "portal" on adoptions,/);
    expect(reportOf("morris", 4, "centre")).toMatch(/^adoptions of "portal" less that of "centre",/);
  });
});
