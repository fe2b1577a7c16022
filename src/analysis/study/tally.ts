// Paired effects as a stream: rows come group by group, and what is kept does not grow with their number. The unit of an
// interval is what is independent: a seed, or a draw where parameters are drawn (the mean over its seeds).
import type { MetricName } from "../../engine/observations.ts";
import { windowUnit } from "../window.ts";
import type { StudyLayout } from "./layout.ts";
import { Moments, UnitSums } from "./moments.ts";
import type { StudyRow } from "./rows.ts";
import { familyOf, type Study } from "./study.ts";
import { isWithoutSpread, pValueOfMean, verdictOf, type Verdict } from "../mean-test.ts";
import { adjustedWithin } from "../simultaneous.ts";
import { tQuantile } from "../student-t.ts";

/** The level of a metric in a scenario; bounds are null for fewer than two units, which are those of effects. */
export interface StudyLevel {
  /** Id of the scenario, or of the baseline. */
  readonly scenario: string;
  /** Id of the window. */
  readonly window: string;
  /** Name of the metric. */
  readonly metric: MetricName;
  /** Unit of the values, as "US$ a year": flows are of a year, stocks are averages. */
  readonly unit: string;
  /** Runs that gave a value. */
  readonly runs: number;
  /** Independent units of the interval: draws where parameters are drawn, else seeds. */
  readonly units: number;
  /** Mean over the units; null without any. */
  readonly mean: number | null;
  /** Lower bound of the mean's t interval. */
  readonly low: number | null;
  /** Upper bound of that interval. */
  readonly high: number | null;
}

/** What a scenario changes against the baseline, as far as its runs are there. */
export interface StudyEstimate {
  /** Id of the scenario, which is held against the baseline. */
  readonly scenario: string;
  /** Id of the window. */
  readonly window: string;
  /** Name of the metric. */
  readonly metric: MetricName;
  /** Unit of the values, as "US$ a year": flows are of a year, stocks are averages. */
  readonly unit: string;
  /** Pairs of runs: same seed, same draw. */
  readonly pairs: number;
  /** Independent units of the interval: draws where parameters are drawn, else seeds. */
  readonly units: number;
  /** Mean of the baseline over the pairs; null without any. */
  readonly baselineMean: number | null;
  /** Mean of the scenario over the pairs; null without any. */
  readonly scenarioMean: number | null;
  /** Mean of the units' differences, above 0 where the scenario's values are higher; null without any. */
  readonly difference: number | null;
  /** Lower bound of the difference's t interval; null for fewer than two units. */
  readonly low: number | null;
  /** Upper bound of that interval; null likewise. */
  readonly high: number | null;
  /** Difference over the size of the baseline's mean, as a share, over the pairs; null without any and when that mean is 0. */
  readonly relative: number | null;
  /** Share of pairs in which the scenario's value is higher, 0 to 1; a tie counts half; null without any. */
  readonly probabilityHigher: number | null;
  /** Share of pairs in which both have the same value, 0 to 1; null without any. */
  readonly probabilitySame: number | null;
  /** How many times smaller the difference's variance is than without pairing; null when differences do not vary. */
  readonly varianceReduction: number | null;
  /** Whether every difference is exactly 0; false without any. */
  readonly tie: boolean;
}

/** What a scenario changes against the baseline in a whole study: tested once, when no run is left that could change it. */
export interface StudyEffect extends StudyEstimate {
  /**
   * Two-sided p-value of the paired t test of units against no difference, or of their signs where they do not vary; null for fewer
   * than two units, and where each has a difference of 0, so that there is nothing to test.
   */
  readonly pValue: number | null;
  /**
   * p-value adjusted by Holm's method for being one of several in its window: the scenarios' effects on this metric or, where the
   * study names its metrics, on all of these. Windows are not adjusted for each other. Null without a p-value.
   */
  readonly adjustedPValue: number | null;
  /** What the effect says by itself, units being its pairs; null for fewer than two. */
  readonly verdict: Verdict | null;
}

