// Mines and the projects of the portfolio (3.2, 3.3): what they produce, what they spend, and when they grow.
import type { Buyer } from "./buyer.ts";

/** Stage of a mine. */
export type MineStage = "planned" | "development" | "operation";

/** A mine as a buyer. */
export interface Mine extends Buyer {
  readonly kind: "mine";
  stage: MineStage;
  /** Output when in operation, tonnes of copper a year. */
  outputTonnesPerYear: number;
  /** Operating procurement at list price. */
  spendUsdPerMonth: number;
  /** Month in which it started to operate, or null for the mines of Table 1. */
  openedMonth: number | null;
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
