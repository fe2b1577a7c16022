// A metric over time: levels of the baseline and of a scenario with their bands, and under them the paired difference, which is
// told apart long before the levels are. Scenarios stand side by side on one scale.
import * as Plot from "@observablehq/plot";
import {
  chartStyle,
  domainOfOne,
  ink,
  isNarrow,
  letterWidth,
  lineHeight,
  usualWidth,
  wrapped,
} from "./chart-style.ts";

/** A point in time, in the unit of the axis. */
export interface PathRow {
  /** Calendar time in years, as 2019.25. */
  readonly year: number;
  /** Heading of the column that it stands in. */
  readonly column: string;
  readonly line: "baseline" | "scenario" | "difference";
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Words of a chart. */
export interface PathLabels {
  /** Unit of levels and differences. */
  readonly unit: string;
  /** When policies start, in years; not drawn when null. */
  readonly startYear: number | null;
  readonly width?: number;
}

const panelHeight = 230;

/** Two panels: levels, then differences. */
export function pathChart(rows: readonly PathRow[], labels: PathLabels): Plot.PlotOptions[] {
  const levels = rows.filter(({ line }) => line !== "difference");
  const differences = rows.filter(({ line }) => line === "difference");
  const { unit } = labels;
  return [
    panel(levels, labels, `level, ${unit}`, ink.grey),
    panel(differences, labels, `difference, ${unit}`, ink.blue, [
      Plot.ruleY([0], { stroke: "currentColor", strokeOpacity: 0.6 }),
    ]),
  ];
}

function panel(
  rows: readonly PathRow[],
  { startYear, width = usualWidth }: PathLabels,
  axis: string,
  colour: string,
  under: readonly Plot.Markish[] = [],
): Plot.PlotOptions {
  const columns = [...new Set(rows.map(({ column }) => column))];
  const narrow = isNarrow(width);
  const [marginLeft, marginRight] = narrow ? [50, 14] : [66, 24];
  const room = Math.floor((width - marginLeft - marginRight) / columns.length);
  const headings = new Map(columns.map((column) => [column, wrapped(column, room / letterWidth - 1)]));
  const headingLines = Math.max(...[...headings.values()].map((text) => text.split("\n").length));
  const colourOf = ({ line }: PathRow) => (line === "baseline" ? colour : ink.blue);
  const years = rows.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return {
    width,
    height: panelHeight + headingLines * lineHeight,
    marginLeft,
    marginRight,
    marginTop: 36 + headingLines * lineHeight,
    marginBottom: 28,
    style: chartStyle,
    x: {
      label: null,
      // Years of narrow columns would run into each other: 2019 is written as ’19.
      tickFormat: (year: number) =>
        narrow && columns.length > 1 ? `’${String(year).slice(2)}` : String(year),
      ticks:
        narrow && columns.length > 1
          ? [Math.ceil(first), Math.floor(last)]
          : Math.max(2, Math.min(narrow ? 4 : 8, last - first) / columns.length),
    },
    y: {
      label: axis,
      labelArrow: "none",
      grid: true,
      nice: true,
      ticks: 5,
      ...domainOfOne(rows.flatMap(({ low, high }) => [low, high])),
    },
    fx: {
      domain: columns,
      label: null,
      padding: narrow ? 0.28 : 0.08,
      tickFormat: (column: string) => headings.get(column) ?? column,
    },
    marks: [
      ...under,
      ...(startYear === null
        ? []
        : [Plot.ruleX([startYear], { stroke: "currentColor", strokeOpacity: 0.5, strokeDasharray: "2 4" })]),
      Plot.areaY(rows, {
        fx: "column",
        x: "year",
        y1: "low",
        y2: "high",
        z: "line",
        fill: colourOf,
        fillOpacity: 0.18,
      }),
      // A scenario is drawn whole and the baseline dashed, so that print tells them apart.
      ...(["baseline", "scenario", "difference"] as const).map((line) =>
        Plot.lineY(
          rows.filter((row) => row.line === line),
          {
            fx: "column",
            x: "year",
            y: "mean",
            stroke: line === "baseline" ? colour : ink.blue,
            strokeWidth: 2,
            ...(line === "baseline" ? { strokeDasharray: "6 3" } : {}),
          },
        ),
      ),
    ],
  };
}
