// Which policy of a package did what (Shapley): a package's effect shared out among its policies, so that the shares add up to
// it. Every coalition runs with the same seeds, and each seed gives one estimate per policy: intervals are over seeds.
import { metricNames, type MetricName } from "../engine/observations.ts";
import type { Problem } from "../errors.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import { variantOf } from "../scenarios/variant.ts";
import { refuseStudy, studyProblems, type OwnProblems } from "./asked.ts";
import { checkComparing, planComparison } from "./compare.ts";
import type { Attribution, MetricAttribution, PolicyInteraction } from "./attribution-result.ts";
import { differenceEstimate, estimate } from "./effects.ts";
import { executeHere, type Executor, type RunPlan } from "./executor.ts";
import type { FollowOptions } from "./follow-options.ts";
import {
  coalitionsOf,
  endsOf,
  everybody,
  mostExactPlayers,
  shapleyInteractions,
  shapleyOverOrders,
  shapleyValues,
} from "./shapley.ts";
import { beyondRounding } from "./rounding.ts";
import { shuffled } from "./shuffle.ts";
import { simultaneousConfidence } from "./simultaneous.ts";
import { windowUnit, type RunReduction, type Window } from "./window.ts";

/** How a package's effect is shared out. */
export interface AttributionOptions {
  /** A count n for the seeds 1 to n, or the seeds themselves; at least two. */
  readonly seeds: number | readonly (string | number)[];
  /** What is shared out, each metric by itself. Default: net local value. */
  readonly metrics?: readonly MetricName[];
  /** Months that count. Default: from the earliest start of a policy to the end of the horizon. */
  readonly window?: Window;
  /** Confidence of the intervals, above 0 and below 1. Default 0.95. */
  readonly confidence?: number;
  /** Beyond ten policies: pairs of an order and its reverse, drawn anew for each seed; at least 1. Default 4. */
  readonly orderPairs?: number;
}

/** The runs of an attribution, and how they will be read. */
export interface AttributionPlan extends RunPlan {
  readonly scenario: Scenario;
  readonly metrics: readonly MetricName[];
  readonly confidence: number;
  /** Coalition of each of the plan's scenarios. */
  readonly coalitions: readonly number[];
  /** Orders by seed; null where all coalitions are run. */
  readonly orders: readonly (readonly (readonly number[])[])[] | null;
}

const mostPlayers = 30;
const usualOrderPairs = 4;
const usualMetrics: readonly MetricName[] = ["localValueNetUsd"];
const needed = "the seeds";

/**
 * Shares out a package's effect among its policies.
 *
 * @param execute Makes the runs. Default: here, one after the other; `executorOn` of `eslabon/node` makes them on worker threads.
 * @throws InputError naming every problem: a scenario of fewer than two or more than 30 policies, and wrong options.
 */
export async function attribute(
  scenario: Scenario,
  options: AttributionOptions & FollowOptions,
  execute: Executor = executeHere,
): Promise<Attribution> {
  refuseStudy("an attribution", { scenario, options, needed, execute }, own);
  const { onProgress, signal, ...asked } = options;
  const plan = planAttribution(scenario, asked);
  return assembleAttribution(plan, await execute(plan, { onProgress, signal }));
}

/**
 * The runs of an attribution: all coalitions up to ten policies, those on the way of sampled orders beyond.
 *
 * @throws InputError naming every problem: a scenario of fewer than two or more than 30 policies, and wrong options.
 */
export function planAttribution(scenario: Scenario, options: AttributionOptions): AttributionPlan {
  refuseStudy("an attribution", { scenario, options, needed }, own);
  const { orderPairs = usualOrderPairs, metrics = usualMetrics, ...rest } = options;
  const n = scenario.policies.length;
  const ends = [coalitionScenario(scenario, 0), variantOf(scenario, { id: "everybody" })];
  const { seeds, confidence, window } = planComparison(ends, { ...rest, metrics });
  const orders = n <= mostExactPlayers ? null : seeds.map((seed) => ordersOf(n, seed, orderPairs));
  const wanted = seeds.map((_, seed) => coalitionsWanted(n, orders?.[seed] ?? null));
  const coalitions = [...new Set(wanted.flat())].sort((a, b) => a - b);
  const place = new Map(coalitions.map((coalition, index) => [coalition, index]));
  return {
    scenario,
    metrics,
    confidence,
    window,
    seeds,
    coalitions,
    orders,
    scenarios: coalitions.map((coalition) => coalitionScenario(scenario, coalition)),
    tasks: wanted.flatMap((ofSeed, seed) =>
      ofSeed.map((coalition) => ({ scenario: place.get(coalition) as number, seed })),
    ),
  };
}

const own: OwnProblems<AttributionOptions> = {
  optionNames: { seeds: true, metrics: true, window: true, confidence: true, orderPairs: true },
  ofScenario: ({ policies: { length: n } }) => {
    if (n >= 2 && n <= mostPlayers) return [];
    const expected = `a scenario of 2 to ${mostPlayers} policies, among which its effect can be shared out`;
    return [{ path: "scenario.policies", value: n, expected }];
  },
  ofOptions: (options, scenario) => {
    const { orderPairs = usualOrderPairs, metrics = usualMetrics, ...rest } = options;
    const problems: Problem[] = [];
    if (!Number.isInteger(orderPairs) || orderPairs < 1) {
      problems.push({ path: "orderPairs", value: orderPairs, expected: "a whole number of at least 1" });
    }
    checkComparing({ ...rest, metrics, interval: "t" }, scenario?.months, problems);
    return problems;
  },
};

