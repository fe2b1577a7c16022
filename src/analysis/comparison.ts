// Paired effects of several scenarios against the first: what a comparison hands over, and how it is put together from
// the reductions of its runs, in whatever order and wherever they were made.
import { freeze } from "immer";
import { metricNames, type MetricName } from "../engine/observations.ts";
import { InputError, unknownName, type Problem } from "../errors.ts";
import {
  differenceEstimate,
  estimate,
  pairedEffect,
  ratioOfMeans,
  type IntervalMethod,
  type PairedEffect,
  type RatioEstimate,
} from "./effects.ts";
import { resultProblems } from "./asked.ts";
import { type ComparedScenario, comparedScenarios } from "./compared-scenarios.ts";
import type { RunPlan } from "./executor.ts";
import { adjustedWithin } from "./simultaneous.ts";
import { windowUnit, type RunReduction, type Window } from "./window.ts";

/** What is to be run and how it will be read: valid, and complete without further options. The first scenario is the baseline. */
export interface ComparisonPlan extends RunPlan {
  /** Metrics that are compared, in the order of the results. */
  readonly metrics: readonly MetricName[];
  /** Confidence of the intervals, 0 to 1. */
  readonly confidence: number;
  /** How the intervals of effects are formed. */
  readonly interval: IntervalMethod;
  /** Which effects are adjusted together: those on one metric, or those on all metrics that were asked for. */
  readonly family: "metric" | "all";
}

/** Effect of a scenario on a metric: values a year for flows, means for stocks. */
export interface Effect extends PairedEffect {
  /** Id of the scenario, which is held against the baseline. */
  readonly scenario: string;
  /** The metric. */
  readonly metric: MetricName;
  /** Unit of the values, as "US$ a year": flows are of a year, stocks are averages. */
  readonly unit: string;
  /**
   * p-value adjusted by Holm's method for being one of several: the scenarios' effects on this metric or, where metrics were asked
   * for by name, on all of these. Null for a tie.
   */
  readonly adjustedPValue: number | null;
}

/** Level of a metric in a scenario. */
export interface Level {
  /** Id of the scenario, or of the baseline. */
  readonly scenario: string;
  /** The metric. */
  readonly metric: MetricName;
  /** Unit of the values, as "US$ a year": flows are of a year, stocks are averages. */
  readonly unit: string;
  /** Mean over the seeds. */
  readonly mean: number;
  /** Lower bound of the mean's t interval. */
  readonly low: number;
  /** Upper bound of that interval. */
  readonly high: number;
  /** One per seed, in the comparison's order of seeds. */
  readonly values: readonly number[];
}

/** Ratios that are formed per seed before they are compared. */
const shares = {
  localValueShareOfSpend: ["localValueUsd", "spendUsd"],
  inCountryShare: ["inCountryUsd", "spendUsd"],
  peruvianDirectShare: ["peruvianDirectUsd", "spendUsd"],
} as const satisfies Record<string, readonly [MetricName, MetricName]>;

/** Name of a ratio that is formed per seed. */
export type ShareName = keyof typeof shares;

/** A scenario's effect on a ratio, or on local value per public dollar. */
export type DerivedEffect =
  | {
      /** Id of the scenario, which is held against the baseline. */
      readonly scenario: string;
      /** Which ratio: of the two flows in the window, for each seed. */
      readonly name: ShareName;
      /** A share of 1. */
      readonly unit: "share";
      /** Difference of the shares, 0.01 being one percentage point; null when a run has nothing to divide by. */
      readonly effect: PairedEffect | null;
      /** Why the effect is missing; null when it is there. */
      readonly reason: string | null;
    }
  | ({
      /** Id of the scenario, which is held against the baseline. */
      readonly scenario: string;
      /**
       * Net local value gained per dollar that the public pays more: a ratio of mean differences, with Fieller's interval. Null
       * where it pays less; without bounds where local value differs alike in too few pairs.
       */
      readonly name: "localValuePerPublicUsd";
      /** US$ of local value a US$ of public money. */
      readonly unit: "US$ per US$";
    } & RatioEstimate);

