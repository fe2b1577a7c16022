import { describe, expect, it } from "vitest";
import type { FailedRun, StudyEffect } from "../../src/analysis/study/tally.ts";
import { metricNames } from "../../src/engine/observations.ts";
import type { TableStyle } from "../../src/report/table.ts";
import { displayWidth } from "../../src/report/wrap.ts";
import { estimateLine, leftOutSentences, studyReport, type StudySummary } from "../../src/report/study.ts";

const effect = (change: Partial<StudyEffect>): StudyEffect => ({
  scenario: "portal",
  window: "later",
  metric: "bids",
  unit: "bids a year",
  pairs: 8,
  units: 8,
  baselineMean: 40,
  scenarioMean: 43,
  difference: 3,
  low: 1,
  high: 5,
  relative: 0.075,
  probabilityHigher: 1,
  probabilitySame: 0,
  varianceReduction: 4,
  tie: false,
  pValue: 0.009,
  adjustedPValue: 0.018,
  verdict: "higher",
  ...change,
});

const plain = ["baseline", "portal"].map((id, i) => ({
  id,
  policies: i === 0 ? [] : ["challenge-portal"],
  besidesPolicies: [] as string[],
  policiesFromMonth: i === 0 ? null : 24,
}));

function reportOf(
  effects: readonly StudyEffect[],
  style: TableStyle = {},
  scenarios = plain,
  change: Partial<StudySummary> = {},
): string {
  const summary: StudySummary = {
    study: { id: "small", question: "" },
    baseline: "baseline",
    draws: null,
    scenarios,
    windows: [
      { id: "early", fromMonth: 0, toMonth: 24 },
      { id: "later", fromMonth: 24, toMonth: 36 },
    ],
    runs: 16,
    failed: 0,
    failures: [],
    confidence: 0.95,
    rowsSha256: "0123456789abcdef",
    effects,
    ...change,
  };
  return studyReport(summary, "results", style);
}

