// A lot is a recurring need; a contract is how it is met for a while (ODD 7.3).
import type { ContractKindCode, QuadrantCode, RiskClassCode } from "./codes.ts";
import type { Supplier } from "./supplier.ts";

/** A recurring need of one buyer in one category. */
export interface Lot {
  readonly id: number;
  /** Identity in draws. */
  readonly key: number;
  readonly buyer: number;
  /** Mine where the work is done; an engineering firm's lots lie at the mine that it builds. */
  readonly site: number;
  readonly category: number;
  readonly line: number;
  /** Value at list price, US$ a month. */
  valueUsdPerMonth: number;
  /** Part of its category's need at that site, to the power of the loss exponent. */
  readonly weightedShareOfCategory: number;
  readonly highCost: boolean;
  /** Risk class for reports, fixed when the lot arises. */
  readonly riskClass: RiskClassCode;
  /** Kept for firms of the mine's region. */
  readonly localArea: boolean;
  /** Landed cost of an import per dollar of list price, or 0 where nothing can be imported. */
  readonly importFactor: number;
  /** Capital package of a project, tendered by an engineering firm. */
  readonly capital: boolean;
  /** First month in which it is no longer needed, or null. */
  readonly closesMonth: number | null;
  contract: Contract | null;
  /** Month in which it is tendered next. */
  dueMonth: number;
}

/** A piece of a contract passed on to a second-tier firm, or to a partner in a consortium. Cents are of a month. */
export interface Subcontract {
  /** Id of the firm that does it. */
  readonly supplier: number;
  /** What it books, US$ a month at list price. */
  readonly capacityUsdPerMonth: number;
  readonly priceCents: number;
  readonly costCents: number;
  readonly importedCents: number;
  /** A consortium partner shares the direct work; its record counts in full. */
  readonly partner: boolean;
}

/**
 * Who delivers a lot, at what price, for how long. Months are [start, end). Amounts are whole cents a month and as agreed: when
 * a second-tier firm leaves, its part goes over to the holder in the book's row alone.
 */
export interface Contract {
  readonly id: number;
  readonly kind: ContractKindCode;
  /** The lot, or null for an innovation contract. */
  readonly lot: Lot | null;
  /** Identity of its failures in draws: the lot's, so that the same bad month hits whoever holds it. */
  readonly key: number;
  /** Null for a direct import. */
  readonly supplier: Supplier | null;
  readonly buyer: number;
  readonly site: number;
  readonly category: number;
  readonly quadrant: QuadrantCode;
  readonly startMonth: number;
  readonly endMonth: number;
  /** What its holder does itself, US$ a month at list price. */
  readonly ownUsdPerMonth: number;
  readonly priceCents: number;
  /** Cost of what the holder does itself, and the imported part of it. */
  readonly costCents: number;
  readonly importedCents: number;
  /** What its subcontracts are paid, and the imported part of what they cost. */
  readonly subcontractCents: number;
  readonly subcontractImportedCents: number;
  /** Fee of a local partner that fronts for the holder. */
  readonly frontingCents: number;
  /** What the buyer pays above the cheapest offer because a rule or a preference asks for it; never negative. */
  readonly preferenceCents: number;
  /** What the buyer saves by an adopted innovation. */
  readonly savingCents: number;
  /** Loss to the buyer per dollar of daily revenue when it fails. */
  readonly lossPerDailyRevenue: number;
  /** Place on the ladder of value. */
  readonly place: number;
  /** Row in the book of contracts in force, where its subcontracts are kept, and place in its list; -1 when it has ended. */
  row: number;
  listed: number;
}
