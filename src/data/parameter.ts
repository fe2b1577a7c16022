// What a parameter is: a number that never stands alone. A record without a source or an admitted assumption does not compile.

/** The numbers of a parameter. */
export interface ParameterNumbers {
  /** The default, in the unit; data packs and scenarios can have another. */
  readonly value: number;
  /** Unit of the value and its range, as "US$ a month" or "share 0-1". */
  readonly unit: string;
  /** Lowest value that the evidence or the reason allows; at most the default. */
  readonly low: number;
  /** Highest value that the evidence or the reason allows; at least the default. */
  readonly high: number;
}

/** The sections of the model's description (docs/odd.md) that use parameters. */
export type ModelSection = "5" | "6" | "7.1" | "7.2" | "7.3" | "7.4" | "7.5" | "7.6" | "7.7" | "7.8" | "7.9";

/** A parameter without where its value comes from. */
interface ParameterFacts extends ParameterNumbers {
  /** What it means, in one line. */
  readonly meaning: string;
  /** Section of docs/odd.md that uses it first. */
  readonly section: ModelSection;
}

/** Where a value comes from: at least one of the two is there. */
type Origin =
  | {
      /** Section, table or note of the paper, or the outside figure that it is taken from. */
      readonly source: string;
      /** What is assumed beyond the source, and why. */
      readonly assumption?: string;
    }
  | {
      /** That the value is assumed, and why this one. */
      readonly assumption: string;
      /** What speaks for the assumption. */
      readonly source?: string;
    };

/** A parameter of the model: value, unit, range, and where the value comes from. */
export type ParameterRecord = ParameterFacts & Origin;

/** Declares a group of parameters, keeping their names as types. */
export function parameterGroup<const Name extends string>(
  records: Readonly<Record<Name, ParameterRecord>>,
): Readonly<Record<Name, ParameterRecord>> {
  return Object.freeze(records);
}
