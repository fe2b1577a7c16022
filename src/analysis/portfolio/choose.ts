// The portfolios of a scenario's country that add most net local value within a public budget, on the model.
import type { ParameterPoint } from "../../data/parameter-values.ts";
import { metricNames } from "../../engine/observations.ts";
import { unknownName, type Problem } from "../../errors.ts";
import { defaultStartMonth } from "../../scenarios/policy-request.ts";
import { findPolicy, policies as catalogue, type PolicyId } from "../../scenarios/policies.ts";
import type { Scenario } from "../../scenarios/scenario.ts";
import { variantOf } from "../../scenarios/variant.ts";
import { countProblems, refuseStudy, studyProblems, type OwnProblems } from "../asked.ts";
import { defaultConfidence } from "../effects.ts";
import { confidenceProblems } from "../sample-problems.ts";
import { executeHere, inStages, type Executor } from "../executor.ts";
import type { FollowOptions } from "../follow-options.ts";
import { pointProblems, withParameters } from "../sensitivity/parameter-space.ts";
import { windowProblems, type Window } from "../window.ts";
import { chooseWithin, type PortfolioChoice } from "./choice.ts";
import { meanOf, type Evaluate, type Outcome } from "./race.ts";

/** What is asked. */
export interface ChooseOptions {
  /** What the public may spend on policies beyond the baseline, US$ a year; more than 0. */
  readonly budget: number;
  /** Ids among which portfolios are made, with their usual settings, at most 30. Default: the catalogue. */
  readonly policies?: readonly PolicyId[];
  /** Seeds of the race, and as many fresh ones for the finalists; at least 2. Default 8. */
  readonly seeds?: number;
  /**
   * Beyond eight policies: pairs of orders whose portfolios are screened, under half as many seeds as race. At least 1, default
   * 6.
   */
  readonly orderPairs?: number;
  /** Beyond eight policies: portfolios that race, for each budget; at least 1. Default 32. */
  readonly keep?: number;
  /** Months that count. Default: from January 2019, when policies start, to the end. */
  readonly window?: Window;
  /** Confidence of the intervals, and that the best is among those kept. Default 0.95. */
  readonly confidence?: number;
  /** Parameter values of accepted points, for the worst case and its regret. Default: none. */
  readonly over?: readonly ParameterPoint[];
  /** Decides the orders of the screening. Default 1. */
  readonly seed?: string | number;
}

/** A choice on the model; plain data. */
export interface PolicyChoice extends PortfolioChoice {
  /** Id of the scenario, which has no policies. */
  readonly scenario: string;
  /** Ids of the policies among which portfolios were made. */
  readonly policies: readonly PolicyId[];
  /** What each policy costs the public by itself, US$ a year beyond the baseline: mean over the seeds with which it ran alone. */
  readonly costsAlone: readonly number[];
  /** Seeds of the race, and as many fresh ones. */
  readonly seeds: number;
  /** Accepted points over which the finalists ran. */
  readonly worlds: number;
  /** Runs that were made. */
  readonly runs: number;
  /** Months that count. */
  readonly window: Window;
  /** Confidence of the intervals, 0 to 1. */
  readonly confidence: number;
}

/** Seeds under which portfolios are screened, per seed of the race. */
const screeningShare = 0.5;
const mostPolicies = 30;

/**
 * The portfolios of the highest net local value whose realised public cost a budget covers.
 *
 * @param scenario Without policies: what portfolios are compared with.
 * @param execute Makes the runs. Default: here, one after the other; `executorOn` of `eslabon/node` makes them on worker threads.
 * @throws InputError naming every problem of the options.
 */
