// What the reader takes away: the scenario as a file, the numbers, the figures.
import { windowUnit } from "../src/analysis/window.ts";
import { metricNames } from "../src/index.ts";
import { wrapped } from "../src/report/charts/chart-style.ts";
import { printScenario } from "../src/scenario-files.ts";
import { part } from "./dom.ts";
import { effectOn } from "./readings.ts";
import { scenariosOf, windowOf, type Study } from "./study.ts";
import type { Pair } from "./summary.ts";

/** Hands a file to the reader. */
export function download(name: string, type: string, content: string | Blob): void {
  const blob = typeof content === "string" ? new Blob([content], { type }) : content;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser reads the blob after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The study's scenario as a scenario file. */
export function scenarioFile(study: Study): string {
  return printScenario(scenariosOf(study)[1]);
}

/** Paired effects on all metrics, a line each; flows a year, as the unit says. */
export function effectsCsv(pairs: readonly Pair[]): string {
  const lines = metricNames.flatMap((metric) => {
    const effect = effectOn(pairs, metric);
    if (effect === null) return [];
    const { n, baselineMean, scenarioMean, difference, low, high, verdict } = effect;
    const numbers = [baselineMean, scenarioMean, difference, low, high];
    return [[metric, windowUnit(metric), n, ...numbers, verdict].join(",")];
  });
  return ["metric,unit,pairs,baselineMean,scenarioMean,difference,low,high,verdict", ...lines, ""].join("\n");
}

/** Everything that the page knows of its runs. */
export function resultsJson(study: Study, pairs: readonly Pair[]): string {
  const scenarios = scenariosOf(study);
  return JSON.stringify(
    {
      study,
      window: windowOf(scenarios),
      scenarios: scenarios.map(({ id, hash, canonical }) => ({ id, hash, content: canonical })),
      metrics: metricNames,
      pairs,
    },
    null,
    1,
  );
}

/** Of the title over a figure, pixels: its letters, how much room one takes, a line of them, and what parts it from edge and figure. */
const title = { fontSize: 13, letterWidth: 7.4, lineHeight: 17, left: 4, gap: 8 } as const;

/** A figure as a document of its own, under a title: the page's colours are written into it. */
export function figureSvg(figure: SVGElement, text: string): string {
  return new XMLSerializer()
    .serializeToString(titled(figure, text))
    .replace(/var\((--[a-z]+)\)/g, (_, name: string) => pageStyle().getPropertyValue(name).trim());
}

const pageStyle = () => getComputedStyle(document.documentElement);

/** A copy of a figure, higher by its title. */
function titled(figure: SVGElement, text: string): SVGElement {
  const copy = figure.cloneNode(true) as SVGElement;
  const [width, height] = ["width", "height"].map((name) => Number(figure.getAttribute(name)));
  const lines = wrapped(text, Math.floor((width - title.left) / title.letterWidth)).split("\n");
  const room = lines.length * title.lineHeight + title.gap;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("height", String(height + room));
  copy.setAttribute("viewBox", `0 ${-room} ${width} ${height + room}`);
  const { color, backgroundColor } = pageStyle();
  // What the figure says of its own letters stays.
  const own = figure.getAttribute("style") ?? "";
  copy.setAttribute(
    "style",
    `${own}; font-family: system-ui, sans-serif; color: ${color}; background: ${backgroundColor}`,
  );
  lines.forEach((line, i) => {
    const row = part("text", {
      x: title.left,
      y: (i + 1) * title.lineHeight - room,
      "font-size": title.fontSize,
      "font-weight": 650,
      "text-anchor": "start",
      fill: "currentColor",
    });
    row.textContent = line;
    copy.append(row);
  });
  return copy;
}

/** A figure as an image, twice as fine as on the screen. */
export async function figurePng(figure: SVGElement, text: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(figureSvg(figure, text))}`;
  await image.decode();
  const { width, height } = image;
  const canvas = document.createElement("canvas");
  canvas.width = width * 2;
  canvas.height = height * 2;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("this browser draws no images");
  context.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error("no image came about")) : resolve(blob)));
  });
}
