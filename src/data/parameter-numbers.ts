// The numbers of the parameters, and which services firms can add, without their words: all that a run needs. The build works this file out and ships the
// result, so that a page that only simulates loads no sources and reasons. It may export nothing but plain data.
import { categoryColumns, type CategoryColumn, type ColumnFacts } from "./category-columns.ts";
import { generalParameters } from "./general-parameters.ts";
import type { ParameterNumbers } from "./parameter.ts";
import { serviceOffers } from "./service-offers.ts";
import type { CategoryId } from "./spend.ts";

/** Value, unit and range of each parameter that is not tied to a category. */
export const generalNumbers = Object.fromEntries(
  Object.entries(generalParameters).map(([name, { value, unit, low, high }]) => [
    name,
    { value, unit, low, high },
  ]),
) as Record<keyof typeof generalParameters, ParameterNumbers>;

/** Unit, spread and domain of each column of the category tables; a relative spread is a share of the value. */
export const columnNumbers = Object.fromEntries(
  Object.entries<ColumnFacts>(categoryColumns).map(([column, { unit, spread, relative = false, domain }]) => [
    column,
    { unit, spread, relative, domain },
  ]),
) as Record<CategoryColumn, Required<Pick<ColumnFacts, "unit" | "spread" | "relative" | "domain">>>;

/** The service that firms of a category can add to what they sell. */
export const servicesToAdd: Partial<Record<CategoryId, CategoryId>> = Object.fromEntries(
  serviceOffers.map(({ category, service }) => [category, service]),
);
