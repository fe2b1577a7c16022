// The gates of a tender (3.7.1, ODD 5): who is admitted, hears of it, is registered, certified, large enough, financed and
// trusted. They stand in series, so opening one alone often does nothing: the next one closes.
import { hearingProbability } from "../agents/buyer.ts";
import { Gate, Origin } from "../agents/codes.ts";
import { canFinance } from "../agents/supplier-limits.ts";
import { draw, drawWith, Process } from "../random.ts";
import { centsPerUsd } from "../units.ts";
import { lendersTo } from "./consortium.ts";
import { isMember, perceived, tieNow } from "./evidence.ts";
import { fronts } from "./fronting.ts";
import { originStride } from "./funnel.ts";
import { relationIndex } from "./relations.ts";
import type { Terms } from "./terms.ts";
import type { World } from "./world.ts";

/**
 * The firms in a tender: those that heard of it, and those that passed every gate, with the cost of their work and how they
 * are perceived. Reused from tender to tender, so that nothing is allocated per bid.
 */
export const field = {
  heard: [] as number[],
  qualified: [] as number[],
  unitCosts: [] as number[],
  perceptions: [] as number[],
  /** Perceived failure of the firm looked at last; in an array, because a number in a variable is allocated anew each time. */
  perceived: new Float64Array(1),
};
const notAdmitted = new Int32Array(Origin.peruvian + 1);
const notInformed = new Int32Array(Origin.peruvian + 1);

/**
 * The firms that are admitted and hear of the tender; the others are counted where they fall. Most firms fall here, so this
 * loop is the run's hottest: it reads columns only, and counts by origin before it touches the funnel.
 */
export function hearers(world: World, terms: Terms, bidders: readonly number[], observed: boolean): number {
  const { month, tieLeft } = world;
  const { subsidiaryHearingProbability, registerHearingProbability } = world.parameters;
  const { mutualRecognition } = world.rules.registration;
  const { origin, key } = world.columns;
  const { registeredFrom, tie, tieMonth } = world.relations;
  const { hearPrefix, publicity, restricted } = terms;
  const row = relationIndex(world.relations, terms.buyer.index, 0);
  let hearing = 0;
  notAdmitted.fill(0);
  notInformed.fill(0);
  for (let i = 0; i < bidders.length; i++) {
    const supplier = bidders[i];
    const from = origin[supplier];
    if (restricted && !isAdmitted(world, terms, supplier)) {
      notAdmitted[from] = notAdmitted[from] + 1;
      continue;
    }
    const uniform = drawWith(hearPrefix, key[supplier]);
    let hears: boolean;
    // Compared in each branch: a number that may come from either is allocated anew for every firm.
    if (from !== Origin.peruvian) {
      hears = uniform < subsidiaryHearingProbability;
    } else {
      const at = row + supplier;
      const registered =
        registeredFrom[at] <= month || (mutualRecognition > 0 && isRegistered(world, at, supplier));
      const strength = tie[at] * tieLeft[month - tieMonth[at]];
      hears = uniform < hearingProbability(strength, registered, registerHearingProbability, publicity);
    }
    if (hears) field.heard[hearing++] = supplier;
    else notInformed[from] = notInformed[from] + 1;
  }
  for (let from = 0; observed && from < notInformed.length; from++) {
    count(world, terms, from, Gate.reserved, notAdmitted[from]);
    count(world, terms, from, Gate.notInformed, notInformed[from]);
  }
  return hearing;
}

/** First gate at which a firm falls that heard of the tender, or `outbid` for a bidder. */
export function firstGateOfHearer(world: World, terms: Terms, supplier: number): number {
  const relation = relationIndex(world.relations, terms.buyer.index, supplier);
  if (!isRegistered(world, relation, supplier)) return Gate.notRegistered;
  if (world.columns.certificateLevel[supplier] < terms.certificateLevel) return Gate.notCertified;
  if (!isLargeEnough(world, terms, supplier)) return Gate.tooSmall;
  if (!isFinanced(world, terms, supplier)) return Gate.noFinance;
  return isTrusted(world, terms, supplier, relation) ? Gate.outbid : Gate.notTrusted;
}

/** Every gate at which a firm falls, as a bit mask; 0 for a bidder. */
export function everyGateFailed(world: World, terms: Terms, supplier: number): number {
  const relation = relationIndex(world.relations, terms.buyer.index, supplier);
  const registered = isRegistered(world, relation, supplier);
  return (
    (isAdmitted(world, terms, supplier) ? 0 : 1 << Gate.reserved) |
    (isInformed(world, terms, supplier, relation, registered) ? 0 : 1 << Gate.notInformed) |
    (registered ? 0 : 1 << Gate.notRegistered) |
    (world.columns.certificateLevel[supplier] >= terms.certificateLevel ? 0 : 1 << Gate.notCertified) |
    (isLargeEnough(world, terms, supplier) ? 0 : 1 << Gate.tooSmall) |
    (isFinanced(world, terms, supplier) ? 0 : 1 << Gate.noFinance) |
    (isTrusted(world, terms, supplier, relation) ? 0 : 1 << Gate.notTrusted)
  );
}

