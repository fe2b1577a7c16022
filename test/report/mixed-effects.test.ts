import { describe, expect, it } from "vitest";
import { compare } from "../../src/analysis/compare.ts";
import { comparisonSentences } from "../../src/report/comparison-sentences.ts";
import type { ScenarioInput } from "../../src/scenarios/scenario.ts";

const policies = ["matchmaking"] as const;
const bust = { shocks: [{ kind: "copper-price", path: [{ month: 1, usdPerLb: 2 }] }] } as const;
const slow = { parameters: { learningRate: 0.003 } };

function sentencesOf(...scenarios: readonly ScenarioInput[]): string {
  const size = { population: 50, months: 26, burnInMonths: 0 };
  const comparison = compare(
    scenarios.map((each) => ({ ...each, ...size })),
    { seeds: 2 },
  );
  return comparisonSentences(comparison, "seeds", (id) => `“${id}”`).join("\n");
}

describe("a comparison of worlds that differ by more than policies", () => {
  it("says whose effect is not of policies alone, and in what else they differ", () => {
    const mixed = { id: "mixed", policies, ...slow };
    expect(sentencesOf({ id: "baseline" }, mixed, { id: "bust", policies, ...bust })).toContain(
      "Not the effect of policies alone: “mixed” (learningRate) and “bust” (shocks) differ from the baseline in what stands in brackets too.",
    );
    expect(sentencesOf({ id: "slow", ...slow }, { id: "plain", policies })).toContain(
      "alone: “plain” (learningRate) differs from",
    );
  });

  it("names few parameters of many", () => {
    const parameters = {
      learningRate: 0.003,
      caution: 2,
      otherBuyersWeight: 0.05,
      priorFailures: 2,
      trialMonths: 4,
    };
    expect(sentencesOf({ id: "baseline" }, { id: "much", policies, parameters })).toContain(
      "“much” (caution, learningRate, otherBuyersWeight and 2 more)",
    );
  });

  it("says nothing where both worlds have the assumption, where it is the usual one, or where policies are the same", () => {
    const sentences = [
      sentencesOf({ id: "slow", ...slow, ...bust }, { id: "both", policies, ...slow, ...bust }),
      sentencesOf({ id: "baseline" }, { id: "usual", policies, parameters: { learningRate: 0.0035 } }),
      sentencesOf({ id: "baseline" }, { id: "no-policy", ...slow }),
    ];
    for (const each of sentences) expect(each).not.toContain("policies alone");
  });
});
