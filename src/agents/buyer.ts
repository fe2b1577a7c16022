// How miners and engineering firms buy (3.7.1, ODD 7.3 and 7.4): they judge risk and cost, set terms and gates accordingly, and take
// the offer that they expect to cost least, failures included.
import type { ParameterValues } from "../data/parameters.ts";
import { clampShare } from "../arithmetic.ts";
import { poundsPerTonne, daysPerYear } from "../units.ts";
import { Quadrant, RiskClass, type QuadrantCode, type RegionCode, type RiskClassCode } from "./codes.ts";
import type { Category } from "./category.ts";

/** Who buys: a mine, or an engineering firm while mines are built or expanded (2.2). */
export interface Buyer {
  readonly index: number;
  readonly id: string;
  readonly kind: "mine" | "engineering-firm";
  readonly region: RegionCode;
  /** Standard deviations above the mean at which it takes a belief. */
  readonly caution: number;
  /** Buyer whose records it shares by ownership or by having been built by it, or -1. */
  sharesRecordsWith: number;
}

/** Risk of a category for a buyer: criticality, and a difficulty that falls as more suppliers pass every gate. */
export function lotRisk(parameters: ParameterValues, category: Category, approvedSuppliers: number): number {
  const { criticalityWeight, difficultyFloor, difficultyHalvingSuppliers } = parameters;
  const removable = difficultyHalvingSuppliers / (difficultyHalvingSuppliers + approvedSuppliers);
  const difficulty = category.difficulty * (difficultyFloor + (1 - difficultyFloor) * removable);
  return clampShare(criticalityWeight * category.criticality + (1 - criticalityWeight) * difficulty);
}

/** Class of a risk. */
export function riskClass(parameters: ParameterValues, risk: number): RiskClassCode {
  if (risk >= parameters.highRiskThreshold) return RiskClass.high;
  return risk < parameters.middleRiskThreshold ? RiskClass.low : RiskClass.middle;
}

/** Class of a category's lots as a run begins, when each buyer takes the removable difficulty for half removed. */
export function riskClassAtStart(parameters: ParameterValues, category: Category): RiskClassCode {
  return riskClass(parameters, lotRisk(parameters, category, parameters.difficultyHalvingSuppliers));
}

/** Where a lot stands in the risk and cost matrix. */
export function quadrant(parameters: ParameterValues, risk: number, highCost: boolean): QuadrantCode {
  const highRisk = risk >= parameters.highRiskThreshold;
  if (highRisk) return highCost ? Quadrant.highRiskHighCost : Quadrant.highRiskLowCost;
  return highCost ? Quadrant.lowRiskHighCost : Quadrant.lowRiskLowCost;
}

/** Shortest and longest contract, whole months. */
export type TermRange = readonly [shortest: number, longest: number];

/** Shortest and longest contract of a quadrant. */
export function termRange(parameters: ParameterValues, code: QuadrantCode): TermRange {
  switch (code) {
    case Quadrant.highRiskHighCost:
      return wholeRange(parameters.highRiskHighCostMinMonths, parameters.highRiskHighCostMaxMonths);
    case Quadrant.highRiskLowCost:
      return wholeRange(parameters.highRiskLowCostMinMonths, parameters.highRiskLowCostMaxMonths);
    case Quadrant.lowRiskHighCost:
      return wholeRange(parameters.lowRiskHighCostMinMonths, parameters.lowRiskHighCostMaxMonths);
    default:
      return wholeRange(parameters.lowRiskLowCostMinMonths, parameters.lowRiskLowCostMaxMonths);
  }
}

function wholeRange(shortest: number, longest: number): TermRange {
  const low = Math.max(1, Math.round(shortest));
  return [low, Math.max(low, Math.round(longest))];
}

/** Contract length drawn from a quadrant's range, whole months. */
export function contractTerm([shortest, longest]: TermRange, uniform: number): number {
  return shortest + Math.floor(uniform * (longest - shortest + 1));
}

/** Certificate level that a lot asks for: its category's, one less at low risk. */
export function certificateAsked(category: Category, risk: RiskClassCode): number {
  return risk === RiskClass.low ? Math.max(0, category.standardsLevel - 1) : category.standardsLevel;
}

/** A mine's revenue on an average day, US$: a boom makes failures dearer, and so miners more cautious. */
export function dailyRevenueUsd(outputTonnesPerYear: number, priceUsdPerLb: number): number {
  return (outputTonnesPerYear * poundsPerTonne * priceUsdPerLb) / daysPerYear;
}

/** Loss when the supplier of a lot fails in a month, US$: it does not depend on how finely needs are cut into lots. */
export function lossPerFailureUsd(
  parameters: ParameterValues,
  category: Category,
  revenueUsdPerDay: number,
  weightedShareOfCategory: number,
): number {
  return category.criticality * parameters.stoppedDaysPerFailure * revenueUsdPerDay * weightedShareOfCategory;
}

/** Chance that a Peruvian firm hears of a tender: by a tie, by standing on the buyer's register, or because it is public. */
export function hearingProbability(
  tie: number,
  registered: boolean,
  registerInvites: number,
  publicity: number,
): number {
  return 1 - (1 - tie) * (registered ? 1 - registerInvites : 1) * (1 - publicity);
}
