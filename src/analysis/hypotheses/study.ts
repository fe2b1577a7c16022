// The hypotheses over seeds: the runs they need, and what these say by the rule of decide.ts.
import { fewestFirms, mostFirms, mostMonths } from "../../data/limits.ts";
import { metricNames } from "../../engine/observations.ts";
import { riskClassNames } from "../../agents/codes.ts";
import { refuseIfAny, unknownName, unknownNames, type Problem } from "../../errors.ts";
import { countProblems, executorProblems, followProblems, optionsProblems } from "../asked.ts";
import { defaultConfidence, estimate } from "../effects.ts";
import { executeHere, type Executor, type RunPlan } from "../executor.ts";
import { followOptionNames, type FollowOptions } from "../follow-options.ts";
import { holm } from "../simultaneous.ts";
import type { RunReduction } from "../window.ts";
import { findingOf, pValue, together, type HypothesisFinding } from "./decide.ts";
import { entryAtLowAndMiddleRisk, institutionsMakeItLast } from "./entry-and-institutions.ts";
import type { Contrast, Hypothesis, Outcome, Outcomes } from "./hypothesis.ts";
import { creditAlone, testingNeedsDisclosure } from "./innovation.ts";
import {
  contentRuleCostsMiners,
  contentRuleNeedsEnforcement,
  contentRuleRaisesValue,
} from "./local-content.ts";
import { cautiousInABoom, newMinesOpen } from "./market.ts";
import { packageExceedsParts, trialRuleDecides } from "./packages.ts";
import {
  scenarioKeys,
  scenarioOf,
  startMonth,
  type HypothesisScenario,
  type HypothesesSize,
} from "./scenarios.ts";

/** The hypotheses of the paper, in the order of the report. */
export const hypotheses: readonly Hypothesis[] = Object.freeze([
  creditAlone,
  testingNeedsDisclosure,
  entryAtLowAndMiddleRisk,
  institutionsMakeItLast,
  packageExceedsParts,
  trialRuleDecides,
  contentRuleRaisesValue,
  contentRuleCostsMiners,
  contentRuleNeedsEnforcement,
  newMinesOpen,
  cautiousInABoom,
]);

/** What is tested, and how large. */
export interface HypothesesOptions extends HypothesesSize {
  /** Ids of hypotheses. Default, and for none: all. */
  readonly ids?: readonly string[];
  /** The seeds 1 to so many; at least two. */
  readonly seeds: number;
}

/** A contrast over seeds. */
export interface ContrastResult extends Pick<Contrast, "id" | "estimand" | "unit" | "claimed" | "decides"> {
  /** Mean over seeds; null when some seed had nothing to measure. */
  readonly mean: number | null;
  /** Lower bound of its 95 % interval; null without a mean. */
  readonly low: number | null;
  /** Upper bound of that interval; null without a mean. */
  readonly high: number | null;
  /** Two-sided p-value against a mean of 0, unadjusted, 1 without a mean; null for contrasts that do not decide. */
  readonly p: number | null;
  /** The same by Holm's procedure over all deciding contrasts of the study; null for contrasts that do not decide. */
  readonly adjustedP: number | null;
  /** What it comes to at the study's level; null for contrasts that do not decide. */
  readonly finding: HypothesisFinding | null;
}

/** A hypothesis and what the runs say of it. */
export interface HypothesisResult extends Pick<Hypothesis, "id" | "claim" | "source" | "design"> {
  /** What its deciding contrasts come to together. */
  readonly finding: HypothesisFinding;
  /** Results of its contrasts, in their order. */
  readonly contrasts: readonly ContrastResult[];
}

/** The hypotheses, tested. */
export interface HypothesesStudy extends HypothesesSize {
  /** Seeds 1 to this. */
  readonly seeds: number;
  /** Runs that were made. */
  readonly runs: number;
  /** How many deciding contrasts there are, among which Holm's procedure shares the error. */
  readonly family: number;
  /** Chance of any false finding among them: 0.05. */
  readonly level: number;
  /** Those that were tested, in the order of the report. */
  readonly hypotheses: readonly HypothesisResult[];
}

/** Chance of any false finding in the family. */
const familyLevel = 0.05;
/** Shortest horizon: policies start after two years. */
const fewestMonths = startMonth + 12;

/**
 * Tests hypotheses of the paper.
 *
 * @param execute Makes the runs. Default: here, one after the other; `executorOn` of `eslabon/node` makes them on worker threads.
 * @throws InputError for unknown ids, fewer than two seeds, a horizon of less than three years, or a population that is none.
 */
export async function testHypotheses(
  asked: HypothesesOptions & FollowOptions,
  execute: Executor = executeHere,
): Promise<HypothesesStudy> {
  refuseIfAny(inWords, hypothesesProblems(asked), executorProblems(execute));
  const { onProgress, signal, ...options } = asked;
  const plan = planHypotheses(options);
  return assembleHypotheses(options, plan, await execute(plan, { onProgress, signal }));
}

/** A plan's scenarios by key. */
export interface HypothesesPlan extends RunPlan {
  readonly keys: readonly HypothesisScenario[];
}

/**
 * The runs that hypotheses need, each once.
 *
 * @throws InputError as {@link testHypotheses}.
 */
export function planHypotheses(options: HypothesesOptions): HypothesesPlan {
  refuseIfAny(inWords, hypothesesProblems(options));
  const { seeds, population, months } = options;
  const chosen = chosenFrom(options);
  const keys = scenarioKeys.filter((key) => chosen.some(({ scenarios }) => scenarios.includes(key)));
  const list = Array.from({ length: seeds }, (_, i) => i + 1);
  return {
    keys,
    scenarios: keys.map((key) => scenarioOf(key, { population, months })),
    seeds: list,
    window: { fromMonth: startMonth, toMonth: months },
    reading: "hypotheses",
    tasks: list.flatMap((_, seed) => keys.map((__, scenario) => ({ scenario, seed }))),
  };
}

