// Table A1's categories as the model needs them. The spend is the paper's; the rest are assumptions, each column with its
// reason and range, expanded into one parameter record per number.
import type { ModelSection, ParameterRecord } from "./parameter.ts";
import { spendTable, type CategoryId } from "./spend.ts";

/** What the model needs to know of a category whose supply is contested. */
export const contestedCategoryTable = {
  "chemicals-explosives": {
    criticality: 0.75,
    difficulty: 0.6,
    standardsLevel: 2,
    scaleExponent: 0.06,
    importPremium: 0.15,
    localAdvantage: 0.02,
    skillRequired: 0.6,
    domesticSharePeruvian: 0.45,
    domesticShareForeign: 0.22,
    firmsPeruvian: 14,
    firmsChilean: 5,
    firmsGlobal: 12,
    subcontractShare: 0.06,
    firmSizeFactor: 4,
    nicheStrength: 0.12,
  },
  "capital-equipment": {
    criticality: 0.85,
    difficulty: 0.8,
    standardsLevel: 3,
    scaleExponent: 0.07,
    importPremium: 0.09,
    localAdvantage: 0.01,
    skillRequired: 0.7,
    domesticSharePeruvian: 0.4,
    domesticShareForeign: 0.15,
    firmsPeruvian: 24,
    firmsChilean: 6,
    firmsGlobal: 16,
    subcontractShare: 0.1,
    firmSizeFactor: 1,
    nicheStrength: 0,
  },
  consumables: {
    criticality: 0.35,
    difficulty: 0.35,
    standardsLevel: 1,
    scaleExponent: 0.03,
    importPremium: 0.17,
    localAdvantage: 0.05,
    skillRequired: 0.45,
    domesticSharePeruvian: 0.45,
    domesticShareForeign: 0.2,
    firmsPeruvian: 45,
    firmsChilean: 6,
    firmsGlobal: 8,
    subcontractShare: 0.1,
    firmSizeFactor: 1,
    nicheStrength: 0.03,
  },
  "metal-structures": {
    criticality: 0.4,
    difficulty: 0.35,
    standardsLevel: 1,
    scaleExponent: 0.03,
    importPremium: 0.24,
    localAdvantage: 0.12,
    skillRequired: 0.45,
    domesticSharePeruvian: 0.5,
    domesticShareForeign: 0.25,
    firmsPeruvian: 45,
    firmsChilean: 2,
    firmsGlobal: 3,
    subcontractShare: 0.25,
    firmSizeFactor: 2,
    nicheStrength: 0.06,
  },
  "other-goods": {
    criticality: 0.35,
    difficulty: 0.4,
    standardsLevel: 1,
    scaleExponent: 0.03,
    importPremium: 0.15,
    localAdvantage: 0.03,
    skillRequired: 0.4,
    domesticSharePeruvian: 0.4,
    domesticShareForeign: 0.2,
    firmsPeruvian: 50,
    firmsChilean: 6,
    firmsGlobal: 8,
    subcontractShare: 0.08,
    firmSizeFactor: 1,
    nicheStrength: 0,
  },
  "transport-equipment": {
    criticality: 0.6,
    difficulty: 0.7,
    standardsLevel: 2,
    scaleExponent: 0.07,
    importPremium: 0.15,
    localAdvantage: 0,
    skillRequired: 0.6,
    domesticSharePeruvian: 0.3,
    domesticShareForeign: 0.12,
    firmsPeruvian: 4,
    firmsChilean: 2,
    firmsGlobal: 4,
    subcontractShare: 0.05,
    firmSizeFactor: 1,
    nicheStrength: 0,
  },
  "engineering-services": {
    criticality: 0.5,
    difficulty: 0.45,
    standardsLevel: 2,
    scaleExponent: 0.04,
    importPremium: 0.3,
    localAdvantage: 0.08,
    skillRequired: 0.55,
    domesticSharePeruvian: 0.85,
    domesticShareForeign: 0.6,
    firmsPeruvian: 36,
    firmsChilean: 8,
    firmsGlobal: 12,
    subcontractShare: 0.25,
    firmSizeFactor: 1,
    nicheStrength: 0.12,
  },
  "professional-services": {
    criticality: 0.5,
    difficulty: 0.55,
    standardsLevel: 2,
    scaleExponent: 0.03,
    importPremium: 0.32,
    localAdvantage: 0.07,
    skillRequired: 0.5,
    domesticSharePeruvian: 0.85,
    domesticShareForeign: 0.6,
    firmsPeruvian: 75,
    firmsChilean: 10,
    firmsGlobal: 14,
    subcontractShare: 0.25,
    firmSizeFactor: 1,
    nicheStrength: 0.03,
  },
  "transport-logistics": {
    criticality: 0.4,
    difficulty: 0.3,
    standardsLevel: 1,
    scaleExponent: 0.03,
    localAdvantage: 0.07,
    skillRequired: 0.4,
    domesticSharePeruvian: 0.6,
    domesticShareForeign: 0.5,
    firmsPeruvian: 95,
    firmsChilean: 4,
    firmsGlobal: 4,
    subcontractShare: 0.3,
    firmSizeFactor: 3,
    nicheStrength: 0,
  },
  "repair-maintenance": {
    criticality: 0.6,
    difficulty: 0.45,
    standardsLevel: 1,
    scaleExponent: 0.03,
    localAdvantage: 0.08,
    skillRequired: 0.5,
    domesticSharePeruvian: 0.75,
    domesticShareForeign: 0.5,
    firmsPeruvian: 50,
    firmsChilean: 4,
    firmsGlobal: 6,
    subcontractShare: 0.25,
    firmSizeFactor: 1,
    nicheStrength: 0.05,
  },
  "labour-contracting": {
    criticality: 0.25,
    difficulty: 0.2,
    standardsLevel: 1,
    scaleExponent: 0.02,
    localAdvantage: 0.08,
    skillRequired: 0.35,
    domesticSharePeruvian: 0.95,
    domesticShareForeign: 0.88,
    firmsPeruvian: 85,
    firmsChilean: 3,
    firmsGlobal: 2,
    subcontractShare: 0.3,
    firmSizeFactor: 2.5,
    nicheStrength: 0,
  },
  "equipment-leasing": {
    criticality: 0.5,
    difficulty: 0.45,
    standardsLevel: 1,
    scaleExponent: 0.06,
    localAdvantage: 0.03,
    skillRequired: 0.4,
    domesticSharePeruvian: 0.4,
    domesticShareForeign: 0.3,
    firmsPeruvian: 30,
    firmsChilean: 6,
    firmsGlobal: 8,
    subcontractShare: 0.15,
    firmSizeFactor: 1,
    nicheStrength: 0,
  },
  "other-services": {
    criticality: 0.2,
    difficulty: 0.2,
    standardsLevel: 0,
    scaleExponent: 0.02,
    localAdvantage: 0.08,
    skillRequired: 0.3,
    domesticSharePeruvian: 0.85,
    domesticShareForeign: 0.75,
    firmsPeruvian: 60,
    firmsChilean: 2,
    firmsGlobal: 2,
    subcontractShare: 0.25,
    firmSizeFactor: 1,
    nicheStrength: 0,
  },
} as const satisfies Partial<Record<CategoryId, ContestedCategoryNumbers>>;

