// Sensitivity of the model: parameters over their ranges, and the seed as a factor of its own, so that what luck does is told
// apart from what parameters do. On levels of a scenario, or on what its policies change under the same draws.
import { metricNames, type MetricName } from "../../engine/observations.ts";
import { unknownName, type Problem } from "../../errors.ts";
import { hashWords } from "../../random.ts";
import { scenarioProblems, type Scenario } from "../../scenarios/scenario.ts";
import { variantOf } from "../../scenarios/variant.ts";
import { refuseStudy, type Asked } from "../asked.ts";
import { defaultConfidence } from "../effects.ts";
import { pairingProblems } from "../pairing.ts";
import { executeHere, type Executor, type FollowOptions, type RunPlan } from "../executor.ts";
import { windowProblems, windowUnit, type RunReduction, type Window } from "../window.ts";
import {
  sensitivityDesign,
  sizeProblems,
  type SensitivityDesign,
  type SensitivityMethod,
  type SensitivityResult,
  type SensitivitySize,
} from "./analyse.ts";
import { parameterProblems, parametersAt, withParameters } from "./parameter-space.ts";

/** Name of the factor that stands for simulation noise: the seed. */
const noiseFactor = "seed";
const usualMetric: MetricName = "localValueNetUsd";

/** What is asked of a sensitivity study. */
export interface SensitivityOptions {
  /** "morris" screens any number of factors cheaply; "sobol" and "shapley" share out the variance. */
  readonly method: SensitivityMethod;
  /** Names of the parameters that vary over the ranges of their records. The seed is always a factor beside them, the last. */
  readonly parameters: readonly string[];
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
  /** Months that count. Default: all observed. */
  readonly window?: Window;
  /** Confidence of the intervals, above 0 and below 1. Default 0.95. */
  readonly confidence?: number;
  /** Decides the design, seeds of runs included. Default 1. */
  readonly seed?: string | number;
}

/** A study's result: plain data. */
export interface SensitivityStudy {
  /** Id of the scenario. */
  readonly scenario: string;
  /** The metric that is the output. */
  readonly metric: MetricName;
  /** Unit of the values, as "US$ a year": flows are of a year, stocks are averages. */
  readonly unit: string;
  /** Whether the output is the metric, or an effect on it. */
  readonly of: "level" | "effect";
  /** Of an effect: the other scenario's id; null where it is the same one without its policies. */
  readonly against: string | null;
  /** Runs that were made. */
  readonly runs: number;
  /** Months that count. */
  readonly window: Window;
  /** Confidence of the intervals, 0 to 1. */
  readonly confidence: number;
  /** Names in the order of the result's lists; the last is the seed. */
  readonly factors: readonly string[];
  /** What the method found; its form depends on the method. */
  readonly result: SensitivityResult;
}

/** The runs of a study, and how they are read. */
export interface SensitivityPlan extends RunPlan {
  readonly assemble: (reductions: readonly RunReduction[]) => SensitivityStudy;
}

/**
 * What drives a metric or an effect.
 *
 * @param execute Makes the runs. Default: here, one after the other; `executorOn` of `eslabon/node` makes them on worker threads.
 * @throws InputError naming every problem of the options.
 */
export async function sensitivity(
  scenario: Scenario,
  options: SensitivityOptions & FollowOptions,
  execute: Executor = executeHere,
): Promise<SensitivityStudy> {
  refuseUnlessRight({ scenario, options, needed, execute });
  const plan = planSensitivity(scenario, options);
  return plan.assemble(await execute(plan, { onProgress: options.onProgress }));
}

const needed = "the method and the parameters";

