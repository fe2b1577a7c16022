// A comparison for people: its tables, and below them what they say.
import { effectOf, type Comparison, type Effect } from "../analysis/comparison.ts";
import { mainMetric } from "../analysis/main-metric.ts";
import type { MetricName } from "../engine/observations.ts";
import { spreadSentences } from "./chance.ts";
import { allSentences, perPublicUsd, type PerPublicUsd } from "./comparison-sentences.ts";
import { effectInterval, effectMarks, effectText, higherInText } from "./effect-text.ts";
import {
  counted,
  digitsFor,
  estimateText,
  fixed,
  millions,
  monthInWords,
  percent,
  signedThatTells,
} from "./numbers.ts";
import { plain, table, type TableStyle } from "./table.ts";
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
  const sentences = allSentences(comparison, metrics).map((sentence) => wrap(sentence, width));
  return [heading(comparison, width), ...tables, ...sentences].join("\n\n");
}

function heading({ scenarios, seeds, window, confidence, interval }: Comparison, width: number): string {
  const months = window.toMonth - window.fromMonth;
  const text =
    `${counted(scenarios.length - 1, "scenario")} against "${scenarios[0].id}", ` +
    `${seeds.length} seeds, ${monthInWords(window.fromMonth)} to ${monthInWords(window.toMonth - 1)} ` +
    `(${counted(months, "month")}). Paired differences with ${percent(confidence)} ${interval === "t" ? "intervals" : "intervals by resampling (BCa)"}.`;
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
  const withIntervals = metrics.filter((metric) => metric !== "publicCostUsd");
  const shown = comparison.effects.filter(({ metric }) =>
    (withIntervals as readonly MetricName[]).includes(metric),
  );
  const effects = metrics.includes(mainMetric)
    ? rows.map((scenario) => effectOf(comparison, scenario, mainMetric))
    : [];
  return [
    text,
    wrap(note, Math.min(style.width ?? 100, 100)),
    ...spreadNotes(
      shown,
      ({ scenario, metric }) =>
        `${scenario} (${headings[metric as (typeof tableMetrics)[number]][0].toLowerCase()})`,
      style,
    ),
    ...chart(effects, `${headings[mainMetric][0]}, US$ million a year`, style),
  ].join("\n\n");
}

/** Effects as bars under their heading, where charts are wanted and there is something to draw. */
function chart(effects: readonly Effect[], title: string, style: TableStyle): string[] {
  if (style.charts !== true) return [];
  const { strong = plain, width = Infinity } = style;
  const rows = effects.map((effect) => {
    const by = effect.metric.endsWith("Usd") ? millions : (value: number) => value;
    return { label: effect.scenario, ...effectMarks(effect, by) };
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
      effectInterval(effect, scaled, digits),
      effect.relative === null ? "-" : `${signedThatTells(effect.relative * 100, 1)} %`,
      higherInText(effect),
      effect.varianceReduction === null ? "-" : `${fixed(effect.varianceReduction, 1)}x`,
    ]),
    style,
  );
  const { strong = plain } = style;
  return [
    `${strong(`${metric}, ${unit}`)}\n${text}`,
    ...spreadNotes(rows, ({ scenario }) => scenario, style),
    ...chart(rows, metric, style),
  ].join("\n\n");
}

/** What is said below a table of effects whose differences hardly vary. */
function spreadNotes(
  effects: readonly Effect[],
  nameOf: (effect: Effect) => string,
  style: TableStyle,
): string[] {
  return spreadSentences(effects, nameOf).map((sentence) =>
    wrap(sentence, Math.min(style.width ?? 100, 100)),
  );
}

function cell(effect: Effect, metric: MetricName): string {
  if (effect.tie) return "none";
  // Public cost hardly varies over seeds: where it is told apart, its interval would only take room.
  const isSure = metric === "publicCostUsd" && effect.verdict !== "not told apart";
  return isSure ? signedThatTells(millions(effect.difference), 1) : effectText(effect);
}

function perPublicCell({ value, low, high }: PerPublicUsd): string {
  if (value === null || low === null || high === null) return "-";
  if (value === 0 && low === 0 && high === 0) return "none";
  // Where the cost is hardly told apart from 0 the ends are far out, and say as much in whole dollars.
  return estimateText(value, low, high, Math.max(-low, high) >= 100 ? 0 : 1);
}
