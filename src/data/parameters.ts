// Every number that the model assumes, in one place: see the groups for values and reasons.
import { categoryParameters, type CategoryParameterName } from "./categories.ts";
import type { ParameterRecord } from "./parameter.ts";
import { beliefParameters } from "./parameters/belief.ts";
import { capabilityParameters } from "./parameters/capabilities.ts";
import { contractParameters } from "./parameters/contracts.ts";
import { financeParameters } from "./parameters/finance.ts";
import { governanceParameters } from "./parameters/governance.ts";
import { innovationParameters } from "./parameters/innovation.ts";
import { institutionParameters } from "./parameters/institutions.ts";
import { marketParameters } from "./parameters/market.ts";
import { proofParameters } from "./parameters/proof.ts";
import { procurementParameters } from "./parameters/procurement.ts";
import { supplierParameters } from "./parameters/suppliers.ts";

const generalParameters = Object.freeze({
  ...marketParameters,
  ...procurementParameters,
  ...contractParameters,
  ...beliefParameters,
  ...supplierParameters,
  ...financeParameters,
  ...capabilityParameters,
  ...innovationParameters,
  ...proofParameters,
  ...institutionParameters,
  ...governanceParameters,
});

/** Name of a parameter that is not tied to a category. */
export type GeneralParameterName = keyof typeof generalParameters;
/** Name of any parameter. */
export type ParameterName = GeneralParameterName | CategoryParameterName;
/** The values of the general parameters in one run. */
export type ParameterValues = { readonly [Name in GeneralParameterName]: number };

/**
 * All parameters by name: value, unit, range, meaning, section of the ODD, and source or assumption. Parameters of a
 * category are named `<category>.<column>`, as `consumables.criticality`.
 */
export const parameters: Readonly<Record<GeneralParameterName, ParameterRecord>> &
  Readonly<Record<string, ParameterRecord>> = Object.freeze({ ...generalParameters, ...categoryParameters });

/** Names of all parameters, in the order of the tables. */
export const parameterNames: readonly string[] = Object.freeze(Object.keys(parameters));

/** The general parameters' values with the overrides put in. */
export function resolveParameters(overrides: Readonly<Record<string, number>> = {}): ParameterValues {
  const names = Object.keys(generalParameters) as GeneralParameterName[];
  // Made in one go: an object that grows to this size property by property is slow to read ever after.
  return Object.fromEntries(
    names.map((name) => [name, overrides[name] ?? generalParameters[name].value]),
  ) as ParameterValues;
}
