// What a calibration hands over: plain data, so that a file can hold it and other studies can run over it.
import type { FactRole } from "../fact-definition.ts";
import type { Wave } from "./history-matching.ts";
import type { Identification } from "./identification.ts";
import type { Moment } from "./implausibility.ts";
import type { Screened } from "./screen.ts";

/** Version of the file's form. */
export const calibrationSchema = 1;

/** Parameters' values by name. */
export type Values = Readonly<Record<string, number>>;

/** What was run, so that it can be run again. */
export interface CalibrationManifest {
  readonly version: string;
  readonly scenario: string;
  /** Canonical content of the scenario whose parameters were varied, and its hash. */
  readonly content: string;
  readonly hash: string;
  readonly population: number;
  readonly months: number;
  /** Seeds 1 to this, at every point. */
  readonly seeds: number;
  readonly samples: number;
  readonly waves: number;
  /** Decides the designs. */
  readonly seed: string;
  readonly runs: number;
}

/** A parameter that was varied. */
export interface CalibratedParameter {
  readonly name: string;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  readonly default: number;
  /** What the accepted points say of it, as shares of the range; null with too few of them. */
  readonly identification: Identification | null;
}

/** A fact, at the default, at the best point, and over the accepted points. */
export interface CalibratedFact {
  readonly id: string;
  readonly fact: string;
  readonly role: FactRole;
  readonly target: string;
  readonly unit: string;
  /** Whether it was fitted; facts that were not are held out. */
  readonly fitted: boolean;
  readonly default: FactAtPoint;
  readonly best: FactAtPoint | null;
  /** Lowest and highest over the accepted points; null when it could be measured at none. */
  readonly acceptedLow: number | null;
  readonly acceptedHigh: number | null;
  /** Share of the accepted points that measure it at which it lies inside its target; null without any. */
  readonly acceptedInside: number | null;
}

/** A fact at a point. */
export interface FactAtPoint {
  /** Null when it could not be measured. */
  readonly moment: Moment | null;
  readonly inside: boolean;
}

/** A point that no fitted fact speaks against. */
export interface AcceptedPoint {
  readonly values: Values;
  readonly implausibility: number;
  readonly wave: number;
}

/** A calibration's result. */
export interface Calibration {
  readonly schema: typeof calibrationSchema;
  readonly manifest: CalibrationManifest;
  /** How the parameters were chosen; null when they were named. */
  readonly screened: readonly Screened[] | null;
  readonly parameters: readonly CalibratedParameter[];
  readonly facts: readonly CalibratedFact[];
  readonly waves: readonly Wave[];
  /** Implausibility of the default values; null where a fitted fact could not be measured or noise cannot excuse its miss. */
  readonly default: { readonly implausibility: number | null; readonly accepted: boolean };
  /** The point of the lowest implausibility, accepted or not; null when every point is impossible. */
  readonly best: AcceptedPoint | null;
  /** In the order of waves. */
  readonly accepted: readonly AcceptedPoint[];
}
