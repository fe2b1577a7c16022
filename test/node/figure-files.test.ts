import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as Plot from "@observablehq/plot";
import { afterAll, describe, expect, it } from "vitest";
import { drawFigure, writeFigures } from "../../src/node/figure-files.ts";
import { narrowWidth, usualWidth } from "../../src/report/charts/chart-style.ts";

const folder = mkdtempSync(join(tmpdir(), "eslabon-figures-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A figure of so many charts of one height, each but the first half as wide. */
const figureOf = (id: string, height: number, charts: number) =>
  drawFigure({
    id,
    section: "Over time",
    title: `Of "${id}"`,
    caption: "a < b & c",
    panelsAt: (width) =>
      Array.from({ length: charts }, (_, i) => ({
        width: i === 0 ? width : width / 2,
        height,
        marks: [Plot.dotX([1, 2])],
      })),
    rows: [{ id, height }],
  });
const [one, two] = [figureOf("one", 40, 1), figureOf("two", 60, 2)];

describe("a figure's drawing", () => {
  it("has its charts one below the other, is as wide as the widest, and is drawn for a narrow page too", () => {
    for (const [svg, width] of [
      [two.svg, usualWidth],
      [two.narrowSvg, narrowWidth],
    ] as const) {
      expect(svg).toContain(`width="${width}" height="120" viewBox="0 0 ${width} 120">`);
      expect([...svg.matchAll(/ y="(\d+)"[^>]*>/g)].map(([, y]) => y).slice(0, 2)).toEqual(["0", "60"]);
    }
  });

  it("says in its label what it is, as XML takes it", () => {
    expect(two.svg).toContain('aria-label="Of &#34;two&#34;. a &#60; b &#38; c"');
  });
});

describe("a folder of figures", () => {
  it("has each as SVG on paper, as PNG of twice its size, and its own numbers", async () => {
    await writeFigures(folder, [one, two]);
    const forms = ["one", "two"].flatMap((id) => [`${id}.csv`, `${id}.png`, `${id}.svg`]);
    expect(readdirSync(folder).toSorted()).toEqual(forms);
    for (const [id, height, whole] of [
      ["one", 40, 40],
      ["two", 60, 120],
    ] as const) {
      expect(readFileSync(join(folder, `${id}.csv`), "utf8")).toBe(`id,height\n${id},${height}\n`);
      expect(readFileSync(join(folder, `${id}.svg`), "utf8")).toMatch(/^<svg style="background:white" /);
      // A PNG's second and third word after its signature and the name of its first part.
      const png = readFileSync(join(folder, `${id}.png`));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * usualWidth, 2 * whole]);
    }
  });
});
