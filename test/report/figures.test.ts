import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import { attribute } from "../../src/analysis/attribution.ts";
import { pairedEffect } from "../../src/analysis/effects.ts";
import { categoryIds } from "../../src/data/spend.ts";
import { drawFigure } from "../../src/node/figure-files.ts";
import { namesOf } from "../../src/report/figures/figure.ts";
import { figuresOf, shownInDetail } from "../../src/report/figures/figures.ts";
import { matrixFigures } from "../../src/report/figures/matrix.ts";
import { shareFigures } from "../../src/report/figures/shares.ts";
import { reportPage } from "../../src/report/page.ts";
import { usualNation } from "../../src/report/words.ts";
import { numbersOf, svgOf } from "./drawings.ts";
import { both, comparison, details, hostile } from "./small-comparison.ts";

describe("the figures of a report", () => {
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
