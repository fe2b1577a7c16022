// A comparison for people: the table, and in sentences what its numbers mean.
import { effectOf, type Comparison, type DerivedEffect, type Effect } from "../analysis/comparison.ts";
import { pairedEffect, verdictOf } from "../analysis/effects.ts";
import { mainMetric } from "../analysis/main-metric.ts";
import type { MetricName } from "../engine/observations.ts";
import { chanceSentences } from "./chance.ts";
import { mixedSentences } from "./mixed-effects.ts";
import {
  digitsFor,
  estimateText,
  fixed,
  fixedThatTells,
  listed,
  millions,
  monthInWords,
  percent,
  signedThatTells,
  signedInterval,
} from "./numbers.ts";
import { table, type TableStyle } from "./table.ts";
import { wrap } from "./wrap.ts";
import { intervalBars } from "./terminal/interval-bars.ts";
import { usualNation } from "./words.ts";

/** Metrics of the table when none are asked for. */
const tableMetrics = [
  "localValueNetUsd",
  "peruvianDirectUsd",
  "knowledgeIntensiveUsd",
  "buyerCostUsd",
  "publicCostUsd",
] as const satisfies readonly MetricName[];

type PerPublicUsd = Extract<DerivedEffect, { name: "localValuePerPublicUsd" }>;

/**
 * A comparison as text.
 *
 * @param metrics Metrics to show in full, one table each. Default: the main ones, side by side.
 * @param demonym What the country's own firms are called. Default: Peruvian.
 */
export function comparisonReport(
  comparison: Comparison,
  metrics: readonly MetricName[] | null = null,
  style: TableStyle = {},
  demonym: string = usualNation.demonym,
): string {
  const tables =
    metrics === null
      ? [mainTable(comparison, style, demonym)]
      : metrics.map((metric) => metricTable(comparison, metric, style));
  const width = Math.min(style.width ?? 100, 100);
  const sentences = comparisonSentences(comparison).map((sentence) => wrap(sentence, width));
  return [heading(comparison, width), ...tables, ...sentences].join("\n\n");
}

/**
 * What a comparison says about net local value, in sentences written from its numbers.
 *
 * @param units What its pairs are. Default: seeds.
 * @param nameOf What a scenario is called. Default: its id.
 */
export function comparisonSentences(
  comparison: Comparison,
  units = "seeds",
  nameOf: (scenario: string) => string = (scenario) => scenario,
): string[] {
  if (!comparison.metrics.includes(mainMetric)) return [];
  const effects = comparison.effects
    .filter(({ metric }) => metric === mainMetric)
    .sort((a, b) => b.difference - a.difference);
  const name = ({ scenario }: Effect) => nameOf(scenario);
  const short = (effect: Effect) => `${name(effect)} ${interval(effect)}`;
  const of = (verdict: ReturnType<typeof verdictOf>) =>
    effects.filter((effect) => verdictOf(effect) === verdict);
  const unit = units.replace(/s$/, "");
  const [raising, lowering, unclear, same] = [
    of("higher"),
    of("lower").reverse(),
    of("not told apart"),
    of("identical"),
  ];
  return [
    raising.length > 0
      ? best(comparison, effects, nameOf)
      : "No scenario raises net local value by more than chance could.",
    ...mixedSentences(comparison.scenarios, nameOf),
    ...(raising.length > 1
      ? [`Also raising it: ${listed(raising.slice(1).map(short))} (US$ million a year).`]
      : []),
    ...(lowering.length > 0 ? [`Lowering it: ${listed(lowering.map(short))} (US$ million a year).`] : []),
    ...(unclear.length > 0
      ? [
          `Not told apart from no effect with ${comparison.seeds.length} ${units}: ${listed(unclear.map(name))}.`,
        ]
      : []),
    ...(same.length > 0
      ? [`Net local value exactly as in the baseline, ${unit} by ${unit}: ${listed(same.map(name))}.`]
      : []),
    ...chanceSentences([...raising, ...lowering], [...raising, ...lowering, ...unclear], {
      ...comparison,
      nameOf: name,
    }),
  ];
}

