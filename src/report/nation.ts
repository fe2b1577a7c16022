// What a report takes from the model and the catalogue, which speak of Peru, as it is said of a data pack's country.
import type { Comparison } from "../analysis/comparison.ts";
import type { FactRow } from "../analysis/facts.ts";
import { scenarios as catalogue } from "../scenarios/catalogue.ts";
import { saidOf, type Nation } from "./words.ts";

/** Facts with the country's words. */
export function factsSaidOf(nation: Nation, rows: readonly FactRow[]): FactRow[] {
  const said = (text: string) => saidOf(nation, text);
  return rows.map(({ explanation, ...row }) => ({
    ...row,
    fact: said(row.fact),
    unit: said(row.unit),
    ...(explanation === undefined ? {} : { explanation: said(explanation) }),
  }));
}

/** A comparison whose scenarios of the catalogue have the country's words in their titles; titles of others are left alone. */
export function comparisonSaidOf(nation: Nation, comparison: Comparison): Comparison {
  const scenarios = comparison.scenarios.map((scenario) => {
    const { id, title } = scenario;
    const isOfCatalogue = Object.hasOwn(catalogue, id) && catalogue[id].title === title;
    return isOfCatalogue ? { ...scenario, title: saidOf(nation, title) } : scenario;
  });
  return { ...comparison, scenarios };
}
