import { describe, expect, it } from "vitest";
import type { OverAccepted } from "../../src/analysis/calibration/over-accepted.ts";
import { overAcceptedReport, overAcceptedSentences } from "../../src/report/over-accepted.ts";

const scenario = (
  name: string,
  effects: readonly number[],
  higher: number,
  lower: number,
  ranks: readonly number[],
) => ({
  ...{ scenario: name, default: effects[0] * 1e6, effects: effects.map((each) => each * 1e6) },
  mean: (effects.reduce((sum, each) => sum + each, 0) / effects.length) * 1e6,
  ...{ lowest: Math.min(...effects) * 1e6, highest: Math.max(...effects) * 1e6, higher, lower, ranks },
});
const over: OverAccepted = {
  ...{ baseline: "baseline", metric: "localValueNetUsd", unit: "US$ a year", points: 4, runs: 200 },
  ...{ seeds: [1, 2, 3, 4, 5, 6, 7, 8], window: { fromMonth: 24, toMonth: 180 }, confidence: 0.95 },
  ...{ tauMean: 0.5, tauLowest: -1, sameFirst: 0.75 },
  scenarios: [
    scenario("sure", [20, 30, 40, 10], 1, 0, [0.75, 0.25, 0, 0]),
    scenario("mixed", [-8, 4, 12, -4], 0.5, 0.25, [0.25, 0.25, 0.25, 0.25]),
    scenario("down", [-9, -9, -9, -9], 0, 1, [0, 0.5, 0.25, 0.25]),
  ],
};

describe("the report of scenarios over an accepted set", () => {
  it("shows each effect with the defaults and over the points, and how often it is higher, lower and first", () => {
    const rows = overAcceptedReport(over).split("\n\n")[1].split("\n").slice(2);
    expect(rows.map((line) => line.trim().split(/ {2,}/))).toEqual([
      ["sure", "+20.0", "+25.0", "+10.0", "+40.0", "100 %", "0 %", "75 %", "100 %"],
      ["mixed", "-8.0", "+1.0", "-8.0", "+12.0", "50 %", "25 %", "25 %", "75 %"],
      ["down", "-9.0", "-9.0", "-9.0", "-9.0", "0 %", "100 %", "0 %", "75 %"],
    ]);
    expect(overAcceptedReport(over).replaceAll("\n", " ")).toContain(
      'localValueNetUsd against "baseline" over 4 accepted points of a calibration, 8 seeds at each, 200 runs, January 2019 to December 2031. US$ million a year.',
    );
  });

  it("says what holds at every point, and whose sign does not", () => {
    const [first, order, always, mixed, how] = overAcceptedSentences(over);
    expect(first).toContain("has the highest at 75 % of the points.");
    expect(order).toContain(
      "a Kendall tau of 0.50 on average and -1.00 where it is lowest (1: the same order",
    );
    expect(always).toBe("Told apart from 0, upwards, at every point: sure.");
    expect(mixed).toBe("Up at some points and down at others: mixed. Its sign is a matter of assumptions.");
    expect(how).not.toContain("counts as neither");
  });

  it("says less where there is less: no scenario that always adds, one alone, and too few seeds", () => {
    const [only, how] = overAcceptedSentences({
      ...{ ...over, seeds: [1, 2, 3], tauMean: null, tauLowest: null },
      scenarios: over.scenarios.slice(2),
    });
    expect(only).toBe("No scenario's effect is told apart from 0, upwards, at every point.");
    expect(how).toContain(
      "a difference that is the same in all 3 seeds counts as neither: they are too few;",
    );
  });
});
