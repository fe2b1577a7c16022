import { describe, expect, it } from "vitest";
import { pairedEffect } from "../../../src/analysis/effects.ts";
import { metricNames, metrics } from "../../../src/engine/observations.ts";
import { ink } from "../../../src/report/charts/chart-style.ts";
import { effectFigures } from "../../../src/report/figures/effects.ts";
import { figuresOf } from "../../../src/report/figures/figures.ts";
import { usualNation } from "../../../src/report/words.ts";
import { partsOf, svgOf } from "../drawings.ts";
import { comparison } from "../small-comparison.ts";

describe("figures of effects", () => {
  /** The figure of net local value where scenarios change it by so much, US$ million a year: 2 up or down over eight seeds. */
  function figureOfEffects(changes: Readonly<Record<string, number>>) {
    const ids = Object.keys(changes);
    const zeros = new Array<number>(8).fill(0);
    const around = [-3, -2, -1, 0, 0, 1, 2, 3];
    const effects = ids.map((scenario) => ({
      ...comparison.effects[0],
      scenario,
      metric: "localValueNetUsd" as const,
      ...pairedEffect(
        zeros,
        around.map((each) => (changes[scenario] === 0 ? 0 : (each + changes[scenario]) * 1e6)),
      ),
    }));
    const scenarios = ["baseline", ...ids].map((id) => ({ ...comparison.scenarios[0], id, title: id }));
    const asked = { ...comparison, metrics: ["localValueNetUsd" as const], scenarios, effects };
    return effectFigures(asked, usualNation)[0];
  }

  it("say of every metric what changes in it, in words that stand alone", () => {
    const captions = metricNames.map((metric) => {
      const asked = { ...comparison, metrics: [metric], effects: [{ ...comparison.effects[0], metric }] };
      const [figure] = effectFigures(asked, usualNation);
      return figure === undefined ? "" : `${figure.title}. ${figure.caption}`;
    });
    expect(captions.filter((text) => text === "")).toHaveLength(1);
    for (const text of captions.filter((each) => each !== "")) {
      expect(text).toMatch(/^[A-Z].*\. Change in (?!what is)\S.* \([^()]+\)\./);
      // Nothing is said by what stands in another row of a table.
      expect(text).not.toMatch(/\b(of (these|this|that)|those)\b|Change in (paid|part)\b/i);
    }
    expect(captions[metricNames.indexOf("peruvianBids")]).toContain(
      "Bids of Peruvian-owned firms that passed every gate. Change in the number of bids of Peruvian-owned firms that passed every gate (bids a year).",
    );
    expect(captions[metricNames.indexOf("buyerCostUsd")]).toMatch(/^Mines' total cost of ownership\. /);
  });

  it("count of all scenarios those that are told apart, and name of many those that add most, in US$ million", () => {
    const all = figureOfEffects({ a: 20, b: 50, c: -40, d: 30, e: 10, vague: 1, idle: 0 });
    expect(all.rows.map(({ scenario }) => scenario)).toEqual(["b", "d", "a", "e", "vague", "idle", "c"]);
    expect(all.caption).toMatch(
      /^Change in local value .* \(US\$ million a year\)\. 5 of 7 told apart from the baseline, among them “b” \+50\.0 \[48\.\d, 51\.\d\], “d” \+30\.0 \[28\.\d, 31\.\d\] and “a” \+20\.0 \[18\.\d, 21\.\d\]\.$/,
    );
    const svg = svgOf(all.panelsAt(760));
    expect(svg).toContain(">difference from the baseline, US$ million a year<");
    const dots = partsOf(svg).filter(({ kind }) => kind === "circle");
    expect(dots).toEqual(dots.toSorted((one, other) => one.y - other.y));
    const [full, hollow] = [ink.blue, ink.paper];
    expect(dots.map(({ fill }) => fill)).toEqual([full, full, full, full, hollow, hollow, full]);
    expect(figureOfEffects({ c: -40, vague: 1 }).caption).toMatch(
      /\. 1 of 2 told apart from the baseline: “c” -40\.0 \[-41\.\d, -38\.\d\]\.$/,
    );
  });

  it("caution of what few of its pairs move, and say what the pairs are", () => {
    const before = new Array<number>(8).fill(0);
    const seldom = pairedEffect(before, [5e6, 0, 6e6, 0, 5e6, 0, 6e6, 0]);
    const effects = [{ ...comparison.effects[0], metric: "localValueNetUsd" as const, ...seldom }];
    const asked = { ...comparison, metrics: ["localValueNetUsd" as const], effects };
    const [{ caption }] = effectFigures(asked, usualNation, "parameter draws");
    expect(caption).toMatch(
      / Moved in half of the parameter draws or fewer: “.*” \(4 of 8\); of what happens so seldom /,
    );
  });

  it("say which of them fall when they are held against their number", () => {
    const { caption } = figureOfEffects({ weak: 1.9, vague: 0.1, unclear: 0.2 });
    expect(caption).toMatch(
      /1 of 3 told apart from the baseline: “weak” \+1\.90 \[0\.\d+, 3\.\d+\]\. Adjusted for their number \(Holm, 3 comparisons\), “weak” is no longer told apart\.$/,
    );
  });

  it("number the rungs of the ladder of value as the model does", () => {
    const rungs = figuresOf({ comparison }).filter(({ section }) => section === "What changes");
    expect(rungs.map(({ id, title }) => [id, title])).toEqual([
      ["effect-local-value-net", "Net local value"],
      ["effect-in-country", "Rung 1: invoiced in Peru"],
      ["effect-peruvian-direct", "Rung 2: Peruvian-owned, directly"],
      ["effect-peruvian-with-subcontracts", "Rung 3: Peruvian-owned, with subcontracts"],
      ["effect-local-value", "Rung 4: local value captured"],
      ["effect-knowledge-intensive", "Rung 5: knowledge-intensive local value"],
    ]);
    for (const { title, rows, caption } of rungs) {
      const [, number] = /^Rung (\d)/.exec(title) ?? [];
      const metric = metricNames.find((name) => metrics[name].meaning.startsWith(`rung ${number}: `));
      const effect = comparison.effects.find((each) => each.metric === (metric ?? "localValueNetUsd"));
      expect(rows[0]).toMatchObject({
        ...{ baseline: effect?.baselineMean, scenarioMean: effect?.scenarioMean, pairs: 2 },
        difference: effect?.difference,
      });
      expect(caption).not.toMatch(/Change in rung/);
    }
  });

  it("leave the dot hollow of what is the same in too few seeds, tell nothing apart by it, and say so", () => {
    const effects = [2, 8].map((n) => {
      const values = Array.from({ length: n }, (_, seed) => seed * 1e6);
      return pairedEffect(
        values,
        values.map((value) => value + 1e6),
      );
    });
    const [few, enough] = effects.map((effect) => {
      const asked = {
        ...comparison,
        metrics: ["localValueNetUsd" as const],
        effects: [{ ...comparison.effects[0], metric: "localValueNetUsd" as const, ...effect }],
      };
      const [figure] = effectFigures(asked, usualNation);
      const overDraws = effectFigures(asked, usualNation, "parameter draws")[0].caption;
      const fills = [...svgOf(figure.panelsAt(760)).matchAll(/<circle[^>]*?fill="([^"]+)"/g)].map(
        ([, fill]) => fill,
      );
      return { fills, overDraws, caption: figure.caption, rows: figure.rows };
    });
    expect(few.caption).toContain("No scenario is told apart from the baseline. The same in all 2 seeds: ");
    expect(few.caption).toContain("Only 2 equal differences give no interval");
    expect(few.overDraws).toContain("The same in all 2 parameter draws: ");
    expect(few.rows[0]).toMatchObject({ verdict: "too few pairs" });
    expect(enough.caption).toContain("1 of 1 told apart from the baseline");
    expect(enough.caption).toContain("An interval of no width rests on 8 equal differences");
    expect(enough.rows[0]).toMatchObject({ verdict: "higher" });
    expect([few.fills, enough.fills]).toEqual([[ink.paper], [ink.blue]]);
  });
});
