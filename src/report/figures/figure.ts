// What a figure of a report is.
import type * as Plot from "@observablehq/plot";
import type { Comparison } from "../../analysis/comparison.ts";

/** A table: one object a row, the same keys in each; units stand in the keys. */
export type FigureRows = readonly Readonly<Record<string, string | number | null>>[];

/** A figure of a report. */
export interface Figure {
  /** Kebab-case; names its files. */
  readonly id: string;
  /** Part of the report that it belongs to. */
  readonly section: Section;
  readonly title: string;
  /** What it shows, written from its numbers. */
  readonly caption: string;
  /** Charts one below the other, of so many pixels, without a document: whoever draws adds one. */
  readonly panelsAt: (width: number) => readonly Plot.PlotOptions[];
  /** The data behind it. */
  readonly rows: FigureRows;
}

/** Parts of a report, in their order. */
export const sections = [
  "What changes",
  "What it costs",
  "Over time",
  "At the gates of tenders",
  "Who gains",
  "Risk and cost",
  "Where the money goes",
  "Which policy does what",
] as const;
export type Section = (typeof sections)[number];

/** Titles of scenarios, made distinct by ids where two share one. */
export function labelsOf({ scenarios }: Pick<Comparison, "scenarios">): (id: string) => string {
  return (id) => {
    const title = scenarios.find((each) => each.id === id)?.title ?? id;
    const shared = scenarios.filter((each) => each.title === title).length > 1;
    return setApart(shared ? `${title} (${id})` : title);
  };
}

/** Letters that are written from right to left, and signs that turn the direction of what follows. */
const turning =
  /[\u0590-\u08ff\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A title that keeps its own direction to itself: without that, numbers after an Arabic one would stand in another order. */
function setApart(title: string): string {
  return turning.test(title) ? `\u2068${title.replace(/[\u2066-\u2069]/g, "")}\u2069` : title;
}

/** The same as a sentence names them: in quotes, since a title is any text. */
export function namesOf(comparison: Pick<Comparison, "scenarios">): (id: string) => string {
  const label = labelsOf(comparison);
  return (id) => `“${label(id)}”`;
}

/** Of what is known by scenario, that of some scenarios, in their order. */
export function ofScenarios<Row extends { readonly scenario: string }>(
  rows: readonly Row[],
  shown: readonly string[],
): Row[] {
  return shown.flatMap((id) => rows.filter(({ scenario }) => scenario === id));
}

/** A name in kebab-case of one in camel case, as `local-value` of `localValueUsd`. */
export function kebab(metric: string): string {
  return metric.replace(/Usd$/, "").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
