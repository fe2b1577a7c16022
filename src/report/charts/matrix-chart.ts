// The matrix of risk and cost: what is bought, how risky and how large it is, and which part of it national firms supply.
import * as Plot from "@observablehq/plot";
import { axisName, chartStyle, ink, isNarrow, lineHeight, usualWidth, wrapped } from "./chart-style.ts";
import { placeLabels } from "./label-places.ts";

/** A category on the matrix. */
export interface MatrixRow {
  readonly label: string;
  /** The same for a narrow chart. */
  readonly shortLabel: string;
  /** US$ million a year. */
  readonly spendUsdMillion: number;
  /** 0..1 */
  readonly risk: number;
  /** Filled part of the circle, 0..1. */
  readonly share: number;
}

const radius = 11;
const margins = { left: 50, right: 40, top: 34, bottom: 46 } as const;

const fontSize = 11;
/** Letters of a line of a label in a narrow chart, which has room for two side by side. */
const narrowLetters = 19;

/** Cost to the right, risk upwards; a circle is full where national firms supply all. */
export function matrixChart(rows: readonly MatrixRow[], width: number = usualWidth): Plot.PlotOptions {
  const narrow = isNarrow(width);
  const height = narrow ? 720 : 560;
  const axisText = axisName("what mines buy of it, US$ million a year (logarithmic)", width);
  const bottom = margins.bottom + (axisText.split("\n").length - 1) * lineHeight;
  const spends = rows.map(({ spendUsdMillion }) => Math.max(1, spendUsdMillion));
  const x = {
    type: "log",
    domain: [Math.min(...spends) / 1.6, Math.max(...spends) * 1.6],
    range: [margins.left, width - margins.right],
  } as const;
  const y = { domain: [0, 1], range: [height - bottom, margins.top] } as const;
  const [scaleX, scaleY] = [Plot.scale({ x }), Plot.scale({ y })];
  const labelled = rows.map(({ label, shortLabel, ...row }) => ({
    ...row,
    label: narrow ? wrapped(shortLabel, narrowLetters) : label,
  }));
  const places = placeLabels(
    labelled.map(({ label, risk }, i) => ({
      x: scaleX.apply(spends[i]) as number,
      y: scaleY.apply(risk) as number,
      text: label,
    })),
    {
      left: margins.left - 4,
      right: width,
      top: margins.top,
      bottom: height - bottom,
      radius,
      letterWidth: fontSize * 0.59,
      lineHeight: fontSize + 3,
    },
  );
  const placed = labelled.map((row, i) => ({
    ...row,
    x: spends[i],
    isFar: places[i].isFar,
    labelX: scaleX.invert?.(places[i].x) as number,
    labelY: scaleY.invert?.(places[i].y) as number,
  }));
  return {
    width,
    height,
    marginLeft: margins.left,
    marginRight: margins.right,
    marginTop: margins.top,
    marginBottom: bottom,
    style: chartStyle,
    x: {
      ...x,
      label: axisText,
      labelAnchor: "center",
      labelArrow: "none",
      ticks: narrow ? 3 : 5,
      tickFormat: (value: number) => String(value),
    },
    y: { ...y, label: "risk: criticality and difficulty, 0 to 1", ticks: 10, grid: true, labelArrow: "none" },
    r: { type: "identity" },
    marks: [
      Plot.link(
        placed.filter(({ isFar }) => isFar),
        { x1: "x", y1: "risk", x2: "labelX", y2: "labelY", stroke: ink.grey },
      ),
      Plot.dot(placed, { x: "x", y: "risk", r: radius, fill: ink.paper, stroke: ink.grey, strokeWidth: 1.5 }),
      Plot.dot(placed, {
        x: "x",
        y: "risk",
        r: ({ share }: MatrixRow) => radius * Math.sqrt(Math.max(0, Math.min(1, share))),
        fill: ink.blue,
      }),
      Plot.text(placed, {
        x: "labelX",
        y: "labelY",
        fontSize,
        stroke: ink.paper,
        strokeWidth: 3,
        fill: "currentColor",
        text: "label",
      }),
    ],
  };
}