/** The oligopolistic categories (3.3): bought from their few suppliers, without tenders. */
const oligopolisticCategoryTable = {
  utilities: { peruvianShare: 0.35, domesticSharePeruvian: 0.75, domesticShareForeign: 0.7 },
  "fuels-lubricants": { peruvianShare: 0.3, domesticSharePeruvian: 0.3, domesticShareForeign: 0.22 },
  "utility-services": { peruvianShare: 0.5, domesticSharePeruvian: 0.8, domesticShareForeign: 0.7 },
} as const satisfies Partial<Record<CategoryId, OligopolisticCategoryNumbers>>;

/** The service that makers in a category can add to their offer (servicification, 3.4.1). */
export const serviceOffers: Partial<Record<CategoryId, CategoryId>> = {
  "chemicals-explosives": "professional-services",
  "capital-equipment": "repair-maintenance",
  consumables: "repair-maintenance",
  "metal-structures": "engineering-services",
  "other-goods": "other-services",
  "transport-equipment": "repair-maintenance",
  "repair-maintenance": "professional-services",
  "equipment-leasing": "repair-maintenance",
  "engineering-services": "professional-services",
};

/** Share of a project's capital packages that falls into each category. */
export const capitalPackageMix: Partial<Record<CategoryId, number>> = {
  "capital-equipment": 0.25,
  "transport-equipment": 0.1,
  "metal-structures": 0.12,
  "engineering-services": 0.15,
  "professional-services": 0.1,
  "transport-logistics": 0.08,
  "labour-contracting": 0.12,
  "equipment-leasing": 0.08,
};

