import { describe, expect, it } from "vitest";
import { planComparison } from "../../src/analysis/compare.ts";
import { assembleComparison } from "../../src/analysis/comparison.ts";
import { assembleDetails, withDetails } from "../../src/analysis/details/details.ts";
import { attribute } from "../../src/analysis/attribution.ts";
import { pairedEffect } from "../../src/analysis/effects.ts";
import { runTasks } from "../../src/analysis/executor.ts";
import { categoryIds } from "../../src/data/spend.ts";
import { defineScenario } from "../../src/scenarios/scenario.ts";
import { drawFigure } from "../../src/node/figure-files.ts";
import { barChart } from "../../src/report/charts/bar-chart.ts";
import { ink, wrapped } from "../../src/report/charts/chart-style.ts";
import { flowChart } from "../../src/report/charts/flow-chart.ts";
import { intervalChart } from "../../src/report/charts/interval-chart.ts";
import { matrixChart } from "../../src/report/charts/matrix-chart.ts";
import { pathChart } from "../../src/report/charts/path-chart.ts";
import type { Figure } from "../../src/report/figures/figure.ts";
import { gainFigures } from "../../src/report/figures/gains.ts";
import { figuresOf, shownInDetail } from "../../src/report/figures/figures.ts";
import { shareFigures } from "../../src/report/figures/shares.ts";
import { reportPage } from "../../src/report/page.ts";

const description = "what it shows";
const svgOf = (panels: ReturnType<Figure["panelsAt"]>) =>
  drawFigure({ id: "x", section: "Over time", title: "T", caption: "C", panelsAt: () => panels, rows: [] })
    .svg;
const numbersOf = (svg: string, element: string, attribute: string) =>
  [...svg.matchAll(new RegExp(`<${element}[^>]*? ${attribute}="([^"]+)"`, "g"))].map(([, value]) =>
    Number(value),
  );

describe("a chart of bars", () => {
  it("draws each bar as long as its value", () => {
    const rows = [1000, 250, 0].flatMap((value, i) => [
      { group: `g${i}`, world: "before", value, text: String(value) },
      { group: `g${i}`, world: "after", value: value / 2, text: "" },
    ]);
    const widths = numbersOf(svgOf([barChart(rows, { description, most: 1000 })]), "rect", "width");
    expect(widths.map((width) => Math.round((1000 * width) / widths[0]))).toEqual([
      1000, 500, 250, 125, 0, 0,
    ]);
  });
});

describe("a chart of intervals", () => {
  const row = (value: number, low: number, high: number, column?: string) => ({
    label: `at ${value}`,
    value,
    low,
    high,
    ...(column === undefined ? {} : { column }),
  });

  it("fills the dot whose interval leaves the line out, and no other", () => {
    const svg = svgOf([
      intervalChart([row(2, 1, 3), row(1, -1, 3), row(-2, -3, -1)], { axis: "", description }),
    ]);
    const fills = [...svg.matchAll(/<circle[^>]*?fill="([^"]+)"/g)].map(([, fill]) => fill);
    expect(fills).toEqual([ink.blue, ink.paper, ink.blue]);
  });

  it("does not blow up values that are all the same", () => {
    const svg = svgOf([intervalChart([row(0, 0, 0)], { axis: "", description })]);
    const [line] = [
      ...svg.matchAll(/<line[^>]*stroke="#0072b2"[^>]*>|<g[^>]*stroke="#0072b2"[^>]*><line([^>]*)>/g),
    ];
    const ends = [...line[0].matchAll(/ x([12])="([^"]+)"/g)].map(([, , x]) => Number(x));
    expect(ends).toHaveLength(2);
    expect(ends[0]).toBeCloseTo(ends[1], 6);
  });

  it("breaks long names into lines, and cuts what is longer than three", () => {
    expect(wrapped("a name of many words that goes on", 12)).toBe("a name of\nmany words\nthat goes on");
    expect(wrapped("Donaudampfschifffahrtsgesellschaft", 10, 2)).toBe("Donaudampf\nschifffah…");
  });
});

describe("a chart of paths", () => {
  it("draws every point of every line at its height", () => {
    const rows = (["baseline", "scenario", "difference"] as const).flatMap((line, l) =>
      [0, 1, 2].map((step) => ({
        year: 2017 + step,
        column: "a",
        line,
        mean: step + l,
        low: step + l - 1,
        high: step + l + 1,
      })),
    );
    const svg = svgOf(pathChart(rows, { unit: "US$", description, startYear: 2018 }));
    const lines = [...svg.matchAll(/stroke-width="2"[^>]*><path d="M([^"Z]+)"/g)].map(([, path]) =>
      path.split("L").map((point) => Number(point.split(",")[1])),
    );
    expect(lines).toHaveLength(3);
    for (const [first, second, third] of lines) {
      expect(second - first).toBeCloseTo(third - second, 6);
      expect(second).toBeLessThan(first);
    }
    // The scenario lies one above the baseline, which is a step.
    expect(lines[1][0]).toBeCloseTo(lines[0][1], 6);
  });
});

describe("the matrix of risk and cost", () => {
  it("fills as much of a circle as its share, and puts risk upwards", () => {
    const rows = [
      { label: "safe", spendUsdMillion: 10, risk: 0.1, share: 1 },
      { label: "risky", spendUsdMillion: 1000, risk: 0.9, share: 0.25 },
    ];
    const svg = svgOf([matrixChart(rows, { description })]);
    const [radii, heights] = [numbersOf(svg, "circle", "r"), numbersOf(svg, "circle", "cy")];
    const [top, bottom] = [Math.min(...heights), Math.max(...heights)];
    const filled = (height: number) => {
      const ofCircle = radii.filter((_, i) => heights[i] === height);
      return (Math.min(...ofCircle) / Math.max(...ofCircle)) ** 2;
    };
    expect(radii).toHaveLength(4);
    expect(filled(top)).toBeCloseTo(0.25, 6);
    expect(filled(bottom)).toBeCloseTo(1, 6);
  });
});

describe("the flow of money", () => {
  it("draws bands as wide as their money", () => {
    const svg = svgOf([
      flowChart(
        [
          { from: "a", to: "c", value: 300 },
          { from: "b", to: "c", value: 100 },
        ],
        [
          { key: "a", label: "a", column: 0 },
          { key: "b", label: "b", column: 0 },
          { key: "c", label: "c", column: 1 },
        ],
        { description, columns: [100, 400], width: 600, height: 300 },
      ),
    ]);
    const [wide, narrow] = numbersOf(svg, "path", "stroke-width");
    expect(wide / narrow).toBeCloseTo(3, 6);
  });
});

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

  it("tell of a policy's share the interval that is drawn, which holds for all policies together", () => {
    const around = (mean: number, half: number) => ({ mean, low: mean - half, high: mean + half, n: 9 });
    const share = (policy: string, mean: number) => ({
      ...around(mean * 1e6, 2e6),
      policy,
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
