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
      "1 of 2 pairs acts on each other in no seed. 1 of 2 pairs is not told apart from 0.",
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

  it("says what a policy does first in and last in, and which pairs do more or less together, the most first", () => {
    const [metric] = attribution.metrics;
    const of = (mean: number, verdict: PolicyInteraction["verdict"]): DifferenceEstimate => ({
      ...{ n: 9, mean: mean * 1e6, low: (mean - 1) * 1e6, high: (mean + 1) * 1e6, verdict },
    });
    const pair = (second: string, mean: number, verdict: PolicyInteraction["verdict"]) => ({
      ...{ ...interaction(second, verdict), ...of(mean, verdict) },
    });
    const text = attributionReport({
      ...{ ...attribution, orders: 12, method: "sampled orders" as const, seeds: [1, 2, 3] },
      metrics: [
        {
          ...metric,
          shares: [
            { ...share("rule", gain), firstIn: of(7, "higher"), lastIn: of(2, "higher") },
            { ...share("harm", of(-5, "lower")), firstIn: of(-6, "lower"), lastIn: of(-3, "lower") },
          ],
          beyondSum: of(-4, "lower"),
          interactions: [
            pair("a", 2, "higher"),
            pair("b", 3, "higher"),
            pair("c", -2, "lower"),
            pair("d", -9, "lower"),
          ],
        },
      ],
    }).replaceAll(/\n(?=\S)/g, "\n\n");
    const cells = (name: string) =>
      text
        .split("\n")
        .find((line) => line.startsWith(`${name}  `))
        ?.split(/ {2,}/);
    expect(cells("Policy")).toEqual([
      "Policy",
      "Share [interval]",
      "Told apart from 0",
      "First in",
      "Last in",
    ]);
    expect(cells("rule")).toEqual(["rule", "+4.00 [3.00, 5.00]", "yes", "+7.00", "+2.00"]);
    expect(cells("harm")).toEqual(["harm", "-5.00 [-6.00, -4.00]", "yes", "-6.00", "-3.00"]);
    const words = text.replaceAll(/\s+/g, " ");
    expect(words).toContain(
      "policies: Shapley values from 12 orders a seed, each beside its reverse; 3 seeds, ",
    );
    expect(words).toContain("less the sum of its policies alone: -4.00 [-5.00, -3.00].");
    expect(words).toContain(
      "Complements: rule with b (+3.00 [2.00, 4.00]) and rule with a (+2.00 [1.00, 3.00]). Substitutes: rule with d (-9.00 [-10.00, -8.00]) and rule with c (-2.00 [-3.00, -1.00]). An interaction",
    );
    expect(words).toContain("Intervals are over seeds, each with orders of its own");
    expect(attributionReport(attribution)).not.toContain("orders");
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
      "1 of 2 pairs is not told apart from 0. 1 of 2 pairs acts on each other alike in every seed, of too few.",
    );
  });
});
