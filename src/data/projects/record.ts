// What a project of the copper portfolio is, and how they are called.
import type { MineId, Region } from "../mines.ts";

/** Identities of the projects, in the order of `projects`. */
export const projectIds = [
  "quellaveco",
  "mina-justa",
  "toromocho-expansion",
  "toquepala-expansion",
  "tia-maria",
  "zafranal",
  "trapiche",
  "rio-blanco",
  "los-chancas",
  "el-galeno",
  "haquira",
  "michiquillay",
  "la-granja",
  "antamina-replacement",
  "las-bambas-ferrobamba",
  "el-brocal-colquijirca",
  "constancia-optimisation",
  "cerro-verde-optimisation",
  "antapaccay-coroccohuayco",
  "quellaveco-expansion",
  "ilo-smelter",
  "rio-seco",
  "quechua",
] as const;

/** Identity of a project. */
export type ProjectId = (typeof projectIds)[number];

/**
 * What sets a project going. `committed`: at a date. `price`: once the copper price, in US$ of 2017 per pound, holds above
 * the trigger. `listed-only`: never, because too little is known of it. Development ends with the first output.
 */
export type ProjectStart =
  | { readonly kind: "committed"; readonly startMonth: number; readonly developmentMonths: number }
  | { readonly kind: "price"; readonly triggerUsdPerLb: number; readonly developmentMonths: number }
  | { readonly kind: "listed-only"; readonly why: string };

/**
 * Where a planned output comes from. `stated`: a source gives it. `derived`: capex over `capexUsdPerYearlyTonne`, to the
 * nearest thousand. `sustains`: the project replaces ore or prolongs a mine's life and adds nothing (0). `none`: nothing to plan (null).
 */
export type OutputBasis = "stated" | "derived" | "sustains" | "none";

/** A project of the copper portfolio. */
export interface ProjectRecord {
  readonly id: ProjectId;
  readonly name: string;
  readonly kind: "greenfield" | "expansion" | "smelter";
  /** What an expansion expands: a mine of Table 1, or the project that will be the mine. */
  readonly hostMineId?: MineId | ProjectId;
  readonly owners: readonly string[];
  /** Whether Peruvian firms hold the majority; for projects that the paper names, as the paper has it. */
  readonly peruvianOwned: boolean;
  readonly region: Region;
  /** Capital expenditure, US$ million of the source's year; null where no source gives it. */
  readonly capexUsdMillion: number | null;
  /** Copper that the project adds once it works, tonnes a year. */
  readonly plannedOutputTonnesPerYear: number | null;
  readonly outputBasis: OutputBasis;
  readonly start: ProjectStart;
  readonly source: string;
  /** Which fields are assumed, and why. */
  readonly assumption?: string;
}