/** All that is wrong with what is asked of an attribution; nothing is planned for it. */
export function attributionProblems(scenario: Scenario, options: AttributionOptions): Problem[] {
  return studyProblems({ scenario, options, needed }, own);
}

/** Puts an attribution together from the reductions of its plan's tasks, in their order. */
export function assembleAttribution(plan: AttributionPlan, reductions: readonly RunReduction[]): Attribution {
  const { scenario, metrics, seeds, window, confidence, orders, tasks } = plan;
  return {
    scenario: scenario.id,
    method: orders === null ? "all coalitions" : "sampled orders",
    orders: orders?.[0].length ?? null,
    runs: tasks.length,
    seeds,
    window,
    confidence,
    metrics: metrics.map((metric) => attributionOf(plan, gamesOf(plan, reductions, metric), metric)),
  };
}

/** A game per seed: what the metric was under each coalition that was run. */
type Game = ReadonlyMap<number, number>;

function gamesOf(plan: AttributionPlan, reductions: readonly RunReduction[], metric: MetricName): Game[] {
  const column = metricNames.indexOf(metric);
  const games = plan.seeds.map(() => new Map<number, number>());
  plan.tasks.forEach(({ scenario, seed }, i) => {
    games[seed].set(plan.coalitions[scenario], reductions[i].values[column]);
  });
  return games;
}

function attributionOf(plan: AttributionPlan, games: readonly Game[], metric: MetricName): MetricAttribution {
  const { scenario, confidence, orders } = plan;
  const n = scenario.policies.length;
  const values = games.map((game) => (coalition: number) => game.get(coalition) as number);
  const all = (value: (coalition: number) => number) => value(everybody(n)) - value(0);
  const complete =
    orders === null ? values.map((value) => Array.from({ length: 1 << n }, (_, c) => value(c))) : null;
  const shapley =
    complete?.map(shapleyValues) ?? values.map((v, seed) => shapleyOverOrders((orders ?? [])[seed], v));
  const ends = values.map((value) => endsOf(n, value));
  const together = simultaneousConfidence(confidence, n);
  const formedFrom = values.flatMap((value) => [value(0), value(everybody(n))]);
  return {
    metric,
    unit: windowUnit(metric),
    effect: differenceEstimate(values.map(all), formedFrom, confidence),
    shares: scenario.policies.map(({ policy }, player) => {
      const ofSeeds = shapley.map((ofSeed) => ofSeed[player]);
      const wide = differenceEstimate(ofSeeds, formedFrom, together);
      return {
        policy: policy.id,
        ...estimate(ofSeeds, confidence),
        lowTogether: wide.low,
        highTogether: wide.high,
        verdict: wide.verdict,
        firstIn: estimate(
          ends.map((ofSeed) => ofSeed[player].firstIn),
          confidence,
        ),
        lastIn: estimate(
          ends.map((ofSeed) => ofSeed[player].lastIn),
          confidence,
        ),
      };
    }),
    beyondSum: differenceEstimate(
      values.map((value, seed) => {
        const ofParts = ends[seed].reduce((sum, { firstIn }) => sum + firstIn, 0);
        return beyondRounding(all(value) - ofParts, [value(0), value(everybody(n))]);
      }),
      formedFrom,
      confidence,
    ),
    interactions:
      complete === null ? null : interactionsOf(plan, complete.map(shapleyInteractions), formedFrom),
  };
}

function interactionsOf(
  { scenario, confidence }: AttributionPlan,
  matrices: readonly (readonly (readonly number[])[])[],
  formedFrom: readonly number[],
): PolicyInteraction[] {
  const ids = scenario.policies.map(({ policy }) => policy.id);
  const pairs = ids.flatMap((_, i) => ids.slice(i + 1).map((__, after) => [i, i + 1 + after] as const));
  const together = simultaneousConfidence(confidence, pairs.length);
  return pairs.map(([i, j]) => {
    const ofSeeds = matrices.map((matrix) => matrix[i][j]);
    const { verdict } = differenceEstimate(ofSeeds, formedFrom, together);
    return { policies: [ids[i], ids[j]], ...estimate(ofSeeds, confidence), verdict };
  });
}

/** Orders of a seed in antithetic pairs: who comes early in one comes late in the other. */
function ordersOf(n: number, seed: string | number, pairs: number): number[][] {
  return Array.from({ length: pairs }, (_, pair) => shuffled(n, `attribution ${seed}`, pair)).flatMap(
    (order) => [order, order.toReversed()],
  );
}

function coalitionsWanted(n: number, orders: readonly (readonly number[])[] | null): number[] {
  if (orders === null) return Array.from({ length: 1 << n }, (_, coalition) => coalition);
  const all = everybody(n);
  const ends = Array.from({ length: n }, (_, player) => [1 << player, all & ~(1 << player)]).flat();
  return [...new Set([...ends, ...orders.flatMap(coalitionsOf)])].sort((a, b) => a - b);
}

function coalitionScenario(scenario: Scenario, coalition: number): Scenario {
  return variantOf(scenario, {
    id: `coalition-${coalition}`,
    policies: scenario.policies.filter((_, player) => (coalition & (1 << player)) !== 0),
  });
}
