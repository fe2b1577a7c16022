// Figures drawn without a browser, and written as SVG, PNG and CSV.
import { createRequire } from "node:module";
import { join } from "node:path";
import * as Plot from "@observablehq/plot";
import { stringify as csvText } from "csv-stringify/sync";
import { parseHTML } from "linkedom";
import { InputError } from "../errors.ts";
import { ink, narrowWidth, usualWidth } from "../report/charts/chart-style.ts";
import type { Figure, FigureRows } from "../report/figures/figure.ts";
import type { DrawnFigure } from "../report/page.ts";
import { writeOutput } from "./atomic-file.ts";

/** What of a drawn element is used here. */
interface Drawing {
  readonly outerHTML: string;
  setAttribute(name: string, value: string): void;
}

/** A figure with its drawings as SVG, a wide and a narrow one: its charts, one below the other. */
export function drawFigure(figure: Figure): DrawnFigure {
  return { ...figure, svg: drawn(figure, usualWidth), narrowSvg: drawn(figure, narrowWidth) };
}

function drawn({ title, caption, panelsAt }: Figure, forWidth: number): string {
  const { document } = parseHTML("<!doctype html><html><body></body></html>") as { document: object };
  const panels = panelsAt(forWidth);
  let height = 0;
  const drawings = panels.map((panel) => {
    const options = { ...panel, document } as unknown as Plot.PlotOptions;
    const drawing = Plot.plot(options) as unknown as Drawing;
    drawing.setAttribute("y", String(height));
    height += panel.height ?? 0;
    return drawing.outerHTML;
  });
  const width = Math.max(...panels.map((panel) => panel.width ?? 0));
  const label = attribute(`${title}. ${caption}`);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${label}" ` +
    `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${drawings.join("")}</svg>`
  );
}

/** Text as the value of an attribute in XML. */
function attribute(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A drawing with its paper: where it stands alone, nothing adapts its dark letters to a dark page. */
function onPaper(svg: string): string {
  return svg.replace("<svg ", `<svg style="background:${ink.paper}" `);
}

/**
 * Writes figures as SVG, PNG and CSV into a folder.
 *
 * @throws InputError when the package that makes PNGs is missing on this machine; SVG and CSV have been written then.
 */
export async function writeFigures(folder: string, figures: readonly DrawnFigure[]): Promise<void> {
  for (const { id, svg, rows } of figures) {
    writeOutput(join(folder, `${id}.svg`), onPaper(svg));
    writeCsv(join(folder, `${id}.csv`), rows);
  }
  const { Resvg } = await rasteriser();
  for (const { id, svg } of figures) {
    const font = fontFile();
    const image = new Resvg(svg, {
      background: ink.paper,
      fitTo: { mode: "zoom", value: 2 },
      font: {
        defaultFontFamily: "DejaVu Sans",
        ...(font === null ? {} : { fontFiles: [font], loadSystemFonts: false }),
      },
    });
    writeOutput(join(folder, `${id}.png`), image.render().asPng());
  }
}

/** Writes a table as CSV with a line of headings. */
export function writeCsv(file: string, rows: FigureRows): void {
  writeOutput(file, csvText([...rows], { header: true }));
}

async function rasteriser() {
  try {
    return await import("@resvg/resvg-js");
  } catch {
    const expected =
      "the package @resvg/resvg-js, which makes PNGs: npm install @resvg/resvg-js; SVG and CSV have been written";
    throw new InputError("figures", [{ path: "PNG", value: "no package", expected }]);
  }
}

/** The font's file; without it the machine's own fonts are taken. */
function fontFile(): string | null {
  try {
    return createRequire(import.meta.url).resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf");
  } catch {
    return null;
  }
}
