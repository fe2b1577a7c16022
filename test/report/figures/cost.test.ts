import { describe, expect, it } from "vitest";
import { pairedEffect } from "../../../src/analysis/effects.ts";
import { ink } from "../../../src/report/charts/chart-style.ts";
import { costFigures } from "../../../src/report/figures/cost.ts";
import { partsOf, svgOf } from "../drawings.ts";
import { comparison } from "../small-comparison.ts";

describe("figures of cost", () => {
  it("tell of the public's cost who is dearest, who saves, who costs nothing, and whose dollar pays", () => {
    const costs = { a: 2e6, b: 5e6, c: -1e6, d: 0 };
    const ids = Object.keys(costs) as (keyof typeof costs)[];
    const effects = ids.map((scenario) => ({
      ...comparison.effects[0],
      scenario,
      metric: "publicCostUsd" as const,
      ...pairedEffect([0, 0, 0], [costs[scenario] * 0.9, costs[scenario], costs[scenario] * 1.1]),
    }));
    const returned = [
      { scenario: "a", value: 2, low: 1.5, high: 2.5, reason: null },
      { scenario: "b", value: 3, low: 0.5, high: 5.5, reason: null },
      { scenario: "c", value: 1.2, low: 1.1, high: 1.3, reason: null },
      { scenario: "d", value: null, low: null, high: null, reason: "no cost" },
    ].map((each) => ({ ...each, name: "localValuePerPublicUsd" as const, unit: "US$ per US$" as const }));
    const scenarios = ["baseline", ...ids].map((id) => ({ ...comparison.scenarios[0], id, title: id }));
    const [cost, perDollar] = costFigures({ ...comparison, scenarios, effects, derived: returned });
    expect(cost.caption).toMatch(
      /^Programmes, credits and grants paid beyond the baseline's, US\$ million a year\. The most is 5\.0, by “b”\. With 1 of 4 the public pays less than in the baseline\. 1 of 4 costs the public nothing\.$/,
    );
    expect(cost.rows.map(({ scenario }) => scenario)).toEqual(["b", "a", "c"]);
    expect(perDollar.caption).toMatch(
      /2 of 3 scenarios have the whole interval above it; the most is US\$ 3\.0 \[0\.5, 5\.5\], by “b”\.$/,
    );
    const fillsOf = (figure: typeof cost) =>
      partsOf(svgOf(figure.panelsAt(760))).flatMap(({ kind, fill }) => (kind === "circle" ? [fill] : []));
    // The dearest, the next and the one that saves are told apart from nothing; of returns those of break-even.
    expect(fillsOf(cost)).toEqual([ink.blue, ink.blue, ink.blue]);
    expect(fillsOf(perDollar)).toEqual([ink.paper, ink.blue, ink.blue]);
    expect(svgOf(perDollar.panelsAt(760))).toContain(">net local value per public dollar, US$<");
    const [, alone] = costFigures({ ...comparison, scenarios, effects, derived: returned.slice(0, 1) });
    const nothing = { ...returned[0], value: 0, low: 0, high: 0 };
    const [, none] = costFigures({ ...comparison, scenarios, effects, derived: [nothing] });
    expect(none.caption).toMatch(/ 0 of 1 scenario has the whole interval above it; none gains any\.$/);
    expect(alone.caption).toMatch(/break-even\. 1 of 1 scenario has the whole interval above it; /);
    expect(perDollar.rows).toEqual(returned.map(({ name: _, unit: __, ...row }) => row));
  });

  it("take no cost for one and no saving for one that is not told apart from nothing", () => {
    const costs = {
      ...{ high: [20, -2, 6], low: [-9, 3, -3], sure: [5, 4, 6], fixed: [1, 1, 1] },
      ...{ idle: [0, 0, 0], free: [0, 0, 0] },
    };
    const ids = Object.keys(costs) as (keyof typeof costs)[];
    const captionOf = (shown: typeof ids) => {
      const effects = shown.map((scenario) => ({
        ...comparison.effects[0],
        scenario,
        metric: "publicCostUsd" as const,
        ...pairedEffect(
          [0, 0, 0],
          costs[scenario].map((cost) => cost * 1e6),
        ),
      }));
      const scenarios = ["baseline", ...shown].map((id) => ({ ...comparison.scenarios[0], id, title: id }));
      return costFigures({ ...comparison, scenarios, effects, derived: [] }, "parameter draws")[0].caption;
    };
    expect(captionOf(["fixed"])).toMatch(
      /a year\. The most is 1\.0, by “fixed”\. The same in all 3 parameter draws: “fixed”\. Only 3 equal differences give no interval, /,
    );
    expect(captionOf(ids.filter((id) => id !== "fixed"))).toMatch(
      /a year\. Not told apart from nothing: “high” and “low”\. Of the others the most is 5\.0, by “sure”\. 2 of 5 cost the public nothing\.$/,
    );
    expect(captionOf(["low"])).toMatch(/a year\. Not told apart from nothing: “low”\.$/);
  });
});