/** Paired effects of scenarios against a baseline; plain data, frozen. */
export interface Comparison {
  /** Id of the first scenario, with which all others are compared. */
  readonly baseline: string;
  /** All scenarios, the baseline first. */
  readonly scenarios: readonly ComparedScenario[];
  /** The seeds; lists by seed are in their order. */
  readonly seeds: readonly (string | number)[];
  /** Months that count. */
  readonly window: Window;
  /** Confidence of the intervals, 0 to 1. */
  readonly confidence: number;
  /** Of effects, on metrics and on shares; levels have intervals of t, local value per public dollar has Fieller's. */
  readonly interval: IntervalMethod;
  /** Metrics that were compared, in the order of the effects. */
  readonly metrics: readonly MetricName[];
  /** Fingerprints of the runs, by scenario as in `scenarios`, then by seed. */
  readonly fingerprints: readonly (readonly string[])[];
  /** Every scenario but the baseline, in order, and for each every metric. */
  readonly effects: readonly Effect[];
  /** Effects on ratios: four for every scenario but the baseline, three shares and local value per public dollar. */
  readonly derived: readonly DerivedEffect[];
  /** Every scenario, the baseline first, and for each every metric. */
  readonly levels: readonly Level[];
}

/**
 * Puts a comparison together.
 *
 * @param reductions One per task, in the order of the plan's tasks.
 * @throws InputError when there are not as many reductions as tasks.
 */
export function assembleComparison(plan: ComparisonPlan, reductions: readonly RunReduction[]): Comparison {
  const { scenarios, seeds, window, metrics, confidence, interval, tasks } = plan;
  if (reductions.length !== tasks.length) {
    const expected = `as many as the plan has tasks (${tasks.length})`;
    throw new InputError("a comparison", [{ path: "reductions", value: reductions.length, expected }]);
  }
  const grid = scenarios.map(() => seeds.map(() => undefined as unknown as RunReduction));
  tasks.forEach((task, i) => (grid[task.scenario][task.seed] = reductions[i]));
  const valuesOf = (scenario: number, metric: MetricName) =>
    grid[scenario].map(({ values }) => values[metricNames.indexOf(metric)]);
  const others = scenarios.map((_, index) => index).slice(1);

  const comparison = {
    baseline: scenarios[0].id,
    scenarios: comparedScenarios(scenarios),
    seeds: [...seeds],
    window: { ...window },
    confidence,
    interval,
    metrics: [...metrics],
    fingerprints: grid.map((row) => row.map(({ fingerprint }) => fingerprint)),
    effects: adjusted(
      plan.family,
      others.flatMap((index) =>
        metrics.map((metric) => ({
          scenario: scenarios[index].id,
          metric,
          unit: windowUnit(metric),
          ...pairedEffect(valuesOf(0, metric), valuesOf(index, metric), confidence, interval),
        })),
      ),
    ),
    derived: others.flatMap((index) => derivedEffects(scenarios[index].id, index, valuesOf, plan)),
    levels: scenarios.flatMap(({ id }, index) =>
      metrics.map((metric) => {
        const values = valuesOf(index, metric);
        const { mean, low, high } = estimate(values, confidence);
        return { scenario: id, metric, unit: windowUnit(metric), mean, low, high, values };
      }),
    ),
  };
  return freeze(comparison, true);
}

/** A comparison with other bounds and p-values of some of its effects, given in any order; all are adjusted anew. */
export function withEffects(
  comparison: Comparison,
  { family }: Pick<ComparisonPlan, "family">,
  effects: readonly Effect[],
): Comparison {
  const given = new Map(effects.map((effect) => [`${effect.scenario} ${effect.metric}`, effect]));
  const changed = comparison.effects.map(
    (effect) => given.get(`${effect.scenario} ${effect.metric}`) ?? effect,
  );
  return freeze({ ...comparison, effects: adjusted(family, changed) }, true);
}

