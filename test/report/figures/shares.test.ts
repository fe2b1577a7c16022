import { describe, expect, it } from "vitest";
import type { Attribution, MetricAttribution } from "../../../src/analysis/attribution-result.ts";
import type { Verdict } from "../../../src/analysis/mean-test.ts";
import { shareFigures } from "../../../src/report/figures/shares.ts";
import { usualNation } from "../../../src/report/words.ts";
import { partsOf, svgOf } from "../drawings.ts";

const around = (mean: number, half: number, verdict: Verdict = "higher") => ({
  ...{ n: 3, mean: mean * 1e6, low: (mean - half) * 1e6, high: (mean + half) * 1e6 },
  verdict,
});
const share = (policy: string, mean: number, verdict: Verdict) => ({
  ...around(mean, 1, verdict),
  ...{ policy, lowTogether: (mean - 2) * 1e6, highTogether: (mean + 2) * 1e6 },
  ...{ firstIn: around(mean + 1, 1), lastIn: around(mean - 1, 1) },
});
const metric: MetricAttribution = {
  metric: "localValueNetUsd",
  unit: "US$ a year",
  effect: around(9, 4),
  shares: [
    share("own-idea", -3, "lower"),
    share("testing-centre", 10, "higher"),
    share("rd-centre", 2, "too few pairs"),
  ],
  beyondSum: around(0, 1),
  interactions: null,
};
const attribution: Attribution = {
  ...{ scenario: "trio", method: "all coalitions", orders: null, runs: 24, seeds: [1, 2, 3] },
  ...{ window: { fromMonth: 0, toMonth: 12 }, confidence: 0.95, metrics: [metric] },
};
const figuresOf = (change: Partial<Attribution> = {}) =>
  shareFigures({ ...attribution, ...change }, () => "Trio", usualNation);

describe("the figure of a package's shares", () => {
  const [{ caption, panelsAt, rows }] = figuresOf();

  it("says how shares were found, which are told apart, and which few seeds cannot tell", () => {
    expect(caption).toContain("exact Shapley values over all subsets of its policies, 3 seeds, 24 runs.");
    expect(caption).toContain("Intervals hold for all policies together (98.3 % each).");
    // A policy of the catalogue has a title, one of the reader's own an id.
    expect(caption).toContain(
      "Told apart from none: Own idea -3.00 [-5.00, -1.00] and Testing centre +10.0 [8.0, 12.0].",
    );
    expect(caption).toMatch(
      /The same in each of the 3 seeds, too few to tell that from chance: Applied R&D centre \+2\.00 \[\?\]\.$/,
    );
    const [sampled] = figuresOf({ method: "sampled orders", orders: 8 });
    expect(sampled.caption).toContain(": Shapley values from 8 orders a seed, 3 seeds,");
    const shares = metric.shares.map((each) => ({ ...each, verdict: "not told apart" as const }));
    const [nobody] = figuresOf({ metrics: [{ ...metric, shares }] });
    expect(nobody.caption).toMatch(/ No share is told apart from none\.$/);
  });

  it("draws the largest share first and the whole last, in US$ million", () => {
    const parts = partsOf(svgOf(panelsAt(760)));
    const texts = parts.filter(({ kind }) => kind === "text").map(({ text }) => text);
    const names = ["Testing centre", "Applied R&D centre", "Own idea", "All together"];
    expect(texts.filter((text) => names.includes(text))).toEqual(names);
    expect(texts).toContain("share of the effect, US$ million a year");
    const [largest, , , whole] = parts.filter(({ kind }) => kind === "circle").map(({ x }) => x);
    expect(largest - whole).toBeGreaterThan(0);
    expect(largest - whole).toBeLessThan(100);
  });

  it("has a table of each policy's share, first in and last in, and of the whole, in US$", () => {
    expect(
      rows.map((row) => [row["policy"], row["share"], row["firstIn"], row["lastIn"], row["unit"]]),
    ).toEqual([
      ["own-idea", -3e6, -2e6, -4e6, "US$ a year"],
      ["testing-centre", 10e6, 11e6, 9e6, "US$ a year"],
      ["rd-centre", 2e6, 3e6, 1e6, "US$ a year"],
      ["all together", 9e6, null, null, "US$ a year"],
    ]);
  });

  it("has a name of its own for each of several metrics", () => {
    expect(figuresOf().map(({ id }) => id)).toEqual(["shares-trio"]);
    const bids = { ...metric, metric: "peruvianBids" as const, unit: "bids a year" };
    expect(figuresOf({ metrics: [metric, bids] }).map(({ id }) => id)).toEqual([
      "shares-trio-local-value-net",
      "shares-trio-peruvian-bids",
    ]);
  });
});
