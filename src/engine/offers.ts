// Bids, and the award to the lowest expected cost (ODD 7.4): price, plus what the buyer expects failures to cost, less what it
// gives for buying locally. A direct import is a bidder too (footnotes 10, 11).
import { Origin, type OriginCode } from "../agents/codes.ts";
import type { Supplier } from "../agents/supplier.ts";
import { localness, originCostFactor, unitCost } from "../agents/supplier-costs.ts";
import { freeCapacityUsdPerMonth } from "../agents/supplier-limits.ts";
import { triangularFrom } from "../random.ts";
import { perceived } from "./evidence.ts";
import { field } from "./field.ts";
import { frontingFeeShare, fronts } from "./fronting.ts";
import type { Terms } from "./terms.ts";
import { biddersOf, type World } from "./world.ts";

/** Cost of the work to each of the first `count` firms, per dollar of list price, written to `into`. */
export function workCosts(
  world: World,
  terms: Terms,
  firms: Int32Array,
  count: number,
  into: Float64Array,
): void {
  const { parameters } = world;
  const { origin, region, scaleFactor, technical, key } = world.columns;
  const { category, mine, bidPrefix } = terms;
  const { bidNoiseSd } = parameters;
  for (let i = 0; i < count; i++) {
    const supplier = firms[i];
    const from = origin[supplier] as OriginCode;
    const near = localness(parameters, from, region[supplier] === mine.region);
    const factor = originCostFactor(parameters, from);
    const cost = unitCost(parameters, category, factor, scaleFactor[supplier], technical[supplier], near);
    into[i] = cost * (1 + bidNoiseSd * triangularFrom(bidPrefix, key[supplier]));
  }
}

/** The outcome of a tender. US$ a month. */
export interface Decision {
  /** Index among the qualified, or -1. */
  readonly winner: number;
  readonly outcome: "tender" | "import" | "emergency" | "open";
  readonly supplier: Supplier | null;
  readonly priceUsdPerMonth: number;
  readonly costUsdPerMonth: number;
  readonly preferenceUsdPerMonth: number;
  readonly frontingUsdPerMonth: number;
  readonly markup: number;
}

/**
 * Lowest expected cost among the bids and a direct import; an emergency if there is neither. `openCostUsd` is what the lot would
 * cost if no rule kept it for some; infinite where none does.
 */
export function decide(world: World, terms: Terms, passed: number, openCostUsd: number): Decision {
  const { lot } = terms;
  const { parameters } = world;
  const markup = markupAmong(world, passed);
  let winner = -1;
  let lowest = Number.POSITIVE_INFINITY;
  let cheapest = openCostUsd;
  let winnerWithoutPreference = 0;
  for (let i = 0; i < passed; i++) {
    const full = fullCost(world, terms, i, markup);
    const expected = full - preferenceUsd(world, terms, field.qualified[i]);
    // A fee for fronting is paid because of the rule: without it the bidder would ask for less.
    cheapest = Math.min(cheapest, full - frontingFeeUsd(world, terms, field.qualified[i]));
    if (expected < lowest) {
      lowest = expected;
      winner = i;
      winnerWithoutPreference = full;
    }
  }
  const importPrice = lot.valueUsdPerMonth * lot.importFactor;
  const importable = importCompetes(terms);
  const importFull = importCostUsd(world, terms);
  if (importable && importFull < lowest) return withoutBid("import", importPrice, markup);
  if (winner >= 0) {
    if (importable) cheapest = Math.min(cheapest, importFull);
    const supplier = world.suppliers[field.qualified[winner]];
    const costUsdPerMonth = field.unitCosts[winner] * lot.valueUsdPerMonth;
    const frontingUsdPerMonth = frontingFeeUsd(world, terms, supplier.id);
    return {
      winner,
      outcome: "tender",
      supplier,
      costUsdPerMonth,
      priceUsdPerMonth: costUsdPerMonth * (1 + markup) + frontingUsdPerMonth,
      preferenceUsdPerMonth: Math.max(0, winnerWithoutPreference - cheapest),
      frontingUsdPerMonth,
      markup,
    };
  }
  const called = emergency(world, terms);
  const failure =
    called.supplier === null
      ? parameters.importPerceivedFailure
      : perceived(world, terms.buyer, called.supplier.id);
  const calledFull = called.priceUsdPerMonth + failure * terms.lossUsd;
  return { ...called, preferenceUsdPerMonth: Math.max(0, calledFull - openCostUsd) };
}

/** Whether a direct import stands beside the bids: not where a lot is kept for some, who may still all fall at a gate. */
export function importCompetes({ lot, restricted }: Terms): boolean {
  return lot.importFactor > 0 && !restricted;
}

