// What a piece of work costs a supplier, per dollar of list price (3.4), and how much of that cost stays in the country.
import { pow } from "../arithmetic.ts";
import type { ParameterValues } from "../data/parameters.ts";
import type { Category } from "./category.ts";
import { Origin, type OriginCode } from "./codes.ts";

/** Extra unit cost of a firm too small for economies of scale; they are exhausted at the reference capacity. */
export function scaleFactor(
  category: Category,
  capacityUsdPerMonth: number,
  referenceCapacityUsdPerMonth: number,
): number {
  return pow(Math.min(1, capacityUsdPerMonth / referenceCapacityUsdPerMonth), -category.scaleExponent);
}

/** Cost level of an origin against the list price. */
export function originCostFactor(parameters: ParameterValues, origin: OriginCode): number {
  if (origin === Origin.peruvian) return parameters.costFactorPeruvian;
  return origin === Origin.chilean ? parameters.costFactorChilean : parameters.costFactorGlobal;
}

/** Part of a category's local advantage that a firm has at a mine. */
export function localness(parameters: ParameterValues, origin: OriginCode, sameRegion: boolean): number {
  if (origin !== Origin.peruvian) return parameters.localnessSubsidiary;
  return sameRegion ? 1 : parameters.localnessElsewhere;
}

/** Cost per dollar of list price, before the chance part: wages, scale, skill against what the work requires, nearness. */
export function unitCost(
  parameters: ParameterValues,
  category: Category,
  originFactor: number,
  scale: number,
  technical: number,
  nearness: number,
): number {
  const shortfall = category.skillRequired + parameters.skillMargin - technical;
  const skillCost = shortfall > 0 ? 1 + parameters.skillShortfallCost * shortfall : 1;
  return originFactor * scale * skillCost * (1 - category.localAdvantage * nearness);
}

/** Domestic value per dollar of cost. An unskilled Peruvian firm re-sells imports: its share shrinks with its skill gap. */
export function domesticShare(category: Category, origin: OriginCode, technical: number): number {
  if (origin !== Origin.peruvian) return category.domesticShareForeign;
  const gap = category.skillRequired - technical;
  return gap > 0 ? category.domesticSharePeruvian * (1 - gap) : category.domesticSharePeruvian;
}
