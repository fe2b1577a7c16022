// Effects from runs that a user has made and kept: only runs that are pairs are compared.
import type { MetricName, Run } from "../engine/observations.ts";
import { InputError, unknownName, type Problem } from "../errors.ts";
import { packProblems } from "../scenarios/pack-choice.ts";
import { optionsProblems, runListProblems } from "./asked.ts";
import { checkMetrics } from "./compare.ts";
import { pairedEffect, type IntervalMethod, type PairedEffect } from "./effects.ts";
import { windowProblems, windowValue, type Window } from "./window.ts";

/** How runs are compared; see {@link effectsOfRuns}. */
export interface RunEffectOptions {
  /** Months that count. Default: all observed. */
  readonly window?: Window;
  /** Default: all. */
  readonly metrics?: readonly MetricName[];
  readonly confidence?: number;
  readonly interval?: IntervalMethod;
}

const unpaired = "runs that are not pairs";
const optionNames = ["window", "metrics", "confidence", "interval"];

/** What makes two runs a pair, beside their seed. */
const alike = ["version", "months", "burnInMonths", "population"] as const;

/**
 * Paired effects of one scenario's runs against another's, by metric. The order of runs does not matter: pairs have one seed.
 *
 * @throws InputError for what is no list of runs, and when the runs are not pairs: other seeds, a seed that stands twice, runs of
 * two scenarios on one side, another version, horizon, burn-in, population or data pack; and as {@link pairedEffect}.
 */
export function effectsOfRuns(
  baseline: readonly Run[],
  scenario: readonly Run[],
  options: RunEffectOptions = {},
): Readonly<Record<MetricName, PairedEffect>> {
  const wrong = [
    ...runListProblems("baseline", baseline),
    ...runListProblems("scenario", scenario),
    ...optionsProblems(options),
  ];
  if (wrong.length > 0) throw new InputError(unpaired, wrong);
  const { window, confidence, interval } = options;
  const months = baseline[0]?.manifest.months ?? Infinity;
  const problems: Problem[] = Object.keys(options)
    .filter((name) => !optionNames.includes(name))
    .map((name) => unknownName(name, name, `one of: ${optionNames.join(", ")}`, optionNames));
  const metrics = checkMetrics(options.metrics, problems);
  problems.push(
    ...repeated(baseline, "baseline"),
    ...repeated(scenario, "scenario"),
    ...missing(baseline, scenario, "scenario"),
    ...missing(scenario, baseline, "baseline"),
    ...mixed(baseline, "baseline"),
    ...mixed(scenario, "scenario"),
    ...different([...baseline, ...scenario]),
    ...(window === undefined ? [] : windowProblems(window, months)),
  );
  if (problems.length > 0) throw new InputError(unpaired, problems);
  const counted = window ?? { fromMonth: 0, toMonth: months };
  const partners = new Map(scenario.map((run) => [run.manifest.seed, run]));
  const values = (runs: readonly Run[], metric: MetricName) =>
    runs.map((run) => windowValue(run, metric, counted));
  const paired = baseline.map((run) => partners.get(run.manifest.seed) as Run);
  return Object.fromEntries(
    metrics.map((metric) => [
      metric,
      pairedEffect(values(baseline, metric), values(paired, metric), confidence, interval),
    ]),
  ) as Record<MetricName, PairedEffect>;
}

function repeated(runs: readonly Run[], path: string): Problem[] {
  const seeds = runs.map(({ manifest }) => manifest.seed);
  return seeds.flatMap((seed, i) =>
    seeds.indexOf(seed) === i
      ? []
      : [
          {
            path: `${path}[${i}].seed`,
            value: seed,
            expected: `each seed once; ${path}[${seeds.indexOf(seed)}] has it too`,
          },
        ],
  );
}

function missing(runs: readonly Run[], others: readonly Run[], path: string): Problem[] {
  const known = new Set(others.map(({ manifest }) => manifest.seed));
  const lacking = runs.map(({ manifest }) => manifest.seed).filter((seed) => !known.has(seed));
  return lacking.length === 0
    ? []
    : [
        {
          path,
          value: [...known],
          expected: `a run of each seed of the other side; none of ${lacking.join(", ")}`,
        },
      ];
}

function mixed(runs: readonly Run[], path: string): Problem[] {
  return runs.flatMap(({ manifest }, i) => {
    const { scenario, scenarioHash } = runs[0].manifest;
    if (manifest.scenarioHash === scenarioHash) return [];
    const expected = `"${scenario}" (${scenarioHash}), as ${path}[0] is of: a side has runs of one scenario`;
    return [{ path: `${path}[${i}]`, value: `${manifest.scenario} (${manifest.scenarioHash})`, expected }];
  });
}

function different(runs: readonly Run[]): Problem[] {
  const [first, ...others] = runs;
  if (first === undefined) return [];
  return others.flatMap((run, i) => {
    const unlike = alike.filter((name) => run.manifest[name] !== first.manifest[name]);
    return [
      ...unlike.map((name) => ({
        path: `run ${i + 1} of "${run.manifest.scenario}", ${name}`,
        value: run.manifest[name],
        expected: `${first.manifest[name]}, as the first run has`,
      })),
      ...packProblems(
        `run ${i + 1} of "${run.manifest.scenario}", pack`,
        run.scenario.pack,
        first.scenario.pack,
        "the first run",
      ),
    ];
  });
}
