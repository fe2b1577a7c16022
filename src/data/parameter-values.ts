// What a run takes of the parameters: their numbers. Their words are in parameters.ts.
import type { CategoryParameterName } from "./category-columns.ts";
import { categoryNumbers } from "./category-numbers.ts";
import type { ParameterNumbers } from "./parameter.ts";
import { generalNumbers } from "./parameter-numbers.ts";

/** Name of a parameter that is not tied to a category. */
export type GeneralParameterName = keyof typeof generalNumbers;
/** Name of any parameter. */
export type ParameterName = GeneralParameterName | CategoryParameterName;
/** Values of some parameters by name, in the units of their records. */
export type ParameterPoint = Readonly<Partial<Record<ParameterName, number>>>;
/** The values of the general parameters in one run. */
export type ParameterValues = { readonly [Name in GeneralParameterName]: number };

/** Value, unit and range of all parameters by name. */
export const parameterNumbers: Readonly<Record<string, ParameterNumbers>> = Object.freeze({
  ...generalNumbers,
  ...categoryNumbers,
});

/** Names of all parameters, in the order of the tables. */
export const parameterNames: readonly ParameterName[] = Object.freeze(
  Object.keys(parameterNumbers) as ParameterName[],
);

/** Whether something is the name of a parameter. */
export function isParameterName(name: unknown): name is ParameterName {
  return (parameterNames as readonly unknown[]).includes(name);
}

/** The general parameters' values with the overrides put in. */
export function resolveParameters(overrides: Readonly<Record<string, number>> = {}): ParameterValues {
  // Made in one go: an object that grows to this size property by property is slow to read ever after. In another order than the
  // table of records: engines keep objects of the same names in the same order alike, and these numbers would lie in boxes for it.
  const names = (Object.keys(generalNumbers) as GeneralParameterName[]).sort();
  return Object.fromEntries(
    names.map((name) => [name, overrides[name] ?? generalNumbers[name].value]),
  ) as ParameterValues;
}
