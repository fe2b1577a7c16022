// What scenarios do over an accepted set: each point of it is a model that the facts leave possible, with a comparison of its
// own, and the report tells how often the order of the scenarios is another.
import type { ParameterPoint } from "../../data/parameter-values.ts";
import { metricNames, type MetricName } from "../../engine/observations.ts";
import { InputError, unknownName, unknownNames, type Problem } from "../../errors.ts";
import type { Scenario } from "../../scenarios/scenario.ts";
import { executorProblems, followProblems, optionsProblems, resultProblems } from "../asked.ts";
import { pairedEffect } from "../effects.ts";
import type { ComparisonPlan } from "../comparison.ts";
import { executeHere, followedBy, type Executor } from "../executor.ts";
import { followOptionNames, type FollowOptions } from "../follow-options.ts";
import { mainMetric } from "../main-metric.ts";
import { pointProblems, withParameters } from "../sensitivity/parameter-space.ts";
import { windowUnit, type Window } from "../window.ts";

/** A scenario over the accepted points. */
export interface ScenarioOver {
  /** Id of the scenario, which is held against the baseline. */
  readonly scenario: string;
  /** Effect with the scenarios' own parameters, mean over seeds, in the metric's unit. */
  readonly default: number;
  /** Effect at each accepted point, mean over seeds, in the order of the points. */
  readonly effects: readonly number[];
  /** Mean of these effects. */
  readonly mean: number;
  /** Lowest of these effects; of a cost it is the best. */
  readonly lowest: number;
  /** Highest of these effects. */
  readonly highest: number;
  /** Share of the points at which the effect is told apart from 0, above it. */
  readonly higher: number;
  /** Share of the points at which it is told apart from 0, below it. */
  readonly lower: number;
  /** Share of the points at which it has each rank, the first one's first; ties are shared. */
  readonly ranks: readonly number[];
}

/** Scenarios over an accepted set; plain data. */
export interface OverAccepted {
  /** Id of the first scenario, with which all others are compared. */
  readonly baseline: string;
  /** The metric. */
  readonly metric: MetricName;
  /** Unit of the values, as "US$ a year": flows are of a year, stocks are averages. */
  readonly unit: string;
  /** How many accepted points. */
  readonly points: number;
  /** The seeds, the same at every point. */
  readonly seeds: readonly (string | number)[];
  /** Runs that were made, with the default parameters and at every point. */
  readonly runs: number;
  /** Months that count. */
  readonly window: Window;
  /** Confidence of the intervals, 0 to 1. */
  readonly confidence: number;
  /** By their mean effect, the highest first. */
  readonly scenarios: readonly ScenarioOver[];
  /**
   * Kendall's tau-b between the order of the scenarios at a point and the default order: 1 is the same order, -1 the reverse.
   * Mean over the points where neither is all ties; null without any.
   */
  readonly tauMean: number | null;
  /** The lowest over these points; null likewise. */
  readonly tauLowest: number | null;
  /** Share of the points at which the highest effect is of the scenario of which it is with the default parameters. */
  readonly sameFirst: number;
}

/** What is asked of a comparison over an accepted set. */
export interface OverOptions extends FollowOptions {
  /** The metric whose effects are compared. Default: net local value. */
  readonly metric?: MetricName | undefined;
}

/**
 * The effects of a comparison's scenarios at each accepted point, with the same seeds everywhere.
 *
 * @param points Values of parameters, over the scenarios' own.
 * @param execute Makes the runs. Default: here, one after the other; `executorOn` of `eslabon/node` makes them on worker threads.
 * @throws InputError for what is no plan, without points, for an unknown metric, and naming every point at which a scenario cannot run.
 */
