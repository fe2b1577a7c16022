import { describe, expect, it } from "vitest";
import type { Attribution, PolicyInteraction, PolicyShare } from "../../src/analysis/attribution-result.ts";
import type { DifferenceEstimate } from "../../src/analysis/effects.ts";
import { attributionReport } from "../../src/report/attribution.ts";

const nothing: DifferenceEstimate = { n: 2, mean: 0, low: 0, high: 0, verdict: "identical" };
const gain: DifferenceEstimate = { n: 2, mean: 4e6, low: 3e6, high: 5e6, verdict: "higher" };
const alike: DifferenceEstimate = { n: 2, mean: 1e6, low: 1e6, high: 1e6, verdict: "too few pairs" };
const share = (policy: string, estimate: DifferenceEstimate): PolicyShare => ({
  policy,
  ...estimate,
  lowTogether: estimate.low,
  highTogether: estimate.high,
  firstIn: estimate,
  lastIn: estimate,
});
const interaction = (second: string, verdict: PolicyInteraction["verdict"]): PolicyInteraction => ({
  policies: ["rule", second],
  ...nothing,
  verdict,
});
const attribution: Attribution = {
  scenario: "package",
  method: "all coalitions",
  orders: null,
  runs: 16,
  seeds: [1, 2],
  window: { fromMonth: 0, toMonth: 12 },
  confidence: 0.95,
  metrics: [
    {
      metric: "localValueNetUsd",
      unit: "US$ a year",
      effect: gain,
      shares: [share("rule", gain), share("idle", nothing)],
      beyondSum: nothing,
      interactions: [interaction("idle", "identical"), interaction("other", "not told apart")],
    },
  ],
};

describe("a package shared out, for people", () => {
  it("tells a policy that did nothing in any seed, and pairs that never met, from those that are only not told apart", () => {
    const text = attributionReport(attribution);
    expect(text).toMatch(/^rule +\+4\.00 \[3\.00, 5\.00\] +yes/m);
    expect(text).toMatch(/^idle +none +- /m);
    expect(text).toContain("less the sum of its policies alone: none.");
    expect(text.replaceAll("\n", " ")).toContain(
      "1 of 2 pairs act on each other in no seed. 1 of 2 pairs are not told apart from 0.",
    );
    expect(text).not.toContain("[?]");
  });

  it("prints of a share the interval by which it is told apart, which holds for all policies together", () => {
    const [metric] = attribution.metrics;
    const alone = {
      ...share("rule", gain),
      lowTogether: -1e6,
      highTogether: 9e6,
      verdict: "not told apart" as const,
    };
    const text = attributionReport({
      ...attribution,
      metrics: [{ ...metric, shares: [alone, share("idle", nothing)] }],
    });
    expect(text).toMatch(/^rule +\+4\.00 \[-1\.00, 9\.00\] +no/m);
    expect(text.replaceAll("\n", " ")).toContain(
      "Intervals of shares, and what is told apart, are at 97.5 % for each policy, so that all hold together at 95 %; the others are at 95 %.",
    );
  });

  it("tells nothing apart of what was the same in too few seeds, and says so", () => {
    const [metric] = attribution.metrics;
    const few: Attribution = {
      ...attribution,
      metrics: [
        {
          ...metric,
          effect: alike,
          shares: [share("rule", alike), share("idle", nothing)],
          interactions: [interaction("idle", "too few pairs"), interaction("other", "not told apart")],
        },
      ],
    };
    const text = attributionReport(few);
    expect(text).toMatch(/^rule +\+1\.00 \[\?\] +too few seeds/m);
    expect(text).toMatch(/^all together +\+1\.00 \[\?\]/m);
    expect(text).toContain(
      "[?]: the same in each of the 2 seeds, which are too few to tell that from chance.",
    );
    expect(text.replaceAll(/\s+/g, " ")).toContain(
      "1 of 2 pairs are not told apart from 0. 1 of 2 pairs act on each other alike in every seed, of too few.",
    );
  });
});
