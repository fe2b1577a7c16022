// The figures. Colours are Okabe and Ito's, as variables of the style sheet, so that dark and light have their own; nothing
// is told by colour alone.
import * as Plot from "@observablehq/plot";
import type { PairedEffect } from "../src/analysis/effects.ts";
import type { GateReading, PathPoint } from "./readings.ts";
import { differencesInWords, firmsText, funnelInWords, pathInWords } from "./alternatives.ts";
import { lineHeight } from "../src/report/charts/chart-style.ts";
import { roomBeside, signedMillions, tickText } from "./text.ts";
import type { Words } from "./words/en.ts";

/** A figure as Plot makes it. */
export type Figure = SVGElement | HTMLElement;

export const blue = "var(--with)";
export const grey = "var(--without)";
/** Keeps letters readable over lines. */
export const halo = { stroke: "var(--card)", strokeWidth: 4, fill: "currentColor" };
export const style = {
  fontFamily: "inherit",
  fontSize: "12px",
  background: "transparent",
  overflow: "visible",
};

/** Says what a figure shows to those who do not see it. */
export function describe(figure: Figure, text: string): Figure {
  figure.setAttribute("role", "img");
  figure.setAttribute("aria-label", text);
  return figure;
}

/** US dollars in millions. */
export const millions = (usd: number) => usd / 1e6;

/** Height of the main figure, and of what stands in its place, pixels. */
export const mainFigureHeight = 150;

/** The main figure: the difference of each pair, their mean and its interval, against zero. */
export function intervalChart(
  differences: readonly number[],
  effect: PairedEffect | null,
  words: Words,
  width: number,
): Figure {
  const dots = differences.map((usd, i) => ({ x: millions(usd), y: ((i * 7) % 11) / 11 }));
  const bar = effect === null ? [] : [{ x1: millions(effect.low), x2: millions(effect.high) }];
  const centre = effect === null ? [] : [{ x: millions(effect.difference) }];
  const all = [0, ...dots.map(({ x }) => x), ...bar.flatMap(({ x1, x2 }) => [x1, x2])];
  const reach = Math.max(...all) - Math.min(...all) || 1;
  const figure = Plot.plot({
    width,
    height: mainFigureHeight,
    marginLeft: 16,
    marginRight: 16,
    marginTop: 26,
    marginBottom: 34,
    style: { ...style, fontSize: "13px" },
    x: {
      domain: [Math.min(...all) - reach * 0.08, Math.max(...all) + reach * 0.08],
      label: null,
      ticks: width < 420 ? 4 : 8,
      tickFormat: (value: number) => tickText(value, words),
    },
    y: { domain: [-0.2, 2], axis: null },
    marks: [
      Plot.ruleX([0], { stroke: "currentColor", strokeWidth: 1.5 }),
      Plot.dot(dots, { x: "x", y: "y", r: 3.5, fill: grey, fillOpacity: 0.55, stroke: grey }),
      // It ends where the interval ends: round caps would reach over 0 where the interval does not.
      Plot.ruleY(bar, { x1: "x1", x2: "x2", y: 1.5, stroke: blue, strokeWidth: 10, strokeOpacity: 0.35 }),
      Plot.ruleY(bar, { x1: "x1", x2: "x2", y: 1.5, stroke: blue, strokeWidth: 2 }),
      Plot.dot(centre, { x: "x", y: 1.5, r: 8, fill: blue, stroke: "var(--paper)", strokeWidth: 2 }),
      Plot.text(centre, {
        x: "x",
        y: 1.5,
        dy: -20,
        fontSize: 15,
        fontWeight: 650,
        ...halo,
        text: () => signedMillions(effect?.difference ?? 0, words),
      }),
    ],
  });
  return describe(figure, differencesInWords(differences, effect, words));
}

