// Mines and the projects of the portfolio (3.2, 3.3): what they produce, what they spend, and when they grow.
import type { ParameterValues } from "../data/parameters.ts";
import type { Buyer } from "./buyer.ts";
import type { RegionCode } from "./codes.ts";

/** Stage of a mine. */
export type MineStage = "planned" | "development" | "operation";

/** A mine as a buyer: planned, until it is put into operation. */
export class Mine implements Buyer {
  readonly index: number;
  readonly id: string;
  readonly kind = "mine";
  readonly region: RegionCode;
  readonly caution: number;
  sharesRecordsWith = -1;
  stage: MineStage = "planned";
  /** Output when in operation, tonnes of copper a year. */
  outputTonnesPerYear = 0;
  /** Operating procurement at list price. */
  spendUsdPerMonth = 0;
  /** Month in which it started to operate, or null for the mines of Table 1. */
  openedMonth: number | null = null;

  constructor({ index, id, region, caution }: Pick<Mine, "index" | "id" | "region" | "caution">) {
    this.index = index;
    this.id = id;
    this.region = region;
    this.caution = caution;
  }
}

/** Distinct needs of a mine in a category: as many times more with more firms as challenges are, so that as many are locked in. */
export function needsPerCategory(parameters: ParameterValues, scale: number): number {
  return Math.max(1, Math.round(parameters.needsPerCategory * scale));
}

/** A project of the portfolio during a run. */
export interface MineProject {
  readonly index: number;
  readonly id: string;
  readonly kind: "greenfield" | "expansion" | "smelter";
  /** Buyer index of the mine that it builds or enlarges. */
  readonly mine: number;
  readonly engineeringFirm: number;
  readonly capexUsd: number;
  readonly addedTonnesPerYear: number;
  readonly developmentMonths: number;
  /** Month of a committed start, or null when it waits for the price. */
  readonly committedMonth: number | null;
  readonly triggerUsdPerLb: number;
  /** How much later than its trigger it starts, by a shock. */
  readonly delayMonths: number;
  monthsAboveTrigger: number;
  /** Month until which it waits after its trigger was first met, or null before that. */
  postponedUntil: number | null;
  startedMonth: number | null;
  completedMonth: number | null;
}
