// The columns of the category tables: unit, meaning, range and reason of each. The spend is the paper's; the rest are assumptions.
import type { ModelSection } from "./parameter.ts";
import type { CategoryId } from "./spend.ts";

/** What is said of a column. */
export interface ColumnFacts {
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

/** Firms of one origin in a category, and a category's spend, US$ million a year: more than any country has. */
const mostFirmsOfOrigin = 2000;
const mostSpendUsdMillion = 1e7;

/** Unit, meaning, reason and range of each column of the category tables. */
export const categoryColumns = {
  spendUsdMillion: {
    unit: "US$ million a year (sector)",
    meaning: "the sector's yearly spend",
    section: "6",
    reason: "",
    spread: 0,
    domain: [0, mostSpendUsdMillion],
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
    domain: [0, mostFirmsOfOrigin],
  },
  firmsChilean: {
    unit: "firms",
    meaning: "Chilean subsidiaries, default population",
    section: "5",
    reason: "12 % of suppliers are of foreign capital (external SU010)",
    spread: 0.4,
    relative: true,
    domain: [0, mostFirmsOfOrigin],
  },
  firmsGlobal: {
    unit: "firms",
    meaning: "global subsidiaries, default population",
    section: "5",
    reason: "12 % of suppliers are of foreign capital (external SU010)",
    spread: 0.4,
    relative: true,
    domain: [0, mostFirmsOfOrigin],
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
  capitalWeight: {
    unit: "weight",
    meaning: "part of a project's capital packages, against the other categories' parts",
    section: "7.2",
    reason:
      "Section 3.3 has plant and infrastructure (37 %) and mobile equipment (10 %) of capital expenditure, and no split by category",
    spread: 0.3,
    relative: true,
    domain: [0, 100],
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
