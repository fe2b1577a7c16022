// A data pack: one country's mines, projects, suppliers and numbers, each with its source, and what is missing said plainly.
import type { CategoryId } from "../spend.ts";

/** Macro-regions of a country; packs give them their own names. The capital is where subsidiaries sit. */
export const packRegions = ["north", "centre", "south", "capital"] as const;
/** Where a supplier has its seat. */
export type PackRegion = (typeof packRegions)[number];
/** Where a mine lies: any macro-region but the capital. */
export type MiningRegion = Exclude<PackRegion, "capital">;

/** A mine that operates when a run begins. */
export interface PackMine {
  /** Kebab-case name, by which scenarios, events and tables call it; no project has the same. */
  readonly id: string;
  /** Its name for readers. */
  readonly name: string;
  /** Where it lies: firms of its region are near. */
  readonly region: MiningRegion;
  /** Copper output in the pack's first year, tonnes a year; more than 0. Mines share the sector's spend by it. */
  readonly outputTonnesPerYear: number;
  /** Id of the mine with which this one has an owner in common: references travel between the two. Default: none. */
  readonly sharesOwnerWith?: string;
  /** Whether firms of the country own the majority: for readers, no rule of the model asks for it. */
  readonly domesticOwned: boolean;
  /** Where the row's figures come from. */
  readonly source: string;
}

/** A project of the country's portfolio. */
export interface PackProject {
  /** Kebab-case name, by which shocks and events call it; a greenfield project's mine has it too. */
  readonly id: string;
  /** Its name for readers. */
  readonly name: string;
  /** A new mine ("greenfield"), a larger one ("expansion"), or a smelter at one. */
  readonly kind: "greenfield" | "expansion" | "smelter";
  /** Id of the mine that it enlarges, or of the greenfield project that builds it; none for greenfield projects. */
  readonly host?: string;
  /** Where it lies. */
  readonly region: MiningRegion;
  /** Whether firms of the country own the majority: for readers, no rule of the model asks for it. */
  readonly domesticOwned: boolean;
  /** What building it costs, US$ million; null when not known, and then it never starts. */
  readonly capexUsdMillion: number | null;
  /** Copper output that it adds, tonnes a year, of a new mine more than 0; null when not known, and then a new mine is never built. */
  readonly addedTonnesPerYear: number | null;
  /** When it starts: committed to a month, waiting for a copper price, or listed without a start. */
  readonly start:
    /** Starts whatever the price, an expansion once its mine operates. */
    | {
        readonly kind: "committed";
        /** Month in which it starts, 0 being January 2017; negative before that, from -240. A run that begins later starts it at once. */
        readonly startMonth: number;
        /** Months from its start until it produces, 1 to 240. */
        readonly developmentMonths: number;
      }
    /** Starts once the price has held for some months, when not too many others are under way. */
    | {
        readonly kind: "price";
        /** Copper price that must hold, US$ of 2017 a pound, 0.1 to 100. */
        readonly triggerUsdPerLb: number;
        /** Months from its start until it produces, 1 to 240. */
        readonly developmentMonths: number;
      }
    /** Never starts. */
    | { readonly kind: "listed-only" };
  /** Where the row's figures come from. */
  readonly source: string;
}

/** A real firm, which takes the place of a drawn one of its category. What is left out is drawn. */
export interface PackSupplier {
  /** Its name, by which runs call it; each once in a pack. */
  readonly name: string;
  /** The category that is its own; not fuels or utilities, which have no tenders. */
  readonly category: CategoryId;
  /** Where it has its seat. */
  readonly region?: PackRegion;
  /** Work that it can deliver, US$ a month, where one firm of the model stands for one firm; with fewer firms each is larger. */
  readonly capacityUsdPerMonth?: number;
  /** Level of its certificate, 1 to 3; 0 is none. */
  readonly certificateLevel?: number;
  /** Ids of the mines that it has worked for when a run begins. */
  readonly mines?: readonly string[];
  /** Months that it has worked for each of these mines, 0 to 600. */
  readonly experienceMonths?: number;
  /** Where the row's figures come from. */
  readonly source: string;
}

/** A parameter's value in a country. */
export interface PackParameter {
  /** Its value, in the unit of the parameter's record. */
  readonly value: number;
  /** Lowest value that scenarios may give it. Default: the parameter's own, lowered to hold the value. */
  readonly low?: number;
  /** Highest value that scenarios may give it. Default: the parameter's own, raised to hold the value. */
  readonly high?: number;
  /** Where the value comes from; where it is missing there is an assumption. */
  readonly source?: string;
  /** That the value is assumed, and why this one; where it is missing there is a source. */
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
  /** Lower bound, in the unit of the facts table; null where it is open. One of the two is a number. */
  readonly low: number | null;
  /** Upper bound, in the unit of the facts table; null where it is open. */
  readonly high: number | null;
  /** Where the bounds come from. */
  readonly source: string;
}

/** One country's data. */
export interface DataPack {
  /** Kebab-case name. */
  readonly id: string;
  /** A line for tables and charts. */
  readonly title: string;
  /** The country's name. */
  readonly country: string;
  /** What its firms are called in tables: the role that metrics call Peruvian. */
  readonly demonym: string;
  /** The mines, 1 to 200. */
  readonly mines: readonly PackMine[];
  /** The portfolio of projects, at most 200. */
  readonly projects: readonly PackProject[];
  /** Values that differ from the default, by name; a category's as `consumables.criticality`. */
  readonly parameters: Readonly<Record<string, PackParameter>>;
  /** Real firms, at most 20,000; all others are drawn. */
  readonly suppliers: readonly PackSupplier[];
  /** What the baseline must reproduce. Null: all facts of the paper. */
  readonly facts: readonly PackFact[] | null;
  /** What is not known, and what stands in for it. */
  readonly gaps: readonly string[];
}
