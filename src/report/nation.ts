// What a report takes from the model and the catalogue, which speak of Peru, as it is said of a data pack's country.
import type { Comparison } from "../analysis/comparison.ts";
import type { FactRow } from "../analysis/facts.ts";
import { scenarios as catalogue } from "../scenarios/catalogue.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import { saidOf, usualNation, type Nation } from "./words.ts";

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

/**
 * A scenario's title with the country's words where it is the catalogue's; a title of one's own is left alone. Laws of the R&D credit are
 * Peru's in every country, and are said to be.
 */
export function titleSaidOf(nation: Nation, { id, title }: Pick<Scenario, "id" | "title">): string {
  const isOfCatalogue = Object.hasOwn(catalogue, id) && catalogue[id].title === title;
  if (!isOfCatalogue) return title;
  const said = saidOf(nation, title);
  return nation.country !== usualNation.country && hasLawOfPeru(catalogue[id])
    ? `${said} (Peru's law)`
    : said;
}

/** Whether a scenario puts one of the credit's laws of 2019 and 2023 in the place of the baseline's. */
function hasLawOfPeru({ policies }: Scenario): boolean {
  return policies.some(
    ({ policy, settings }) =>
      policy.id === "rd-credit" && /^\d+$/.test(String(settings["form"])) && settings["form"] !== "2016",
  );
}

/** A comparison whose scenarios have the country's words in their titles. */
export function comparisonSaidOf(nation: Nation, comparison: Comparison): Comparison {
  const scenarios = comparison.scenarios.map((each) => ({ ...each, title: titleSaidOf(nation, each) }));
  return { ...comparison, scenarios };
}
