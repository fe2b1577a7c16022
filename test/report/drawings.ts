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
