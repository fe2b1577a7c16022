// Sensitivity of the model: parameters over their ranges, and the seed as a factor of its own, so that what luck does is told
// apart from what parameters do. On levels of a scenario, or on what its policies change under the same draws.
import type { ParameterName } from "../../data/parameter-values.ts";
import { metricNames, type MetricName } from "../../engine/observations.ts";
import { hashWords } from "../../random.ts";
import type { Scenario } from "../../scenarios/scenario.ts";
import { variantOf } from "../../scenarios/variant.ts";
import { defaultWindow } from "../compare.ts";
import { executeHere, followedBy, type Executor, type RunPlan } from "../executor.ts";
import type { FollowOptions } from "../follow-options.ts";
import { mainMetric } from "../main-metric.ts";
import { windowUnit, type RunReduction, type Window } from "../window.ts";
import { sensitivityDesign, type SensitivityDesign, type SensitivityResult } from "./analyse.ts";
import { ofWhat, refuseSensitivity, sizeOf, type SensitivityOptions } from "./options.ts";
import { parametersAt, withParameters } from "./parameter-space.ts";

/** Name of the factor that stands for simulation noise: the seed. */
const noiseFactor = "seed";

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
  readonly factors: readonly (ParameterName | typeof noiseFactor)[];
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
  refuseSensitivity({ scenario, options, execute });
  const plan = planSensitivity(scenario, options);
  return plan.assemble(await execute(plan, followedBy(options)));
}

/** The runs of a study; see {@link sensitivity}. */
export function planSensitivity(scenario: Scenario, options: SensitivityOptions): SensitivityPlan {
  refuseSensitivity({ scenario, options });
  const { method, against, metric = mainMetric } = options;
  const of = ofWhat(options);
  const size = sizeOf(options);
  const { confidence } = size;
  const factors = [...options.parameters, noiseFactor] as const;
  const seedPlace = factors.length - 1;
  const design = sensitivityDesign(method, factors.length, size, `${options.seed ?? 1}`, [seedPlace]);
  const other = against ?? variantOf(scenario, { policies: [] });
  const asked = of === "level" ? [scenario] : [scenario, other];
  const { fromMonth, toMonth } = options.window ?? defaultWindow(asked);
  const window = { fromMonth, toMonth };
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
