// Who supplies whom, as bands from buyers over first-tier to second-tier firms.
import { sankey, type SankeyLink, type SankeyNode } from "d3-sankey";
import { part } from "./dom.ts";
import type { Relation } from "./story.ts";
import { shortened } from "./text.ts";

interface Firm {
  readonly key: string;
  readonly name: string;
}
interface Band {
  readonly source: string;
  readonly target: string;
  readonly value: number;
  readonly tier: 1 | 2;
}

/** Pixels: between a bar and its name, and of a bar. */
const [labelGap, barWidth] = [6, 8];
/** A figure narrower than this, in pixels, has its names on two lines. */
const narrowest = 640;
/** Of its letters, pixels. */
const fontSize = 11;

/** The chain as a figure, said in words in its description; on a narrow page names are broken and cut, and bands stay. */
export function chainChart(
  relations: readonly Relation[],
  nameOf: (key: string, isBuyer: boolean) => string,
  description: string,
  width: number,
): SVGSVGElement {
  const bands: Band[] = relations.map(({ from, to, tier, usdPerMonth }) => ({
    source: `${tier}|${from}`,
    target: `${tier + 1}|${to}`,
    value: usdPerMonth,
    tier,
  }));
  const keys = [...new Set(bands.flatMap(({ source, target }) => [source, target]))];
  const { lines, side, padding, height, middle, middleEnd } = measuresOf(keys, width);
  const layout = sankey<Firm, Band>()
    .nodeId(({ key }) => key)
    .nodeAlign(({ key }: Firm) => tierOf(key) - 1)
    .nodeWidth(barWidth)
    .nodePadding(padding)
    .extent([
      [side, padding / 2],
      [width - side, height - padding / 2],
    ]);
  const { nodes, links } = layout({
    nodes: keys.map((key) => ({ key, name: nameOf(key.slice(2), key.startsWith("1|")) })),
    links: bands.map((band) => ({ ...band })),
  });
  for (const node of nodes) {
    if (tierOf(node.key) === 2) [node.x0, node.x1] = [middle, middle + barWidth];
  }

  const svg = part("svg", {
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: "img",
    "aria-label": description,
  });
  for (const link of links) {
    const colour = link.tier === 1 ? "var(--with)" : "var(--second)";
    // The edge keeps a thin or pale band apart from the page.
    svg.append(
      part("path", {
        d: ribbon(link),
        fill: colour,
        "fill-opacity": 0.35,
        stroke: colour,
        "stroke-width": 0.75,
      }),
    );
  }
  const lineHeight = fontSize + 2;
  const widthOf = measure();
  for (const { key, name, x0 = 0, x1 = 0, y0 = 0, y1 = 0 } of nodes) {
    const isBuyer = tierOf(key) === 1;
    svg.append(
      part("rect", {
        x: x0,
        y: y0,
        width: x1 - x0,
        height: Math.max(1, y1 - y0),
        fill: "currentColor",
        rx: 2,
      }),
    );
    const x = isBuyer ? x0 - labelGap : x1 + labelGap;
    const room = isBuyer ? x : (tierOf(key) === 2 ? middleEnd : width) - x;
    const shown = inLines(name, lines, (line) => widthOf(line) <= room - 2);
    const text = part("text", {
      y: (y0 + y1) / 2 - ((shown.length - 1) * lineHeight) / 2,
      dy: "0.35em",
      "font-size": fontSize,
      fill: "currentColor",
      stroke: "var(--card)",
      "stroke-width": 3,
      "paint-order": "stroke",
      "text-anchor": isBuyer ? "end" : "start",
    });
    shown.forEach((line, i) => {
      const row = part("tspan", { x, ...(i === 0 ? {} : { dy: lineHeight }) });
      row.textContent = line;
      text.append(row);
    });
    svg.append(text);
  }
  return svg;
}

const tierOf = (key: string) => Number(key.charAt(0));

/** Pixels, and the lines of a name, for the firms of each tier on a page of some width. */
function measuresOf(keys: readonly string[], width: number) {
  const counts = [1, 2, 3].map((tier) => keys.filter((key) => tierOf(key) === tier).length);
  const isNarrow = width < narrowest;
  const lines = isNarrow ? 2 : 1;
  const padding = lines * (fontSize + 2) + (isNarrow ? 2 : 0);
  const side = isNarrow ? width * 0.26 : Math.min(160, width * 0.28);
  const inner = width - 2 * side - barWidth;
  // Names in the middle need more room on their right than bands on their left, and end before the second tier's bars.
  const isLast = counts[2] === 0;
  const middle = side + inner * (isLast ? 1 : isNarrow ? 0.42 : 0.5);
  const middleEnd = isLast ? width : side + inner - labelGap;
  const height = Math.max(560, isNarrow ? 260 + padding * Math.max(...counts) : 0);
  return { lines, side, padding, height, middle, middleEnd };
}

/** Tells how many pixels a text takes in the page's typeface. */
function measure(): (text: string) => number {
  const context = document.createElement("canvas").getContext("2d");
  // Where a browser draws no canvas: of the widest letters.
  if (context === null) return (text) => 0.64 * fontSize * text.length;
  context.font = `${fontSize}px ${getComputedStyle(document.body).fontFamily}`;
  return (text) => context.measureText(text).width;
}

/** A name on at most so many lines, broken between words and cut where it must be. */
function inLines(name: string, lines: number, fits: (line: string) => boolean): string[] {
  if (lines === 1) return [cut(name, fits)];
  const words = name.split(" ");
  let first = 1;
  while (first < words.length && fits(words.slice(0, first + 1).join(" "))) first += 1;
  const rest = words.slice(first).join(" ");
  const head = cut(words.slice(0, first).join(" "), fits);
  return rest === "" ? [head] : [head, cut(rest, fits)];
}

/** As much of a text as fits. */
function cut(text: string, fits: (line: string) => boolean): string {
  let letters = text.length;
  while (letters > 1 && !fits(shortened(text, letters))) letters -= 1;
  return shortened(text, letters);
}

/** A band as the area between two curves: a thick line along one would swing out beyond the bars at its ends. */
function ribbon({ source, target, width = 1, y0 = 0, y1 = 0 }: SankeyLink<Firm, Band>): string {
  // The layout has put the bars themselves in place of their keys.
  const [{ x1: from = 0 }, { x0: to = 0 }] = [source, target] as unknown as SankeyNode<Firm, Band>[];
  const [middle, half] = [(from + to) / 2, Math.max(1, width) / 2];
  const [top, bottom] = [[y0, y1].map((y) => y - half), [y0, y1].map((y) => y + half)];
  return `M${from},${top[0]}C${middle},${top[0]},${middle},${top[1]},${to},${top[1]}V${bottom[1]}C${middle},${bottom[1]},${middle},${bottom[0]},${from},${bottom[0]}Z`;
}
