// Every parameter with its words, in one place: see the groups for values and reasons.
import { categoryParameters } from "./categories.ts";
import { generalParameters } from "./general-parameters.ts";
import type { ParameterRecord } from "./parameter.ts";
import type { GeneralParameterName } from "./parameter-values.ts";

/**
 * All parameters by name: value, unit, range, meaning, section of the ODD, and source or assumption. Parameters of a
 * category are named `<category>.<column>`, as `consumables.criticality`.
 */
export const parameters: Readonly<Record<GeneralParameterName, ParameterRecord>> &
  Readonly<Record<string, ParameterRecord>> = Object.freeze({ ...generalParameters, ...categoryParameters });

export type { ParameterName, ParameterValues } from "./parameter-values.ts";