/** The scenario of the highest interval above 0, what it costs, and which others might be as good. */
function best(comparison: Comparison, effects: readonly Effect[], nameOf: (id: string) => string): string {
  const first = effects.find((effect) => verdictOf(effect) === "higher") as Effect;
  const rivals = effects.filter((effect) => effect !== first && !effect.tie);
  const { scenario, baselineMean, relative } = first;
  const level = `US$ ${fixed(millions(baselineMean), 0)} million`;
  const share =
    relative === null ? "" : ` (${signedThatTells(relative * 100, 1)} % of the baseline's ${level})`;
  // Of one scenario "most" would say nothing, and of several not all while another adds more by its mean.
  const adds = effects.length === 1 ? "adds net local value" : "adds most net local value";
  const amongWhom = rivals.some(({ difference }) => difference > first.difference)
    ? " of those told apart from no effect"
    : "";
  return [
    `${nameOf(scenario)} ${adds}${amongWhom}: US$ ${interval(first)} million a year${share}.`,
    ...cost(comparison, scenario),
    ...(rivals.length === 0 ? [] : [lead(comparison, first, rivals, nameOf)]),
  ].join(" ");
}

function cost(comparison: Comparison, scenario: string): string[] {
  if (!comparison.metrics.includes("publicCostUsd")) return [];
  const effect = effectOf(comparison, scenario, "publicCostUsd");
  const { difference } = effect;
  if (effect.tie) return ["It costs the public nothing."];
  if (verdictOf(effect) === "not told apart") {
    return [
      `What it costs the public is not told apart from nothing: US$ ${interval(effect)} million a year.`,
    ];
  }
  const words = `US$ ${money(Math.abs(difference))} million a year ${difference > 0 ? "more" : "less"}`;
  const { value, low, high } = perPublicUsd(comparison, scenario);
  if (value === null || low === null || high === null) {
    return [`It costs the public ${words}.`];
  }
  const returned = estimateText(value, low, high, 1);
  return [`It costs the public ${words}, so a public dollar brings US$ ${returned} of net local value.`];
}

/** Two effects on the same seeds are compared as a pair, not by whether their intervals overlap. */
function lead(
  comparison: Comparison,
  first: Effect,
  rivals: readonly Effect[],
  nameOf: (id: string) => string,
): string {
  const levelsOf = ({ scenario }: Effect) =>
    comparison.levels.find((level) => level.scenario === scenario && level.metric === mainMetric)?.values ??
    [];
  const over = (rival: Effect) =>
    pairedEffect(levelsOf(rival), levelsOf(first), comparison.confidence, comparison.interval);
  const asGood = rivals.filter((rival) => verdictOf(over(rival)) !== "higher");
  if (asGood.length > 0)
    return `It is not told apart from ${listed(asGood.map(({ scenario }) => nameOf(scenario)))}.`;
  return `It adds US$ ${interval(over(rivals[0]))} million a year more than ${nameOf(rivals[0].scenario)}, the next.`;
}

function heading({ scenarios, seeds, window, confidence, interval }: Comparison, width: number): string {
  const months = window.toMonth - window.fromMonth;
  const text =
    `${scenarios.length - 1} ${scenarios.length === 2 ? "scenario" : "scenarios"} against "${scenarios[0].id}", ` +
    `${seeds.length} seeds, ${monthInWords(window.fromMonth)} to ${monthInWords(window.toMonth - 1)} ` +
    `(${months} ${months === 1 ? "month" : "months"}). Paired differences with ${percent(confidence)} ${interval === "t" ? "intervals" : "intervals by resampling (BCa)"}.`;
  return wrap(text, width);
}

function mainTable(comparison: Comparison, style: TableStyle, demonym: string): string {
  const headings: Record<(typeof tableMetrics)[number], [string, number]> = {
    localValueNetUsd: ["Net local value", 0],
    peruvianDirectUsd: [`${demonym}-owned direct`, 3],
    knowledgeIntensiveUsd: ["Knowledge-intensive", 4],
    buyerCostUsd: ["Mines' cost", 2],
    publicCostUsd: ["Public cost", 1],
  };
  const metrics = tableMetrics.filter((metric) => comparison.metrics.includes(metric));
  const main = (scenario: string) =>
    metrics.includes(mainMetric) ? effectOf(comparison, scenario, mainMetric).difference : 0;
  const rows = comparison.scenarios
    .slice(1)
    .map(({ id }) => id)
    .sort((a, b) => main(b) - main(a));
  const text = table(
    [
      { heading: "Scenario" },
      ...metrics.map((metric) => ({
        heading: headings[metric][0],
        align: "right" as const,
        rank: headings[metric][1],
      })),
      { heading: "per public US$", align: "right", rank: 1 },
    ],
    rows.map((scenario) => [
      scenario,
      ...metrics.map((metric) => cell(effectOf(comparison, scenario, metric), metric)),
      perPublicCell(perPublicUsd(comparison, scenario)),
    ]),
    style,
  );
  const note =
    "Differences in US$ million of 2017 a year; mines' cost is spend and failure losses less savings.";
  const effects = metrics.includes(mainMetric)
    ? rows.map((scenario) => effectOf(comparison, scenario, mainMetric))
    : [];
  return [
    text,
    wrap(note, Math.min(style.width ?? 100, 100)),
    ...chart(effects, `${headings[mainMetric][0]}, US$ million a year`, style),
  ].join("\n\n");
}

