// What several metrics are read from, taken once a month (ODD 9).
import { Origin } from "../agents/codes.ts";
import { monthLadder } from "./ledger.ts";
import type { World } from "./world.ts";

/** What several metrics are read from, taken once a month: the month's ladder, and counts over the firms in the market. */
export interface Census {
  /** The month's ladder, cents by rung. */
  readonly ladder: Float64Array;
  peruvianFirms: number;
  directSuppliers: number;
  secondTierSuppliers: number;
  exporters: number;
  innovators: number;
  technical: number;
  organisational: number;
  certified: number;
  registered: number;
  activeProjects: number;
  suppliersWorking: number;
  /** Direct work in hand of all firms, US$ a month, and the sum of its squares. */
  workUsd: number;
  workSquares: number;
}

/** Months within which an upgrade or innovation counts a firm among the innovators: the span of an innovation survey. */
const surveyMonths = 36;

/** Counts the firms in the market and reads the month's ladder. */
export function takeCensus(world: World): Census {
  const census: Census = {
    ladder: monthLadder(world.ledger),
    peruvianFirms: 0,
    directSuppliers: 0,
    secondTierSuppliers: 0,
    exporters: 0,
    innovators: 0,
    technical: 0,
    organisational: 0,
    certified: 0,
    registered: 0,
    activeProjects: world.researchers.length,
    suppliersWorking: 0,
    workUsd: 0,
    workSquares: 0,
  };
  const c = world.columns;
  for (let id = 0; id < world.suppliers.length; id++) {
    census.workUsd += c.directUsd[id];
    census.workSquares += c.directUsd[id] * c.directUsd[id];
    if (c.origin[id] !== Origin.peruvian || c.inMarket[id] === 0) continue;
    census.peruvianFirms += 1;
    census.technical += c.technical[id];
    census.organisational += c.organisational[id];
    if (c.certificateLevel[id] > 0) census.certified += 1;
    census.registered += c.registeredSomewhere[id];
    census.exporters += c.exporting[id];
    if (c.directContracts[id] > 0) census.directSuppliers += 1;
    if (c.subcontracts[id] > 0) census.secondTierSuppliers += 1;
    if (c.directContracts[id] + c.subcontracts[id] > 0) {
      census.suppliersWorking += 1;
      if (world.month - c.lastUpgradeMonth[id] < surveyMonths) census.innovators += 1;
    }
  }
  return census;
}
