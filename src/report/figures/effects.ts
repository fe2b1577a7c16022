// What each scenario changes, on the ladder of value and on whatever else was asked for by name.
import type { Comparison } from "../../analysis/comparison.ts";
import { windowUnit } from "../../analysis/window.ts";
import { metricNames, metrics, type MetricName } from "../../engine/observations.ts";
import { spreadSentences, chanceSentences } from "../chance.ts";
import { intervalChart } from "../charts/interval-chart.ts";
import { effectInterval, effectMarks, isTold } from "../effect-text.ts";
import { digitsFor, listed } from "../numbers.ts";
import { scaleOf } from "../scale.ts";
import { saidOf, type Nation } from "../words.ts";
import { kebab, labelsOf, namesOf, type Figure } from "./figure.ts";

/** The rungs of the ladder of value, net local value first, as it is the main one. */
const rungs: readonly (readonly [MetricName, string])[] = [
  ["localValueNetUsd", "Net local value"],
  ["inCountryUsd", "Rung 1: invoiced in Peru"],
  ["peruvianDirectUsd", "Rung 2: Peruvian-owned, directly"],
  ["peruvianWithSubcontractsUsd", "Rung 3: Peruvian-owned, with subcontracts"],
  ["localValueUsd", "Rung 4: local value captured"],
  ["knowledgeIntensiveUsd", "Rung 5: knowledge-intensive local value"],
];

/** What a metric is called in a report on a country: a rung by its number, another by the head of what it means. */
export function metricTitle(metric: MetricName, nation: Nation): string {
  const rung = rungs.find(([name]) => name === metric)?.[1];
  return rung === undefined ? headline(meaningOf(metric, nation)) : saidOf(nation, rung);
}

/** Rungs that the meaning of another metric speaks of by their number alone. */
const rungWords: Readonly<Record<string, string>> = {
  "2": "direct payments to Peruvian-owned suppliers",
  "4": "local value captured",
};

/** What a metric means in a country, a noun phrase where a rung is named beside its number. */
export function meaningOf(metric: MetricName, nation: Nation): string {
  const meaning = metrics[metric].meaning
    .replace(/^rung \d: /, "")
    .replace(/\brung (\d)\b/, (rung, number: string) => {
      const words = rungWords[number];
      return words === undefined ? rung : `${words} (${rung})`;
    });
  return saidOf(nation, meaning);
}

/** What it is that changes in a metric: of things that are counted, their number. */
function whatChanges(metric: MetricName, nation: Nation): string {
  // The unit of what is counted is a word; others are signs, as US$ or t, or have digits, as an index.
  const isCounted = /^[a-z]{2,}$/.test(metrics[metric].unit);
  return `${isCounted ? "the number of " : ""}${meaningOf(metric, nation)}`;
}

/** Effects on every rung that a comparison holds, net local value first; of one with a few metrics, on the others too. */
export function effectFigures(comparison: Comparison, nation: Nation, units = "seeds"): Figure[] {
  const asked = comparison.metrics.length < metricNames.length ? comparison.metrics : [];
  // Public cost has its own part of the report.
  const others = asked.filter((name) => name !== "publicCostUsd" && rungs.every(([rung]) => rung !== name));
  return [...rungs.map(([metric]) => metric), ...others].flatMap((metric) =>
    comparison.metrics.includes(metric) ? [effectFigure(comparison, metric, nation, units)] : [],
  );
}

function effectFigure(comparison: Comparison, metric: MetricName, nation: Nation, units: string): Figure {
  const [label, name] = [labelsOf(comparison), namesOf(comparison)];
  const { factor, unit } = scaleOf(windowUnit(metric));
  const effects = comparison.effects
    .filter((effect) => effect.metric === metric)
    .toSorted((a, b) => b.difference - a.difference);
  const told = effects.filter(isTold);
  const scaled = (value: number) => value * factor;
  const words = told
    .slice(0, 3)
    .map(
      (effect) =>
        `${name(effect.scenario)} ${effectInterval(effect, scaled, digitsFor(scaled(effect.difference)))}`,
    );
  const caption = [
    `Change in ${whatChanges(metric, nation)} (${unit}).`,
    told.length === 0
      ? "No scenario is told apart from the baseline."
      : `${told.length} of ${effects.length} told apart from the baseline${told.length > words.length ? ", among them" : ":"} ${listed(words)}.`,
    ...chanceSentences(
      told,
      effects.filter(({ tie }) => !tie),
      { ...comparison, nameOf: ({ scenario }) => name(scenario) },
    ),
    ...spreadSentences(effects, ({ scenario }) => name(scenario), units),
  ].join(" ");
  return {
    id: `effect-${kebab(metric)}`,
    section: "What changes",
    title: metricTitle(metric, nation),
    caption,
    panelsAt: (width) => [
      intervalChart(
        effects.map((effect) => ({ label: label(effect.scenario), ...effectMarks(effect, scaled) })),
        { axis: `difference from the baseline, ${unit}`, width },
      ),
    ],
    rows: effects.map(({ scenario, baselineMean, scenarioMean, difference, low, high, n, verdict }) => ({
      scenario,
      unit: windowUnit(metric),
      baseline: baselineMean,
      scenarioMean,
      difference,
      low,
      high,
      pairs: n,
      verdict,
    })),
  };
}

/** The head of a meaning: what explains it further stands in the caption. */
function headline(meaning: string): string {
  const [head] = meaning.split(/[:;]/);
  return head.charAt(0).toUpperCase() + head.slice(1);
}
