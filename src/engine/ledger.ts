// The only way money moves (ODD 7.6). Amounts are whole cents, so sums are exact whatever their order. Every dollar that
// a buyer spends is placed on the ladder of value once, and seen from two sides: by origin, category and
// quadrant, and by origin and site. Tables that small stay in the processor's cache; one cube over all four does not.
import { originNames, quadrantNames } from "../agents/codes.ts";

/** Rungs and parts of the ladder. Spend = local value + imported content + remitted profit, in every cell. */
export const Rung = {
  spend: 0,
  inCountry: 1,
  peruvianDirect: 2,
  peruvianWithSubcontracts: 3,
  localValue: 4,
  localValuePeruvianOwned: 5,
  knowledgeIntensive: 6,
  importedContent: 7,
  remittedProfit: 8,
} as const;
/** Rungs and parts of the ladder of value, in the order of its tables. */
export const rungNames = Object.freeze([
  "spendUsd",
  "inCountryUsd",
  "peruvianDirectUsd",
  "peruvianWithSubcontractsUsd",
  "spendLocalValueUsd",
  "spendLocalValuePeruvianOwnedUsd",
  "knowledgeIntensiveUsd",
  "importedContentUsd",
  "remittedProfitUsd",
] as const);
/**
 * A rung or part of the ladder of value, US$: `spendUsd` is all that buyers pay; `spendLocalValueUsd`, imported content and remitted
 * profit add up to it. What they mean stands in `metrics` under the same names; `spendLocalValueUsd` and
 * `spendLocalValuePeruvianOwnedUsd` are `localValueUsd` and `localValuePeruvianOwnedUsd` without the local value of exports, for the
 * ladder is of spend alone.
 */
export type RungName = (typeof rungNames)[number];
const rungCount = rungNames.length;

/** Other flows of a month. */
export const Flow = {
  paidByBuyers: 0,
  receivedBySuppliers: 1,
  paidForImports: 2,
  receivedByOligopolies: 3,
  subcontracts: 4,
  failureLoss: 5,
  preference: 6,
  savings: 7,
  exports: 8,
  exportLocalValue: 9,
  taxes: 10,
  researchCredit: 11,
  grants: 12,
  research: 13,
  capitalSpend: 14,
  fronting: 15,
  capitalPeruvian: 16,
} as const;
const flowCount = Object.keys(Flow).length;

/** A ladder of value and other flows, to which payments are posted; without any entry at first. */
export class Books {
  /** The ladder over origin × category × quadrant, and over origin × site; each cell holds the rungs. */
  byKind: Float64Array;
  bySite: Float64Array;
  readonly flows = new Float64Array(flowCount);

  constructor(categories: number, sites: number) {
    this.byKind = kindSide(categories);
    this.bySite = siteSide(sites);
  }
}

/** The books of a run: the ladder of the current year, and the other flows of the current month. */
export class Ledger extends Books {
  readonly categories: number;
  readonly sites: number;
  /** What contracts in force bring in a month without failures. */
  readonly standing: Books;
  /** What stood on the ladder when the month began; the rest is the month's. */
  readonly before = new Float64Array(rungCount);
  /** Public money paid out, by the policy that owns the instrument: since the start, and in the current month. */
  readonly publicCents = new Map<string, number>();
  /** The part of it that is programmes' fixed cost. */
  readonly fixedCents = new Map<string, number>();
  monthPublicCents = 0;
  /** Closed years. */
  readonly years: LadderYear[] = [];

  constructor(categories: number, sites: number) {
    super(categories, sites);
    this.categories = categories;
    this.sites = sites;
    this.standing = new Books(categories, sites);
  }
}

/** One calendar year of the ladder from its two sides; cents. */
export interface LadderYear {
  readonly year: number;
  readonly byKind: Float64Array;
  readonly bySite: Float64Array;
}

function kindSide(categories: number): Float64Array {
  return new Float64Array(originNames.length * categories * quadrantNames.length * rungCount);
}

function siteSide(sites: number): Float64Array {
  return new Float64Array(originNames.length * sites * rungCount);
}

/** Where a payment stands on the ladder: its cells on both sides, packed into one number. */
export function ladderPlace(
  ledger: Ledger,
  origin: number,
  category: number,
  quadrant: number,
  site: number,
): number {
  const kind = (origin * ledger.categories + category) * quadrantNames.length + quadrant;
  return kind * siteCells + origin * ledger.sites + site;
}

/** More than the cells of the site side; a power of two, so that places unpack quickly. */
const siteCells = 4096;