/** A run that failed. */
export interface FailedRun {
  readonly run: number;
  readonly scenario: string;
  readonly seed: string;
  readonly draw: number;
  readonly error: string;
}

/** Tallies of a pair of a scenario and the baseline in one metric and window. */
class PairTally {
  readonly baseline = new Moments();
  readonly scenario = new Moments();
  readonly pairs = new Moments();
  higher = 0;
  equal = 0;
}

/** Sums of a draw that is not complete yet. */
interface OpenDraw {
  groups: number;
  readonly levels: UnitSums;
  readonly differences: UnitSums;
}

const mostFailuresKept = 20;

/** Takes in groups of rows in any order, each group once; the rows may have more windows, of which the first count, and more metrics. */
export class StudyTally {
  readonly #study: Study;
  readonly #seeds: number;
  readonly #columns: number;
  /** Place of each metric among the rows'. */
  readonly #places: readonly number[];
  readonly #runsOf: number[];
  readonly #levels: Moments[];
  readonly #pairs: PairTally[];
  readonly #differences: Moments[];
  readonly #open = new Map<number, OpenDraw>();
  readonly failures: FailedRun[] = [];
  runs = 0;
  failed = 0;

  /** @param rowMetrics Metrics of the rows. Default: the study's. */
  constructor(study: Study, layout: StudyLayout, rowMetrics: readonly MetricName[] = study.metrics) {
    this.#study = study;
    this.#places = study.metrics.map((metric) => rowMetrics.indexOf(metric));
    this.#seeds = study.draws === null ? 1 : layout.seeds;
    this.#columns = study.windows.length * study.metrics.length;
    const size = study.scenarios.length * this.#columns;
    this.#runsOf = Array.from({ length: size }, () => 0);
    this.#levels = Array.from({ length: size }, () => new Moments());
    this.#pairs = Array.from({ length: size }, () => new PairTally());
    this.#differences = Array.from({ length: size }, () => new Moments());
  }

