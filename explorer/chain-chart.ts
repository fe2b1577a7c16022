// Who supplies whom, as bands from buyers over first-tier to second-tier firms.
import { sankey, type SankeyLink, type SankeyNode } from "d3-sankey";
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

/** Pixels: of letters, of an ordinary one of them in a wide typeface, from one name to the next, and between a bar and its name. */
const [fontSize, letterWidth, lineHeight, labelGap] = [11, 6.6, 13, 6];
const namespace = "http://www.w3.org/2000/svg";

/** The chain as a figure, said in words in its description; on a narrow page names are cut and bands stay. */
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
  const height = 560;
  const side = Math.min(160, width * 0.28);
  const layout = sankey<Firm, Band>()
    .nodeId(({ key }) => key)
    .nodeAlign(({ key }: Firm) => Number(key.charAt(0)) - 1)
    .nodeWidth(8)
    .nodePadding(lineHeight)
    .extent([
      [side, 8],
      [width - side, height - 8],
    ]);
  const { nodes, links } = layout({
    nodes: keys.map((key) => ({ key, name: nameOf(key.slice(2), key.startsWith("1|")) })),
    links: bands.map((band) => ({ ...band })),
  });

  const svg = part("svg", {
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: "img",
    "aria-label": description,
  });
  for (const link of links) {
    svg.append(
      part("path", {
        d: ribbon(link),
        fill: link.tier === 1 ? "var(--with)" : "var(--second)",
        "fill-opacity": 0.35,
      }),
    );
  }
  const room = Math.floor((side - labelGap) / letterWidth);
  for (const { key, name, x0 = 0, x1 = 0, y0 = 0, y1 = 0 } of nodes) {
    const tier = Number(key.charAt(0));
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
    const text = part("text", {
      x: tier === 1 ? x0 - labelGap : x1 + labelGap,
      y: (y0 + y1) / 2,
      dy: "0.35em",
      "font-size": fontSize,
      fill: "currentColor",
      stroke: "var(--paper)",
      "stroke-width": 3,
      "paint-order": "stroke",
      "text-anchor": tier === 1 ? "end" : "start",
    });
    text.textContent = shortened(name, room);
    svg.append(text);
  }
  return svg;
}

/** A band as the area between two curves: a thick line along one would swing out beyond the bars at its ends. */
function ribbon({ source, target, width = 1, y0 = 0, y1 = 0 }: SankeyLink<Firm, Band>): string {
  // The layout has put the bars themselves in place of their keys.
  const [{ x1: from = 0 }, { x0: to = 0 }] = [source, target] as unknown as SankeyNode<Firm, Band>[];
  const [middle, half] = [(from + to) / 2, Math.max(1, width) / 2];
  const [top, bottom] = [[y0, y1].map((y) => y - half), [y0, y1].map((y) => y + half)];
  return `M${from},${top[0]}C${middle},${top[0]},${middle},${top[1]},${to},${top[1]}V${bottom[1]}C${middle},${bottom[1]},${middle},${bottom[0]},${from},${bottom[0]}Z`;
}

function part<Tag extends "svg" | "path" | "rect" | "text">(
  tag: Tag,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Tag] {
  const made = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}