export async function choose(
  scenario: Scenario,
  options: ChooseOptions & FollowOptions,
  execute: Executor = executeHere,
): Promise<PolicyChoice> {
  refuseStudy("a choice", { scenario, options, needed, execute }, own);
  const { budget, seeds, orderPairs, keep, confidence, policies, over } = filled(options);
  const window = options.window ?? { fromMonth: defaultStartMonth, toMonth: scenario.months };
  // Two policies that set one rule cannot stand in one portfolio: that is told at once, not after an hour of runs.
  variantOf(scenario, { policies });
  let runs = 0;
  const following = inStages(execute, options);
  const membersOf = (portfolio: number) => policies.filter((_, i) => (portfolio & (1 << i)) !== 0);
  const alone: Outcome[][] = policies.map(() => []);
  const evaluate: Evaluate = async (portfolios, list, world) => {
    const base = world === 0 ? scenario : withParameters(scenario, over[world - 1]);
    const scenarios = [0, ...portfolios].map((portfolio) =>
      variantOf(base, {
        id: `portfolio-${portfolio}`,
        policies: membersOf(portfolio),
      }),
    );
    const tasks = list.flatMap((_, seed) => scenarios.map((__, index) => ({ scenario: index, seed })));
    runs += tasks.length;
    const reductions = await following({ scenarios, seeds: list, window, tasks });
    const at = (index: number, seed: number, metric: "localValueNetUsd" | "publicCostUsd") =>
      reductions[seed * scenarios.length + index].values[metricNames.indexOf(metric)];
    const outcomes = portfolios.map((_, i) =>
      list.map((__, seed) => ({
        value: at(i + 1, seed, "localValueNetUsd") - at(0, seed, "localValueNetUsd"),
        cost: at(i + 1, seed, "publicCostUsd") - at(0, seed, "publicCostUsd"),
      })),
    );
    if (world === 0)
      alone.forEach((ofPolicy, i) => ofPolicy.push(...(outcomes[portfolios.indexOf(1 << i)] ?? [])));
    return outcomes;
  };
  const screening = {
    orderPairs,
    keep,
    seeds: Math.ceil(seeds * screeningShare),
    key: `${options.seed ?? 1}`,
  };
  const size = { budget, seeds, confidence, screening, worlds: over.length };
  const choice = await chooseWithin(policies.length, size, evaluate);
  return {
    ...choice,
    finalists: choice.finalists.map((each) => ({ ...each, portfolio: membersOf(each.portfolio) })),
    shadow: choice.shadow.map((each) => ({ ...each, otherPortfolio: membersOf(each.otherPortfolio) })),
    scenario: scenario.id,
    policies,
    costsAlone: alone.map((outcomes) => meanOf(outcomes, "cost")),
    seeds,
    worlds: over.length,
    runs,
    window,
    confidence,
  };
}

const needed = "the budget";
const own: OwnProblems<ChooseOptions> = {
  optionNames: {
    budget: true,
    policies: true,
    seeds: true,
    orderPairs: true,
    keep: true,
    window: true,
    confidence: true,
    over: true,
    seed: true,
  },
  ofScenario: scenarioProblems,
  ofOptions: optionProblems,
};

/** All that is wrong with what is asked of a choice, before any run. */
export function choiceProblems(scenario: Scenario, options: ChooseOptions): Problem[] {
  return studyProblems({ scenario, options, needed }, own);
}

/** The options with their defaults; the window's depends on the scenario. */
function filled({
  seeds = 8,
  orderPairs = 6,
  keep = 32,
  confidence = defaultConfidence,
  over = [],
  policies = Object.keys(catalogue) as PolicyId[],
  ...rest
}: ChooseOptions) {
  return { ...rest, seeds, orderPairs, keep, confidence, over, policies };
}

function scenarioProblems({ policies: { length }, months }: Scenario): Problem[] {
  const expected = "a scenario without policies: portfolios are compared with it";
  const starts = `more than ${defaultStartMonth} months: policies start then`;
  return [
    ...(length === 0 ? [] : [{ path: "scenario.policies", value: length, expected }]),
    ...(months > defaultStartMonth ? [] : [{ path: "scenario.months", value: months, expected: starts }]),
  ];
}

function optionProblems(options: ChooseOptions, scenario: Scenario | undefined): Problem[] {
  const { budget, seeds, orderPairs, keep, confidence, policies, over, window } = filled(options);
  const problems: Problem[] = [
    ...confidenceProblems(confidence),
    ...(window === undefined ? [] : windowProblems(window, scenario?.months)),
  ];
  if (!Array.isArray(over)) {
    problems.push({ path: "over", value: over, expected: "a list of accepted points" });
  } else if (scenario !== undefined) problems.push(...pointProblems(scenario, over, "over"));
  if (!(Number.isFinite(budget) && budget > 0)) {
    problems.push({ path: "budget", value: budget, expected: "US$ a year, more than 0" });
  }
  problems.push(
    ...countProblems(seeds, 2),
    ...countProblems(orderPairs, 1, "orderPairs"),
    ...countProblems(keep, 1, "keep"),
  );
  const listed = Array.isArray(policies);
  if (!listed || policies.length < 1 || policies.length > mostPolicies) {
    const expected = `a list of 1 to ${mostPolicies} policies`;
    problems.push({ path: "policies", value: listed ? policies.length : policies, expected });
  }
  (listed ? (policies as readonly PolicyId[]) : []).forEach((id, i) => {
    if (findPolicy(id) === undefined) {
      problems.push(unknownName(`policies[${i}]`, id, "the id of a policy", Object.keys(catalogue)));
    } else if (policies.indexOf(id) !== i) {
      problems.push({ path: `policies[${i}]`, value: id, expected: "each policy once" });
    }
  });
  return problems;
}
