// Runs scenarios over the same seeds and compares each with the first. Each run is reduced as soon as it ends, so memory
// does not grow with their number; the plan and the reductions are plain, so that any executor can do the runs.
import { metricNames, type MetricName } from "../engine/observations.ts";
import { seedProblems } from "../engine/run.ts";
import { InputError, unknownName, unknownNames, type Problem } from "../errors.ts";
import { defineScenario, isScenario, type Scenario, type ScenarioInput } from "../scenarios/scenario.ts";
import { optionsProblems, followProblems } from "./asked.ts";
import { assembleComparison, type Comparison, type ComparisonPlan } from "./comparison.ts";
import { defaultConfidence, type IntervalMethod } from "./effects.ts";
import { confidenceProblems, intervalProblems } from "./sample-problems.ts";
import { pairingProblems } from "./pairing.ts";
import { wholeRuns } from "./whole-runs.ts";
import { reduceRun, windowProblems, type RunReduction, type Window } from "./window.ts";

/** How scenarios are compared. */
export interface CompareOptions {
  /** A count n for the seeds 1 to n, or the seeds themselves; at least two. */
  readonly seeds: number | readonly (string | number)[];
  /**
   * Months that count. Default: from the earliest start of a policy, or from the first month where there is none, to the end of
   * the horizon.
   */
  readonly window?: Window;
  /** Metrics that are compared. Default: all; p-values are then adjusted for each metric by itself. */
  readonly metrics?: readonly MetricName[];
  /** Confidence of the intervals, above 0 and below 1. Default 0.95. */
  readonly confidence?: number;
  /** Intervals of effects by Student's t, or by the bootstrap (BCa). Default "t". */
  readonly interval?: IntervalMethod;
  /** Called after each run, with how many have ended and how many there will be. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

const optionNames: readonly string[] = ["seeds", "window", "metrics", "confidence", "interval", "onProgress"];
const fewestSeeds = 2;
/** Seeds from which on a comparison is refused. */
export const mostSeeds = 1_000_000;

/**
 * Runs every scenario with every seed and compares each with the first, the baseline, seed by seed.
 *
 * @throws InputError naming every problem of the scenarios and options, and every scenario whose runs could not be paired
 * with the baseline's: horizon, burn-in and population must be the same.
 */
export function compare(
  scenarios: readonly (Scenario | ScenarioInput)[],
  options: CompareOptions,
): Comparison {
  const plan = planComparison(scenarios, options);
  const total = plan.tasks.length;
  const reductions: RunReduction[] = [];
  for (const run of wholeRuns(plan, plan.tasks)) {
    reductions.push(reduceRun(run, plan.window));
    options.onProgress?.(reductions.length, total);
  }
  return assembleComparison(plan, reductions);
}

/** Checks what is asked and lists the runs; see {@link compare}. */
export function planComparison(
  scenarios: readonly (Scenario | ScenarioInput)[],
  options: CompareOptions,
): ComparisonPlan {
  const problems: Problem[] = [];
  const defined = checkScenarios(scenarios, problems);
  const none = optionsProblems(options, "the seeds");
  problems.push(...none);
  if (none.length === 0) problems.push(...unknownNames(options, optionNames), ...followProblems(options));
  const how = checkComparing(
    none.length > 0 ? { seeds: fewestSeeds } : options,
    defined[0]?.months,
    problems,
  );
  if (problems.length > 0) throw new InputError("a comparison", problems);
  const { fromMonth, toMonth } = how.window ?? defaultWindow(defined);
  return {
    ...how,
    scenarios: defined,
    window: { fromMonth, toMonth },
    tasks: how.seeds.flatMap((_, seed) => defined.map((__, scenario) => ({ scenario, seed }))),
  };
}

/** What a comparison is asked beside its scenarios, with the defaults. */
type Comparing = Pick<ComparisonPlan, "seeds" | "metrics" | "confidence" | "interval" | "family"> & {
  readonly window: Window | undefined;
};

/** The options of a comparison, held against a horizon where one is known; what is wrong goes to `problems`. */
export function checkComparing(
  given: CompareOptions,
  months: number | undefined,
  problems: Problem[],
): Comparing {
  const seeds = checkSeeds(given.seeds, problems);
  if (given.window !== undefined) problems.push(...windowProblems(given.window, months));
  const metrics = checkMetrics(given.metrics, problems);
  const { window, confidence = defaultConfidence, interval = "t" } = given;
  problems.push(...confidenceProblems(confidence));
  // Without seeds a problem is told already, which says more.
  const pairs = seeds.length > 0 ? seeds.length : undefined;
  problems.push(...intervalProblems(interval, confidence, "seeds", pairs));
  const family = given.metrics === undefined ? "metric" : "all";
  return { seeds, metrics, confidence, interval, family, window };
}

/** From the earliest start of a policy to the end of the horizon. */
export function defaultWindow(scenarios: readonly Scenario[]): Window {
  const starts = scenarios.flatMap(({ policies }) => policies.map(({ startMonth }) => startMonth));
  return { fromMonth: starts.length === 0 ? 0 : Math.min(...starts), toMonth: scenarios[0].months };
}

/** The scenarios of a list that can be compared with its first; what is wrong goes to `problems`. */
export function checkScenarios(given: unknown, problems: Problem[]): Scenario[] {
  if (!Array.isArray(given) || given.length < 2) {
    const expected = "a list of at least two scenarios, the baseline first";
    problems.push({ path: "scenarios", value: Array.isArray(given) ? given.length : given, expected });
  }
  if (!Array.isArray(given)) return [];
  const defined = defineScenarios(given as readonly (Scenario | ScenarioInput)[], problems);
  // With a scenario missing, the first of the others need not be the baseline.
  if (defined.length === given.length) checkPairing(defined, problems);
  return defined;
}

/** The scenarios of a list, each with an id of its own; what is wrong goes to `problems`. */
export function defineScenarios(
  given: readonly (Scenario | ScenarioInput)[],
  problems: Problem[],
): Scenario[] {
  const defined: Scenario[] = [];
  const seen = new Map<string, number>();
  given.forEach((each, index) => {
    const path = `scenarios[${index}]`;
    const scenario = define(each, path, problems);
    if (scenario === undefined) return;
    const first = seen.get(scenario.id);
    if (first !== undefined) {
      const expected = `an id of its own; scenarios[${first}] has the same`;
      problems.push({ path: `${path}.id`, value: scenario.id, expected });
    }
    seen.set(scenario.id, first ?? index);
    defined.push(scenario);
  });
  return defined;
}

function define(each: Scenario | ScenarioInput, path: string, problems: Problem[]): Scenario | undefined {
  if (isScenario(each)) return each;
  try {
    return defineScenario(each);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const problem of error.problems) {
      problems.push({ ...problem, path: problem.path === "" ? path : `${path}.${problem.path}` });
    }
    return undefined;
  }
}

