// What a parameter is: a number that never stands alone. A record without a source or an admitted assumption does not compile.

/** The numbers of a parameter. */
export interface ParameterNumbers {
  readonly value: number;
  readonly unit: string;
  /** Lowest and highest value that the evidence or the reason allows; the default lies between them. */
  readonly low: number;
  readonly high: number;
}

/** The sections of the model's description (docs/odd.md) that use parameters. */
export type ModelSection = "5" | "6" | "7.1" | "7.2" | "7.3" | "7.4" | "7.5" | "7.6" | "7.7" | "7.8" | "7.9";

interface ParameterFacts extends ParameterNumbers {
  /** What it means, in one line. */
  readonly meaning: string;
  /** Section of docs/odd.md that uses it first. */
  readonly section: ModelSection;
}

type Origin =
  | { readonly source: string; readonly assumption?: string }
  | { readonly assumption: string; readonly source?: string };

/** A parameter of the model: value, unit, range, and where the value comes from. */
export type ParameterRecord = ParameterFacts & Origin;

/** Declares a group of parameters, keeping their names as types. */
export function parameterGroup<const Name extends string>(
  records: Readonly<Record<Name, ParameterRecord>>,
): Readonly<Record<Name, ParameterRecord>> {
  return Object.freeze(records);
}