/** Effects as bars under their heading, where charts are wanted and there is something to draw. */
function chart(effects: readonly Effect[], title: string, style: TableStyle): string[] {
  if (style.charts !== true) return [];
  const { strong = (words: string) => words, width = Infinity } = style;
  const rows = effects.map(({ scenario, metric, difference, low, high }) => {
    const by = metric.endsWith("Usd") ? millions : (value: number) => value;
    return { label: scenario, value: by(difference), low: by(low), high: by(high) };
  });
  const bars = intervalBars(rows, style);
  return bars === "" ? [] : [`${strong(wrap(`${title}: difference and its interval`, width))}\n${bars}`];
}

function metricTable(comparison: Comparison, metric: MetricName, style: TableStyle): string {
  const effects = comparison.effects.filter((effect) => effect.metric === metric);
  const isMoney = metric.endsWith("Usd");
  const scaled = (value: number) => (isMoney ? millions(value) : value);
  const unit = (effects[0]?.unit ?? "").replace("US$", isMoney ? "US$ million" : "US$");
  const rows = [...effects].sort((a, b) => b.difference - a.difference);
  const digits = digitsFor(...rows.flatMap(({ low, high }) => [scaled(low), scaled(high)]));
  const levelDigits = digitsFor(...rows.map(({ baselineMean }) => scaled(baselineMean)));
  const text = table(
    [
      { heading: "Scenario" },
      { heading: "baseline", align: "right", rank: 2 },
      { heading: "scenario", align: "right", rank: 2 },
      { heading: "difference", align: "right" },
      { heading: "relative", align: "right", rank: 3 },
      { heading: "higher in", align: "right", rank: 4 },
      { heading: "variance reduced", align: "right", rank: 5 },
    ],
    rows.map((effect) => [
      effect.scenario,
      fixed(scaled(effect.baselineMean), levelDigits),
      fixed(scaled(effect.scenarioMean), levelDigits),
      effect.tie
        ? "none"
        : signedInterval(scaled(effect.difference), scaled(effect.low), scaled(effect.high), digits),
      effect.relative === null ? "-" : `${signedThatTells(effect.relative * 100, 1)} %`,
      effect.tie ? "-" : percent(effect.probabilityHigher),
      effect.varianceReduction === null ? "-" : `${fixed(effect.varianceReduction, 1)}x`,
    ]),
    style,
  );
  const { strong = (words: string) => words } = style;
  return [`${strong(`${metric}, ${unit}`)}\n${text}`, ...chart(rows, metric, style)].join("\n\n");
}

function cell(effect: Effect, metric: MetricName): string {
  if (effect.tie) return "none";
  // Public cost hardly varies over seeds: where it is told apart, its interval would only take room.
  const isSure = metric === "publicCostUsd" && verdictOf(effect) !== "not told apart";
  return isSure ? signedThatTells(millions(effect.difference), 1) : interval(effect);
}

function perPublicUsd(comparison: Comparison, scenario: string): PerPublicUsd {
  const isIt = (each: DerivedEffect): each is PerPublicUsd =>
    each.scenario === scenario && each.name === "localValuePerPublicUsd";
  const found = comparison.derived.find(isIt);
  if (found === undefined)
    throw new RangeError(`the comparison lacks local value per public dollar of ${scenario}`);
  return found;
}

function perPublicCell({ value, low, high }: PerPublicUsd): string {
  if (value === null || low === null || high === null) return "-";
  if (value === 0 && low === 0 && high === 0) return "none";
  // Where the cost is hardly told apart from 0 the ends are far out, and say as much in whole dollars.
  return estimateText(value, low, high, Math.max(-low, high) >= 100 ? 0 : 1);
}

function interval({ difference, low, high }: { difference: number; low: number; high: number }): string {
  return signedInterval(millions(difference), millions(low), millions(high), 1);
}

function money(usd: number): string {
  return fixedThatTells(millions(usd), 1);
}
