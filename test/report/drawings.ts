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
