// Estimates with intervals, one row each. A chart here is a pure function from data to the options of Observable Plot; whoever
// draws adds a `document`: `Plot.plot({ ...intervalChart(rows, labels), document })`, with linkedom's in Node, its own in a page.
import * as Plot from "@observablehq/plot";
import {
  axisName,
  chartStyle,
  domainOfOne,
  ink,
  isNarrow,
  letterWidth,
  lineHeight,
  rowLabels,
  ticksIn,
  usualWidth,
  wrapped,
} from "./chart-style.ts";

/** A row: an estimate in the unit of the axis; bounds are null where there is no interval. */
export interface IntervalRow {
  readonly label: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Whether its dot is filled. Default: whether the interval leaves out the reference. */
  readonly filled?: boolean;
  /** Column that it stands in, where a chart has several. */
  readonly column?: string;
}

/** Words and size of a chart. */
export interface IntervalLabels {
  /** The axis with its unit. */
  readonly axis: string;
  /** Pixels. Default 760. */
  readonly width?: number;
  /** Where no difference lies. Default 0. */
  readonly reference?: number;
}

/**
 * Rows from top to bottom, in columns side by side if they have any: a dot for the estimate, a line for its interval, hollow
 * where it is not told apart from the reference. Labels stand to the left, in a narrow chart above their rows.
 */
export function intervalChart(rows: readonly IntervalRow[], labels: IntervalLabels): Plot.PlotOptions {
  const { axis, width = usualWidth, reference = 0 } = labels;
  const names = [...new Set(rows.map(({ label }) => label))];
  const columns = [...new Set(rows.flatMap(({ column }) => column ?? []))];
  const narrow = isNarrow(width);
  const {
    margin: labelMargin,
    rowHeight,
    textOf,
  } = narrow ? labelsAbove(names, width) : rowLabels(names, width);
  const dy = narrow ? rowHeight / 2 - markHeight / 2 : 0;
  const bounded = rows.filter(({ low, high }) => low !== null && high !== null);
  const isFilled = ({ low, high, filled }: IntervalRow) =>
    filled ?? (low !== null && high !== null && (low > reference || high < reference));
  const facet = columns.length > 0 ? { fx: "column" } : {};
  const values = [reference, ...rows.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value])];
  const columnRoom = (width - labelMargin - (narrow ? labelMargin : 24)) / Math.max(1, columns.length);
  const { domain = [Math.min(...values), Math.max(...values)] } = domainOfOne(values);
  const mostTicks = narrow ? (columns.length > 1 ? 2 : 4) : 8;
  const { count, textWidth } = ticksIn(domain, columns.length > 1 ? 0.8 * columnRoom : columnRoom, mostTicks);
  // Half of a tick's text stands beyond either end of its axis.
  const margin = Math.max(labelMargin, Math.ceil(textWidth / 2) + 2);
  const padding = Math.max(narrow ? 0.2 : 0.12, Math.min(0.5, (textWidth + 6) / columnRoom));
  const letters = Math.floor((width - margin) / Math.max(1, columns.length) / letterWidth) - 1;
  const axisText = axisName(axis, width);
  const axisHeight = 46 + (axisText.split("\n").length - 1) * lineHeight;
  const headings = new Map(columns.map((column) => [column, wrapped(column, letters)]));
  const headingLines = Math.max(0, ...[...headings.values()].map((text) => text.split("\n").length));
  return {
    width,
    height: 24 + axisHeight + rowHeight * names.length + headingLines * lineHeight,
    marginLeft: margin,
    marginRight: narrow ? margin : 24,
    marginTop: 20 + headingLines * lineHeight,
    marginBottom: axisHeight,
    style: chartStyle,
    x: {
      label: axisText,
      labelAnchor: "center",
      labelArrow: "none",
      nice: true,
      grid: true,
      ...domainOfOne(values),
      ticks: count,
    },
    y: {
      domain: names,
      label: null,
      ...(narrow ? { axis: null } : { tickSize: 0, tickFormat: textOf }),
    },
    ...(columns.length > 0
      ? {
          fx: {
            domain: columns,
            label: null,
            padding,
            tickFormat: (column: string) => headings.get(column) ?? column,
          },
        }
      : {}),
    marks: [
      Plot.ruleX([reference], { stroke: "currentColor", strokeOpacity: 0.6 }),
      Plot.ruleY(bounded, {
        ...facet,
        y: "label",
        x1: "low",
        x2: "high",
        dy,
        stroke: ink.blue,
        strokeWidth: 2,
      }),
      Plot.dot(rows, {
        ...facet,
        y: "label",
        x: "value",
        dy,
        r: 4,
        stroke: ink.blue,
        strokeWidth: 1.5,
        fill: (row: IntervalRow) => (isFilled(row) ? ink.blue : ink.paper),
      }),
      ...(narrow
        ? [
            Plot.text(
              names.map((label) => ({ label, ...(columns.length > 0 ? { column: columns[0] } : {}) })),
              {
                ...facet,
                y: "label",
                frameAnchor: "left",
                textAnchor: "start",
                lineAnchor: "bottom",
                dy: dy - markHeight / 2,
                text: ({ label }: { label: string }) => textOf(label),
                fill: "currentColor",
                stroke: ink.paper,
                strokeWidth: 3,
              },
            ),
          ]
        : []),
    ],
  };
}

/** Room for a dot and its line below their label, pixels. */
const markHeight = 16;

/** The same as {@link rowLabels} for labels above their rows: each has the whole width. */
function labelsAbove(labels: readonly string[], width: number): ReturnType<typeof rowLabels> {
  const margin = 14;
  const textOf = (label: string) => wrapped(label, Math.floor((width - 2 * margin) / letterWidth));
  const lines = Math.max(1, ...labels.map((label) => textOf(label).split("\n").length));
  return { margin, rowHeight: lines * lineHeight + markHeight + 6, textOf };
}
