// No dead knobs: each parameter and each setting at both ends of its range, under the same seeds, moves some metric, or it
// stands on a list with the reason why it does not.
import { metricNames } from "../../engine/observations.ts";
import { unknownName, type Problem } from "../../errors.ts";
import { defaultStartMonth } from "../../scenarios/policy-request.ts";
import type { Scenario } from "../../scenarios/scenario.ts";
import { isPlainObject } from "../../plain-object.ts";
import { countProblems, refuseStudy } from "../asked.ts";
import { executeHere, inStages, type Executor } from "../executor.ts";
import type { FollowOptions } from "../follow-options.ts";
import { inertKnobs } from "./inert-knobs.ts";
import { contextsOf, knobNames, knobsOf, turned, type Knob } from "./knob-list.ts";

/** What a knob was found to do. */
export interface KnobResult extends Knob {
  /** The first scenario in which it moved a metric; null when it moved none anywhere. */
  readonly actsIn: string | null;
  /** Metrics that differ between its ends there. */
  readonly metricsMoved: number;
  /** Highest less lowest net local value over its ends there: means over seeds, US$ a year, 0 where it moved nothing. */
  readonly netLocalValueUsd: number;
  /** Why it is inert, from the list or because its range is one value; null when nothing says so. */
  readonly reason: string | null;
  /** What is wrong with the knob or with the list; null when nothing is. */
  readonly problem: "inert without a reason" | "listed as inert, but it acts" | null;
}

/** The study of knobs; plain data. */
export interface KnobStudy {
  /** Id of the scenario whose months, population and pack they were tried with. */
  readonly scenario: string;
  /** Seeds 1 to this. */
  readonly seeds: number;
  /** Months observed. */
  readonly months: number;
  /** Firms at the start, about. */
  readonly population: number;
  /** Runs that were made. */
  readonly runs: number;
  /** How many metrics were looked at: all. */
  readonly metrics: number;
  /** Each knob that was asked for, parameters first. */
  readonly knobs: readonly KnobResult[];
}

/** What is asked of the study. */
export interface KnobOptions {
  /** Seeds 1 to this. */
  readonly seeds: number;
  /** Knobs that are tried: parameters, and settings as `policy.setting`. Default: all. */
  readonly names?: readonly string[];
  /** Reasons of inert knobs, by name. Default: the model's. */
  readonly inert?: Readonly<Record<string, string>>;
}

/**
 * Tries the knobs, all that have not acted yet in one scenario after the other.
 *
 * @param execute Makes the runs. Default: here, one after the other; `executorOn` of `eslabon/node` makes them on worker threads.
 * @throws InputError for a horizon that ends before policies begin, for unknown names, and for a list of inert knobs that names unknown ones.
 */
export async function studyKnobs(
  scenario: Scenario,
  options: KnobOptions & FollowOptions,
  execute: Executor = executeHere,
): Promise<KnobStudy> {
  refuseStudy<KnobOptions>(
    "a study of knobs",
    { scenario, options, needed: "the seeds", execute },
    {
      optionNames: { seeds: true, names: true, inert: true },
      ofScenario: ({ months }) => knobsHorizonProblems(months, "scenario.months"),
      ofOptions: optionProblems,
    },
  );
  const { seeds, names, inert = inertKnobs } = options;
  const following = inStages(execute, options);
  const known = knobsOf(scenario);
  const asked = known.filter(({ name }) => names === undefined || names.includes(name));
  const list = Array.from({ length: seeds }, (_, i) => i + 1);
  const found = new Map<string, Pick<KnobResult, "actsIn" | "metricsMoved" | "netLocalValueUsd">>();
  const column = metricNames.indexOf("localValueNetUsd");
  let runs = 0;
  for (let round = 0; ; round++) {
    const trials = asked.flatMap((knob) => {
      const context = found.has(knob.name) || knob.ends.length < 2 ? undefined : contextsOf(knob)[round];
      return context === undefined ? [] : [{ knob, context }];
    });
    if (trials.length === 0) break;
    const scenarios = trials.flatMap(({ knob, context }) =>
      knob.ends.map((_, end) => turned(scenario, context, knob, end)),
    );
    const window = { fromMonth: 0, toMonth: scenario.months };
    const tasks = scenarios.flatMap((_, index) => list.map((__, seed) => ({ scenario: index, seed })));
    const reductions = await following({ scenarios, seeds: list, window, tasks });
    runs += tasks.length;
    let place = 0;
    for (const { knob, context } of trials) {
      const ends = knob.ends.map(() => reductions.slice(place, (place += seeds)).map(({ values }) => values));
      const moved = metricNames.filter((_, metric) =>
        list.some((__, seed) => ends.some((end) => end[seed][metric] !== ends[0][seed][metric])),
      );
      if (moved.length === 0) continue;
      const levels = ends.map((end) => end.reduce((sum, values) => sum + values[column], 0) / seeds);
      found.set(knob.name, {
        actsIn: context.id,
        metricsMoved: moved.length,
        netLocalValueUsd: Math.max(...levels) - Math.min(...levels),
      });
    }
  }
  return {
    scenario: scenario.id,
    seeds,
    months: scenario.months,
    population: scenario.population,
    runs,
    metrics: metricNames.length,
    knobs: asked.map((knob): KnobResult => {
      const result = found.get(knob.name) ?? { actsIn: null, metricsMoved: 0, netLocalValueUsd: 0 };
      const reason = Object.hasOwn(inert, knob.name)
        ? inert[knob.name]
        : knob.ends.length < 2
          ? "its range is one value, that of its source"
          : null;
      const acts = result.actsIn !== null;
      const problem =
        acts && reason !== null
          ? "listed as inert, but it acts"
          : !acts && reason === null
            ? "inert without a reason"
            : null;
      return { ...knob, ...result, reason, problem };
    }),
  };
}

/** A problem where a horizon ends before the knobs' policies begin. */
export function knobsHorizonProblems(months: number, path: string): Problem[] {
  if (months > defaultStartMonth) return [];
  const expected = `at least ${defaultStartMonth + 1} months, for policies start in month ${defaultStartMonth}`;
  return [{ path, value: months, expected }];
}

function optionProblems({ seeds, names, inert = inertKnobs }: KnobOptions): Problem[] {
  const problems = countProblems(seeds);
  const all = knobNames();
  const what = "the name of a parameter, or of a setting as policy.setting";
  if (names !== undefined && (!Array.isArray(names) || names.length === 0)) {
    problems.push({ path: "names", value: names, expected: `a list of at least one name: ${what}` });
  }
  (Array.isArray(names) ? (names as readonly string[]) : []).forEach((name, i) => {
    if (!all.includes(name)) problems.push(unknownName(`names[${i}]`, name, what, all));
  });
  if (!isPlainObject(inert)) {
    problems.push({ path: "inert", value: inert, expected: "reasons by the names of knobs" });
    return problems;
  }
  for (const name of Object.keys(inert)) {
    if (!all.includes(name)) problems.push(unknownName("inert", name, what, all));
  }
  return problems;
}