function adjusted(
  family: ComparisonPlan["family"],
  effects: readonly Omit<Effect, "adjustedPValue">[],
): Effect[] {
  return adjustedWithin(effects, ({ metric }) => (family === "metric" ? metric : family));
}

/**
 * The effect of a scenario on a metric.
 *
 * @throws InputError for what is no comparison; naming the nearest known scenario and metric when the comparison has no such effect.
 */
export function effectOf(comparison: Comparison, scenarioId: string, metric: MetricName): Effect {
  const wrong = resultProblems("comparison", comparison, "comparison");
  if (wrong.length > 0) throw new InputError("effect of a scenario", wrong);
  const found = comparison.effects.find((each) => each.scenario === scenarioId && each.metric === metric);
  if (found !== undefined) return found;
  const problems: Problem[] = [];
  const text = (given: unknown) => String(given);
  const known = comparison.scenarios.slice(1).map(({ id }) => id);
  if (scenarioId === comparison.baseline) {
    const expected = `another scenario than the baseline, with which it compares: ${known.join(", ")}`;
    problems.push({ path: "scenario", value: scenarioId, expected });
  } else if (!known.includes(scenarioId)) {
    problems.push(unknownName("scenario", text(scenarioId), "a scenario of the comparison", known));
  }
  if (!comparison.metrics.includes(metric)) {
    problems.push(unknownName("metric", text(metric), "a metric of the comparison", comparison.metrics));
  }
  throw new InputError("effect of a scenario", problems);
}

function derivedEffects(
  scenario: string,
  index: number,
  valuesOf: (scenario: number, metric: MetricName) => number[],
  { confidence, interval }: Pick<ComparisonPlan, "confidence" | "interval">,
): DerivedEffect[] {
  const differences = (metric: MetricName) => {
    const baseline = valuesOf(0, metric);
    return valuesOf(index, metric).map((value, i) => value - baseline[i]);
  };
  const [gained, paid] = [differences("localValueNetUsd"), differences("publicCostUsd")];
  const sizes = [0, index].flatMap((of) => valuesOf(of, "localValueNetUsd"));
  const perPublicUsd = returnOnPaid(gained, paid, sizes, confidence);
  return [
    ...(Object.keys(shares) as ShareName[]).map((name): DerivedEffect => {
      const [above, below] = shares[name];
      const ratio = (of: number) => {
        const denominators = valuesOf(of, below);
        return valuesOf(of, above).map((value, i) => value / denominators[i]);
      };
      const [baseline, changed] = [ratio(0), ratio(index)];
      const whole = [...baseline, ...changed].every(Number.isFinite);
      return {
        scenario,
        name,
        unit: "share",
        effect: whole ? pairedEffect(baseline, changed, confidence, interval) : null,
        reason: whole ? null : `a run has no ${below} in the window`,
      };
    }),
    {
      scenario,
      name: "localValuePerPublicUsd",
      unit: "US$ per US$",
      ...perPublicUsd,
      reason:
        perPublicUsd.reason?.replace("the denominator", "the difference in public cost") ??
        perPublicUsd.reason,
    },
  ];
}

/** The return on what the public pays more; where it pays less there is none, and a ratio would call a loss a gain. */
function returnOnPaid(
  gained: readonly number[],
  paid: readonly number[],
  formedFrom: readonly number[],
  confidence: number,
): RatioEstimate {
  const none = (reason: string) => ({ value: null, low: null, high: null, reason });
  if (![...gained, ...paid].every(Number.isFinite))
    return none("net local value or public cost was not kept");
  const ratio = ratioOfMeans(gained, paid, confidence);
  if (paid.reduce((sum, each) => sum + each, 0) < 0) return none("the public pays less");
  const { verdict } = differenceEstimate(gained, formedFrom, confidence);
  return verdict === "too few pairs"
    ? { ...ratio, low: null, high: null, reason: "too few pairs, all alike" }
    : ratio;
}
