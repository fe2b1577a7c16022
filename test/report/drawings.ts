import { parseHTML } from "linkedom";
import { drawFigure } from "../../src/node/figure-files.ts";
import type { Figure } from "../../src/report/figures/figure.ts";

/** The panels of a figure as they are drawn into one SVG. */
export function svgOf(panels: ReturnType<Figure["panelsAt"]>): string {
  return drawFigure({
    id: "x",
    section: "Over time",
    title: "T",
    caption: "C",
    panelsAt: () => panels,
    rows: [],
  }).svg;
}

/** The values of an attribute in the elements of a kind, in their order. */
export function numbersOf(svg: string, element: string, attribute: string): number[] {
  return [...svg.matchAll(new RegExp(`<${element}[^>]*? ${attribute}="([^"]+)"`, "g"))].map(([, value]) =>
    Number(value),
  );
}

/** A text, circle, rectangle or line of an SVG; pixels from its upper left corner, of a text's anchor, of a circle's middle. */
export interface DrawnPart {
  readonly kind: "text" | "circle" | "rect" | "line";
  readonly text: string;
  readonly fill: string | null;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface DrawnElement {
  readonly localName: string;
  readonly textContent: string;
  readonly parentElement: DrawnElement | null;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<DrawnElement>;
}

/** The texts, circles, rectangles and lines of an SVG where they stand, in the order in which they are drawn. */
export function partsOf(svg: string): DrawnPart[] {
  const { document } = parseHTML(`<body>${svg}</body>`) as unknown as { document: DrawnElement };
  return [...document.querySelectorAll("text, circle, rect, line")].map((element) => {
    const numberOf = (name: string) => Number(element.getAttribute(name) ?? 0);
    const kind = element.localName as DrawnPart["kind"];
    const place = { text: ["", ""], circle: ["cx", "cy"], rect: ["x", "y"], line: ["x1", "y1"] }[kind];
    let [x, y] = place.map(numberOf);
    for (let each: DrawnElement | null = element; each !== null; each = each.parentElement) {
      const [, across = 0, down = 0] =
        /translate\(([^,]+),([^)]+)\)/.exec(each.getAttribute("transform") ?? "") ?? [];
      x += Number(across);
      y += Number(down) + (each.localName === "svg" ? Number(each.getAttribute("y") ?? 0) : 0);
    }
    const lines = [...element.querySelectorAll("tspan")];
    const text = (lines.length === 0 ? [element] : lines).map(({ textContent }) => textContent).join(" ");
    const [width, height] =
      kind === "line"
        ? [numberOf("x2") - numberOf("x1"), numberOf("y2") - numberOf("y1")]
        : [numberOf("width"), numberOf("height")];
    return { kind, text, fill: element.getAttribute("fill"), x, y, width, height };
  });
}

/** What an axis of a chart says of a place on it, by its first and its last number; pixels to values. */
export function axisOf(svg: string, which: "x" | "y", scale: "linear" | "log" = "linear") {
  const [, axis = ""] = new RegExp(`aria-label="${which}-axis tick label"(.*?)</g>`, "s").exec(svg) ?? [];
  const ticks = [...axis.matchAll(/translate\(([^,]+),([^)]+)\)"[^>]*>([^<]+)</g)].map(([, x, y, text]) => ({
    at: Number(which === "x" ? x : y),
    value: Number(text.replace("−", "-").replaceAll(",", "")),
  }));
  const [{ at: from, value: low }, { at: to, value: high }] = [ticks[0], ticks[ticks.length - 1]];
  return (pixels: number) => {
    const share = (pixels - from) / (to - from);
    return scale === "log" ? low * (high / low) ** share : low + share * (high - low);
  };
}

/** The estimates of a chart of intervals and their bounds as its axis tells them, in the order of their rows. */
export function intervalsOf(svg: string): { value: number; low: number; high: number }[] {
  const read = axisOf(svg, "x");
  const bars = [...svg.matchAll(/stroke="#0072b2"[^>]*>((?:<line[^>]*>)+)/g)]
    .map(([, lines]) => lines)
    .join();
  const [low, high] = ["x1", "x2"].map((end) => numbersOf(bars, "line", end));
  return numbersOf(svg, "circle", "cx").map((cx, i) => ({
    value: read(cx),
    low: read(low[i]),
    high: read(high[i]),
  }));
}
