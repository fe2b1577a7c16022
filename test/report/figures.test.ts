import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import { planComparison } from "../../src/analysis/compare.ts";
import { assembleComparison } from "../../src/analysis/comparison.ts";
import { assembleDetails, withDetails, type Gain } from "../../src/analysis/details/details.ts";
import { attribute } from "../../src/analysis/attribution.ts";
import { pairedEffect } from "../../src/analysis/effects.ts";
import { runTasks } from "../../src/analysis/executor.ts";
import { categoryIds } from "../../src/data/spend.ts";
import { defineScenario } from "../../src/scenarios/scenario.ts";
import { drawFigure } from "../../src/node/figure-files.ts";
import { metricNames, metrics } from "../../src/engine/observations.ts";
import { ink } from "../../src/report/charts/chart-style.ts";
import { effectFigures } from "../../src/report/figures/effects.ts";
import { costFigures } from "../../src/report/figures/cost.ts";
import { namesOf } from "../../src/report/figures/figure.ts";
import { gainFigures } from "../../src/report/figures/gains.ts";
import { figuresOf, shownInDetail } from "../../src/report/figures/figures.ts";
import { matrixFigures } from "../../src/report/figures/matrix.ts";
import { shareFigures } from "../../src/report/figures/shares.ts";
import { reportPage } from "../../src/report/page.ts";
import { usualNation } from "../../src/report/words.ts";
import { numbersOf, partsOf, svgOf } from "./drawings.ts";

