// What several metrics are read from, taken once a month (ODD 7.10).
import { never } from "../agents/supplier-columns.ts";
import { monthLadder } from "./ledger.ts";
import type { World } from "./world.ts";

/** What several metrics are read from, taken once a month: the month's ladder, and counts over the firms in the market. */
export interface Census {
  /** The month's ladder, cents by rung. */
  readonly ladder: Float64Array;
  readonly peruvianFirms: number;
  readonly directSuppliers: number;
  readonly secondTierSuppliers: number;
  readonly exporters: number;
  readonly innovators: number;
  readonly technical: number;
  readonly organisational: number;
  readonly certified: number;
  readonly registered: number;
  readonly activeProjects: number;
  readonly suppliersWorking: number;
  /** Direct work in hand of all firms, US$ a month, and the sum of its squares. */
  readonly workUsd: number;
  readonly workSquares: number;
}

/** Months within which an upgrade or innovation counts a firm among the innovators: the span of an innovation survey. */
const surveyMonths = 36;

/** Counts the firms in the market and reads the month's ladder. */
export function takeCensus(world: World): Census {
  const { directUsdPerMonth, technical, organisational, certificateLevel, registeredSince } = world.columns;
  const { exporting, directContracts, subcontracts, lastUpgradeMonth } = world.columns;
  const { peruvianFirms } = world;
  const upgradedAfter = world.month - surveyMonths;
  // Sums are kept apart until the end: fields of an object are written to memory at each step.
  let workUsd = 0;
  let workSquares = 0;
  for (let id = 0; id < world.suppliers.length; id++) {
    const direct = directUsdPerMonth[id];
    workUsd += direct;
    workSquares += direct * direct;
  }
  let technicalSum = 0;
  let organisationalSum = 0;
  let certified = 0;
  let registered = 0;
  let exporters = 0;
  let directSuppliers = 0;
  let secondTierSuppliers = 0;
  let suppliersWorking = 0;
  let innovators = 0;
  for (const id of peruvianFirms) {
    const first = directContracts[id];
    const second = subcontracts[id];
    const upgraded = lastUpgradeMonth[id] > upgradedAfter;
    technicalSum += technical[id];
    organisationalSum += organisational[id];
    if (registeredSince[id] !== never) registered += 1;
    exporters += exporting[id];
    if (certificateLevel[id] > 0) certified += 1;
    if (first > 0) directSuppliers += 1;
    if (second > 0) secondTierSuppliers += 1;
    if (first + second === 0) continue;
    suppliersWorking += 1;
    if (upgraded) innovators += 1;
  }
  return {
    ladder: monthLadder(world.ledger),
    peruvianFirms: peruvianFirms.length,
    directSuppliers,
    secondTierSuppliers,
    exporters,
    innovators,
    technical: technicalSum,
    organisational: organisationalSum,
    certified,
    registered,
    activeProjects: world.researchers.length,
    suppliersWorking,
    workUsd,
    workSquares,
  };
}