/** Firms at the start in these tables: the default population. */
export const defaultPopulation = 800;

interface ContestedCategoryNumbers {
  readonly criticality: number;
  readonly difficulty: number;
  readonly standardsLevel: number;
  readonly scaleExponent: number;
  /** Absent where nothing can be imported. */
  readonly importPremium?: number;
  readonly localAdvantage: number;
  readonly skillRequired: number;
  readonly domesticSharePeruvian: number;
  readonly domesticShareForeign: number;
  readonly firmsPeruvian: number;
  readonly firmsChilean: number;
  readonly firmsGlobal: number;
  readonly subcontractShare: number;
  readonly firmSizeFactor: number;
  readonly nicheStrength: number;
}

interface OligopolisticCategoryNumbers {
  readonly peruvianShare: number;
  readonly domesticSharePeruvian: number;
  readonly domesticShareForeign: number;
}

interface ColumnFacts {
  readonly unit: string;
  readonly meaning: string;
  readonly section: ModelSection;
  readonly reason: string;
  /** Half the range, in the column's unit, or as a share of the value. */
  readonly spread: number;
  readonly relative?: boolean;
  /** The values that make sense at all. */
  readonly domain: readonly [number, number];
}

/** Firms of one kind, and US$ million a year: more than any country has. */
const mostFirms = 2000;
const mostSpend = 1e7;

