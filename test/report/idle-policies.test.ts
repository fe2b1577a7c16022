import { describe, expect, it } from "vitest";
import { compare } from "../../src/analysis/compare.ts";
import { comparisonReport } from "../../src/report/comparison.ts";
import { comparisonSentences } from "../../src/report/comparison-sentences.ts";
import type { ScenarioInput } from "../../src/scenarios/scenario.ts";

const size = { population: 50, months: 26, burnInMonths: 0 };
const from = (startMonth: number) => ({ policy: "matchmaking", startMonth }) as const;
const early = { id: "early", policies: [from(3)] };
const late = { id: "late", policies: [{ policy: "scholarships", startMonth: 20 } as const] };
const both = { id: "both", policies: [...early.policies, ...late.policies] };

function comparisonOf(toMonth: number, ...scenarios: readonly ScenarioInput[]) {
  const list = scenarios.map((each) => ({ ...each, ...size }));
  return compare(list, { seeds: 2, window: { fromMonth: 0, toMonth } });
}

const sentencesOf = (...asked: Parameters<typeof comparisonOf>) =>
  comparisonSentences(comparisonOf(...asked)).join("\n");

describe("a comparison of months before policies begin", () => {
  it("says whose policies are not in force yet, and when they begin", () => {
    const sentence =
      "Not in force yet in these months: the policies that set late (September 2018) apart from the baseline begin in the month in brackets.";
    const comparison = comparisonOf(20, { id: "baseline" }, early, late);
    expect(comparison.scenarios.map(({ policiesFromMonth }) => policiesFromMonth)).toEqual([null, 3, 20]);
    expect(comparisonSentences(comparison).join("\n")).toContain(sentence);
    expect(comparisonReport(comparison).replaceAll("\n", " ")).toContain(sentence);
  });

  it("goes by the policies that set a scenario apart, on either side and with their settings", () => {
    expect(sentencesOf(20, early, both)).toContain("set both (September 2018) apart");
    expect(sentencesOf(15, early, both)).toContain("set both (September 2018) apart");
    expect(sentencesOf(20, both, early)).toContain("set early (September 2018) apart");
    expect(sentencesOf(20, early, { id: "weak", policies: [{ ...from(3), strength: 0.5 }] })).not.toContain(
      "in force",
    );
  });

  it("says nothing once they have begun, or where there are none of a scenario's own", () => {
    expect(sentencesOf(21, { id: "baseline" }, early, late)).not.toContain("in force");
    const slow = { ...late, id: "slow", parameters: { learningRate: 0.003 } };
    expect(sentencesOf(5, late, slow)).not.toContain("in force");
  });
});