function checkPairing([baseline, ...others]: readonly Scenario[], problems: Problem[]): void {
  others.forEach((scenario, index) =>
    problems.push(
      ...pairingProblems(scenario, baseline, `scenarios[${index + 1}]`, `the baseline "${baseline.id}"`),
    ),
  );
}

/** Seeds from a count or a list, each once and at least `fewest`; what is wrong goes to `problems`. */
export function checkSeeds(given: unknown, problems: Problem[], fewest = fewestSeeds): (string | number)[] {
  if (typeof given === "number") {
    if (Number.isInteger(given) && given >= fewest && given <= mostSeeds) {
      return Array.from({ length: given }, (_, i) => i + 1);
    }
    const expected = `a whole number of seeds from ${fewest} to ${mostSeeds}, or a list of seeds`;
    problems.push({ path: "seeds", value: given, expected });
    return [];
  }
  if (!Array.isArray(given) || given.length < fewest || given.length > mostSeeds) {
    const expected = `a count of seeds, or a list of at least ${fewest === fewestSeeds ? "two" : "one"}`;
    problems.push({ path: "seeds", value: given, expected });
    return [];
  }
  const seen = new Map<string, number>();
  given.forEach((seed: unknown, index) => {
    const path = `seeds[${index}]`;
    const bad = seedProblems(seed, path);
    problems.push(...bad);
    if (bad.length > 0) return;
    const first = seen.get(String(seed));
    if (first !== undefined) {
      problems.push({ path, value: seed, expected: `each seed once; seeds[${first}] is the same` });
    }
    seen.set(String(seed), first ?? index);
  });
  return given as (string | number)[];
}

/** Names of metrics, all by default; what is wrong goes to `problems`. */
export function checkMetrics(given: unknown, problems: Problem[]): readonly MetricName[] {
  if (given === undefined) return metricNames;
  if (!Array.isArray(given) || given.length === 0) {
    problems.push({ path: "metrics", value: given, expected: "a list of at least one metric's name" });
    return [];
  }
  given.forEach((name: unknown, index) => {
    const path = `metrics[${index}]`;
    if (typeof name !== "string" || !(metricNames as readonly string[]).includes(name)) {
      problems.push(unknownName(path, name, "the name of a metric", metricNames));
    } else if (given.indexOf(name) !== index) {
      const expected = `each metric once; metrics[${given.indexOf(name)}] is the same`;
      problems.push({ path, value: name, expected });
    }
  });
  return [...(given as MetricName[])];
}