/** The lowest expected cost among the bids and a direct import, whoever is preferred; infinite without either. */
export function lowestCostUsd(world: World, terms: Terms, passed: number): number {
  const markup = markupAmong(world, passed);
  let lowest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < passed; i++) lowest = Math.min(lowest, fullCost(world, terms, i, markup));
  if (!importCompetes(terms)) return lowest;
  return Math.min(lowest, importCostUsd(world, terms));
}

/** What a direct import costs its buyer, its failures included, US$ a month. */
export function importCostUsd({ parameters }: World, { lot, lossUsd }: Terms): number {
  return lot.valueUsdPerMonth * lot.importFactor + parameters.importPerceivedFailure * lossUsd;
}

/** The markup of bidders who know how many they are. */
function markupAmong({ parameters }: World, bidders: number): number {
  return parameters.markupFloor + parameters.markupWithoutRivals / bidders;
}

/** A bidder's price, what its failures are expected to cost, and the fee of a front. */
export function fullCost(world: World, terms: Terms, index: number, markup: number): number {
  const price = field.unitCosts[index] * terms.lot.valueUsdPerMonth * (1 + markup);
  return (
    price + frontingFeeUsd(world, terms, field.qualified[index]) + field.perceptions[index] * terms.lossUsd
  );
}

/** What a buyer gives for buying locally: its region's firms (social licence), and whom a local-content rule prefers. */
export function preferenceUsd(world: World, terms: Terms, supplier: number): number {
  const { parameters, rules, columns } = world;
  const { definition, preference, enforcement } = rules.localContent;
  const peruvian = columns.origin[supplier] === Origin.peruvian;
  let share =
    peruvian && columns.region[supplier] === terms.mine.region ? parameters.socialLicencePreference : 0;
  if (preference > 0) {
    if (peruvian || definition === "invoicing" || fronts(world, terms.lot, supplier))
      share += preference * enforcement;
  }
  return share * terms.lot.valueUsdPerMonth;
}

/** Fee of a local partner, for a foreign bidder that needs one to be admitted or to be preferred; US$ a month. */
export function frontingFeeUsd(world: World, terms: Terms, supplier: number): number {
  const useful = terms.reservedByRule || world.rules.localContent.preference > 0;
  if (!useful || !fronts(world, terms.lot, supplier)) return 0;
  return frontingFeeShare(world, terms.reservedByRule) * terms.lot.valueUsdPerMonth;
}

/**
 * Nobody qualified, so what a rule had kept for local firms is open to others: a direct import where there is one, else a
 * known large foreign firm at a higher markup (3.7.1), else the lot stays open.
 */
function emergency(world: World, terms: Terms): Decision {
  const { lot } = terms;
  const { parameters } = world;
  const markup = (parameters.markupFloor + parameters.markupWithoutRivals) * (1 + parameters.emergencyMarkup);
  if (lot.importFactor > 0) return withoutBid("import", lot.valueUsdPerMonth * lot.importFactor, markup);
  const { qualified, unitCosts } = field;
  let able = 0;
  for (const id of biddersOf(world, lot.category, lot.line)) {
    const supplier = world.suppliers[id];
    if (supplier.origin === Origin.peruvian || freeCapacityUsdPerMonth(supplier) < lot.valueUsdPerMonth)
      continue;
    qualified[able++] = id;
  }
  workCosts(world, terms, qualified, able, unitCosts);
  let cheapest: Supplier | null = null;
  let cost = Number.POSITIVE_INFINITY;
  for (let i = 0; i < able; i++) {
    if (unitCosts[i] >= cost) continue;
    cost = unitCosts[i];
    cheapest = world.suppliers[qualified[i]];
  }
  if (cheapest === null) return withoutBid("open", 0, markup);
  const costUsdPerMonth = cost * lot.valueUsdPerMonth;
  return {
    winner: -1,
    outcome: "emergency",
    supplier: cheapest,
    costUsdPerMonth,
    priceUsdPerMonth: costUsdPerMonth * (1 + markup),
    preferenceUsdPerMonth: 0,
    frontingUsdPerMonth: 0,
    markup,
  };
}

/** A lot that none of the bidders gets: imported, or left open. */
function withoutBid(outcome: "import" | "open", priceUsdPerMonth: number, markup: number): Decision {
  return {
    winner: -1,
    outcome,
    supplier: null,
    costUsdPerMonth: 0,
    priceUsdPerMonth,
    preferenceUsdPerMonth: 0,
    frontingUsdPerMonth: 0,
    markup,
  };
}