describe("the figures of a report", () => {
  const size = { population: 60, months: 36, burnInMonths: 0 };
  const hostile = `</svg><script>alert("1")</script>`;
  const both = defineScenario({
    id: "both",
    title: hostile,
    policies: [
      { policy: "challenge-portal", startMonth: 3 },
      { policy: "testing-centre", startMonth: 3 },
    ],
    ...size,
  });
  const plan = withDetails(planComparison([{ id: "baseline", ...size }, both], { seeds: 2 }));
  const reductions = [...runTasks(plan, plan.tasks)];
  const comparison = assembleComparison(plan, reductions);
  const details = assembleDetails(plan, reductions);

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

  it("are of every part, each with words, a table of its numbers and a name of its own", async () => {
    const attributions = [await attribute(both, { seeds: 2 })];
    const figures = figuresOf({ comparison, details, attributions }).map(drawFigure);
    expect(new Set(figures.map(({ section }) => section)).size).toBe(8);
    expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
    for (const { id, title, caption, rows, svg } of figures) {
      expect(rows.length, id).toBeGreaterThan(0);
      expect(caption.length, id).toBeGreaterThan(40);
      expect(svg, id).toMatch(/^<svg [^>]*role="img" aria-label="[^"]{40,}"/);
      expect(`${title}${caption}`, id).not.toMatch(/undefined|NaN|null/);
      expect(/.{0,60}(<script|NaN|undefined|Infinity)/.exec(svg)?.[0], id).toBeUndefined();
    }
    const page = reportPage(
      { comparison, version: "0", commands: ["x"], files: [], facts: details.facts },
      figures,
    );
    expect(page).not.toMatch(/<script/);
    for (const { id } of figures) expect(page).toContain(`<figure id="${id}">`);
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g))
      expect(page).toContain(`<section id="${target}">`);
    for (const { id, explanation } of details.facts ?? []) {
      expect(page).toContain(`<td>${id}</td>`);
      expect(page.includes(`<dt>${id}</dt>`), id).toBe(explanation !== undefined);
    }
  });

  it("lose nothing at the sides of their drawings, whatever their scenarios are called", () => {
    const font = createRequire(import.meta.url).resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf");
    const title = "A title that goes on and on, as titles do";
    const titled = { ...comparison, scenarios: comparison.scenarios.map((each) => ({ ...each, title })) };
    const all = figuresOf({ comparison: titled, details });
    // One of each kind.
    for (const figure of new Map(all.map((each) => [each.section, each])).values()) {
      const { id, svg, narrowSvg } = drawFigure(figure);
      for (const drawing of [svg, narrowSvg]) {
        const image = new Resvg(drawing, {
          font: { fontFiles: [font], loadSystemFonts: false, defaultFontFamily: "DejaVu Sans" },
        });
        const { x = 0, width = Infinity } = image.getBBox() ?? {};
        // What would stand beyond a panel is cut at its edge.
        expect(x, id).toBeGreaterThan(0);
        expect(x + width, id).toBeLessThan(image.width);
      }
    }
  });

  it("speak of the country whose firms they show, and of what their means are over", () => {
    const chile = { country: "Chile", demonym: "Chilean" };
    const figures = figuresOf({
      comparison,
      details: { ...details, demonym: chile.demonym },
      nation: chile,
      units: "parameter draws",
    });
    const said = figures.map(({ title, caption }) => `${title}. ${caption}`).join("\n");
    expect(said).not.toMatch(/Peru/);
    for (const { id, svg } of figures.map(drawFigure))
      expect(svg.replaceAll("Southern Peru", ""), id).not.toMatch(/Peru|Chilean subsidiaries/);
    expect(said).toContain("Rung 1: invoiced in Chile. Change in payments to firms that invoice in Chile");
    const over = figures.filter(({ section }) => section === "Over time").map(({ caption }) => caption);
    for (const caption of over) expect(caption).toContain("means over 2 parameter draws with");
    expect(figures.find(({ id }) => id === "public-cost")?.caption).toContain(" 2 parameter draws: ");
  });

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

  it("tell of the hardest quadrant each share and its difference, and of a tie that there is none", () => {
    const quadrant = (scenario: string, after: readonly number[]) => ({
      scenario,
      quadrant: "high-risk-high-cost" as const,
      spendUsd: 1e6,
      ...pairedEffect([0.01, 0.01, 0.01], after),
    });
    const quadrants = [quadrant("both", [0.029, 0.03, 0.031]), quadrant("none", [0.01, 0.01, 0.01])];
    const { caption = "" } =
      matrixFigures(comparison, { ...details, quadrants, categories: [] }, ["both", "none"]).at(0) ?? {};
    expect(caption.replace(hostile, "Both")).toMatch(
      /At high risk and high cost: 1\.0 % in the baseline; 3\.0 % with “Both”, a difference of \+2\.00 \[1\.75, 2\.25\] points; 1\.0 % with “none”, no difference\.$/,
    );
  });

  it("keep a title's direction of writing from the numbers that follow it", () => {
    const name = namesOf({
      scenarios: ["قاعدة", "a\u202eb\u2069c", "Règle 🚀"].map((title) => ({ id: title, title }) as never),
    });
    expect(name("قاعدة")).toBe("“\u2068قاعدة\u2069”");
    expect(name("a\u202eb\u2069c")).toBe("“\u2068a\u202ebc\u2069”");
    expect(name("Règle 🚀")).toBe("“Règle 🚀”");
  });

  it("tell of a policy's share the interval that is drawn, which holds for all policies together", () => {
    const around = (mean: number, half: number) => ({
      ...{ mean, low: mean - half, high: mean + half, n: 9 },
      verdict: "higher" as const,
    });
    const share = (policy: string, mean: number) => ({
      ...around(mean * 1e6, 2e6),
      policy,
      verdict: mean > 3 ? ("higher" as const) : ("not told apart" as const),
      lowTogether: (mean - 3) * 1e6,
      highTogether: (mean + 3) * 1e6,
      firstIn: around(0, 1),
      lastIn: around(0, 1),
    });
    const [figure] = shareFigures(
      {
        scenario: "both",
        method: "all coalitions",
        orders: null,
        runs: 36,
        seeds: [1, 2, 3, 4, 5, 6, 7, 8, 9],
        window: { fromMonth: 0, toMonth: 12 },
        confidence: 0.95,
        metrics: [
          {
            metric: "localValueNetUsd",
            unit: "US$ a year",
            effect: around(12.5e6, 4e6),
            shares: [share("testing-centre", 10), share("rd-centre", 2.5)],
            beyondSum: around(0, 1),
            interactions: null,
          },
        ],
      },
      () => "Both centres",
      usualNation,
    );
    expect(figure.title).toBe("Net local value: shares of the policies of “Both centres”");
    expect(figure.caption).toContain("+12.5 [8.5, 16.5] US$ million a year");
    expect(figure.caption).toMatch(/Told apart from none: Testing centre \+10\.0 \[7\.0, 13\.0\]\.$/);
    // Two shares of 6 million from end to end, and the whole of 8.
    const [, drawn = ""] = /stroke="#0072b2"[^>]*>((?:<line[^>]*>)+)/.exec(svgOf(figure.panelsAt(760))) ?? [];
    const [from, to] = ["x1", "x2"].map((end) => numbersOf(drawn, "line", end));
    const lengths = to.map((end, i) => (end - from[i]) / (to[0] - from[0]));
    expect(lengths.map((length) => length.toFixed(6))).toEqual(["1.000000", "1.000000", "1.333333"]);
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

  it("name groups of firms by what they are, in US$ million, each kind in its own figure, and none that has no money", () => {
    const eight = (mean: number) =>
      [-0.3, -0.2, -0.1, 0, 0, 0.1, 0.2, 0.3].map((each) => (mean + each) * 1e6);
    const gain = (dimension: Gain["dimension"], group: string, before: number, change: number): Gain => ({
      ...{ scenario: "both", dimension, group },
      ...pairedEffect(
        eight(before),
        eight(before).map((each, i) => each + (change === 0 ? 0 : eight(change)[7 - i])),
      ),
    });
    const gains = [
      ...[gain("size", "small", 10, -3), gain("size", "middle", 20, 1), gain("size", "large", 30, 8)],
      ...[gain("region", "south-coast", 5, 2), gain("region", "capital", 9, 0)],
      { ...gain("region", "nowhere", 0, 0), baselineMean: 0, scenarioMean: 0 },
      ...[gain("origin", "imported", 50, -2), gain("origin", "global", 40, -4)],
      gain("category", "fuels-lubricants", 3, 1),
      gain("category", "consumables", 3, 0),
    ];
    const drawn = gainFigures(comparison, { ...details, gains }, ["both"]).map((figure) => {
      const parts = partsOf(svgOf(figure.panelsAt(760)));
      const dots = parts.filter(({ kind }) => kind === "circle");
      const names = dots.map(({ y }) =>
        parts.find(({ kind, x, ...at }) => kind === "text" && x < 400 && Math.abs(at.y - y) < 1),
      );
      return { figure, said: names.map((name) => name?.text), rows: figure.rows };
    });
    const byId = Object.fromEntries(
      drawn.map(({ figure, said, rows }) => [
        figure.id,
        [said, rows.map((row) => row["differenceUsdPerYear"])],
      ]),
    );
    const usd = (...millions: readonly number[]) => millions.map((each) => expect.closeTo(each * 1e6, 2));
    expect(byId).toEqual({
      "gains-by-origin": [["Direct imports", "Global subsidiaries"], usd(-2, -4)],
      "gains-by-category": [["Fuels and lubricants", "Consumables"], usd(1, 0)],
      "gains-by-size": [["Smallest third", "Middle third", "Largest third"], usd(-3, 1, 8)],
      "gains-by-region": [["South coast", "Capital"], usd(2, 0)],
    });
    const captions = drawn.map(({ figure }) => figure.caption.replaceAll(hostile, "both"));
    expect(captions[2]).toContain(
      "US$ million a year. 3 of 3 changes are told apart from none: Largest third +8.0 [7.8, 8.2] (“both”), Smallest third -3.0 [-3.2, -2.8] (“both”) and Middle third +1.0 [0.8, 1.2] (“both”).",
    );
    expect(captions[0]).toMatch(/^Change in what buyers pay to firms of each origin, 20\d\d to 20\d\d; /);
    expect(captions[1]).toMatch(
      /^Change in what Peruvian-owned firms are paid, subcontracts included, in each category, 20/,
    );
    expect(captions[3]).toMatch(
      /^Change in the work that Peruvian firms have in hand at the end, by their home region; /,
    );
    const none = gainFigures(comparison, { ...details, gains: [gain("size", "small", 10, 0)] }, ["both"])[2];
    expect(none.caption).toMatch(/US\$ million a year\. No group's change is told apart from none\.$/);
  });

  it("hold against the changes of many groups that they are many", () => {
    const zeros = new Array<number>(8).fill(0);
    // One difference of a mean that chance would hardly give, one that it gives once in 27 times, and others near 0.
    const around = (mean: number) => [-3, -2, -1, 0, 0, 1, 2, 3].map((each) => (mean + each) * 1e6);
    const gains = categoryIds.flatMap((group, c) =>
      ["a", "b"].map((scenario, s) => ({
        scenario,
        dimension: "category" as const,
        group,
        ...pairedEffect(zeros, around(s === 1 ? 0.1 : c === 0 ? 9 : c === 1 ? 1.8 : 0.1)),
      })),
    );
    const captionOf = (shown: typeof gains) =>
      gainFigures(comparison, { ...details, gains: shown }, ["a", "b"])[1].caption;
    expect(captionOf(gains)).toMatch(
      new RegExp(
        `2 of ${gains.length} changes are told apart from none: .* \\(“a”\\) and .* \\(“a”\\)\\. Of ${gains.length} comparisons at 95 % about 2 would stand out by chance alone; adjusted for their number \\(Holm\\), .* \\(“a”\\) no longer does\\.$`,
      ),
    );
    expect(captionOf(gains.slice(0, 1))).toMatch(
      /1 of 1 changes is told apart from none: [^.]+\.\d.*\(“a”\)\.$/,
    );
    const unmoved = { ...gains[0], group: categoryIds[3], ...pairedEffect(around(5), around(5)) };
    expect(captionOf([...gains.slice(0, 2), unmoved])).toMatch(
      /1 of 2 changes is told apart from none: .*\(“a”\)\. 1 more is exactly 0\.$/,
    );
  });

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

  it("name of a matrix what moves most first, up or down, and cut what moves less", () => {
    const changes = [0.02, -0.3, 0.1, 0.004, -0.05];
    const categories = changes.map((change, i) => ({
      scenario: "both",
      category: categoryIds[i],
      risk: 0.5,
      spendUsd: 1e6,
      baselineShare: 0.5,
      share: 0.5 + change,
    }));
    const [, matrix] = matrixFigures(comparison, { ...details, categories }, ["both"]);
    expect(matrix.caption).toMatch(/Moved most, in points: [^+-]+ -30\.0, [^+-]+ \+10\.0, [^+-]+ -5\.0\.$/);
  });

  it("name scenarios of one title by their ids", () => {
    const titled = ["a", "b"].map((id) => ({ id, title: "Same" }));
    const name = namesOf({ scenarios: [...titled, { id: "c", title: "Other" }] as never });
    expect(["a", "b", "c"].map(name)).toEqual(["“Same (a)”", "“Same (b)”", "“Other”"]);
  });

  it("show in detail the scenarios that add most", () => {
    const effects = ["a", "b", "c", "d"].map((scenario, i) => ({
      scenario,
      metric: "localValueNetUsd",
      difference: [1, 4, -2, 3][i],
    }));
    const scenarios = ["baseline", "a", "b", "c", "d"].map((id) => ({ id }));
    expect(shownInDetail({ ...comparison, scenarios, effects } as never)).toEqual(["b", "d", "a"]);
  });
});
