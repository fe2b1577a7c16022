// The gates of a tender (3.7.1, ODD 7.4): who is admitted, hears of it, is registered, certified, large enough, financed and
// trusted. They stand in series, so opening one alone often does nothing: the next one closes. The firms go through them
// together, gate by gate, because a loop over one gate reads few columns; each firm is judged by itself all the same.
import { hearingProbability } from "../agents/buyer.ts";
import { Gate, Origin } from "../agents/codes.ts";
import { canFinance } from "../agents/supplier-limits.ts";
import { draw, drawWith, Process } from "../random.ts";
import { centsPerUsd } from "../units.ts";
import { lendersTo } from "./consortium.ts";
import { isMember, perceivedOf } from "./evidence.ts";
import { field, makeRoom } from "./field.ts";
import { fronts } from "./fronting.ts";
import { originStride } from "./funnel.ts";
import { Bond, relationIndex } from "./relations.ts";
import type { Terms } from "./terms.ts";
import type { World } from "./world.ts";

const notAdmitted = new Int32Array(Origin.peruvian + 1);
const notInformed = new Int32Array(Origin.peruvian + 1);

/**
 * Puts into the field the firms that are admitted and hear of the tender, and says how many they are; the others are counted
 * where they fall. With every gate asked for, all stay in the field, marked with what they failed.
 */
export function hearers(world: World, terms: Terms, bidders: readonly number[], observed: boolean): number {
  makeRoom(bidders.length);
  const { month, tieLeft } = world;
  const { subsidiaryHearingProbability, registerHearingProbability } = world.parameters;
  const { mutualRecognition } = world.rules.registration;
  const { origin, key } = world.columns;
  const { bonds, registeredFrom, tie, tieMonth } = world.relations;
  const { hearPrefix, publicity, restricted, everyGate } = terms;
  const { firms, failed } = field;
  const row = relationIndex(world.relations, terms.lot.buyer, 0);
  // What reaches firms that have nothing to do with the buyer: most of them.
  const strangerHears = hearingProbability(0, false, registerHearingProbability, publicity);
  const acquainted = Bond.register | Bond.tie;
  let looked = 0;
  for (let from = 0; from < notInformed.length; from++) {
    notAdmitted[from] = 0;
    notInformed[from] = 0;
  }
  for (let i = 0; i < bidders.length; i++) {
    const supplier = bidders[i];
    const from = origin[supplier];
    const admitted = !restricted || isAdmitted(world, terms, supplier);
    if (!admitted && !everyGate) {
      notAdmitted[from] = notAdmitted[from] + 1;
      continue;
    }
    const uniform = drawWith(hearPrefix, key[supplier]);
    let hears: boolean;
    // Compared in each branch: a number that may come from either is allocated anew for every firm.
    if (from !== Origin.peruvian) {
      hears = uniform < subsidiaryHearingProbability;
    } else if ((bonds[row + supplier] & acquainted) === 0 && mutualRecognition === 0) {
      hears = uniform < strangerHears;
    } else {
      const at = row + supplier;
      const registered =
        registeredFrom[at] <= month || (mutualRecognition > 0 && isRecognised(world, supplier));
      const strength = (bonds[at] & Bond.tie) === 0 ? 0 : tie[at] * tieLeft[month - tieMonth[at]];
      hears = uniform < hearingProbability(strength, registered, registerHearingProbability, publicity);
    }
    if (!hears && !everyGate) {
      notInformed[from] = notInformed[from] + 1;
      continue;
    }
    firms[looked] = supplier;
    failed[looked++] = (admitted ? 0 : 1 << Gate.reserved) | (hears ? 0 : 1 << Gate.notInformed);
  }
  for (let from = 0; observed && from < notInformed.length; from++) {
    count(world, terms, from, Gate.reserved, notAdmitted[from]);
    count(world, terms, from, Gate.notInformed, notInformed[from]);
  }
  return looked;
}

/**
 * Marks which of the firms in the field miss what the buyer asks for: its register, a certificate, size, finance. Looking
 * stops at the first gate that a firm fails, unless every gate is asked for.
 */
export function meetConditions(world: World, terms: Terms, looked: number): void {
  const { month, parameters, columns } = world;
  const { registeredFrom } = world.relations;
  const { origin, certificateLevel, capacityUsdPerMonth, directUsdPerMonth, subcontractUsdPerMonth } =
    columns;
  const { cashCents, creditLineCents } = columns;
  const { everyGate, lenders } = terms;
  const { valueUsdPerMonth } = terms.lot;
  const { firms, failed } = field;
  const row = relationIndex(world.relations, terms.lot.buyer, 0);
  for (let i = 0; i < looked; i++) {
    const supplier = firms[i];
    if (registeredFrom[row + supplier] > month && !isRecognised(world, supplier)) {
      failed[i] = failed[i] | (1 << Gate.notRegistered);
      if (!everyGate) continue;
    }
    if (certificateLevel[supplier] < terms.certificateLevel) {
      failed[i] = failed[i] | (1 << Gate.notCertified);
      if (!everyGate) continue;
    }
    const direct = directUsdPerMonth[supplier];
    const free = capacityUsdPerMonth[supplier] - direct - subcontractUsdPerMonth[supplier];
    const missing = valueUsdPerMonth - free;
    if (missing > 0 && (lenders.length === 0 || poolFor(world, terms, supplier) < missing)) {
      failed[i] = failed[i] | (1 << Gate.tooSmall);
      if (!everyGate) continue;
    }
    // Parents stand behind subsidiaries; partners finance their part.
    if (origin[supplier] !== Origin.peruvian) continue;
    const contractsUsd = direct + Math.min(valueUsdPerMonth, Math.max(0, free));
    const cashUsd = cashCents[supplier] / centsPerUsd;
    if (!canFinance(parameters, cashUsd, creditLineCents[supplier] / centsPerUsd, contractsUsd)) {
      failed[i] = failed[i] | (1 << Gate.noFinance);
    }
  }
}

/**
 * The last gate: perceived failure within what the buyer tolerates for this risk. Lists the firms that passed every gate, with
 * how they are perceived, and says how many they are.
 */
export function earnTrust(world: World, terms: Terms, looked: number): number {
  const { firms, failed, judged, placeOfJudged, beliefs, qualified, perceptions } = field;
  const { everyGate, toleratedFailure } = terms;
  let judging = 0;
  for (let i = 0; i < looked; i++) {
    if (failed[i] !== 0 && !everyGate) continue;
    placeOfJudged[judging] = i;
    judged[judging++] = firms[i];
  }
  perceivedOf(world, terms.buyer, judged, judging, beliefs);
  let passed = 0;
  for (let j = 0; j < judging; j++) {
    const place = placeOfJudged[j];
    if (!(beliefs[j] <= toleratedFailure)) failed[place] = failed[place] | (1 << Gate.notTrusted);
    if (failed[place] !== 0) continue;
    qualified[passed] = judged[j];
    perceptions[passed++] = beliefs[j];
  }
  return passed;
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

/** Whether one registration serves a firm at all mines. */
function isRecognised(world: World, supplier: number): boolean {
  const { mutualRecognition } = world.rules.registration;
  if (mutualRecognition === 0 || world.columns.registeredSince[supplier] > world.month) return false;
  return draw(world.root, Process.mutualRecognition, world.columns.key[supplier]) < mutualRecognition;
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
