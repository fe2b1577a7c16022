// What a parameter is: a number that never stands alone. A record without a source or an admitted assumption does not compile.

/** The numbers of a parameter. */
export interface ParameterNumbers {
  readonly value: number;
  readonly unit: string;
  /** Lowest and highest value that the evidence or the reason allows; the default lies between them. */
  readonly low: number;
  readonly high: number;
}

interface ParameterFacts extends ParameterNumbers {
  /** What it means, in one line. */
  readonly meaning: string;
  /** Section of the ODD document whose submodel uses it. */
  readonly section: string;
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
