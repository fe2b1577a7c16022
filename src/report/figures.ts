// The figures of a report: each with its chart, the finding in words, and the numbers behind it.
import type * as Plot from "@observablehq/plot";
import type { Comparison, DerivedEffect } from "../analysis/comparison.ts";
import { verdictOf } from "../analysis/effects.ts";
import { metrics, type MetricName } from "../engine/observations.ts";
import { intervalChart, type IntervalRow } from "./charts/interval-chart.ts";
import { fixed, listed, millions, signedInterval } from "./numbers.ts";

/** A figure of a report. */
export interface Figure {
  /** Kebab-case; names its files. */
  readonly id: string;
  readonly title: string;
  /** What it shows, written from its numbers. */
  readonly caption: string;
  /** Without a document: whoever draws adds one. */
  readonly chart: Plot.PlotOptions;
  /** The data behind it; one object a row, the same keys in each. */
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
}

/** The rungs of the ladder of value, net local value first, as it is the main one. */
const rungs = [
  ["localValueNetUsd", "Net local value"],
  ["inCountryUsd", "Rung 1: invoiced in Peru"],
  ["peruvianDirectUsd", "Rung 2: Peruvian-owned, directly"],
  ["peruvianWithSubcontractsUsd", "Rung 3: Peruvian-owned, with subcontracts"],
  ["localValueUsd", "Rung 4: local value captured"],
  ["knowledgeIntensiveUsd", "Rung 5: knowledge-intensive local value"],
] as const satisfies readonly (readonly [MetricName, string])[];

/** Figures of a comparison: every rung that it holds, and local value per public dollar. */
export function figuresOf(comparison: Comparison): Figure[] {
  return [
    ...rungs.flatMap(([metric, title]) =>
      comparison.metrics.includes(metric) ? [rungFigure(comparison, metric, title)] : [],
    ),
    ...publicDollarFigure(comparison),
  ];
}

function rungFigure(comparison: Comparison, metric: MetricName, title: string): Figure {
  const label = labelsOf(comparison);
  const effects = comparison.effects
    .filter((effect) => effect.metric === metric)
    .toSorted((a, b) => b.difference - a.difference);
  const told = effects.filter((effect) => ["higher", "lower"].includes(verdictOf(effect)));
  const words = told
    .slice(0, 3)
    .map(
      ({ scenario, difference, low, high }) =>
        `${scenario} ${signedInterval(millions(difference), millions(low), millions(high), 1)}`,
    );
  const caption = [
    `Change of what is ${withoutRung(metrics[metric].meaning)}, US$ million a year.`,
    told.length === 0
      ? "No scenario is told apart from the baseline."
      : `${told.length} of ${effects.length} told apart from the baseline, among them ${listed(words)}.`,
  ].join(" ");
  return {
    id: `effect-${metric.replace(/Usd$/, "").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    title,
    caption,
    chart: intervalChart(
      effects.map(({ scenario, difference, low, high }) => ({
        label: label(scenario),
        value: millions(difference),
        low: millions(low),
        high: millions(high),
      })),
      { axis: "difference from the baseline, US$ million a year", description: caption },
    ),
    rows: effects.map(({ scenario, baselineMean, scenarioMean, difference, low, high, n }) => ({
      scenario,
      baselineUsdPerYear: baselineMean,
      scenarioUsdPerYear: scenarioMean,
      differenceUsdPerYear: difference,
      lowUsdPerYear: low,
      highUsdPerYear: high,
      seeds: n,
    })),
  };
}

function publicDollarFigure(comparison: Comparison): Figure[] {
  type PerPublicUsd = Extract<DerivedEffect, { name: "localValuePerPublicUsd" }>;
  const label = labelsOf(comparison);
  const all = comparison.derived.filter(
    (each): each is PerPublicUsd => each.name === "localValuePerPublicUsd",
  );
  const drawn = all.flatMap(({ scenario, value, low, high }): (IntervalRow & { scenario: string })[] =>
    value === null || low === null || high === null
      ? []
      : [{ scenario, label: label(scenario), value, low, high }],
  );
  if (drawn.length === 0) return [];
  const sorted = drawn.toSorted((a, b) => b.value - a.value);
  const paying = sorted.filter(({ low }) => low !== null && low > 1).length;
  const [best] = sorted;
  const caption =
    `Net local value gained per public dollar spent, with Fieller's intervals; the line is break-even. ` +
    `${paying} of ${sorted.length} scenarios bring back more than they cost; the most is ${fixed(best.value, 1)}, by ${best.scenario}.`;
  return [
    {
      id: "local-value-per-public-dollar",
      title: "Local value per public dollar",
      caption,
      chart: intervalChart(sorted, {
        axis: "net local value per public dollar, US$",
        description: caption,
        reference: 1,
      }),
      rows: all.map(({ scenario, value, low, high, reason }) => ({ scenario, value, low, high, reason })),
    },
  ];
}

/** Titles, made distinct by ids where two scenarios share one. */
function labelsOf({ scenarios }: Comparison): (id: string) => string {
  return (id) => {
    const title = scenarios.find((each) => each.id === id)?.title ?? id;
    const shared = scenarios.filter((each) => each.title === title).length > 1;
    const text = shared ? `${title} (${id})` : title;
    return text.length > 48 ? `${text.slice(0, 47)}… (${id})`.slice(0, 80) : text;
  };
}

function withoutRung(meaning: string): string {
  return meaning.replace(/^rung \d: /, "");
}