describe("the report of a study", () => {
  it("has no line that is wider than a narrow terminal", () => {
    const text = reportOf([effect({}), effect({ metric: "adoptions" })], { width: 40 });
    expect(text.split("\n").filter((line) => displayWidth(line) > 40)).toEqual([]);
  });

  it("cautions where a scenario differs from the baseline in more than policies", () => {
    const [baseline, portal] = plain;
    const mixed = [baseline, { ...portal, besidesPolicies: ["shocks"] }];
    expect(reportOf([effect({})], {}, mixed)).toContain(
      "Not the effect of policies alone: portal (shocks) differs",
    );
    expect(reportOf([effect({})])).not.toContain("policies alone");
  });

  it("cautions where a window ends before policies begin", () => {
    expect(reportOf([effect({})]).replaceAll("\n", " ")).toContain(
      "Not in force yet in the months of early: the policies that set portal (January 2019) apart",
    );
    expect(reportOf([effect({})])).not.toContain("the months of later");
  });

  it("tells pairs that are the same from those that are higher, and a finding from what few units cannot tell", () => {
    const rare = effect({ probabilityHigher: 0.6, probabilitySame: 0.8, pairs: 10, units: 10 });
    expect(reportOf([rare])).toMatch(/portal .* 20 %, same in 80 % /);
    expect(reportOf([rare])).toContain("Moved in half of the seeds or fewer: portal (2 of 10);");
    const few = effect({ low: 3, high: 3, units: 4, varianceReduction: null, verdict: "too few pairs" });
    expect(reportOf([few])).toMatch(/^portal +\+3\.00 \[\?\] /m);
    expect(reportOf([few])).toContain("Only 4 equal differences give no interval, [?],");
    expect(reportOf([effect({}), { ...rare, scenario: "centre" }])).toContain(
      "; each interval is for itself.",
    );
  });

  it("shows adjusted p-values, none for a tie, and for how many effects they are adjusted", () => {
    const text = reportOf([
      effect({}),
      effect({ metric: "adoptions", adjustedPValue: 0.00001 }),
      effect({
        scenario: "centre",
        tie: true,
        relative: 0,
        probabilityHigher: 0.5,
        probabilitySame: 1,
        pValue: null,
        adjustedPValue: null,
      }),
      effect({ scenario: "centre", metric: "adoptions", pValue: 0.04, adjustedPValue: 0.04 }),
    ]);
    expect(text).toContain(
      "p-values are adjusted for the 4 effects on 2 metrics asked together (Holm, ties left out); each",
    );
    expect(text).toMatch(
      /Scenario +difference +adjusted p .*\n.*\nportal +\+3\.00 \[1\.00, 5\.00\] +0\.018 /,
    );
    expect(text).toMatch(/portal .* < 0\.001 +\+7\.5 % +100 % +4\.0x +8$/m);
    // Of equal pairs half count as higher, which a reader would take for a finding.
    expect(text).toMatch(/centre +none +- +0\.0 % +- /);
  });

  it("says that the effects on each metric are adjusted by themselves where none was named, and each window", () => {
    const text = reportOf(
      ["first", "later"].flatMap((window) =>
        ["portal", "centre", "rule"].flatMap((scenario) =>
          metricNames.map((metric) => effect({ scenario, window, metric })),
        ),
      ),
    );
    expect(text).toContain("for the 3 effects on each metric (Holm), window by window; each");
    const tables = text.split("\n").filter((line) => /, (first|later)$/.test(line));
    expect(tables.slice(0, 2).map((line) => line.replace(/,.*,/, ""))).toEqual([
      "localValueNetUsd first",
      "localValueNetUsd later",
    ]);
    expect(tables).toHaveLength(4);
  });

  it("names metric and unit of the estimate on the way", () => {
    const better = { scenario: "rule", metric: "localValueNetUsd", unit: "US$ a year" } as const;
    const line = estimateLine([effect({}), effect({ ...better, difference: 9e6, low: 8e6, high: 1e7 })], 2);
    expect(line).toBe("best rule +9.0 [8.0, 10.0] US$ million a year on localValueNetUsd; 2 failed");
    // More bids need not be better.
    expect(estimateLine([effect({})], 0)).toBe("highest portal +3.00 [1.00, 5.00] bids a year on bids");
    // What is shown is of one metric and one window: a larger number of another is no better.
    const low = effect({ ...better, scenario: "centre", difference: 2e6, low: 1e6, high: 3e6 });
    const spend = effect({ metric: "spendUsd", unit: "US$ a year", difference: 5e8 });
    const others = [
      effect({ ...better, scenario: "least", difference: 1e5 }),
      spend,
      effect({ ...better, window: "last", difference: 9e6 }),
    ];
    expect(estimateLine([spend, low, ...others], 0)).toBe(
      "best centre +2.00 [1.00, 3.00] US$ million a year on localValueNetUsd in later",
    );
    expect(estimateLine([], 0)).toBe("no estimate yet");
  });

  it("tells failed runs, and tables for which there is no room, one or more", () => {
    const failuresOf = (...runs: readonly number[]) =>
      runs.map((run) => ({ run, scenario: "portal", error: "a buyer owes itself" }) as FailedRun);
    const failed = (count: number, ...runs: readonly number[]) =>
      reportOf([effect({})], {}, plain, { failed: count, failures: failuresOf(...runs) });
    expect(failed(1, 3)).toContain(
      "\n\n1 run failed and counts in no effect: run 3 (portal): a buyer owes itself\n\n",
    );
    expect(failed(9, 3, 4, 5, 6).replaceAll("\n", " ")).toContain(
      " 9 runs failed and count in no effect; the first: run 3 (portal): a buyer owes itself; run 4 (portal): a buyer owes itself; run 5 (portal): a buyer owes itself ",
    );
    const tables = (count: number) =>
      reportOf(metricNames.slice(0, count).map((metric) => effect({ metric })));
    expect(tables(4)).not.toContain("effects.csv");
    expect(tables(5)).toContain("\n1 more table is in effects.csv.\n");
    expect(tables(6)).toContain("\n2 more tables are in effects.csv.\n");
  });

  it("calls what an interval rests on draws where parameters are drawn", () => {
    const alike = { low: 3, high: 3, varianceReduction: null, units: 8 };
    expect(reportOf([effect(alike)])).toContain("The same in all 8 seeds: portal.");
    const draws = { count: 8, design: "latin-hypercube", parameters: {} } as StudySummary["draws"];
    const drawn = (pairs: number) => reportOf([effect({ ...alike, pairs })], {}, plain, { draws });
    // A draw may have one seed.
    expect(drawn(8)).toMatch(/^portal .* 8\n\nThe same in all 8 parameter draws: portal\./m);
    expect(drawn(16)).toMatch(/^portal .* 16\n\nThe same in all 8 parameter draws: portal\./m);
  });

  it("tells what a failed run leaves out of a comparison, one or more", () => {
    expect(leftOutSentences(0, "seeds")).toEqual([]);
    expect(leftOutSentences(1, "seeds")).toEqual(["1 seed is left out because a run of it failed."]);
    expect(leftOutSentences(2, "parameter draws")).toEqual([
      "2 parameter draws are left out because a run of each failed.",
    ]);
  });

  it("says nothing of an adjustment where an effect stands alone", () => {
    expect(reportOf([effect({ adjustedPValue: 0.009 })])).not.toContain("Holm");
  });
});
