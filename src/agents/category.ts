// A category of Table A1 as a run sees it: the table's numbers with the scenario's overrides put in.
import type { CategoryColumn } from "../data/category-columns.ts";
import { categoryNumbers } from "../data/category-numbers.ts";
import {
  contestedCategoryTable,
  type ContestedCategoryNumbers,
  type OligopolisticCategoryNumbers,
} from "../data/category-tables.ts";
import { servicesToAdd } from "../data/parameter-numbers.ts";
import { categoryIds, spendTable, type CategoryId } from "../data/spend.ts";

/** What agents know of a category: its numbers, and what follows from them. */
export interface Category
  extends
    Required<Omit<ContestedCategoryNumbers, "capitalWeight">>,
    Pick<OligopolisticCategoryNumbers, "peruvianShare"> {
  readonly index: number;
  readonly id: CategoryId;
  readonly kind: "good" | "service";
  readonly oligopolistic: boolean;
  /** Share of the sector's procurement. */
  readonly spendShare: number;
  readonly importable: boolean;
  /** Index of the service that its makers can add, or -1. */
  readonly serviceOffer: number;
  /** Share of a project's capital packages. */
  readonly capitalShare: number;
}

/** The categories of a run, in the order of Table A1. */
export function categoriesOf(overrides: Readonly<Record<string, number>>): readonly Category[] {
  const valueOf = (id: CategoryId, column: CategoryColumn): number => {
    const name = `${id}.${column}`;
    return overrides[name] ?? categoryNumbers[name]?.value ?? 0;
  };
  const sumOf = (column: CategoryColumn) => spendTable.reduce((sum, { id }) => sum + valueOf(id, column), 0);
  const sectorSpend = sumOf("spendUsdMillion");
  // Without any weight projects tender nothing.
  const capitalWeights = sumOf("capitalWeight") || 1;
  return spendTable.map(({ id, kind, oligopolistic }, index) => {
    const service = servicesToAdd[id];
    return {
      index,
      id,
      kind,
      oligopolistic,
      spendShare: valueOf(id, "spendUsdMillion") / sectorSpend,
      criticality: valueOf(id, "criticality"),
      difficulty: valueOf(id, "difficulty"),
      standardsLevel: Math.round(valueOf(id, "standardsLevel")),
      scaleExponent: valueOf(id, "scaleExponent"),
      importable: "importPremium" in ((contestedCategoryTable as Record<string, object>)[id] ?? {}),
      importPremium: valueOf(id, "importPremium"),
      localAdvantage: valueOf(id, "localAdvantage"),
      skillRequired: valueOf(id, "skillRequired"),
      domesticSharePeruvian: valueOf(id, "domesticSharePeruvian"),
      domesticShareForeign: valueOf(id, "domesticShareForeign"),
      firmsPeruvian: valueOf(id, "firmsPeruvian"),
      firmsChilean: valueOf(id, "firmsChilean"),
      firmsGlobal: valueOf(id, "firmsGlobal"),
      subcontractShare: valueOf(id, "subcontractShare"),
      firmSizeFactor: valueOf(id, "firmSizeFactor"),
      nicheStrength: valueOf(id, "nicheStrength"),
      peruvianShare: valueOf(id, "peruvianShare"),
      serviceOffer: service === undefined ? -1 : categoryIds.indexOf(service),
      capitalShare: valueOf(id, "capitalWeight") / capitalWeights,
    };
  });
}

/** The category on which a uniform draw falls when each has its weight. */
export function pickCategory(
  categories: readonly Category[],
  weightOf: (category: Category) => number,
  uniform: number,
): Category {
  let left = uniform * categories.reduce((sum, category) => sum + weightOf(category), 0);
  for (const category of categories) {
    left -= weightOf(category);
    if (left < 0) return category;
  }
  return categories[categories.length - 1];
}
