// Runs until an interval is as narrow as wanted, by a rule that keeps its error rate: Stein's two stages (1945). The number of
// seeds follows from the variance of a first stage alone, never from its mean, so looking does not bias what is found. Stopping
// at the first interval that happens to be narrow, or to leave 0 out, would. It is exact for normal differences; of skewed ones the
// variance tells something of the mean, and the rule holds as often as the t interval of its first stage.
import { metricNames, type MetricName } from "../engine/observations.ts";
import { refuseIfAny, unknownName, unknownNames, type Problem } from "../errors.ts";
import type { Scenario, ScenarioInput } from "../scenarios/scenario.ts";
import { countProblems, executorProblems, optionsProblems, followProblems } from "./asked.ts";
import { assembleComparison, withEffects, type Comparison, type Effect } from "./comparison.ts";
import {
  checkComparing,
  checkScenarios,
  mostSeeds as mostSeedsOfAny,
  planComparison,
  type CompareOptions,
} from "./compare.ts";
import { isWithoutSpread, verdictOf } from "./mean-test.ts";
import { executeHere, inStages, type Executor } from "./executor.ts";
import { followOptionNames, type FollowOptions } from "./follow-options.ts";
import { tCdf, tQuantile } from "./student-t.ts";

/** How scenarios are compared until intervals are narrow enough. */
export interface UntilOptions
  extends Omit<CompareOptions, "seeds" | "interval" | "onProgress">, FollowOptions {
  /** Wanted half-width of each interval of the metric's effect, in the metric's unit (a year for flows); above 0. */
  readonly halfWidth: number;
  /** The metric whose effects decide the number of seeds. Default "localValueNetUsd". */
  readonly metric?: MetricName;
  /** Seeds of the first stage, from which variances are estimated, at least 5. Default 20. */
  readonly firstSeeds?: number;
  /** Seeds at which to stop though intervals are wider, at least `firstSeeds`. Default 2,000. */
  readonly mostSeeds?: number;
}

/** A scenario's effect by Stein's rule. */
export interface UntilEffect {
  /** Id of the scenario, which is held against the baseline. */
  readonly scenario: string;
  /** Seeds that this effect alone would have needed for the wanted half-width. */
  readonly needed: number;
  /** Mean of the differences over all seeds, in the metric's unit (a year for flows). */
  readonly difference: number;
  /**
   * Lower bound, with the first stage's variance: of normal differences it holds with the given confidence whatever the number of
   * seeds became. Where the first stage saw no variance at all, by Student's t over all seeds.
   */
  readonly low: number;
  /** Upper bound, likewise. */
  readonly high: number;
}

/** What {@link compareUntil} hands over. */
export interface UntilResult {
  /** Its effects on the metric have the bounds and p-values of the rule; those on other metrics are of Student's t over all seeds. */
  readonly comparison: Comparison;
  /** The metric whose effects decide the number of seeds. */
  readonly metric: MetricName;
  /** The half-width that was wanted, in the metric's unit (a year for flows). */
  readonly halfWidth: number;
  /** Whether every interval is as narrow as wanted; the most seeds allowed may have been too few. */
  readonly reached: boolean;
  /** Seeds of the first stage. */
  readonly firstSeeds: number;
  /** Seeds in all: 1 to this. */
  readonly seeds: number;
  /** Effects on the metric, of every scenario but the baseline, in order. */
  readonly effects: readonly UntilEffect[];
}

/**
 * Compares scenarios with as many seeds as the effects on one metric need for intervals of a wanted half-width.
 *
 * @param execute Makes the runs. Default: here, one after the other; `executorOn` of `eslabon/node` makes them on worker threads.
 * @throws InputError naming every problem of the scenarios and options.
 */
export async function compareUntil(
  scenarios: readonly (Scenario | ScenarioInput)[],
  options: UntilOptions,
  execute: Executor = executeHere,
): Promise<UntilResult> {
  refuseIfAny(ruleInWords, askedProblems(scenarios, options), executorProblems(execute));
  const { halfWidth, metric, firstSeeds, mostSeeds, onProgress, signal, ...rest } = filled(options);
  const metrics =
    rest.metrics === undefined || rest.metrics.includes(metric) ? rest.metrics : [metric, ...rest.metrics];
  const asked = { ...rest, ...(metrics === undefined ? {} : { metrics }) };
  const following = inStages(execute, { onProgress, signal });

  const first = planComparison(scenarios, { ...asked, seeds: firstSeeds });
  const firstRuns = await following(first);
  const { confidence } = first;
  const variances = steinVariances(assembleComparison(first, firstRuns), metric);
  const needed = variances.map((variance) => seedsNeeded(variance, halfWidth, firstSeeds, confidence));
  const seeds = Math.min(mostSeeds, Math.max(...needed));

  const whole = planComparison(scenarios, { ...asked, seeds });
  const more = whole.tasks.filter(({ seed }) => seed >= firstSeeds);
  const moreRuns = more.length === 0 ? [] : await following({ ...whole, tasks: more });
  const compared = assembleComparison(whole, [...firstRuns, ...moreRuns]);
  const measured = compared.effects.filter((effect) => effect.metric === metric);
  // Of an effect that did not vary in the first stage, a variance of 0 would make any later difference certain.
  const unvaried = measured.map(({ baselineMean, scenarioMean }, i) =>
    isWithoutSpread(variances[i], [baselineMean, scenarioMean]),
  );
  const bounded = measured.map((effect, i) =>
    unvaried[i] ? effect : steinEffect(effect, variances[i], firstSeeds, confidence),
  );
  const effects = bounded.map(({ scenario, difference, low, high }, i) => {
    return { scenario, needed: needed[i], difference, low, high };
  });
  const comparison = withEffects(compared, whole, bounded);
  const enough = needed.every((each) => each <= seeds);
  const narrow = bounded.every(({ low, high }, i) => !unvaried[i] || (high - low) / 2 <= halfWidth);
  return { comparison, metric, halfWidth, reached: enough && narrow, firstSeeds, seeds, effects };
}