/** Unit, meaning, reason and range of each column of the category tables. */
export const categoryColumns = {
  spendUsdMillion: {
    unit: "US$ million a year (sector)",
    meaning: "the sector's yearly spend",
    section: "6",
    reason: "",
    spread: 0,
    domain: [0, mostSpend],
  },
  criticality: {
    unit: "index 0-1",
    meaning: "what a failure stops",
    section: "7.3",
    reason: "judged from what the mine loses without it (3.7.1)",
    spread: 0.15,
    domain: [0, 1],
  },
  difficulty: {
    unit: "index 0-1",
    meaning: "how hard it is to secure",
    section: "7.3",
    reason: "judged from the number of makers (3.7.1)",
    spread: 0.15,
    domain: [0, 1],
  },
  standardsLevel: {
    unit: "certificate level 0-3",
    meaning: "certificate asked for",
    section: "7.4",
    reason: "global standards for inputs close to the process (3.7.1)",
    spread: 1,
    domain: [0, 3],
  },
  scaleExponent: {
    unit: "exponent",
    meaning: "fall of unit cost with a firm's capacity",
    section: "7.4",
    reason: "economies of scale (2.2)",
    spread: 0.02,
    domain: [0, 0.2],
  },
  importPremium: {
    unit: "share of list price",
    meaning: "landed cost of a direct import over the list price; negative for global framework prices",
    section: "7.4",
    reason: "fitted with the in-country share (footnotes 10, 11)",
    spread: 0.05,
    domain: [-0.5, 1],
  },
  localAdvantage: {
    unit: "share of cost",
    meaning: "cost advantage of being near",
    section: "7.4",
    reason: "proximity, freight, geology (3.3, 3.4)",
    spread: 0.03,
    domain: [-0.1, 0.3],
  },
  skillRequired: {
    unit: "technical 0-1",
    meaning: "technical capability at which work is done at nearly normal cost",
    section: "7.4",
    reason: "more for inputs close to the process (3.4)",
    spread: 0.1,
    domain: [0, 1],
  },
  domesticSharePeruvian: {
    unit: "share of cost",
    meaning: "domestic value in the cost of a Peruvian firm",
    section: "7.6",
    reason: "services are mostly wages; goods carry imported inputs",
    spread: 0.1,
    domain: [0, 1],
  },
  domesticShareForeign: {
    unit: "share of cost",
    meaning: "domestic value in the cost of a foreign subsidiary",
    section: "7.6",
    reason: "subsidiaries source from their parents",
    spread: 0.1,
    domain: [0, 1],
  },
  firmsPeruvian: {
    unit: "firms",
    meaning: "Peruvian firms at the start, default population",
    section: "5",
    reason: "81 % of suppliers are of national capital (external SU012)",
    spread: 0.4,
    relative: true,
    domain: [0, mostFirms],
  },
  firmsChilean: {
    unit: "firms",
    meaning: "Chilean subsidiaries, default population",
    section: "5",
    reason: "12 % of suppliers are of foreign capital (external SU010)",
    spread: 0.4,
    relative: true,
    domain: [0, mostFirms],
  },
  firmsGlobal: {
    unit: "firms",
    meaning: "global subsidiaries, default population",
    section: "5",
    reason: "12 % of suppliers are of foreign capital (external SU010)",
    spread: 0.4,
    relative: true,
    domain: [0, mostFirms],
  },
  subcontractShare: {
    unit: "share of price",
    meaning: "part that a foreign first-tier firm passes on",
    section: "7.4",
    reason: "Peruvian firms mostly subcontract (3.4)",
    spread: 0.1,
    domain: [0, 1],
  },
  firmSizeFactor: {
    unit: "factor",
    meaning: "typical firm size against the median",
    section: "5",
    reason: "leading makers and haulers are large (3.4, 3.5.1)",
    spread: 0.3,
    relative: true,
    domain: [0.1, 10],
  },
  nicheStrength: {
    unit: "technical 0-1",
    meaning: "technical capability of Peruvian firms above their general mean",
    section: "5",
    reason: "explosives, foundries, environmental and geotechnical services (3.4)",
    spread: 0.05,
    domain: [-0.3, 0.3],
  },
  peruvianShare: {
    unit: "share",
    meaning: "part bought from Peruvian-owned firms",
    section: "7.6",
    reason: "ownership of the few suppliers is not in the paper",
    spread: 0.2,
    domain: [0, 1],
  },
} as const satisfies Record<string, ColumnFacts>;

/** A number of a category. */
export type CategoryColumn = keyof typeof categoryColumns;
/** Name of a category's parameter, as `consumables.criticality`. */
export type CategoryParameterName = `${CategoryId}.${CategoryColumn}`;

/** One record per number of the category tables, by name. */
export const categoryParameters: Readonly<Record<string, ParameterRecord>> = Object.freeze(
  Object.fromEntries(
    spendTable.flatMap((row) => {
      const numbers: Readonly<Record<string, number | undefined>> = {
        spendUsdMillion: row.spendUsdMillion2017,
        ...(contestedCategoryTable as Record<string, object>)[row.id],
        ...(oligopolisticCategoryTable as Record<string, object>)[row.id],
      };
      return Object.entries(numbers).map(
        ([column, value]) =>
          [
            `${row.id}.${column}`,
            record(column as CategoryColumn, value as number, row.name, row.source),
          ] as const,
      );
    }),
  ),
);

function record(column: CategoryColumn, value: number, category: string, source: string): ParameterRecord {
  const facts: ColumnFacts = categoryColumns[column];
  const half = facts.relative === true ? facts.spread * value : facts.spread;
  const range = {
    value,
    unit: facts.unit,
    low: Math.max(facts.domain[0], decimal(value - half)),
    high: Math.min(facts.domain[1], decimal(value + half)),
    meaning: `${category}: ${facts.meaning}`,
    section: facts.section,
  };
  return column === "spendUsdMillion" ? { ...range, source } : { ...range, assumption: facts.reason };
}

/** The decimal number that a sum of decimals means: 0.12 + 0.05 is 0.17, which nobody would write as 0.16999999999999998. */
function decimal(sum: number): number {
  return Number(sum.toPrecision(12));
}
