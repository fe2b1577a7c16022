// Estimates with intervals, one row each. A chart here is a pure function from data to the options of Observable Plot; whoever
// draws adds a `document`: `Plot.plot({ ...intervalChart(rows, labels), document })`, with linkedom's in Node, its own in a page.
import * as Plot from "@observablehq/plot";

/** A row: an estimate in the unit of the axis; bounds are null where there is no interval. */
export interface IntervalRow {
  readonly label: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Words and size of a chart. */
export interface IntervalLabels {
  /** The axis with its unit. */
  readonly axis: string;
  /** What the chart shows, in words, for those who do not see it. */
  readonly description: string;
  /** Pixels. Default 760. */
  readonly width?: number;
  /** Where no difference lies. Default 0. */
  readonly reference?: number;
}

/** Blue of Okabe and Ito: told apart by the colour-blind, dark enough for grey print. */
const blue = "#0072b2";
const rowHeight = 24;
const letterWidth = 7.2;

/** Rows from top to bottom: a dot for the estimate, a line for its interval, hollow where the interval holds the reference. */
export function intervalChart(rows: readonly IntervalRow[], labels: IntervalLabels): Plot.PlotOptions {
  const { axis, description, width = 760, reference = 0 } = labels;
  const longest = Math.max(0, ...rows.map(({ label }) => label.length));
  const bounded = rows.filter(({ low, high }) => low !== null && high !== null);
  const isApart = ({ low, high }: IntervalRow) =>
    low !== null && high !== null && (low > reference || high < reference);
  return {
    width,
    height: 70 + rowHeight * rows.length,
    marginLeft: Math.min(width / 2, 24 + longest * letterWidth),
    marginRight: 24,
    marginBottom: 46,
    ariaDescription: description,
    style: { fontFamily: "DejaVu Sans, Verdana, sans-serif", fontSize: "12px" },
    x: { label: axis, labelAnchor: "center", labelArrow: "none", nice: true, grid: true },
    y: { domain: rows.map(({ label }) => label), label: null, tickSize: 0 },
    marks: [
      Plot.ruleX([reference], { stroke: "currentColor", strokeOpacity: 0.6 }),
      Plot.ruleY(bounded, { y: "label", x1: "low", x2: "high", stroke: blue, strokeWidth: 2 }),
      Plot.dot(rows, {
        y: "label",
        x: "value",
        r: 4,
        stroke: blue,
        strokeWidth: 1.5,
        fill: (row: IntervalRow) => (isApart(row) ? blue : "white"),
      }),
    ],
  };
}
