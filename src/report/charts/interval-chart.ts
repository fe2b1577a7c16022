// Estimates with intervals, one row each. A chart here is a pure function from data to the options of Observable Plot; whoever
// draws adds a `document`: `Plot.plot({ ...intervalChart(rows, labels), document })`, with linkedom's in Node, its own in a page.
import * as Plot from "@observablehq/plot";
import {
  chartStyle,
  domainOfOne,
  ink,
  letterWidth,
  lineHeight,
  rowLabels,
  usualWidth,
  wrapped,
} from "./chart-style.ts";

/** A row: an estimate in the unit of the axis; bounds are null where there is no interval. */
export interface IntervalRow {
  readonly label: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Column that it stands in, where a chart has several. */
  readonly column?: string;
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

/**
 * Rows from top to bottom, in columns side by side if they have any: a dot for the estimate, a line for its interval, hollow
 * where the interval holds the reference.
 */
export function intervalChart(rows: readonly IntervalRow[], labels: IntervalLabels): Plot.PlotOptions {
  const { axis, description, width = usualWidth, reference = 0 } = labels;
  const names = [...new Set(rows.map(({ label }) => label))];
  const columns = [...new Set(rows.flatMap(({ column }) => column ?? []))];
  const { margin, rowHeight, textOf } = rowLabels(names, width);
  const bounded = rows.filter(({ low, high }) => low !== null && high !== null);
  const isApart = ({ low, high }: IntervalRow) =>
    low !== null && high !== null && (low > reference || high < reference);
  const facet = columns.length > 0 ? { fx: "column" } : {};
  const letters = Math.floor((width - margin) / Math.max(1, columns.length) / letterWidth) - 1;
  const headings = new Map(columns.map((column) => [column, wrapped(column, letters)]));
  const headingLines = Math.max(0, ...[...headings.values()].map((text) => text.split("\n").length));
  return {
    width,
    height: 70 + rowHeight * names.length + headingLines * lineHeight,
    marginLeft: margin,
    marginRight: 24,
    marginTop: 20 + headingLines * lineHeight,
    marginBottom: 46,
    ariaDescription: description,
    style: chartStyle,
    x: {
      label: axis,
      labelAnchor: "center",
      labelArrow: "none",
      nice: true,
      grid: true,
      ...domainOfOne([
        reference,
        ...rows.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]),
      ]),
      ...(columns.length > 1 ? { ticks: Math.max(3, 8 / columns.length) } : {}),
    },
    y: { domain: names, label: null, tickSize: 0, tickFormat: textOf },
    ...(columns.length > 0
      ? {
          fx: {
            domain: columns,
            label: null,
            padding: 0.12,
            tickFormat: (column: string) => headings.get(column) ?? column,
          },
        }
      : {}),
    marks: [
      Plot.ruleX([reference], { stroke: "currentColor", strokeOpacity: 0.6 }),
      Plot.ruleY(bounded, { ...facet, y: "label", x1: "low", x2: "high", stroke: ink.blue, strokeWidth: 2 }),
      Plot.dot(rows, {
        ...facet,
        y: "label",
        x: "value",
        r: 4,
        stroke: ink.blue,
        strokeWidth: 1.5,
        fill: (row: IntervalRow) => (isApart(row) ? ink.blue : ink.paper),
      }),
    ],
  };
}
