// What a calibration hands over: plain data, so that a file can hold it and other studies can run over it.
import type { ParameterName } from "../../data/parameter-values.ts";
import type { FactRole } from "../fact-definition.ts";
import type { CalibrationWave } from "./history-matching.ts";
import type { ParameterIdentification } from "./identification.ts";
import type { FactMoment } from "./implausibility.ts";
import type { ScreenedParameter } from "./screen.ts";

/** Version of the file's form. */
export const calibrationSchema = 1;

/** What was run, so that it can be run again. */
export interface CalibrationManifest {
  /** Version of the library that made the runs. */
  readonly version: string;
  /** Id of the scenario whose parameters were varied. */
  readonly scenario: string;
  /** Canonical content of that scenario, as JSON. */
  readonly content: string;
  /** Hash of that content, 16 hexadecimal digits. */
  readonly hash: string;
  /** Firms at the start, about. */
  readonly population: number;
  /** Months observed from January 2017. */
  readonly months: number;
  /** Seeds 1 to this, at every point. */
  readonly seeds: number;
  /** Points of a wave, at most. */
  readonly samples: number;
  /** Waves that were asked for; it ends earlier when no point is left. */
  readonly waves: number;
  /** Decides which points are tried; as text. */
  readonly seed: string;
  /** Runs that were made, those of a screening included. */
  readonly runs: number;
}

/** A parameter that was varied. */
export interface CalibratedParameter {
  /** Name of the parameter. */
  readonly name: ParameterName;
  /** Its unit. */
  readonly unit: string;
  /** Lower end of the range that was tried. */
  readonly low: number;
  /** Upper end of that range. */
  readonly high: number;
  /** The scenario's own value. */
  readonly default: number;
  /** What the accepted points say of it, as shares of the range; null with too few of them. */
  readonly identification: ParameterIdentification | null;
}

/** A fact, at the default, at the closest point, and over the accepted points. */
export interface CalibratedFact {
  /** Id of the fact, as `exporter-share`. */
  readonly id: string;
  /** What is measured, in words. */
  readonly fact: string;
  /** How the model uses it. */
  readonly role: FactRole;
  /** The target in words. */
  readonly target: string;
  /** Unit of its values and bounds. */
  readonly unit: string;
  /** Whether it was fitted; facts that were not are held out. */
  readonly fitted: boolean;
  /** With the scenario's own parameters. */
  readonly default: FactAtPoint;
  /** At the closest point; null without one. */
  readonly closest: FactAtPoint | null;
  /** Lowest over the accepted points; null when it could be measured at none. */
  readonly acceptedLow: number | null;
  /** Highest over the accepted points; null when it could be measured at none. */
  readonly acceptedHigh: number | null;
  /** Share of the accepted points that measure it at which it lies inside its target; null without any. */
  readonly acceptedInside: number | null;
}

/** A fact at a point. */
export interface FactAtPoint {
  /** Its value and error; null when it could not be measured. */
  readonly moment: FactMoment | null;
  /** Whether the value lies inside the target; false without one. */
  readonly inside: boolean;
}

/** A point that no fitted fact speaks against. */
export interface AcceptedPoint {
  /** Values of the parameters that were varied, by name, in their units. */
  readonly values: Readonly<Record<string, number>>;
  /**
   * Distance from the fact that speaks most against it, in standard deviations of what would excuse it: 0 or more, accepted up to
   * 3.
   */
  readonly implausibility: number;
  /** Wave in which it was run, from 1. */
  readonly wave: number;
}

/** A calibration's result. */
export interface Calibration {
  /** Version of the form of this result, as files hold it. */
  readonly schema: typeof calibrationSchema;
  /** What was run, so that it can be run again. */
  readonly manifest: CalibrationManifest;
  /** How the parameters were chosen, the strongest first; null when they were named. */
  readonly screened: readonly ScreenedParameter[] | null;
  /** The parameters that were varied, in the order asked for or screened. */
  readonly parameters: readonly CalibratedParameter[];
  /** Every fact of the scenario's pack, the fitted ones first. */
  readonly facts: readonly CalibratedFact[];
  /** What each wave did, in order. */
  readonly waves: readonly CalibrationWave[];
  /** How plausible the scenario's own values are. */
  readonly default: {
    /** As of a point; null where a fitted fact could not be measured or noise cannot excuse its miss. */
    readonly implausibility: number | null;
    /** Whether no fitted fact speaks against them. */
    readonly accepted: boolean;
  };
  /** The point of the lowest implausibility, accepted or not; null when every point is impossible. */
  readonly closest: AcceptedPoint | null;
  /** Points that no fitted fact speaks against, in the order of waves. */
  readonly accepted: readonly AcceptedPoint[];
}
