// What mines buy by risk and cost, each category a circle with its name.
import * as Plot from "@observablehq/plot";
import { matrixInWords } from "./alternatives.ts";
import { blue, describe, grey, halo, style, type Figure } from "./charts.ts";
import { axisName, lineHeight } from "../src/report/charts/chart-style.ts";
import { placeLabels, type Room } from "../src/report/charts/label-places.ts";
import type { CategoryReading } from "./readings.ts";
import { number } from "./text.ts";
import type { Words } from "./words/en.ts";

/** Changes of a share below this are no arrow: half a percentage point. */
const visibleChange = 0.005;
const radius = 12;
const narrowest = 520;

/** Categories by risk and cost, with the Peruvian share as the circle's filling. */
export function matrixChart(categories: readonly CategoryReading[], words: Words, width: number): Figure {
  const isNarrow = width < narrowest;
  const height = isNarrow ? 620 : 440;
  // It stands in the middle of the axis, which is right of the middle of the figure.
  const cost = axisName(words.cost, width - 30);
  const marginBottom = 42 + (cost.split("\n").length - 1) * lineHeight;
  const margins = { marginTop: 36, marginRight: isNarrow ? 18 : 40, marginBottom, marginLeft: 44 };
  const fontSize = isNarrow ? 11 : 11.5;
  const spends = categories.map(({ spendUsd }) => Math.max(1, spendUsd / 1e6));
  const x = {
    type: "log",
    domain: [Math.min(...spends) * 0.9, Math.max(...spends) * 1.1],
    range: [margins.marginLeft, width - margins.marginRight],
  } as const;
  const y = { domain: [0, 1], range: [height - margins.marginBottom, margins.marginTop] } as const;
  const [scaleX, scaleY] = [Plot.scale({ x }), Plot.scale({ y })];
  const circles = categories.map((each, i) => ({
    x: scaleX.apply(spends[i]) as number,
    y: scaleY.apply(each.risk) as number,
    text: labelOf(each, words),
  }));
  const room: Room = {
    left: margins.marginLeft - 4,
    right: width,
    top: margins.marginTop,
    bottom: height - margins.marginBottom,
    radius,
    letterWidth: fontSize * 0.58,
    lineHeight: fontSize + 2,
  };
  const labels = placeLabels(circles, room).map((place, i) => ({
    text: circles[i].text,
    x: scaleX.invert?.(place.x) as number,
    y: scaleY.invert?.(place.y) as number,
    spend: spends[i],
    risk: categories[i].risk,
    isFar: place.isFar,
  }));
  const rows = categories.map(({ risk, scenarioShare }, i) => ({
    x: spends[i],
    y: risk,
    r: radius * Math.sqrt(scenarioShare),
  }));
  const figure = Plot.plot({
    width,
    height,
    ...margins,
    style,
    x: {
      ...x,
      label: cost,
      labelAnchor: "center",
      labelArrow: "none",
      ticks: isNarrow ? 3 : 5,
      tickFormat: (value: number) => number(value, words, 0),
    },
    y: { ...y, label: words.risk, labelArrow: "none", labelOffset: 40, ticks: 10, grid: true },
    r: { type: "identity" },
    marks: [
      Plot.link(
        labels.filter(({ isFar }) => isFar),
        { x1: "spend", y1: "risk", x2: "x", y2: "y", stroke: grey, strokeWidth: 1 },
      ),
      Plot.dot(rows, { x: "x", y: "y", r: radius, fill: "var(--paper)", stroke: grey, strokeWidth: 1.5 }),
      Plot.dot(rows, { x: "x", y: "y", r: "r", fill: blue }),
      Plot.text(labels, { x: "x", y: "y", text: "text", fontSize, ...halo, strokeWidth: 3 }),
    ],
  });
  return describe(figure, matrixInWords(categories, words));
}

function labelOf({ category, baselineShare, scenarioShare }: CategoryReading, words: Words): string {
  const name = (words.categories as Readonly<Record<string, string>>)[category] ?? category;
  const change = scenarioShare - baselineShare;
  const arrow = change > visibleChange ? " ▲" : change < -visibleChange ? " ▼" : "";
  return `${name} ${number(scenarioShare * 100, words, 0)} %${arrow}`;
}
