// How far a computed fact lies from its target, in standard deviations of what would excuse it (Craig, Goldstein, Seheult and
// Smith 1997): the target's own tolerance, and the noise of the seeds.
import type { Measure } from "../fact-definition.ts";

/** A fact that a calibration fits, and its bounds; null where it is open. */
export interface FittedFact {
  /** Id of the fact, as `exporter-share`. */
  readonly id: string;
  /** Lower bound, in the unit of the facts table; null where it is open, and then the upper one is not. */
  readonly low: number | null;
  /** Upper bound, in the unit of the facts table; null where it is open. */
  readonly high: number | null;
}

/** A fact as some runs give it, and its standard error over seeds. */
export interface FactMoment {
  /** The fact over the seeds, in the unit of the facts table. */
  readonly value: number;
  /** Its standard error over seeds; 0 when one seed alone could measure it. */
  readonly error: number;
}

/** Up to here a fact is no evidence against a point: three standard deviations (Pukelsheim 1994). */
export const implausibleFrom = 3;

/**
 * Implausibility of a moment. The bounds of a two-sided target stand for three standard deviations of its tolerance, so that
 * without noise a point is plausible exactly where the fact is inside; a one-sided target has no tolerance beyond its bound.
 * Without a moment, Infinity: a fact that cannot be measured is not met.
 *
 * @param extraVariance Of an emulator that stands for the runs. Default 0.
 */
export function implausibility(
  { low, high }: FittedFact,
  moment: FactMoment | null,
  extraVariance = 0,
): number {
  if (moment === null) return Infinity;
  const noise = moment.error * moment.error + extraVariance;
  if (low !== null && high !== null) {
    const tolerance = (high - low) / 2 / implausibleFrom;
    return over(Math.abs(moment.value - (low + high) / 2), Math.sqrt(tolerance * tolerance + noise));
  }
  const beyond = low !== null ? low - moment.value : high !== null ? moment.value - high : 0;
  return over(Math.max(0, beyond), Math.sqrt(noise));
}

/** The implausibility of a point: that of the fact that speaks most against it. */
export function worstOf(facts: readonly FittedFact[], moments: readonly (FactMoment | null)[]): number {
  return Math.max(0, ...facts.map((fact, i) => implausibility(fact, moments[i])));
}

/** The ratio of sums over seeds with its standard error by linearisation; null without anything to divide by. */
export function momentOf(measures: readonly Measure[]): FactMoment | null {
  const measured = measures.filter((each) => each !== null);
  const n = measured.length;
  const sums = [0, 1].map((place) => measured.reduce((sum, pair) => sum + pair[place], 0));
  if (n === 0 || sums[1] === 0) return null;
  const value = sums[0] / sums[1];
  if (n === 1) return { value, error: 0 };
  const squares = measured.reduce((sum, [above, below]) => sum + (above - value * below) ** 2, 0);
  return { value, error: Math.sqrt((squares * n) / (n - 1)) / Math.abs(sums[1]) };
}

function over(distance: number, deviation: number): number {
  return distance === 0 ? 0 : distance / deviation;
}