/** Whether a lot is open to a firm: local-area lots to firms of the mine's region, others by the local-content rule. */
export function isAdmitted(world: World, terms: Terms, supplier: number): boolean {
  if (!terms.restricted) return true;
  const { origin, region } = world.columns;
  const peruvian = origin[supplier] === Origin.peruvian;
  if (terms.lot.localArea) return peruvian && region[supplier] === terms.mine.region;
  return (
    peruvian || world.rules.localContent.definition === "invoicing" || fronts(world, terms.lot, supplier)
  );
}

/** Whether a firm stands on the buyer's register, or one registration serves it at all mines. */
function isRegistered(world: World, relation: number, supplier: number): boolean {
  if (world.relations.registeredFrom[relation] <= world.month) return true;
  const { mutualRecognition } = world.rules.registration;
  if (mutualRecognition === 0 || world.columns.registeredSomewhere[supplier] === 0) return false;
  return draw(world.root, Process.mutualRecognition, world.columns.key[supplier]) < mutualRecognition;
}

/** Whether a firm hears of the tender. */
function isInformed(
  world: World,
  terms: Terms,
  supplier: number,
  relation: number,
  registered: boolean,
): boolean {
  const { columns, parameters } = world;
  const uniform = drawWith(terms.hearPrefix, columns.key[supplier]);
  if (columns.origin[supplier] !== Origin.peruvian) return uniform < parameters.subsidiaryHearingProbability;
  const { registerHearingProbability } = parameters;
  return (
    uniform <
    hearingProbability(tieNow(world, relation), registered, registerHearingProbability, terms.publicity)
  );
}

/** Whether free capacity, with what a consortium adds, covers the lot. */
function isLargeEnough(world: World, terms: Terms, supplier: number): boolean {
  const { capacityUsd, directUsd, subcontractUsd } = world.columns;
  const missing =
    terms.lot.valueUsd - (capacityUsd[supplier] - directUsd[supplier] - subcontractUsd[supplier]);
  return missing <= 0 || (terms.lenders.length > 0 && poolFor(world, terms, supplier) >= missing);
}

/** Whether a firm can finance its part of the lot. Parents stand behind subsidiaries; partners finance theirs. */
function isFinanced(world: World, terms: Terms, supplier: number): boolean {
  const { origin, capacityUsd, directUsd, subcontractUsd, cashCents, creditLineCents } = world.columns;
  if (origin[supplier] !== Origin.peruvian) return true;
  const direct = directUsd[supplier];
  const free = Math.max(0, capacityUsd[supplier] - direct - subcontractUsd[supplier]);
  const contractsUsd = direct + Math.min(terms.lot.valueUsd, free);
  const cashUsd = cashCents[supplier] / centsPerUsd;
  return canFinance(world.parameters, cashUsd, creditLineCents[supplier] / centsPerUsd, contractsUsd);
}

/** Whether the perceived failure lies within what the buyer tolerates for this risk. */
function isTrusted(world: World, terms: Terms, supplier: number, relation: number): boolean {
  const failure = perceived(world, terms.buyer, supplier, tieNow(world, relation));
  field.perceived[0] = failure;
  return failure <= terms.toleratedFailure;
}

/** Capacity that a member can book with fellow members. */
function poolFor(world: World, terms: Terms, supplier: number): number {
  if (world.columns.origin[supplier] !== Origin.peruvian || !isMember(world, supplier)) return 0;
  let sum = 0;
  for (const { usd } of lendersTo(world, terms.lenders, supplier)) sum += usd;
  return sum;
}

/** First gate of a mask, or `outbid` when none failed. */
export function lowestGate(failed: number): number {
  return failed === 0 ? Gate.outbid : 31 - Math.clz32(failed & -failed);
}

/** Counts firms of an origin at the gate where they fell, or at `won`. */
export function count(world: World, terms: Terms, origin: number, gate: number, firms: number): void {
  const { firstByYear, firstByBuyer } = world.funnel;
  const inYear = terms.yearCell + originStride * origin + gate;
  firstByYear[inYear] = firstByYear[inYear] + firms;
  const atBuyer = terms.buyerCell + originStride * origin + gate;
  firstByBuyer[atBuyer] = firstByBuyer[atBuyer] + firms;
}