  /** Takes in the rows of one draw and seed: one per scenario, in the study's order. */
  add(rows: readonly StudyRow[]): void {
    const draw = rows[0].draw;
    const open = this.#openDraw(draw);
    const baseline = this.#valuesOf(rows[0]);
    rows.forEach((row, scenario) => {
      this.runs += 1;
      const values = this.#valuesOf(row);
      if (values === undefined) {
        this.#fail(row);
        return;
      }
      values.forEach((value, column) => {
        const place = scenario * this.#columns + column;
        this.#runsOf[place] += 1;
        open.levels.add(place, value);
        if (scenario === 0 || baseline === undefined) return;
        const tally = this.#pairs[place];
        const difference = value - baseline[column];
        tally.baseline.add(baseline[column]);
        tally.scenario.add(value);
        tally.pairs.add(difference);
        if (difference > 0) tally.higher += 1;
        else if (difference === 0) tally.equal += 1;
        open.differences.add(place, difference);
      });
    });
    open.groups += 1;
    if (open.groups === this.#seeds) this.#close(draw, open);
  }

  /** Values of the windows and metrics that are tallied. */
  #valuesOf({ values }: StudyRow): number[] | undefined {
    const ofWindows = values?.slice(0, this.#study.windows.length);
    return ofWindows?.flatMap((ofWindow) => this.#places.map((place) => ofWindow[place]));
  }

  #openDraw(draw: number): OpenDraw {
    const key = this.#study.draws === null ? -1 : draw;
    const found = this.#open.get(key);
    if (found !== undefined) return found;
    const size = this.#pairs.length;
    const open = { groups: 0, levels: new UnitSums(size), differences: new UnitSums(size) };
    this.#open.set(key, open);
    return open;
  }

  #close(draw: number, { levels, differences }: OpenDraw): void {
    this.#open.delete(this.#study.draws === null ? -1 : draw);
    levels.close(this.#levels);
    differences.close(this.#differences);
  }

  #fail({ run, scenario, seed, draw, error = "" }: StudyRow): void {
    this.failed += 1;
    if (this.failures.length < mostFailuresKept) this.failures.push({ run, scenario, seed, draw, error });
  }

  /** Levels of every scenario. */
  levels(): StudyLevel[] {
    return this.#cells(0).map(({ place, ...cell }) => {
      const level = this.#levels[place];
      const counts = { runs: this.#runsOf[place], units: level.n };
      return {
        ...cell,
        ...counts,
        mean: known(level.mean, level.n),
        ...bounds(level.mean, this.#halfWidth(level)),
      };
    });
  }

  /** Effects of every scenario but the baseline; for when all runs have been taken in. */
  effects(): StudyEffect[] {
    const places = this.#cells(1).map(({ place }) => place);
    const tested = this.estimates().map((estimate, i) => ({
      ...estimate,
      ...testedAgainst0(
        this.#differences[places[i]],
        this.#pairs[places[i]],
        estimate,
        this.#study.confidence,
      ),
    }));
    const family = familyOf(this.#study);
    return adjustedWithin(tested, ({ window, metric }) =>
      family === "metric" ? `${window} ${metric}` : window,
    );
  }

  /** The same so far, untested: a test that is made again and again as runs come finds too much. */
  estimates(): StudyEstimate[] {
    return this.#cells(1).map(({ place, ...cell }) => {
      const { baseline, scenario, pairs, higher, equal } = this.#pairs[place];
      const units = this.#differences[place];
      const { n } = pairs;
      const some = (value: number) => known(value, n);
      return {
        ...cell,
        pairs: n,
        units: units.n,
        baselineMean: some(baseline.mean),
        scenarioMean: some(scenario.mean),
        difference: known(units.mean, units.n),
        ...bounds(units.mean, this.#halfWidth(units)),
        relative: baseline.mean === 0 ? null : some(pairs.mean / Math.abs(baseline.mean)),
        probabilityHigher: some((higher + equal / 2) / n),
        probabilitySame: some(equal / n),
        varianceReduction: isWithoutSpread(pairs.variance, [baseline.mean, scenario.mean])
          ? null
          : (baseline.variance + scenario.variance) / pairs.variance,
        tie: n > 0 && equal === n,
      };
    });
  }

  #cells(firstScenario: number) {
    const { scenarios, windows, metrics } = this.#study;
    return scenarios.slice(firstScenario).flatMap(({ id }, i) =>
      windows.flatMap((window, w) =>
        metrics.map((metric, m) => ({
          place: (i + firstScenario) * this.#columns + w * metrics.length + m,
          scenario: id,
          window: window.id,
          metric,
          unit: windowUnit(metric),
        })),
      ),
    );
  }

  #halfWidth({ n, variance }: Moments): number {
    if (n < 2) return Number.NaN;
    return tQuantile((1 + this.#study.confidence) / 2, n - 1) * Math.sqrt(variance / n);
  }
}

function testedAgainst0(
  { n, mean, variance }: Moments,
  { baseline, scenario }: PairTally,
  { low, high }: Pick<StudyEstimate, "low" | "high">,
  confidence: number,
): Pick<StudyEffect, "pValue" | "verdict"> {
  if (low === null || high === null) return { pValue: null, verdict: null };
  const formedFrom = [baseline.mean, scenario.mean];
  const pValue = mean === 0 && variance === 0 ? null : pValueOfMean(mean, variance, n, formedFrom);
  const withoutSpread = isWithoutSpread(variance, formedFrom);
  return { pValue, verdict: verdictOf({ low, high, pValue, withoutSpread }, confidence) };
}

function known(value: number, n: number): number | null {
  return n === 0 ? null : value;
}

function bounds(mean: number, half: number): { readonly low: number | null; readonly high: number | null } {
  return Number.isNaN(half) ? { low: null, high: null } : { low: mean - half, high: mean + half };
}