/** Places a payment on the ladder. All amounts in cents; local value is what is left of the payment. */
export function postSpend(
  books: Books,
  place: number,
  paid: number,
  inCountry: number,
  peruvianDirect: number,
  peruvianWithSubcontracts: number,
  localPeruvianOwned: number,
  knowledgeIntensive: number,
  imported: number,
  remitted: number,
): void {
  const { byKind, bySite, flows } = books;
  const local = paid - imported - remitted;
  const kind = Math.floor(place / siteCells) * rungCount;
  byKind[kind] = byKind[kind] + paid;
  byKind[kind + 1] = byKind[kind + 1] + inCountry;
  byKind[kind + 2] = byKind[kind + 2] + peruvianDirect;
  byKind[kind + 3] = byKind[kind + 3] + peruvianWithSubcontracts;
  byKind[kind + 4] = byKind[kind + 4] + local;
  byKind[kind + 5] = byKind[kind + 5] + localPeruvianOwned;
  byKind[kind + 6] = byKind[kind + 6] + knowledgeIntensive;
  byKind[kind + 7] = byKind[kind + 7] + imported;
  byKind[kind + 8] = byKind[kind + 8] + remitted;
  const site = (place % siteCells) * rungCount;
  bySite[site] = bySite[site] + paid;
  bySite[site + 1] = bySite[site + 1] + inCountry;
  bySite[site + 2] = bySite[site + 2] + peruvianDirect;
  bySite[site + 3] = bySite[site + 3] + peruvianWithSubcontracts;
  bySite[site + 4] = bySite[site + 4] + local;
  bySite[site + 5] = bySite[site + 5] + localPeruvianOwned;
  bySite[site + 6] = bySite[site + 6] + knowledgeIntensive;
  bySite[site + 7] = bySite[site + 7] + imported;
  bySite[site + 8] = bySite[site + 8] + remitted;
  flows[Flow.paidByBuyers] = flows[Flow.paidByBuyers] + paid;
}

/** The month's ladder over all cells, cents, by rung. */
export function monthLadder(ledger: Ledger): Float64Array {
  const total = yearToDate(ledger);
  for (let rung = 0; rung < rungCount; rung++) total[rung] = total[rung] - ledger.before[rung];
  return total;
}

function yearToDate({ bySite }: Ledger): Float64Array {
  const total = new Float64Array(rungCount);
  for (let at = 0; at < bySite.length; at += rungCount) {
    for (let rung = 0; rung < rungCount; rung++) total[rung] = total[rung] + bySite[at + rung];
  }
  return total;
}

/** Adds to one of the other flows. */
export function postFlow({ flows }: Books, flow: (typeof Flow)[keyof typeof Flow], cents: number): void {
  flows[flow] = flows[flow] + cents;
}

/** Posts a month of all contracts in force, as if none failed. */
export function postStanding({ byKind, bySite, flows, standing }: Ledger): void {
  addTo(byKind, standing.byKind);
  addTo(bySite, standing.bySite);
  addTo(flows, standing.flows);
}

function addTo(sums: Float64Array, added: Float64Array): void {
  for (let at = 0; at < sums.length; at++) sums[at] = sums[at] + added[at];
}

/** Pays public money in the name of the policy that owns the instrument. */
export function payPublic(ledger: Ledger, policyId: string, cents: number): void {
  ledger.publicCents.set(policyId, (ledger.publicCents.get(policyId) ?? 0) + cents);
  ledger.monthPublicCents += cents;
}

/** Pays a month of a programme's fixed cost. */
export function payFixedCost(ledger: Ledger, policyId: string, cents: number): void {
  ledger.fixedCents.set(policyId, (ledger.fixedCents.get(policyId) ?? 0) + cents);
  payPublic(ledger, policyId, cents);
}

/** Takes tax into the treasury. */
export function collectTax(books: Books, cents: number): void {
  postFlow(books, Flow.taxes, cents);
}

/** Opens the month's books; the phases then fill them. */
export function openMonth(ledger: Ledger): void {
  ledger.before.set(yearToDate(ledger));
  ledger.flows.fill(0);
  ledger.monthPublicCents = 0;
}

/** Closes the year's ladder and opens the next. */
export function closeYear(ledger: Ledger, year: number): void {
  ledger.years.push({ year, byKind: ledger.byKind, bySite: ledger.bySite });
  ledger.byKind = kindSide(ledger.categories);
  ledger.bySite = siteSide(ledger.sites);
}