/** The runs of a study; see {@link sensitivity}. */
export function planSensitivity(scenario: Scenario, options: SensitivityOptions): SensitivityPlan {
  refuseUnlessRight({ scenario, options, needed });
  const { method, against, metric = usualMetric } = options;
  const of = ofWhat(options);
  const window = options.window ?? { fromMonth: 0, toMonth: scenario.months };
  const size = sizeOf(options);
  const { confidence } = size;
  const factors = [...options.parameters, noiseFactor];
  const design = sensitivityDesign(method, factors.length, size, `${options.seed ?? 1}`);
  const other = against ?? variantOf(scenario, { policies: [] });
  const asked = of === "level" ? [scenario] : [scenario, other];
  // Morris's grid has few values: each of its trajectories has seeds of its own, or all would share the same luck.
  const trajectoryOf = (place: number) =>
    method === "morris" ? Math.floor(place / (factors.length + 1)) : 0;
  const runs = runsOf(design, options.parameters, asked, window, trajectoryOf);
  const column = metricNames.indexOf(metric);
  return {
    ...runs,
    assemble: (reductions) => {
      const value = (point: number, which: number) => reductions[point * asked.length + which].values[column];
      const outputs = design.points.map((_, point) =>
        of === "level" ? value(point, 0) : value(point, 0) - value(point, 1),
      );
      const result = design.read(outputs);
      const unit = windowUnit(metric);
      return {
        scenario: scenario.id,
        metric,
        unit,
        of,
        against: against?.id ?? null,
        runs: runs.tasks.length,
        window,
        confidence,
        factors,
        result,
      };
    },
  };
}

/** Scenarios and seeds of a design's points; those that several points share are listed once. */
function runsOf(
  { points }: SensitivityDesign,
  names: readonly string[],
  asked: readonly Scenario[],
  window: Window,
  trajectoryOf: (place: number) => number,
): RunPlan {
  const scenarios = new Map<string, number>();
  const list: Scenario[] = [];
  const seeds = new Map<number, number>();
  const tasks = points.flatMap((point, place) => {
    const values = parametersAt(asked[0].pack, names, point);
    const key = JSON.stringify(values);
    const base = scenarios.get(key) ?? list.length;
    if (base === list.length) {
      scenarios.set(key, base);
      list.push(...asked.map((each) => withParameters(each, values)));
    }
    const seed = seedAt(point[names.length], trajectoryOf(place));
    if (!seeds.has(seed)) seeds.set(seed, seeds.size);
    const seedPlace = seeds.get(seed) as number;
    return asked.map((_, which) => ({ scenario: base + which, seed: seedPlace }));
  });
  return { scenarios: list, seeds: [...seeds.keys()], window, tasks };
}

const seedsOfNoise = 1_000_000_000;

/** The seed of a run: a whole number that depends on the noise factor's place, and on the trajectory. */
function seedAt(u: number, trajectory: number): number {
  return hashWords([Math.floor(u * seedsOfNoise), trajectory]) >>> 0;
}

/** Who names another scenario asks of an effect. */
function ofWhat({ of, against }: Pick<SensitivityOptions, "of" | "against">): "level" | "effect" {
  return of ?? (against === undefined ? "level" : "effect");
}

function sizeOf(options: SensitivityOptions): Required<SensitivitySize> {
  const { method, confidence = defaultConfidence } = options;
  const { samples = method === "morris" ? 10 : 16, replicates = 4, second = false } = options;
  return { samples, replicates, confidence, second };
}

function refuseUnlessRight(asked: Asked): void {
  refuseStudy<SensitivityOptions>("a sensitivity study", asked, {
    ofOptions: (options, scenario) => {
      const { method, parameters, window } = options;
      const listed = Array.isArray(parameters) ? parameters.length : 0;
      return [
        ...(window === undefined ? [] : windowProblems(window, scenario?.months)),
        ...factorProblems(options, scenario),
        ...sizeProblems(method, listed + 1, sizeOf(options)),
      ];
    },
  });
}

function factorProblems(options: SensitivityOptions, scenario: Scenario | undefined): Problem[] {
  const { parameters: names, metric, method, against } = options;
  const of = ofWhat(options);
  const problems = parameterProblems(names, scenario?.pack);
  if (metric !== undefined && !metricNames.includes(metric)) {
    problems.push(unknownName("metric", metric, "the name of a metric", metricNames));
  }
  if (!["morris", "sobol", "shapley"].includes(method)) {
    problems.push(unknownName("method", method, "a method", ["morris", "sobol", "shapley"]));
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
