// What an attribution hands over: a package's effect, shared out among its policies.
import type { MetricName } from "../engine/observations.ts";
import type { DifferenceEstimate, Estimate } from "./effects.ts";
import type { Verdict } from "./mean-test.ts";
import type { Window } from "./window.ts";

/** What one policy of a package did, in the unit of the metric. */
export interface PolicyShare extends Estimate {
  /** Id of the policy. */
  readonly policy: string;
  /** By the interval that holds for all policies together. */
  readonly verdict: Verdict;
  /** Lower bound that holds for all policies of the package together. */
  readonly lowTogether: number;
  /** Upper bound, likewise. */
  readonly highTogether: number;
  /** What it adds as the only policy. */
  readonly firstIn: Estimate;
  /** What it adds as the last to join the others. */
  readonly lastIn: Estimate;
}

/** How two policies of a package act on each other. */
export interface PolicyInteraction extends Estimate {
  /** Ids of the two, in the order of the scenario's policies. */
  readonly policies: readonly [string, string];
  /** By the interval that holds for all pairs together: "higher" for complements, "lower" for substitutes. */
  readonly verdict: Verdict;
}

/** A package's effect on a metric, shared out among its policies. */
export interface MetricAttribution {
  /** The metric. */
  readonly metric: MetricName;
  /** Unit of the values, as "US$ a year": flows are of a year, stocks are averages. */
  readonly unit: string;
  /** Effect of the whole package: with all policies less without any. */
  readonly effect: DifferenceEstimate;
  /** In the order of the scenario's policies; their means add up to the effect's. */
  readonly shares: readonly PolicyShare[];
  /** Effect of the package less the effects of its policies alone: above 0 where they are worth more together. */
  readonly beyondSum: DifferenceEstimate;
  /** Shapley interaction index of each pair; null beyond ten policies, where it is not computed. */
  readonly interactions: readonly PolicyInteraction[] | null;
}

/** An attribution, plain data. */
export interface Attribution {
  /** Id of the scenario, whose policies are the package. */
  readonly scenario: string;
  /**
   * "all coalitions" up to ten policies, every set of them run; beyond, "sampled orders", in which they join one after the other.
   */
  readonly method: "all coalitions" | "sampled orders";
  /** Orders per seed; null where all coalitions were run. */
  readonly orders: number | null;
  /** Runs that were made. */
  readonly runs: number;
  /** The seeds, each an independent estimate. */
  readonly seeds: readonly (string | number)[];
  /** Months that count. */
  readonly window: Window;
  /** Confidence of the intervals, 0 to 1. */
  readonly confidence: number;
  /** What was shared out, a metric each. */
  readonly metrics: readonly MetricAttribution[];
}
