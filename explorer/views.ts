// The views below the answer, one a tab.
import { metrics } from "../src/index.ts";
import type { Language } from "./words/language.ts";
import { funnelChart, pathChart, type Figure } from "./charts.ts";
import { ladderChart } from "./ladder-chart.ts";
import { matrixChart } from "./matrix-chart.ts";
import { dataTable, element } from "./dom.ts";
import { categoriesOf, effectOn, funnelOf, ladderMetrics, pathOf } from "./readings.ts";
import { intervalText, number, signedMillions, usdMillions, wordsOf } from "./text.ts";
import { figureButtons } from "./take.ts";
import type { Words } from "./words/en.ts";
import { pathMetrics, type Pair, type PathMetric } from "./summary.ts";

/** What a view is drawn from. */
export interface ViewData {
  readonly pairs: readonly Pair[];
  readonly language: Language;
  /** Data pack of the study. */
  readonly pack: string;
  /** Room for figures, pixels. */
  readonly width: number;
}

/** A view in its parts; `name` is that of the files into which its figure is saved. */
export function view(
  [name, title, note]: readonly [name: string, title: string, note: string],
  figure: Figure,
  table: HTMLElement,
  words: Words,
): HTMLElement[] {
  return [
    element("h3", {}, title),
    element("p", { class: "note" }, note),
    element("figure", {}, figure),
    element("details", {}, element("summary", {}, words.table), table),
    element(
      "div",
      { class: "buttons" },
      ...figureButtons({ place: "#view figure svg", name, title }, "view", words),
    ),
  ];
}

/** Effects on the ladder of value. */
export function ladderView({ pairs, language, pack, width }: ViewData): HTMLElement[] {
  const words = wordsOf(language, pack);
  const effects = ladderMetrics.flatMap((metric) => {
    const effect = effectOn(pairs, metric);
    return effect === null ? [] : [[metric, effect] as const];
  });
  const table = dataTable(
    words.ladderTitle,
    [words.rung, words.baseline, words.scenario, words.difference, words.interval],
    effects.map(([metric, effect]) => [
      words.ladder[metric],
      usdMillions(effect.baselineMean, words),
      usdMillions(effect.scenarioMean, words),
      signedMillions(effect.difference, words),
      intervalText(effect, words),
    ]),
  );
  return view(
    ["ladder", words.ladderTitle, words.ladderNote],
    ladderChart(effects, words, width),
    table,
    words,
  );
}

/** The insertion funnel before and after. */
export function funnelView({ pairs, language, pack, width }: ViewData): HTMLElement[] {
  const words = wordsOf(language, pack);
  const gates = funnelOf(pairs);
  const table = dataTable(
    words.funnelTitle,
    [words.gate, words.baseline, words.scenario],
    gates.map(({ gate, baseline, scenario }) => [
      words.gates[gate],
      number(baseline, words, 1),
      number(scenario, words, 1),
    ]),
  );
  return view(
    ["funnel", words.funnelTitle, words.funnelNote],
    funnelChart(gates, words, width),
    table,
    words,
  );
}

/** A metric over the years. */
export function pathsView(
  { pairs, language, pack, width }: ViewData,
  metric: PathMetric,
  choose: (metric: PathMetric) => void,
): HTMLElement[] {
  const words = wordsOf(language, pack);
  const select = element(
    "select",
    { id: "path-metric" },
    ...pathMetrics.map((each) =>
      element("option", { value: each, selected: each === metric }, words.paths[each]),
    ),
  );
  select.addEventListener("change", () =>
    choose(pathMetrics.find((each) => each === select.value) ?? metric),
  );
  const points = pathOf(pairs, metric);
  const isMoney = metrics[metric].unit === "US$";
  const text = (value: number) => (isMoney ? usdMillions(value, words) : number(value, words, 1));
  const half = points.length / 2;
  const table = dataTable(
    words.paths[metric],
    ["", words.baseline, words.scenario],
    points.slice(0, half).map(({ year, mean }, i) => [String(year), text(mean), text(points[half + i].mean)]),
  );
  const height = Math.min(360, Math.max(240, width * 0.45));
  const figure = pathChart(points, words.paths[metric], isMoney, words, { width, height });
  return [
    element(
      "div",
      { class: "field inline" },
      element("label", { for: "path-metric" }, words.pathMetric),
      select,
    ),
    ...view([`path-${metric}`, words.paths[metric], words.pathsNote], figure, table, words),
  ];
}

/** Risk and cost of what mines buy. */
export function matrixView({ pairs, language, pack, width }: ViewData): HTMLElement[] {
  const words = wordsOf(language, pack);
  const categories = categoriesOf(pairs, pack);
  const names = words.categories as Readonly<Record<string, string>>;
  const percent = (share: number) => `${number(share * 100, words, 1)} %`;
  const table = dataTable(
    words.matrixTitle,
    [
      words.category,
      words.risk,
      words.cost,
      `${words.share}, ${words.baseline}`,
      `${words.share}, ${words.scenario}`,
    ],
    categories.map(({ category, risk, spendUsd, baselineShare, scenarioShare }) => [
      names[category] ?? category,
      number(risk, words, 2),
      usdMillions(spendUsd, words),
      percent(baselineShare),
      percent(scenarioShare),
    ]),
  );
  return view(
    ["matrix", words.matrixTitle, words.matrixNote],
    matrixChart(categories, words, width),
    table,
    words,
  );
}
