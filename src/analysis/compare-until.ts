// As many seeds as a wanted precision needs, by Stein's two-stage rule (Stein 1945): the first seeds say how much the difference
// varies, and so how many are needed. The number depends on that spread alone, which for normal differences tells nothing of their
// mean: the intervals keep their error rate, as intervals looked at again and again until they are narrow do not.
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { metricNames, type MetricName } from "../engine/observations.ts";
import { InputError, unknownName, type Problem } from "../errors.ts";
import type { Scenario, ScenarioInput } from "../scenarios/scenario.ts";
import { planComparison, type CompareOptions } from "./compare.ts";
import { assembleComparison, effectOf, type Comparison, type ComparisonPlan } from "./comparison.ts";
import { defaultConfidence, estimate } from "./effects.ts";
import { executeHere, type Executor } from "./executor.ts";

/** What is wanted of a comparison whose seeds are not counted beforehand. */
export interface UntilOptions extends Pick<CompareOptions, "window" | "confidence"> {
  /** Half the width that every interval of the metric should have at most; in the metric's unit, a year for flows. */
  readonly halfWidth: number;
  readonly metric: MetricName;
  /** Seeds are 1, 2 and so on up to this number at most. */
  readonly maxSeeds: number;
  /** Seeds of the first stage. Default 10; more waste less in the second. */
  readonly firstSeeds?: number;
  /** Makes the runs. Default: here, one after the other. */
  readonly execute?: Executor;
}

/** An effect with the interval of the two-stage rule. */
export interface UntilEffect {
  readonly scenario: string;
  readonly metric: MetricName;
  readonly unit: string;
  readonly difference: number;
  /** Bounds from the spread of the first stage: they hold with the confidence asked for, whatever the number of seeds became. */
  readonly low: number;
  readonly high: number;
  readonly halfWidth: number;
  /** Whether the wanted half-width was reached within the most seeds allowed. */
  readonly reached: boolean;
  /** Whether all seeds gave exactly the same under both. */
  readonly tie: boolean;
}

/** A comparison with as many seeds as it needed. */
export interface UntilResult {
  readonly wantedHalfWidth: number;
  readonly confidence: number;
  readonly firstSeeds: number;
  readonly seeds: number;
  /** Seeds that the first stage asked for; more than `seeds` when that would have been too many. */
  readonly neededSeeds: number;
  readonly effects: readonly UntilEffect[];
  /** All runs together. Its t intervals take the number of seeds as given: for the metric asked for, use `effects`. */
  readonly comparison: Comparison;
}

/** What Stein's rule says after the first stage. */
export interface SteinRule {
  /** Values needed in all; at least those of the first stage. */
  readonly needed: number;
  /** Half-width of the interval with so many values in all. */
  halfWidthWith(n: number): number;
}

/** Stein's two-stage rule for a mean from the values of the first stage. */
export function steinRule(
  first: readonly number[],
  halfWidth: number,
  confidence = defaultConfidence,
): SteinRule {
  const { mean, high } = estimate(first, confidence);
  const factor = tQuantile((1 + confidence) / 2, first.length - 1);
  const deviation = ((high - mean) / factor) * Math.sqrt(first.length);
  const root = (factor * deviation) / halfWidth;
  return {
    needed: Math.max(first.length, Math.ceil(root * root)),
    halfWidthWith: (n) => (factor * deviation) / Math.sqrt(n),
  };
}

/**
 * Compares scenarios with the first of them over as many paired seeds as it takes for every effect on a metric to be known to a
 * half-width. All scenarios get the same seeds: as many as the most uncertain one needs.
 *
 * @throws InputError naming every problem, as {@link compare} does.
 */
export async function compareUntil(
  scenarios: readonly (Scenario | ScenarioInput)[],
  options: UntilOptions,
): Promise<UntilResult> {
  const { halfWidth, metric, maxSeeds, firstSeeds = 10, execute = executeHere } = checked(options);
  const { confidence = defaultConfidence, window } = options;
  const planOf = (seeds: number) =>
    planComparison(scenarios, { seeds, confidence, ...(window === undefined ? {} : { window }) });
  const first = planOf(firstSeeds);
  const firstRuns = await execute(first);
  const pilot = assembleComparison(first, firstRuns);
  const rules = pilot.scenarios
    .slice(1)
    .map(({ id }) => steinRule(differences(pilot, id, metric), halfWidth, confidence));
  const neededSeeds = Math.max(...rules.map(({ needed }) => needed));
  const seeds = Math.min(neededSeeds, maxSeeds);
  const all = planOf(seeds);
  const rest: ComparisonPlan = { ...all, tasks: all.tasks.slice(first.tasks.length) };
  const restRuns = rest.tasks.length === 0 ? [] : await execute(rest);
  const comparison = assembleComparison(all, [...firstRuns, ...restRuns]);
  return {
    wantedHalfWidth: halfWidth,
    confidence,
    firstSeeds,
    seeds,
    neededSeeds,
    effects: comparison.scenarios.slice(1).map(({ id }, i): UntilEffect => {
      const { difference, unit, tie } = effectOf(comparison, id, metric);
      const half = rules[i].halfWidthWith(seeds);
      return {
        scenario: id,
        metric,
        unit,
        difference,
        low: difference - half,
        high: difference + half,
        halfWidth: half,
        reached: half <= halfWidth,
        tie,
      };
    }),
    comparison,
  };
}

function differences({ levels, baseline }: Comparison, scenario: string, metric: MetricName): number[] {
  const of = (id: string) =>
    levels.find((level) => level.scenario === id && level.metric === metric)?.values ?? [];
  const base = of(baseline);
  return of(scenario).map((value, i) => value - base[i]);
}

const optionNames = [
  "halfWidth",
  "metric",
  "maxSeeds",
  "firstSeeds",
  "window",
  "confidence",
  "execute",
] as const;

function checked(options: UntilOptions): UntilOptions {
  const problems: Problem[] = Object.keys(options)
    .filter((name) => !(optionNames as readonly string[]).includes(name))
    .map((name) => unknownName(name, name, `one of: ${optionNames.join(", ")}`, optionNames));
  const { halfWidth, metric, maxSeeds, firstSeeds = 10 } = options;
  if (!(Number.isFinite(halfWidth) && halfWidth > 0)) {
    problems.push({
      path: "halfWidth",
      value: halfWidth,
      expected: "a number above 0, in the metric's unit",
    });
  }
  if (!(metricNames as readonly string[]).includes(metric)) {
    problems.push(unknownName("metric", String(metric), "the name of a metric", metricNames));
  }
  if (!Number.isInteger(firstSeeds) || firstSeeds < 2) {
    problems.push({ path: "firstSeeds", value: firstSeeds, expected: "a whole number of at least 2" });
  }
  if (!Number.isInteger(maxSeeds) || maxSeeds < firstSeeds) {
    const expected = `a whole number of at least those of the first stage (${firstSeeds})`;
    problems.push({ path: "maxSeeds", value: maxSeeds, expected });
  }
  if (problems.length > 0) throw new InputError("a comparison until a half-width", problems);
  return options;
}
