// What each scenario changes on the ladder of value.
import type { Comparison } from "../../analysis/comparison.ts";
import { verdictOf } from "../../analysis/effects.ts";
import { metrics, type MetricName } from "../../engine/observations.ts";
import { intervalChart } from "../charts/interval-chart.ts";
import { listed, millions, signedInterval } from "../numbers.ts";
import { kebab, labelsOf, type Figure } from "./figure.ts";

/** The rungs of the ladder of value, net local value first, as it is the main one. */
const rungs = [
  ["localValueNetUsd", "Net local value"],
  ["inCountryUsd", "Rung 1: invoiced in Peru"],
  ["peruvianDirectUsd", "Rung 2: Peruvian-owned, directly"],
  ["peruvianWithSubcontractsUsd", "Rung 3: Peruvian-owned, with subcontracts"],
  ["localValueUsd", "Rung 4: local value captured"],
  ["knowledgeIntensiveUsd", "Rung 5: knowledge-intensive local value"],
] as const satisfies readonly (readonly [MetricName, string])[];

/** Effects on every rung that a comparison holds, net local value first. */
export function effectFigures(comparison: Comparison): Figure[] {
  return rungs.flatMap(([metric, title]) =>
    comparison.metrics.includes(metric) ? [rungFigure(comparison, metric, title)] : [],
  );
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
      : `${told.length} of ${effects.length} told apart from the baseline${told.length > words.length ? ", among them" : ":"} ${listed(words)}.`,
  ].join(" ");
  return {
    id: `effect-${kebab(metric)}`,
    section: "What changes",
    title,
    caption,
    panels: [
      intervalChart(
        effects.map(({ scenario, difference, low, high }) => ({
          label: label(scenario),
          value: millions(difference),
          low: millions(low),
          high: millions(high),
        })),
        { axis: "difference from the baseline, US$ million a year", description: caption },
      ),
    ],
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

function withoutRung(meaning: string): string {
  return meaning.replace(/^rung \d: /, "");
}
