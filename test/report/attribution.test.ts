import { describe, expect, it } from "vitest";
import type { Attribution, PolicyInteraction, PolicyShare } from "../../src/analysis/attribution.ts";
import { attributionReport } from "../../src/report/attribution.ts";

const nothing = { n: 2, mean: 0, low: 0, high: 0 };
const gain = { n: 2, mean: 4e6, low: 3e6, high: 5e6 };
const share = (policy: string, estimate: typeof nothing): PolicyShare => ({
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
  });
});
