// What each scenario changes, on the ladder of value and on whatever else was asked for by name.
import type { Comparison } from "../../analysis/comparison.ts";
import { verdictOf } from "../../analysis/effects.ts";
import { windowUnit } from "../../analysis/window.ts";
import { metricNames, metrics, type MetricName } from "../../engine/observations.ts";
import { chanceSentences } from "../chance.ts";
import { intervalChart } from "../charts/interval-chart.ts";
import { digitsFor, listed, signedInterval } from "../numbers.ts";
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

/** What a metric is called in a report on a country. */
export function metricTitle(metric: MetricName, nation: Nation): string {
  return saidOf(nation, rungs.find(([rung]) => rung === metric)?.[1] ?? headline(metrics[metric].meaning));
}

/** Rungs that the meaning of another metric starts from by their number alone. */
const rungWords: Readonly<Record<string, string>> = {
  "2": "paid to Peruvian-owned suppliers directly",
  "4": "local value captured",
};

/** What a metric means in a country, where a rung is named beside its number. */
export function meaningOf(metric: MetricName, nation: Nation): string {
  const meaning = metrics[metric].meaning
    .replace(/^rung \d: /, "")
    .replace(/^rung (\d)\b/, (rung, number: string) => {
      const words = rungWords[number];
      return words === undefined ? rung : `${words} (${rung})`;
    });
  return saidOf(nation, meaning);
}

/** Effects on every rung that a comparison holds, net local value first; of one with a few metrics, on the others too. */
export function effectFigures(comparison: Comparison, nation: Nation): Figure[] {
  const asked = comparison.metrics.length < metricNames.length ? comparison.metrics : [];
  // Public cost has its own part of the report.
  const others = asked.filter((name) => name !== "publicCostUsd" && rungs.every(([rung]) => rung !== name));
  return [...rungs.map(([metric]) => metric), ...others].flatMap((metric) =>
    comparison.metrics.includes(metric) ? [effectFigure(comparison, metric, nation)] : [],
  );
}

function effectFigure(comparison: Comparison, metric: MetricName, nation: Nation): Figure {
  const [label, name] = [labelsOf(comparison), namesOf(comparison)];
  const { factor, unit } = scaleOf(windowUnit(metric));
  const effects = comparison.effects
    .filter((effect) => effect.metric === metric)
    .toSorted((a, b) => b.difference - a.difference);
  const told = effects.filter((effect) => ["higher", "lower"].includes(verdictOf(effect)));
  const words = told.slice(0, 3).map(({ scenario, difference, low, high }) => {
    const digits = digitsFor(difference * factor);
    return `${name(scenario)} ${signedInterval(difference * factor, low * factor, high * factor, digits)}`;
  });
  const caption = [
    `Change of what is ${meaningOf(metric, nation)}, ${unit}.`,
    told.length === 0
      ? "No scenario is told apart from the baseline."
      : `${told.length} of ${effects.length} told apart from the baseline${told.length > words.length ? ", among them" : ":"} ${listed(words)}.`,
    ...chanceSentences(
      told,
      effects.filter(({ tie }) => !tie),
      { ...comparison, nameOf: ({ scenario }) => name(scenario) },
    ),
  ].join(" ");
  return {
    id: `effect-${kebab(metric)}`,
    section: "What changes",
    title: metricTitle(metric, nation),
    caption,
    panelsAt: (width) => [
      intervalChart(
        effects.map(({ scenario, difference, low, high }) => ({
          label: label(scenario),
          value: difference * factor,
          low: low * factor,
          high: high * factor,
        })),
        { axis: `difference from the baseline, ${unit}`, description: caption, width },
      ),
    ],
    rows: effects.map(({ scenario, baselineMean, scenarioMean, difference, low, high, n }) => ({
      scenario,
      unit: windowUnit(metric),
      baseline: baselineMean,
      scenarioMean,
      difference,
      low,
      high,
      pairs: n,
    })),
  };
}

function headline(meaning: string): string {
  return meaning.charAt(0).toUpperCase() + meaning.slice(1);
}