const inWords = "hypotheses";
const optionNames = ["ids", "seeds", "population", "months", ...followOptionNames];

/** All that is wrong with what is asked, before any run. */
export function hypothesesProblems(asked: HypothesesOptions & FollowOptions): Problem[] {
  const none = optionsProblems(asked, "the seeds, the population and the months");
  if (none.length > 0) return none;
  const { ids, seeds, population, months } = asked;
  const known = hypotheses.map(({ id }) => id);
  const problems = [...unknownNames(asked, optionNames), ...followProblems(asked)];
  if (ids !== undefined && !Array.isArray(ids)) {
    problems.push({ path: "ids", value: ids, expected: "a list of ids of hypotheses" });
  } else {
    const unknown = ((ids ?? []) as readonly string[]).filter((id) => !known.includes(id));
    problems.push(
      ...unknown.map((id) => unknownName("hypothesis", id, `one of: ${known.join(", ")}`, known)),
    );
  }
  problems.push(...countProblems(seeds, 2));
  if (!(Number.isInteger(population) && population >= fewestFirms && population <= mostFirms)) {
    const expected = `a whole number of firms from ${fewestFirms} to ${mostFirms}`;
    problems.push({ path: "population", value: population, expected });
  }
  if (!(Number.isInteger(months) && months >= fewestMonths && months <= mostMonths)) {
    const expected = `at least ${fewestMonths} months, for policies start in month ${startMonth}, and at most ${mostMonths}`;
    problems.push({ path: "months", value: months, expected });
  }
  return problems;
}

function chosenFrom({ ids = [] }: HypothesesOptions): readonly Hypothesis[] {
  return ids.length === 0 ? hypotheses : hypotheses.filter(({ id }) => ids.includes(id));
}

/** Puts a study together from the reductions of its plan's tasks, in their order. */
function assembleHypotheses(
  options: HypothesesOptions,
  plan: HypothesesPlan,
  reductions: readonly RunReduction[],
): HypothesesStudy {
  const bySeed = plan.seeds.map((_, seed) => outcomesOf(plan, reductions, seed));
  const chosen = chosenFrom(options);
  const valued = chosen.map(({ contrasts }) =>
    contrasts.map((contrast) => bySeed.map((outcomes) => contrast.value(outcomes))),
  );
  const deciding = chosen.flatMap(({ contrasts }, h) =>
    contrasts.flatMap(({ decides }, c) => (decides ? [pValue(complete(valued[h][c]))] : [])),
  );
  const adjusted = holm(deciding);
  let next = 0;
  const tested = chosen.map(({ id, claim, source, design, contrasts }, h): HypothesisResult => {
    const results = contrasts.map((contrast, c): ContrastResult => {
      const place = contrast.decides ? next++ : -1;
      return resultOf(contrast, complete(valued[h][c]), deciding[place], adjusted[place]);
    });
    const finding = together(results.flatMap((result) => result.finding ?? []));
    return { id, claim, source, design, finding, contrasts: results };
  });
  const { seeds, population, months } = options;
  return {
    seeds,
    population,
    months,
    runs: plan.tasks.length,
    family: deciding.length,
    level: familyLevel,
    hypotheses: tested,
  };
}

/** Values of all seeds, or none when one is missing: a mean over those that happen to have a value would be of other seeds. */
function complete(values: readonly (number | null)[]): readonly number[] {
  const found = values.filter((value) => value !== null);
  return found.length === values.length ? found : [];
}

function resultOf(
  { id, estimand, unit, claimed, decides }: Contrast,
  values: readonly number[],
  p: number | undefined,
  adjustedP: number | undefined,
): ContrastResult {
  const told = values.length < 2 ? null : estimate(values, defaultConfidence);
  const decided = decides ? { p: p ?? 1, adjustedP: adjustedP ?? 1 } : { p: null, adjustedP: null };
  return {
    ...{ id, estimand, unit, claimed, decides },
    ...{ mean: told?.mean ?? null, low: told?.low ?? null, high: told?.high ?? null },
    ...decided,
    finding:
      decided.adjustedP === null ? null : findingOf(claimed, told?.mean ?? 0, decided.adjustedP, familyLevel),
  };
}

function outcomesOf(plan: HypothesesPlan, reductions: readonly RunReduction[], seed: number): Outcomes {
  const outcomes = new Map<HypothesisScenario, Outcome>();
  plan.tasks.forEach((task, i) => {
    if (task.seed === seed) outcomes.set(plan.keys[task.scenario], outcomeOf(reductions[i]));
  });
  return (key) => {
    const found = outcomes.get(key);
    if (found === undefined)
      throw new RangeError(`the hypothesis does not name scenario ${key} among its own`);
    return found;
  };
}

function outcomeOf({ values, reading = [] }: RunReduction): Outcome {
  const counts = 2 * riskClassNames.length;
  return {
    metric: (name) => values[metricNames.indexOf(name)],
    late: (name) => reading[counts + metricNames.indexOf(name)] ?? 0,
    winShare: (...risks) => {
      const sum = (offset: number) =>
        risks.reduce((all, risk) => all + (reading[2 * riskClassNames.indexOf(risk) + offset] ?? 0), 0);
      return sum(1) === 0 ? null : sum(0) / sum(1);
    },
  };
}
