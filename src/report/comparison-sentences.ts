// What a comparison says, in sentences written from its numbers.
import { effectOf, type Comparison, type DerivedEffect, type Effect } from "../analysis/comparison.ts";
import { pairedEffect } from "../analysis/effects.ts";
import { mainMetric } from "../analysis/main-metric.ts";
import type { Verdict } from "../analysis/mean-test.ts";
import type { MetricName } from "../engine/observations.ts";
import { chanceSentences, fallenOf } from "./chance.ts";
import { effectText, isTold } from "./effect-text.ts";
import { idleSentences } from "./idle-policies.ts";
import { mixedSentences } from "./mixed-effects.ts";
import { estimateText, fixed, fixedThatTells, listed, millions, signedThatTells } from "./numbers.ts";

/** A scenario's return on public money. */
export type PerPublicUsd = Extract<DerivedEffect, { name: "localValuePerPublicUsd" }>;

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
  const short = (effect: Effect) => `${name(effect)} ${effectText(effect)}`;
  const of = (verdict: Verdict) => effects.filter((effect) => effect.verdict === verdict);
  const unit = units.replace(/s$/, "");
  const [raising, lowering, unclear, tooFew, same] = [
    of("higher"),
    of("lower").reverse(),
    of("not told apart"),
    of("too few pairs"),
    of("identical"),
  ];
  return [
    raising.length > 0
      ? best(comparison, effects, units, nameOf)
      : "No scenario raises net local value by more than chance could.",
    ...idleSentences(comparison.scenarios, comparison.window, nameOf),
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
    ...(tooFew.length > 0
      ? [
          `The same in each of the ${comparison.seeds.length} ${units}, which are too few to tell that from chance: ${listed(tooFew.map(short))} (US$ million a year).`,
        ]
      : []),
    ...(same.length > 0
      ? [`Net local value exactly as in the baseline, ${unit} by ${unit}: ${listed(same.map(name))}.`]
      : []),
    ...chanceSentences([...raising, ...lowering], [...raising, ...lowering, ...unclear, ...tooFew], {
      ...comparison,
      nameOf: name,
    }),
  ];
}

/**
 * What a comparison says of metrics that are shown together, what chance would find among these, and what it says about net local value.
 *
 * @param metrics Null where none were asked for.
 */
export function allSentences(comparison: Comparison, metrics: readonly MetricName[] | null): string[] {
  const about = comparisonSentences(comparison);
  // Of net local value alone these are among its own sentences.
  if (metrics === null || (metrics.length === 1 && metrics[0] === mainMetric)) return about;
  const compared = comparison.effects.filter(({ metric, tie }) => metrics.includes(metric) && !tie);
  const chance = chanceSentences(compared.filter(isTold), compared, {
    ...comparison,
    nameOf: ({ scenario, metric }) => (metrics.length === 1 ? scenario : `${scenario} (${metric})`),
  });
  return [...chance, ...about];
}

/** The scenario of the highest interval above 0, what it costs, and which others might be as good. */
function best(
  comparison: Comparison,
  effects: readonly Effect[],
  units: string,
  nameOf: (id: string) => string,
): string {
  const first = effects.find(({ verdict }) => verdict === "higher") as Effect;
  const rivals = effects.filter((effect) => effect !== first && !effect.tie);
  const [fallen] = fallenOf([first], [first, ...rivals], comparison.confidence);
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
    `${nameOf(scenario)} ${adds}${amongWhom}${fallen === undefined ? "" : ", taken by itself"}: US$ ${effectText(first)} million a year${share}.`,
    ...cost(comparison, scenario, units),
    ...(rivals.length === 0 ? [] : [lead(comparison, first, rivals, nameOf)]),
  ].join(" ");
}

function cost(comparison: Comparison, scenario: string, units: string): string[] {
  if (!comparison.metrics.includes("publicCostUsd")) return [];
  const effect = effectOf(comparison, scenario, "publicCostUsd");
  const { difference, verdict, n } = effect;
  if (effect.tie) return ["It costs the public nothing."];
  if (verdict === "not told apart") {
    return [
      `What it costs the public is not told apart from nothing: US$ ${effectText(effect)} million a year.`,
    ];
  }
  const words = `US$ ${money(Math.abs(difference))} million a year ${difference > 0 ? "more" : "less"}${verdict === "too few pairs" ? ` in each of the ${n} ${units}` : ""}`;
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
  const asGood = rivals.filter((rival) => over(rival).verdict !== "higher");
  if (asGood.length > 0)
    return `It is not told apart from ${listed(asGood.map(({ scenario }) => nameOf(scenario)))}.`;
  return `It adds US$ ${effectText(over(rivals[0]))} million a year more than ${nameOf(rivals[0].scenario)}, the next.`;
}

/** The return on public money of a scenario of a comparison. */
export function perPublicUsd(comparison: Comparison, scenario: string): PerPublicUsd {
  const isIt = (each: DerivedEffect): each is PerPublicUsd =>
    each.scenario === scenario && each.name === "localValuePerPublicUsd";
  const found = comparison.derived.find(isIt);
  if (found === undefined)
    throw new RangeError(`the comparison lacks local value per public dollar of ${scenario}`);
  return found;
}

function money(usd: number): string {
  return fixedThatTells(millions(usd), 1);
}
