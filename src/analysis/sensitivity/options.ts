// What a sensitivity study is asked, with its defaults, and what may be wrong with it.
import type { ParameterName } from "../../data/parameter-values.ts";
import { metricNames, type MetricName } from "../../engine/observations.ts";
import { unknownName, type Problem } from "../../errors.ts";
import { scenarioProblems, type Scenario } from "../../scenarios/scenario.ts";
import { refuseStudy, studyProblems, type Asked, type OwnProblems } from "../asked.ts";
import { defaultConfidence } from "../effects.ts";
import { pairingProblems } from "../pairing.ts";
import { windowProblems, type Window } from "../window.ts";
import { sizeProblems, type SensitivityMethod, type SensitivitySize } from "./analyse.ts";
import { parameterProblems } from "./parameter-space.ts";

/** What is asked of a sensitivity study. */
export interface SensitivityOptions {
  /** "morris" screens any number of factors cheaply; "sobol" and "shapley" share out the variance. */
  readonly method: SensitivityMethod;
  /** Names of the parameters that vary over the ranges of their records. The seed is always a factor beside them, the last. */
  readonly parameters: readonly ParameterName[];
  /** The metric that is the output. Default: net local value. */
  readonly metric?: MetricName;
  /**
   * "level": the metric; "effect": the metric less that of the same scenario without its policies, same parameters and seed.
   * Default "level", or "effect" beside `against`.
   */
  readonly of?: "level" | "effect";
  /**
   * For an effect: another scenario to hold against, instead of the same one without its policies. What drives the metric of the one
   * less that of the other decides which of two policies is ahead. Default: none.
   */
  readonly against?: Scenario;
  /** Base samples per replicate, a power of two of at least 8; for Morris trajectories, at least 2. Default 16, for Morris 10. */
  readonly samples?: number;
  /** Independent scrambles, at least 2; Morris has none. Default 4. */
  readonly replicates?: number;
  /** Second-order indices too, with Sobol's method. Default false. */
  readonly second?: boolean;
  /** Months that count. Default: from the earliest start of a policy to the end of the horizon, as in a comparison; without policies all. */
  readonly window?: Window;
  /** Confidence of the intervals, above 0 and below 1. Default 0.95. */
  readonly confidence?: number;
  /** Decides the design, seeds of runs included. Default 1. */
  readonly seed?: string | number;
}

/** Who names another scenario asks of an effect. */
export function ofWhat({ of, against }: Pick<SensitivityOptions, "of" | "against">): "level" | "effect" {
  return of ?? (against === undefined ? "level" : "effect");
}

/** How large a study is, with the defaults. */
export function sizeOf(options: SensitivityOptions): Required<SensitivitySize> {
  const { method, confidence = defaultConfidence } = options;
  const { samples = method === "morris" ? 10 : 16, replicates = 4, second = false } = options;
  return { samples, replicates, confidence, second };
}

const needed = "the method and the parameters";

const own: OwnProblems<SensitivityOptions> = {
  optionNames: {
    method: true,
    parameters: true,
    metric: true,
    of: true,
    against: true,
    samples: true,
    replicates: true,
    second: true,
    window: true,
    confidence: true,
    seed: true,
  },
  ofOptions: (options, scenario) => {
    const { method, parameters, window } = options;
    const listed = Array.isArray(parameters) ? parameters.length : 0;
    return [
      ...(window === undefined ? [] : windowProblems(window, scenario?.months)),
      ...factorProblems(options, scenario),
      ...sizeProblems(method, listed + 1, sizeOf(options)),
    ];
  },
};

/** All that is wrong with what is asked of a study of a scenario; nothing is designed for it. */
export function sensitivityProblems(scenario: Scenario, options: SensitivityOptions): Problem[] {
  return studyProblems({ scenario, options, needed }, own);
}

/** @throws InputError naming all of it. */
export function refuseSensitivity(asked: Omit<Asked, "needed">): void {
  refuseStudy("a sensitivity study", { ...asked, needed }, own);
}

function factorProblems(options: SensitivityOptions, scenario: Scenario | undefined): Problem[] {
  const { parameters: names, metric, method, against, replicates, second = false } = options;
  const of = ofWhat(options);
  const problems = parameterProblems(names, scenario?.pack);
  if (metric !== undefined && !metricNames.includes(metric)) {
    problems.push(unknownName("metric", metric, "the name of a metric", metricNames));
  }
  if (!["morris", "sobol", "shapley"].includes(method)) {
    problems.push(unknownName("method", method, "a method", ["morris", "sobol", "shapley"]));
  }
  if (typeof second !== "boolean") {
    problems.push({ path: "second", value: second, expected: "true or false" });
  } else if (second && (method === "morris" || method === "shapley")) {
    problems.push({ path: "second", value: second, expected: `nothing beside "${method}"` });
  }
  if (replicates !== undefined && method === "morris") {
    const expected = 'nothing beside "morris", which has trajectories';
    problems.push({ path: "replicates", value: replicates, expected });
  }
  if (of !== "level" && of !== "effect") {
    problems.push({ path: "of", value: of, expected: '"level" or "effect"' });
  }
  if (against !== undefined) return [...problems, ...againstProblems(against, scenario, of)];
  if (of === "effect" && scenario?.policies.length === 0) {
    problems.push({ path: "of", value: of, expected: "a scenario with policies, or level" });
  }
  return problems;
}

function againstProblems(
  against: unknown,
  scenario: Scenario | undefined,
  of: "level" | "effect",
): Problem[] {
  if (of === "level") return [{ path: "against", value: "given", expected: "nothing beside of: level" }];
  const wrong = scenarioProblems(against).map((problem) => ({ ...problem, path: "against" }));
  if (wrong.length > 0 || scenario === undefined) return wrong;
  const other = against as Scenario;
  const same = other.hash === scenario.hash;
  return [
    ...(same
      ? [{ path: "against", value: other.id, expected: `another scenario than "${scenario.id}"` }]
      : []),
    ...pairingProblems(other, scenario, "against", `"${scenario.id}"`),
  ];
}
