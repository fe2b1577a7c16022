// The ladder of value: what changes on each rung.
import * as Plot from "@observablehq/plot";
import type { PairedEffect } from "../src/analysis/effects.ts";
import { effectMarks } from "../src/report/effect-text.ts";
import { axisName, lineHeight } from "../src/report/charts/chart-style.ts";
import { ladderInWords } from "./alternatives.ts";
import { blue, describe, halo, millions, style, type Figure } from "./charts.ts";
import type { LadderMetric } from "./readings.ts";
import { roomBeside, signedMillions, tickText } from "./text.ts";
import type { Words } from "./words/en.ts";

/** Effects on the rungs of the ladder. */
export function ladderChart(
  effects: readonly (readonly [LadderMetric, PairedEffect])[],
  words: Words,
  width: number,
): Figure {
  const rows = effects.map(([metric, effect]) => ({
    rung: words.ladder[metric],
    ...effectMarks(effect, millions),
  }));
  const narrow = width < 520;
  const left = 8;
  // In a narrow figure a rung's name stands above it, from edge to edge.
  const names = new Map(rows.map(({ rung }) => [rung, axisName(rung, width - left)]));
  const lines = Math.max(1, ...[...names.values()].map((name) => name.split("\n").length));
  const figure = Plot.plot({
    width,
    height: rows.length * (narrow ? 46 + (lines - 1) * lineHeight : 34) + 40,
    marginLeft: narrow
      ? left
      : roomBeside(
          rows.map(({ rung }) => rung),
          12,
        ),
    marginRight: 58,
    marginBottom: 30,
    style,
    x: {
      label: null,
      ticks: narrow ? 4 : 7,
      tickFormat: (value: number) => tickText(value, words),
      grid: true,
      nice: true,
    },
    y: {
      domain: rows.map(({ rung }) => rung),
      label: null,
      axis: narrow ? null : "left",
      tickSize: 0,
      padding: 0.4,
    },
    marks: [
      Plot.ruleX([0], { stroke: "currentColor" }),
      Plot.barX(rows, {
        y: "rung",
        x1: 0,
        x2: "value",
        fill: blue,
        fillOpacity: 0.25,
        insetTop: narrow ? 10 : 0,
      }),
      Plot.ruleY(rows, {
        y: "rung",
        x1: "low",
        x2: "high",
        stroke: blue,
        strokeWidth: 2.5,
        dy: narrow ? 5 : 0,
      }),
      Plot.dot(rows, {
        y: "rung",
        x: "value",
        fill: ({ filled }: { filled: boolean }) => (filled ? blue : "var(--card)"),
        stroke: blue,
        r: 4.5,
        dy: narrow ? 5 : 0,
      }),
      Plot.text(rows, {
        y: "rung",
        frameAnchor: "right",
        dx: 52,
        dy: narrow ? 5 : 0,
        textAnchor: "end",
        text: ({ value }: { value: number }) => signedMillions(value * 1e6, words),
      }),
      ...(narrow
        ? [
            Plot.text(rows, {
              y: "rung",
              frameAnchor: "left",
              lineAnchor: "bottom",
              dy: -8,
              textAnchor: "start",
              text: ({ rung }: { rung: string }) => names.get(rung) ?? rung,
              ...halo,
            }),
          ]
        : []),
    ],
  });
  return describe(figure, ladderInWords(effects, words));
}
