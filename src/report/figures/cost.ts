// What each scenario costs the public, and what a public dollar brings.
import type { Comparison, DerivedEffect } from "../../analysis/comparison.ts";
import { spreadSentences } from "../chance.ts";
import { intervalChart } from "../charts/interval-chart.ts";
import { effectMarks } from "../effect-text.ts";
import { estimateText, fixedThatTells, listed, millions } from "../numbers.ts";
import { labelsOf, namesOf, type Figure } from "./figure.ts";

type PerPublicUsd = Extract<DerivedEffect, { name: "localValuePerPublicUsd" }>;

/** Public cost, and net local value per public dollar; each where the comparison has it. */
export function costFigures(comparison: Comparison, units = "seeds"): Figure[] {
  return [...publicCost(comparison, units), ...perPublicDollar(comparison)];
}

function publicCost(comparison: Comparison, units: string): Figure[] {
  const [label, name] = [labelsOf(comparison), namesOf(comparison)];
  const effects = comparison.effects
    .filter(({ metric, tie }) => metric === "publicCostUsd" && !tie)
    .toSorted((a, b) => b.difference - a.difference);
  if (effects.length === 0) return [];
  const compared = comparison.scenarios.length - 1;
  const free = compared - effects.length;
  const unclear = effects.filter(({ verdict }) => verdict === "not told apart");
  const sure = effects.filter((effect) => !unclear.includes(effect));
  const dearest = sure.find(({ difference }) => difference > 0);
  const saving = sure.filter(({ difference }) => difference < 0).length;
  const caption = [
    "Programmes, credits and grants paid beyond the baseline's, US$ million a year.",
    ...(unclear.length === 0
      ? []
      : [`Not told apart from nothing: ${listed(unclear.map(({ scenario }) => name(scenario)))}.`]),
    ...(dearest === undefined
      ? []
      : [
          `${unclear.length === 0 ? "The" : "Of the others the"} most is ${fixedThatTells(millions(dearest.difference), 1)}, by ${name(dearest.scenario)}.`,
        ]),
    ...(saving === 0 ? [] : [`With ${saving} of ${compared} the public pays less than in the baseline.`]),
    ...(free === 0 ? [] : [`${free} of ${compared} ${free === 1 ? "costs" : "cost"} the public nothing.`]),
    // Most costs are fixed: that they do not vary is worth a word only where so few pairs leave their dots hollow.
    ...spreadSentences(
      effects.filter(({ verdict }) => verdict === "too few pairs"),
      ({ scenario }) => name(scenario),
      units,
    ),
  ].join(" ");
  return [
    {
      id: "public-cost",
      section: "What it costs",
      title: "Public cost",
      caption,
      panelsAt: (width) => [
        intervalChart(
          effects.map((effect) => ({ label: label(effect.scenario), ...effectMarks(effect, millions) })),
          { axis: "difference from the baseline, US$ million a year", width },
        ),
      ],
      rows: effects.map(({ scenario, baselineMean, scenarioMean, difference, low, high, verdict }) => ({
        scenario,
        baselineUsdPerYear: baselineMean,
        scenarioUsdPerYear: scenarioMean,
        differenceUsdPerYear: difference,
        lowUsdPerYear: low,
        highUsdPerYear: high,
        verdict,
      })),
    },
  ];
}

function perPublicDollar(comparison: Comparison): Figure[] {
  const [label, name] = [labelsOf(comparison), namesOf(comparison)];
  const all = comparison.derived.filter(
    (each): each is PerPublicUsd => each.name === "localValuePerPublicUsd",
  );
  const sorted = all
    .flatMap(({ scenario, value, low, high }) =>
      value === null || low === null || high === null
        ? []
        : [{ scenario, label: label(scenario), value, low, high }],
    )
    .toSorted((a, b) => b.value - a.value);
  if (sorted.length === 0) return [];
  const paying = sorted.filter(({ low }) => low > 1).length;
  const [best] = sorted;
  const isNothing = best.value === 0 && best.low === 0 && best.high === 0;
  const most = isNothing
    ? "none gains any"
    : `the most is US$ ${estimateText(best.value, best.low, best.high, 1)}, by ${name(best.scenario)}`;
  const caption =
    `Net local value gained per public dollar spent, with Fieller's intervals; the line is break-even. ` +
    `${paying} of ${sorted.length} ${sorted.length === 1 ? "scenario has" : "scenarios have"} the whole interval above it; ${most}.`;
  return [
    {
      id: "local-value-per-public-dollar",
      section: "What it costs",
      title: "Local value per public dollar",
      caption,
      panelsAt: (width) => [
        intervalChart(sorted, {
          axis: "net local value per public dollar, US$",
          width,
          reference: 1,
        }),
      ],
      rows: all.map(({ scenario, value, low, high, reason }) => ({ scenario, value, low, high, reason })),
    },
  ];
}
