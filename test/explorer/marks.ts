import { expect } from "vitest";
import type { Figure } from "../../explorer/charts.ts";

/** Widths of a figure on a desk and on a telephone, pixels. */
export const [wide, narrow] = [760, 360];
/** Colours of the policies' world, of the baseline's, and of the second tier. */
export const [blue, grey, green] = ["var(--with)", "var(--without)", "var(--second)"];

/** What Plot calls so, by its place among those of the name. */
export function marksOf(figure: Figure, name: string, place = 0): Element {
  return figure.querySelectorAll(`[aria-label="${name}"]`)[place];
}
/** The texts within it. */
export const textsOf = (place: Element) =>
  [...place.querySelectorAll("text")].map((text) => text.textContent);
/** An attribute of all elements of a kind within it. */
export const attributesOf = (place: Element, element: string, name: string) =>
  [...place.querySelectorAll(element)].map((each) => each.getAttribute(name) ?? "");
/** The same as numbers. */
export const numbersOf = (place: Element, element: string, name: string) =>
  attributesOf(place, element, name).map(Number);

/** Where a text stands: Plot moves it, and all texts of a mark. */
export function placeOf(text: Element): { x: number; y: number } {
  const moved = [text, text.parentElement].map((each) =>
    /translate\(([-\d.]+),([-\d.]+)\)/.exec(each?.getAttribute("transform") ?? ""),
  );
  const [x, y] = [1, 2].map((i) => moved.reduce((sum, found) => sum + Number(found?.[i] ?? 0), 0));
  return { x, y };
}

/** Holds numbers against others, to so many digits after the point. */
export const near = (found: readonly number[], expected: readonly number[], digits = 6) => {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, i) => expect(value).toBeCloseTo(expected[i], digits));
};