export async function compareOver(
  plan: ComparisonPlan,
  points: readonly ParameterPoint[],
  options: OverOptions = {},
  execute: Executor = executeHere,
): Promise<OverAccepted> {
  check(plan, points, options, execute);
  const { metric = mainMetric } = options;
  const { scenarios, seeds, window, confidence } = plan;
  const worlds: readonly ParameterPoint[] = [{}, ...points];
  const tasks = worlds.flatMap((_, world) =>
    seeds.flatMap((__, seed) =>
      scenarios.map((___, i) => ({ scenario: world * scenarios.length + i, seed })),
    ),
  );
  const reductions = await execute(
    {
      scenarios: worlds.flatMap((values) => scenarios.map((scenario) => withParameters(scenario, values))),
      seeds,
      window,
      tasks,
    },
    followedBy(options),
  );
  const column = metricNames.indexOf(metric);
  const valuesAt = (world: number, scenario: number) =>
    seeds.map(
      (_, seed) => reductions[(world * seeds.length + seed) * scenarios.length + scenario].values[column],
    );
  const effects = worlds.map((_, world) =>
    scenarios.slice(1).map((__, i) => pairedEffect(valuesAt(world, 0), valuesAt(world, i + 1), confidence)),
  );
  const [atDefault, ...atPoints] = effects.map((ofWorld) => ofWorld.map(({ difference }) => difference));
  const ranksAt = atPoints.map(ranksOf);
  const share = (of: (point: number) => boolean | number) =>
    points.reduce((sum, _, point) => sum + Number(of(point)), 0) / points.length;
  const taus = atPoints.map((order) => kendallTau(atDefault, order));
  const known = taus.filter((tau) => tau !== null);
  const defaultRanks = ranksOf(atDefault);
  return {
    baseline: scenarios[0].id,
    metric,
    unit: windowUnit(metric),
    points: points.length,
    seeds,
    runs: tasks.length,
    window,
    confidence,
    scenarios: scenarios
      .slice(1)
      .map(({ id }: Scenario, i): ScenarioOver => {
        const ofPoints = atPoints.map((ofPoint) => ofPoint[i]);
        const verdicts = effects.slice(1).map((ofPoint) => ofPoint[i].verdict);
        return {
          scenario: id,
          default: atDefault[i],
          effects: ofPoints,
          mean: share((point) => ofPoints[point]),
          lowest: Math.min(...ofPoints),
          highest: Math.max(...ofPoints),
          higher: share((point) => verdicts[point] === "higher"),
          lower: share((point) => verdicts[point] === "lower"),
          ranks: atDefault.map((_, rank) => share((point) => ranksAt[point][i][rank])),
        };
      })
      .toSorted((a, b) => b.mean - a.mean),
    tauMean: known.length === 0 ? null : known.reduce((sum, tau) => sum + tau, 0) / known.length,
    tauLowest: known.length === 0 ? null : Math.min(...known),
    sameFirst: share((point) => defaultRanks.reduce((sum, of, i) => sum + of[0] * ranksAt[point][i][0], 0)),
  };
}

function check(
  plan: ComparisonPlan,
  points: readonly ParameterPoint[],
  options: OverOptions,
  execute: Executor,
): void {
  const ofPlan = resultProblems("plan", plan, "plan");
  const problems: Problem[] = [...ofPlan, ...executorProblems(execute)];
  if (!Array.isArray(points) || points.length === 0) {
    problems.push({ path: "points", value: points, expected: "a list of at least one accepted point" });
  } else if (ofPlan.length === 0) {
    problems.push(...pointProblems(plan.scenarios[0], points, "points"));
  }
  const noOptions = optionsProblems(options);
  problems.push(...noOptions);
  if (noOptions.length === 0) {
    const { metric = mainMetric } = options;
    problems.push(...unknownNames(options, ["metric", ...followOptionNames]), ...followProblems(options));
    if (!metricNames.includes(metric)) {
      problems.push(unknownName("metric", metric, "the name of a metric", metricNames));
    }
  }
  if (problems.length > 0) throw new InputError("a comparison over an accepted set", problems);
}

/** Share of each rank by item, the highest value first: equal values share their ranks. */
export function ranksOf(values: readonly number[]): number[][] {
  return values.map((value) => {
    const above = values.filter((other) => other > value).length;
    const equal = values.filter((other) => other === value).length;
    return values.map((_, rank) => (rank >= above && rank < above + equal ? 1 / equal : 0));
  });
}

/** Kendall's tau-b of two lists: 1 for the same order, -1 for the reverse; null when either is all ties. */
export function kendallTau(a: readonly number[], b: readonly number[]): number | null {
  let concordant = 0;
  let untiedInA = 0;
  let untiedInB = 0;
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < i; j++) {
      const [inA, inB] = [Math.sign(a[i] - a[j]), Math.sign(b[i] - b[j])];
      concordant += inA * inB;
      untiedInA += Math.abs(inA);
      untiedInB += Math.abs(inB);
    }
  }
  return untiedInA === 0 || untiedInB === 0 ? null : concordant / Math.sqrt(untiedInA * untiedInB);
}

/** So many of the points, evenly over the set: all when there are no more. */
export function spreadOf<Item>(items: readonly Item[], most: number): Item[] {
  if (items.length <= most) return [...items];
  return Array.from({ length: most }, (_, i) => items[Math.floor(((i + 0.5) * items.length) / most)]);
}