/** An effect with the bounds and the p-value of the rule. */
function steinEffect(effect: Effect, variance: number, firstSeeds: number, confidence: number): Effect {
  const { difference, n } = effect;
  const half = steinHalfWidth(variance, n, firstSeeds, confidence);
  const standardError = Math.sqrt(variance / n);
  const pValue = 2 * tCdf(-Math.abs(difference) / standardError, firstSeeds - 1);
  const bounds = { low: difference - half, high: difference + half };
  const verdict = verdictOf({ ...bounds, pValue, withoutSpread: false }, confidence);
  return { ...effect, ...bounds, standardError, pValue, verdict };
}

/** Variances of the first stage's differences, by scenario. */
function steinVariances(comparison: Comparison, metric: MetricName): number[] {
  return comparison.effects
    .filter((effect) => effect.metric === metric)
    .map(({ standardError, n }) => standardError * standardError * n);
}

/** Seeds that Stein's rule asks for, given the first stage's variance. */
export function seedsNeeded(
  variance: number,
  halfWidth: number,
  firstSeeds: number,
  confidence: number,
): number {
  const t = tQuantile((1 + confidence) / 2, firstSeeds - 1);
  return Math.max(firstSeeds, Math.ceil((t * t * variance) / (halfWidth * halfWidth)));
}

/** Half-width of the interval around the mean of all seeds, with the variance and the freedom of the first stage. */
export function steinHalfWidth(
  variance: number,
  seeds: number,
  firstSeeds: number,
  confidence: number,
): number {
  return tQuantile((1 + confidence) / 2, firstSeeds - 1) * Math.sqrt(variance / seeds);
}

/** Of fewer seeds the variance is too uncertain to plan by. */
const fewestFirstSeeds = 5;
const ruleInWords = "a comparison until intervals are narrow";

const optionNames = [
  "halfWidth",
  "metric",
  "firstSeeds",
  "mostSeeds",
  "window",
  "metrics",
  "confidence",
  ...followOptionNames,
];

function filled(options: UntilOptions) {
  const { metric = "localValueNetUsd", firstSeeds = 20, mostSeeds = 2000, ...rest } = options;
  return { ...rest, metric, firstSeeds, mostSeeds };
}

function askedProblems(scenarios: unknown, options: UntilOptions): Problem[] {
  const problems: Problem[] = [];
  const [baseline] = checkScenarios(scenarios, problems);
  const noOptions = optionsProblems(options, "the half-width");
  if (noOptions.length > 0) return [...problems, ...noOptions];
  const { halfWidth, metric, firstSeeds, mostSeeds, ...rest } = filled(options);
  problems.push(...unknownNames(options, optionNames), ...followProblems(options));
  if (!(Number.isFinite(halfWidth) && halfWidth > 0)) {
    problems.push({
      path: "halfWidth",
      value: halfWidth,
      expected: "a number above 0, in the metric's unit",
    });
  }
  if (!metricNames.includes(metric)) {
    problems.push(unknownName("metric", metric, "the name of a metric", metricNames));
  }
  problems.push(...countProblems(firstSeeds, fewestFirstSeeds, "firstSeeds"));
  if (!(Number.isInteger(mostSeeds) && mostSeeds >= firstSeeds && mostSeeds <= mostSeedsOfAny)) {
    const expected = `a whole number of at least firstSeeds (${firstSeeds}), and at most ${mostSeedsOfAny}`;
    problems.push({ path: "mostSeeds", value: mostSeeds, expected });
  }
  // Seeds follow from the rule, which has told what is wrong with it, and so does the kind of interval.
  checkComparing({ ...rest, seeds: fewestFirstSeeds, interval: "t" }, baseline?.months, problems);
  return problems;
}