/** How many Peruvian firms pass each gate, before and after. */
export function funnelChart(gates: readonly GateReading[], words: Words, width: number): Figure {
  const rows = gates.flatMap(({ gate, baseline, scenario }) =>
    [
      { world: words.baseline, value: baseline },
      { world: words.scenario, value: scenario },
    ].map((bar) => ({
      ...bar,
      gate: words.gates[gate],
      text: `${firmsText(bar.value, words)} ${bar.world}`,
    })),
  );
  const figure = Plot.plot({
    width,
    height: gates.length * 52 + 20,
    marginLeft: 8,
    // The longest bar reaches the margin, and has its words in it.
    marginRight: roomBeside(
      rows.map(({ text }) => text),
      11,
    ),
    marginTop: 12,
    marginBottom: 4,
    style,
    x: { axis: null, domain: [0, 1000] },
    fy: { domain: gates.map(({ gate }) => words.gates[gate]), label: null, axis: null },
    y: { domain: ["label", words.baseline, words.scenario], axis: null, padding: 0.15 },
    color: { domain: [words.baseline, words.scenario], range: [grey, blue] },
    marks: [
      Plot.barX(rows, { fy: "gate", y: "world", x: "value", fill: "world", rx: 2 }),
      Plot.text(rows, {
        fy: "gate",
        y: "world",
        x: "value",
        dx: 5,
        textAnchor: "start",
        fontSize: 11,
        text: "text",
      }),
      Plot.text(
        gates.map(({ gate }) => ({ gate: words.gates[gate] })),
        { fy: "gate", y: () => "label", x: 0, textAnchor: "start", fontWeight: 600, text: "gate" },
      ),
    ],
  });
  return describe(figure, funnelInWords(gates, words));
}

/** A figure's room, pixels. */
export interface FigureSize {
  readonly width: number;
  readonly height: number;
}

/** A metric over the years in both worlds. */
export function pathChart(
  points: readonly PathPoint[],
  title: string,
  isMoney: boolean,
  words: Words,
  { width, height }: FigureSize,
): Figure {
  const scaled = points.map((point) => {
    const by = isMoney ? 1e6 : 1;
    return {
      year: point.year,
      world: words[point.world],
      mean: point.mean / by,
      low: point.low / by,
      high: point.high / by,
    };
  });
  const years = scaled.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const figure = Plot.plot({
    width,
    height,
    marginLeft: 48,
    marginRight: roomBeside([words.baseline, words.scenario], 14),
    style,
    x: {
      label: null,
      tickFormat: String,
      // More ticks than there are years would stand within a year.
      ticks: Math.min(width < 520 ? 4 : 8, last - first),
    },
    y: { label: null, grid: true, nice: true, tickFormat: (value: number) => tickText(value, words) },
    color: { domain: [words.baseline, words.scenario], range: [grey, blue] },
    marks: [
      Plot.areaY(scaled, { x: "year", y1: "low", y2: "high", fill: "world", fillOpacity: 0.18 }),
      Plot.lineY(scaled, { x: "year", y: "mean", stroke: "world", strokeWidth: 2.5 }),
      ...endLabels(
        scaled.filter(({ year }) => year === last),
        Math.max(...scaled.map(({ high }) => high)) - Math.min(...scaled.map(({ low }) => low)),
        height,
        words.baseline,
      ),
    ],
  });
  return describe(figure, pathInWords(points, title, isMoney, words));
}

/** Names of lines where they end, moved apart where these are closer than a line of text; `reach` is what the height stands for. */
function endLabels(
  ends: readonly { readonly year: number; readonly world: string; readonly mean: number }[],
  reach: number,
  height: number,
  without: string,
): Plot.Markish[] {
  const ranked = [...ends].sort((a, b) => b.mean - a.mean);
  const [highest, lowest] = [ranked[0], ranked[ranked.length - 1]];
  const apart = ((highest.mean - lowest.mean) / (reach || 1)) * height;
  const missing = Math.max(0, lineHeight - apart) / 2;
  return ranked.map((end) =>
    Plot.text([end], {
      x: "year",
      y: "mean",
      text: "world",
      // The line's own grey is too pale for letters.
      fill: end.world === without ? "var(--soft)" : blue,
      dx: 6,
      dy: end === highest ? -missing : missing,
      textAnchor: "start",
      fontWeight: 600,
    }),
  );
}
