// History matching in waves (Craig and others 1997; Vernon, Goldstein and Bower 2010): rule out what cannot be, instead of
// looking for the best. Each wave runs points that an emulator of all runs so far cannot rule out. Simulator and facts are
// arguments, so that it can be tried on a function whose truth is known.
import { rootKey } from "../../random.ts";
import { quadraticEmulator } from "../quadratic-emulator.ts";
import type { Point } from "../sensitivity/design.ts";
import { scrambledSobol } from "../sensitivity/sobol-sequence.ts";
import {
  implausibility,
  implausibleFrom,
  worstOf,
  type FittedFact,
  type FactMoment,
} from "./implausibility.ts";

/** How much is done. */
export interface HistoryMatchingSize {
  /** Points of a wave. */
  readonly samples: number;
  readonly waves: number;
  /** Decides the designs. */
  readonly key: string;
}

/** A point that was run. */
export interface TriedPoint {
  /** Counted from 1. */
  readonly wave: number;
  readonly point: Point;
  /** In the order of the facts that are measured, the fitted ones first. */
  readonly moments: readonly (FactMoment | null)[];
  readonly implausibility: number;
}

/** What a wave did. */
export interface CalibrationWave {
  /** Points that were run. */
  readonly points: number;
  /** Those of them that no fitted fact speaks against. */
  readonly accepted: number;
  /** Share of the whole space that the emulator could not rule out before the wave; 1 for the first. */
  readonly spaceLeft: number;
}

/** All points that were run, wave after wave. */
export interface HistoryMatching {
  readonly waves: readonly CalibrationWave[];
  readonly tried: readonly TriedPoint[];
}

/** Moments of points of the unit cube: by point, then by fact. */
export type MomentsOf = (
  points: readonly Point[],
  wave: number,
) => Promise<readonly (readonly (FactMoment | null)[])[]>;

/** Candidates per wave, among which an emulator leaves some. */
const candidatesPerWave = 8192;

/**
 * Runs the waves. It stops early when no candidate is left, because then no point fits.
 *
 * @param facts Fitted; moments beyond them are kept but not looked at.
 */
export async function matchHistory(
  factors: number,
  facts: readonly FittedFact[],
  { samples, waves, key }: HistoryMatchingSize,
  momentsOf: MomentsOf,
): Promise<HistoryMatching> {
  const tried: TriedPoint[] = [];
  const told: CalibrationWave[] = [];
  for (let wave = 1; wave <= waves; wave++) {
    const pool = scrambledSobol(
      wave === 1 ? samples : candidatesPerWave,
      factors,
      rootKey(`calibration ${key} wave ${wave}`),
    );
    const left = wave === 1 ? pool : notRuledOut(pool, facts, tried);
    if (left.length === 0) break;
    const points = left.slice(0, samples);
    const moments = await momentsOf(points, wave);
    const run = points.map((point, i) => ({
      wave,
      point,
      moments: moments[i],
      implausibility: worstOf(facts, moments[i]),
    }));
    tried.push(...run);
    const accepted = run.filter((each) => isAccepted(each)).length;
    told.push({ points: run.length, accepted, spaceLeft: left.length / pool.length });
  }
  return { waves: told, tried };
}

/** Whether no fitted fact speaks against a point. */
export function isAccepted({ implausibility: value }: Pick<TriedPoint, "implausibility">): boolean {
  return value <= implausibleFrom;
}

/** Points that the emulators of the facts, with their errors, leave possible. */
function notRuledOut(
  pool: readonly Point[],
  facts: readonly FittedFact[],
  tried: readonly TriedPoint[],
): Point[] {
  const judges = facts.flatMap((fact, i) => {
    const measured = tried.flatMap(({ point, moments }) =>
      moments[i] === null ? [] : [{ point, ...moments[i] }],
    );
    // With too few points nothing can be ruled out by this fact.
    if (measured.length < fewestPoints) return [];
    const emulator = quadraticEmulator(
      measured.map(({ point }) => point),
      measured.map(({ value }) => value),
    );
    const noise = measured.reduce((sum, { error }) => sum + error * error, 0) / measured.length;
    return [
      (point: Point) =>
        implausibility(
          fact,
          { value: emulator.predict(point), error: Math.sqrt(noise) },
          emulator.errorVariance,
        ),
    ];
  });
  return pool.filter((point) => judges.every((judge) => judge(point) <= implausibleFrom));
}

const fewestPoints = 8;
