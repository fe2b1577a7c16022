// Effects from runs that somebody else made, in whatever way: first it is checked that they are pairs.
import { metricNames, type Manifest, type MetricName, type Run } from "../engine/observations.ts";
import { InputError, type Problem } from "../errors.ts";
import { pairedEffect, type PairedEffect } from "./effects.ts";
import { windowUnit, windowValue, type Window } from "./window.ts";

/** A run in a window: what identifies it, and a number per metric. */
export interface WindowedRun {
  readonly manifest: Manifest;
  readonly window: Window;
  /** In the order of `metricNames`. */
  readonly values: readonly number[];
}

/** Effect on a metric from runs that were made elsewhere. */
export interface RunsEffect extends PairedEffect {
  readonly metric: MetricName;
  readonly unit: string;
}

/** A run in a window of its months. */
export function windowedRun(run: Run, window: Window): WindowedRun {
  return {
    manifest: run.manifest,
    window,
    values: metricNames.map((metric) => windowValue(run, metric, window)),
  };
}

/**
 * The effects of a scenario from its runs and the baseline's, paired by seed whatever their order.
 *
 * @throws InputError naming every way in which they are no pairs: seeds, windows, versions, packs, horizons, burn-ins or
 * populations that differ, a seed that stands twice, several scenarios on one side.
 */
export function effectsOfRuns(
  baseline: readonly WindowedRun[],
  scenario: readonly WindowedRun[],
  options: { readonly metrics?: readonly MetricName[]; readonly confidence?: number } = {},
): RunsEffect[] {
  const problems = [
    ...sideProblems("baseline", baseline),
    ...sideProblems("scenario", scenario),
    ...pairProblems(baseline, scenario),
  ];
  if (problems.length > 0) throw new InputError("paired effects of runs", problems);
  const bySeed = new Map(scenario.map((run) => [run.manifest.seed, run]));
  return (options.metrics ?? metricNames).map((metric) => {
    const place = metricNames.indexOf(metric);
    const changed = baseline.map(({ manifest }) => (bySeed.get(manifest.seed) as WindowedRun).values[place]);
    return {
      metric,
      unit: windowUnit(metric),
      ...pairedEffect(
        baseline.map(({ values }) => values[place]),
        changed,
        options.confidence,
      ),
    };
  });
}

/** What both sides of a pair must share. */
const shared: readonly (readonly [string, (run: WindowedRun) => unknown])[] = [
  ["version", ({ manifest }) => manifest.version],
  ["pack", ({ manifest }) => (JSON.parse(manifest.content) as { readonly pack?: unknown }).pack],
  ["months", ({ manifest }) => manifest.months],
  ["burnInMonths", ({ manifest }) => manifest.burnInMonths],
  ["population", ({ manifest }) => manifest.population],
  ["window", ({ window }) => [window.fromMonth, window.toMonth]],
];

/** Problems that keep two runs from being a pair, seed aside. */
function sharedProblems(path: string, run: WindowedRun, other: WindowedRun): Problem[] {
  return shared.flatMap(([name, of]) => {
    const [found, wanted] = [of(run), of(other)].map((value) => JSON.stringify(value));
    if (found === wanted) return [];
    return [{ path: `${path}.${name}`, value: of(run), expected: `${wanted}, as the baseline's runs have` }];
  });
}

function sideProblems(side: string, runs: readonly WindowedRun[]): Problem[] {
  const seen = new Map<string, number>();
  return runs.flatMap(({ manifest }, index): Problem[] => {
    const first = seen.get(manifest.seed);
    seen.set(manifest.seed, first ?? index);
    const twice = { path: `${side}[${index}].seed`, value: manifest.seed };
    const mixed = { path: `${side}[${index}].scenario`, value: manifest.scenarioHash };
    const hash = runs[0].manifest.scenarioHash;
    return [
      ...(first === undefined
        ? []
        : [{ ...twice, expected: `each seed once; ${side}[${first}] has the same` }]),
      ...(manifest.scenarioHash === hash
        ? []
        : [{ ...mixed, expected: `runs of one scenario, of hash ${hash}` }]),
    ];
  });
}

function pairProblems(baseline: readonly WindowedRun[], scenario: readonly WindowedRun[]): Problem[] {
  if (baseline.length === 0 || scenario.length === 0) {
    return [{ path: "", value: [baseline.length, scenario.length], expected: "runs on both sides" }];
  }
  const [left, right] = [baseline, scenario].map(
    (runs) => new Set(runs.map(({ manifest }) => manifest.seed)),
  );
  const missing = (side: string, from: Set<string>, to: Set<string>): Problem[] =>
    [...from]
      .filter((seed) => !to.has(seed))
      .map((seed) => ({
        path: side,
        value: `no run of seed ${seed}`,
        expected: "the same seeds on both sides",
      }));
  return [
    ...missing("scenario", left, right),
    ...missing("baseline", right, left),
    ...[...baseline.slice(1), ...scenario].flatMap((run, i) =>
      sharedProblems(
        i < baseline.length - 1 ? `baseline[${i + 1}]` : `scenario[${i + 1 - baseline.length}]`,
        run,
        baseline[0],
      ),
    ),
  ];
}
