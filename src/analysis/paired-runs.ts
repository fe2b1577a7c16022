// Effects from runs that a user has made and kept: only runs that are pairs are compared.
import { metricNames, type MetricName, type PerMetric, type Run } from "../engine/observations.ts";
import { InputError, unknownNames, type Problem } from "../errors.ts";
import { packProblems } from "../scenarios/pack-choice.ts";
import { optionsProblems, runListProblems } from "./asked.ts";
import { checkMetrics } from "./compare.ts";
import { defaultConfidence, pairedEffect, type IntervalMethod, type PairedEffect } from "./effects.ts";
import { confidenceProblems, intervalProblems } from "./sample-problems.ts";
import { windowProblems, windowValue, type Window } from "./window.ts";

/** How runs are compared; see {@link effectsOfRuns}. */
export interface RunEffectOptions {
  /** Months that count. Default: all observed. */
  readonly window?: Window;
  /** Metrics that are compared. Default: all. */
  readonly metrics?: readonly MetricName[];
  /** Confidence of the intervals, above 0 and below 1. Default 0.95. */
  readonly confidence?: number;
  /** Intervals by Student's t, or by the bootstrap (BCa). Default "t". */
  readonly interval?: IntervalMethod;
}

const unpaired = "runs that are not pairs";
const optionNames = ["window", "metrics", "confidence", "interval"];

/** What makes two runs a pair, beside their seed. */
const alike = ["version", "months", "burnInMonths", "population"] as const;

/**
 * Paired effects of one scenario's runs against another's, by metric; those that were not asked for are missing. The order of runs
 * does not matter: pairs have one seed.
 *
 * @throws InputError for what is no list of runs, and when the runs are not pairs: other seeds, a seed that stands twice, runs of
 * two scenarios on one side, another version, horizon, burn-in, population or data pack; and as {@link pairedEffect}.
 */
export function effectsOfRuns(
  baseline: readonly Run[],
  scenario: readonly Run[],
  options: RunEffectOptions = {},
): PerMetric<PairedEffect> {
  const notRuns = [...runListProblems("baseline", baseline), ...runListProblems("scenario", scenario)];
  const months = notRuns.length > 0 ? undefined : baseline[0]?.manifest.months;
  const problems = [
    ...(notRuns.length > 0 ? notRuns : pairingProblems(baseline, scenario)),
    ...askedProblems(options, months, notRuns.length > 0 ? undefined : baseline.length),
  ];
  if (problems.length > 0) throw new InputError(unpaired, problems);
  const { metrics = metricNames, window, confidence, interval } = options;
  const counted = window ?? { fromMonth: 0, toMonth: months ?? 0 };
  const partners = new Map(scenario.map((run) => [run.manifest.seed, run]));
  const values = (runs: readonly Run[], metric: MetricName) =>
    runs.map((run) => windowValue(run, metric, counted));
  const paired = baseline.map((run) => partners.get(run.manifest.seed) as Run);
  return Object.fromEntries(
    metrics.map((metric) => [
      metric,
      pairedEffect(values(baseline, metric), values(paired, metric), confidence, interval),
    ]),
  ) as unknown as PerMetric<PairedEffect>;
}

function askedProblems(
  options: RunEffectOptions,
  months: number | undefined,
  pairs: number | undefined,
): Problem[] {
  const none = optionsProblems(options);
  if (none.length > 0) return none;
  const { metrics, window, confidence = defaultConfidence, interval = "t" } = options;
  const problems = unknownNames(options, optionNames);
  checkMetrics(metrics, problems);
  if (window !== undefined) problems.push(...windowProblems(window, months));
  problems.push(...confidenceProblems(confidence));
  return [...problems, ...intervalProblems(interval, confidence, "baseline", pairs)];
}

function pairingProblems(baseline: readonly Run[], scenario: readonly Run[]): Problem[] {
  return [
    ...repeated(baseline, "baseline"),
    ...repeated(scenario, "scenario"),
    ...missing(baseline, scenario, "scenario"),
    ...missing(scenario, baseline, "baseline"),
    ...mixed(baseline, "baseline"),
    ...mixed(scenario, "scenario"),
    ...different(baseline, "baseline", baseline[0]),
    ...different(scenario, "scenario", baseline[0]),
  ];
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

/** What keeps the runs of a side from being held against the first of the baseline's. */
function different(runs: readonly Run[], path: string, first: Run | undefined): Problem[] {
  if (first === undefined) return [];
  return runs.flatMap((run, i) => [
    ...alike
      .filter((name) => run.manifest[name] !== first.manifest[name])
      .map((name) => ({
        path: `${path}[${i}].${name}`,
        value: run.manifest[name],
        expected: `${first.manifest[name]}, as baseline[0] has`,
      })),
    ...packProblems(`${path}[${i}].pack`, run.scenario.pack, first.scenario.pack, "baseline[0]"),
  ]);
}
