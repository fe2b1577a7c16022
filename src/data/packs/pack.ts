// A data pack: one country's mines, projects, suppliers and numbers, each with its source, and what is missing said plainly.
import type { CategoryId } from "../spend.ts";

/** Macro-regions of a country; packs give them their own names. The capital is where subsidiaries sit. */
export const packRegions = ["north", "centre", "south", "capital"] as const;
export type PackRegion = (typeof packRegions)[number];
export type MiningRegion = Exclude<PackRegion, "capital">;

/** A mine that operates when a run begins. */
export interface PackMine {
  readonly id: string;
  readonly name: string;
  readonly region: MiningRegion;
  /** Copper output in the pack's first year, tonnes a year. */
  readonly outputTonnesPerYear: number;
  /** The mine with which this one has an owner in common: references travel between the two. */
  readonly sharesOwnerWith?: string;
  /** Whether firms of the country own the majority. */
  readonly domesticOwned: boolean;
  readonly source: string;
}

/** A project of the country's portfolio. */
export interface PackProject {
  readonly id: string;
  readonly name: string;
  readonly kind: "greenfield" | "expansion" | "smelter";
  /** Mine or project that it enlarges; greenfield projects are their own. */
  readonly host?: string;
  readonly region: MiningRegion;
  readonly domesticOwned: boolean;
  readonly capexUsdMillion: number | null;
  readonly addedTonnesPerYear: number | null;
  /** Committed to a month, waiting for a copper price (US$ of 2017 per pound), or listed without a start. */
  readonly start:
    | { readonly kind: "committed"; readonly startMonth: number; readonly developmentMonths: number }
    | { readonly kind: "price"; readonly triggerUsdPerLb: number; readonly developmentMonths: number }
    | { readonly kind: "listed-only" };
  readonly source: string;
}

/** A real firm, which takes the place of a drawn one of its category. What is left out is drawn. */
export interface PackSupplier {
  readonly name: string;
  readonly category: CategoryId;
  readonly region?: PackRegion;
  /** Capacity at full scale, US$ a month. */
  readonly capacityUsdPerMonth?: number;
  /** Certificate level 0-3. */
  readonly certificateLevel?: number;
  /** Mines that it has worked for, by id, and for how many months each. */
  readonly mines?: readonly string[];
  readonly experienceMonths?: number;
  readonly source: string;
}

/** A parameter's value in a country. */
export interface PackParameter {
  readonly value: number;
  /** Range within which scenarios may move it. Default: the parameter's own, widened to hold the value. */
  readonly low?: number;
  readonly high?: number;
  readonly source?: string;
  readonly assumption?: string;
}

/** Ids of the facts that the model can measure, in the order of the facts table. */
export const factIds = [
  "in-country-share",
  "services-share",
  "operating-procurement",
  "category-order",
  "second-tier-ratio",
  "innovating-share",
  "exporter-share",
  "credit-users",
  "entry-by-challenge",
  "new-mine-relations",
  "foreign-partners",
  "supplier-concentration",
  "stationarity",
] as const;

/** What the baseline of a country must reproduce: bounds for a fact that the model can measure. */
export interface PackFact {
  /** Id of a fact of the facts table, as `exporter-share`. */
  readonly fact: (typeof factIds)[number];
  readonly low: number | null;
  readonly high: number | null;
  readonly source: string;
}

/** One country's data. */
export interface DataPack {
  /** Kebab-case name. */
  readonly id: string;
  readonly title: string;
  readonly country: string;
  /** What its firms are called in tables: the role that metrics call Peruvian. */
  readonly demonym: string;
  readonly mines: readonly PackMine[];
  readonly projects: readonly PackProject[];
  /** Values that differ from the default, by name; a category's as `consumables.criticality`. */
  readonly parameters: Readonly<Record<string, PackParameter>>;
  readonly suppliers: readonly PackSupplier[];
  /** Null: all facts of the paper. */
  readonly facts: readonly PackFact[] | null;
  /** What is not known, and what stands in for it. */
  readonly gaps: readonly string[];
}
