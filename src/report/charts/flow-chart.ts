// Money on its way, as bands whose width is the money: d3-sankey says where they lie, Plot draws them.
import * as Plot from "@observablehq/plot";
import { sankey } from "d3-sankey";
import { chartStyle, ink } from "./chart-style.ts";

/** A band: from one place to another, both by key. */
export interface FlowBand {
  readonly from: string;
  readonly to: string;
  readonly value: number;
}

/** A place that bands come to or leave. */
export interface FlowPlace {
  readonly key: string;
  readonly label: string;
  /** Column that it stands in, from 0 on. */
  readonly column: number;
  /** Of the bands that leave it; grey where none is given. */
  readonly colour?: keyof typeof ink | undefined;
}

/** Columns and size of a chart. */
export interface FlowLabels {
  /** Where each column stands, pixels; the first has its labels to the left, the others to the right. */
  readonly columns: readonly number[];
  readonly width: number;
  readonly height: number;
  /** Between places of a column, pixels. Default 12, which is enough for labels of one line. */
  readonly padding?: number;
}

const nodeWidth = 9;
const edge = 12;

/** Columns from left to right. */
export function flowChart(
  bands: readonly FlowBand[],
  places: readonly FlowPlace[],
  { columns, width, height, padding = 12 }: FlowLabels,
): Plot.PlotOptions {
  const layout = sankey<FlowPlace, FlowBand>()
    .nodeId(({ key }) => key)
    .nodeAlign(({ column }: FlowPlace) => column)
    .nodeSort(null as never)
    .nodeWidth(nodeWidth)
    .nodePadding(padding)
    .extent([
      [0, edge],
      [width, height - edge],
    ]);
  const { nodes, links } = layout({
    nodes: places.map((place) => ({ ...place })),
    links: bands.map(({ from, to, value }) => ({ from, to, source: from, target: to, value })),
  });
  const xOf = (column: number) => columns[column] ?? 0;
  const columnOf = new Map(places.map(({ key, column }) => [key, column]));
  const boxes = nodes.map(({ label, column, y0 = 0, y1 = 0 }) => ({
    label,
    column,
    x1: xOf(column),
    x2: xOf(column) + nodeWidth,
    y1: y0,
    y2: Math.max(y0 + 1, y1),
    middle: (y0 + y1) / 2,
  }));
  // Bands are areas between two curves: a thick line along one curve would swing out beyond the places at its ends.
  const edges = links
    .toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0))
    .flatMap(({ from, to, width: thickness = 1, y0 = 0, y1 = 0 }, band) => {
      const half = Math.max(0.75, thickness) / 2;
      const colour = ink[places.find(({ key }) => key === from)?.colour ?? "grey"];
      return [
        { band, colour, x: xOf(columnOf.get(from) ?? 0) + nodeWidth, top: y0 - half, bottom: y0 + half },
        { band, colour, x: xOf(columnOf.get(to) ?? 0), top: y1 - half, bottom: y1 + half },
      ];
    });
  const text = { y: "middle", text: "label", fontSize: 11, fill: "currentColor", stroke: ink.paper } as const;
  return {
    width,
    height,
    margin: 0,
    style: chartStyle,
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
    marks: [
      Plot.areaY(edges, {
        x: "x",
        y1: "top",
        y2: "bottom",
        z: "band",
        curve: "bump-x",
        fill: ({ colour }: { colour: string }) => colour,
        fillOpacity: 0.38,
      }),
      Plot.rect(boxes, { x1: "x1", x2: "x2", y1: "y1", y2: "y2", fill: "currentColor" }),
      Plot.text(
        boxes.filter(({ column }) => column === 0),
        { ...text, x: "x1", dx: -6, textAnchor: "end", strokeWidth: 3 },
      ),
      Plot.text(
        boxes.filter(({ column }) => column > 0),
        { ...text, x: "x2", dx: 6, textAnchor: "start", strokeWidth: 3 },
      ),
    ],
  };
}
