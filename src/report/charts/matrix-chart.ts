// The matrix of risk and cost: what is bought, how risky and how large it is, and which part of it national firms supply.
import * as Plot from "@observablehq/plot";
import { chartStyle, ink, usualWidth } from "./chart-style.ts";

/** A category on the matrix. */
export interface MatrixRow {
  readonly label: string;
  /** US$ million a year. */
  readonly spendUsdMillion: number;
  /** 0..1 */
  readonly risk: number;
  /** Filled part of the circle, 0..1. */
  readonly share: number;
}

/** Words of a chart. */
export interface MatrixLabels {
  readonly description: string;
  readonly width?: number;
}

const radius = 11;
const height = 560;
const margins = { left: 50, right: 40, top: 34, bottom: 46 } as const;
const labelSize = 10.5;
const labelLetter = 6.2;

/** Cost to the right, risk upwards; a circle is full where national firms supply all. */
export function matrixChart(rows: readonly MatrixRow[], labels: MatrixLabels): Plot.PlotOptions {
  const { description, width = usualWidth } = labels;
  const spends = rows.map(({ spendUsdMillion }) => Math.max(1, spendUsdMillion));
  const [low, high] = [Math.min(...spends) / 1.6, Math.max(...spends) * 1.6];
  const placed = spread(
    rows.map((row, i) => ({
      ...row,
      x: spends[i],
      pixelX:
        margins.left +
        ((width - margins.left - margins.right) * Math.log(spends[i] / low)) / Math.log(high / low),
      pixelY: margins.top + (height - margins.top - margins.bottom) * (1 - row.risk),
    })),
  );
  return {
    width,
    height,
    marginLeft: margins.left,
    marginRight: margins.right,
    marginTop: margins.top,
    marginBottom: margins.bottom,
    ariaDescription: description,
    style: chartStyle,
    x: {
      type: "log",
      domain: [low, high],
      label: "what mines buy of it, US$ million a year (logarithmic)",
      labelAnchor: "center",
      labelArrow: "none",
      ticks: 5,
      tickFormat: (value: number) => String(value),
    },
    y: { label: "risk: criticality and difficulty, 0 to 1", domain: [0, 1], grid: true, labelArrow: "none" },
    r: { type: "identity" },
    marks: [
      Plot.dot(placed, { x: "x", y: "risk", r: radius, fill: ink.paper, stroke: ink.grey, strokeWidth: 1.5 }),
      Plot.dot(placed, {
        x: "x",
        y: "risk",
        r: ({ share }: MatrixRow) => radius * Math.sqrt(Math.max(0, Math.min(1, share))),
        fill: ink.blue,
      }),
      ...placed.map((row) =>
        Plot.text([row], {
          x: "x",
          y: "risk",
          dy: row.dy,
          fontSize: labelSize,
          stroke: ink.paper,
          strokeWidth: 3,
          fill: "currentColor",
          text: "label",
        }),
      ),
    ],
  };
}

interface Placed extends MatrixRow {
  readonly x: number;
  readonly pixelX: number;
  readonly pixelY: number;
}

/** Labels above or below their circles, wherever they cover the fewest others; placed from the top downwards. */
function spread(rows: readonly Placed[]): (Placed & { readonly dy: number })[] {
  const boxes: { x: number; y: number; half: number }[] = [];
  const covers = (row: Placed, dy: number) => {
    const half = (row.label.length * labelLetter) / 2;
    const y = row.pixelY + dy;
    const texts = boxes.filter(
      (box) => Math.abs(box.x - row.pixelX) < box.half + half && Math.abs(box.y - y) < labelSize + 3,
    ).length;
    const circles = rows.filter(
      (other) =>
        other !== row &&
        Math.abs(other.pixelX - row.pixelX) < half + radius &&
        Math.abs(other.pixelY - y) < radius + labelSize / 2,
    ).length;
    return texts * 3 + circles;
  };
  return rows
    .toSorted((a, b) => a.pixelY - b.pixelY)
    .map((row) => {
      const choices = [-20, 20, -33, 33, -46, 46];
      const dy = choices.reduce((best, each) => (covers(row, each) < covers(row, best) ? each : best));
      boxes.push({ x: row.pixelX, y: row.pixelY + dy, half: (row.label.length * labelLetter) / 2 });
      return { ...row, dy };
    });
}
