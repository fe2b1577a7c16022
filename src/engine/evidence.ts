// Evidence as buyers see it (ODD 5): own 1; of the same owner, of other buyers, of subcontracts and of trials at their
// weights; and a parent's record. Evidence is noted when it changes: what faded since, and what contracts in force have added
// month by month, is worked out when it is read.
import { perceivedFailure } from "../agents/belief.ts";
import type { Buyer } from "../agents/buyer.ts";
import { Origin } from "../agents/codes.ts";
import { draw, Process } from "../random.ts";
import { workStride } from "../agents/supplier-columns.ts";
import { evidenceStride, relationIndex } from "./relations.ts";
import type { World } from "./world.ts";

/** Adds months to what a buyer knows of a supplier at first hand, and to what all buyers together know. */
export function recordMonths(
  world: World,
  buyer: number,
  supplier: number,
  successes: number,
  failures: number,
): void {
  const { relations, columns, month, evidenceLeft, evidenceGained } = world;
  const { evidence } = relations;
  const relation = relationIndex(relations, buyer, supplier);
  const at = relation * evidenceStride;
  const age = month - evidence[at + 2];
  const seen =
    evidence[at] * evidenceLeft[age] + workSeen(world, relations.work, relation) * evidenceGained[age];
  // Single precision may round a difference of equals below zero.
  evidence[at] = Math.max(0, seen + successes);
  evidence[at + 1] = evidence[at + 1] * evidenceLeft[age] + failures;
  evidence[at + 2] = month;
  const { totalSuccesses, totalFailures, recordMonth, work } = columns;
  const recordAge = month - recordMonth[supplier];
  const known =
    totalSuccesses[supplier] * evidenceLeft[recordAge] +
    workSeen(world, work, supplier) * evidenceGained[recordAge];
  totalSuccesses[supplier] = Math.max(0, known + successes);
  totalFailures[supplier] = totalFailures[supplier] * evidenceLeft[recordAge] + failures;
  recordMonth[supplier] = month;
}

/** Work in force that adds a month of good delivery every month, direct and as a subcontractor; a sign of -1 ends it. */
export function changeWork(
  world: World,
  buyer: number,
  supplier: number,
  direct: boolean,
  sign: 1 | -1,
): void {
  recordMonths(world, buyer, supplier, 0, 0);
  const { relations, columns } = world;
  const kind = direct ? 0 : 1;
  const at = relationIndex(relations, buyer, supplier) * workStride + kind;
  relations.work[at] = relations.work[at] + sign;
  columns.work[supplier * workStride + kind] = columns.work[supplier * workStride + kind] + sign;
}

/** Months of evidence that the work in force adds each month: a subcontract's at a discount. */
function workSeen(world: World, work: Uint16Array, index: number): number {
  const at = index * workStride;
  return work[at] + world.parameters.subcontractEvidenceWeight * work[at + 1];
}

/** Whether a firm has work for a buyer. */
export function worksFor(world: World, buyer: number, supplier: number): boolean {
  const at = relationIndex(world.relations, buyer, supplier) * workStride;
  return world.relations.work[at] + world.relations.work[at + 1] > 0;
}

/** Strength of the tie between a buyer and a supplier now. */
export function tieNow(world: World, relation: number): number {
  const { relations } = world;
  const tie = relations.tie[relation];
  return tie === 0 ? 0 : tie * world.tieLeft[world.month - relations.tieMonth[relation]];
}

/** Makes a tie at least as strong as `strength`. */
export function strengthenTie(world: World, buyer: number, supplier: number, strength: number): void {
  const { relations, month } = world;
  const at = relationIndex(relations, buyer, supplier);
  if (tieNow(world, at) >= strength) return;
  relations.tie[at] = strength;
  relations.tieMonth[at] = month;
}

/** Months of own evidence of a buyer about a supplier, good and bad. */
export function ownEvidenceMonths(world: World, buyer: number, supplier: number): number {
  const { evidence, work } = world.relations;
  const relation = relationIndex(world.relations, buyer, supplier);
  const at = relation * evidenceStride;
  const age = world.month - evidence[at + 2];
  const worked = workSeen(world, work, relation) * world.evidenceGained[age];
  return (evidence[at] + evidence[at + 1]) * world.evidenceLeft[age] + worked;
}

/** Whether a firm is a member of the industry association now. */
export function isMember(world: World, supplier: number): boolean {
  const { membership } = world.rules.association;
  return (
    membership > 0 && draw(world.root, Process.associationMember, world.columns.key[supplier]) < membership
  );
}

/** What a buyer takes a supplier's failure rate to be, from all that it can see. */
export function perceived(world: World, buyer: Buyer, supplier: number, tie: number): number {
  const { relations, evidenceLeft, evidenceGained, parameters, month, columns } = world;
  const { evidence, work } = relations;
  const relation = relationIndex(relations, buyer.index, supplier);
  const at = relation * evidenceStride;
  const age = month - evidence[at + 2];
  let successes = evidence[at] * evidenceLeft[age] + workSeen(world, work, relation) * evidenceGained[age];
  let failures = evidence[at + 1] * evidenceLeft[age];
  const recordAge = month - columns.recordMonth[supplier];
  const worked = workSeen(world, columns.work, supplier) * evidenceGained[recordAge];
  let otherSuccesses = columns.totalSuccesses[supplier] * evidenceLeft[recordAge] + worked - successes;
  let otherFailures = columns.totalFailures[supplier] * evidenceLeft[recordAge] - failures;
  if (buyer.sharesRecordsWith >= 0) {
    const sharedRelation = relationIndex(relations, buyer.sharesRecordsWith, supplier);
    const shared = sharedRelation * evidenceStride;
    const sharedAge = month - evidence[shared + 2];
    const sharedWorked = workSeen(world, work, sharedRelation) * evidenceGained[sharedAge];
    const sharedSuccesses = evidence[shared] * evidenceLeft[sharedAge] + sharedWorked;
    const sharedFailures = evidence[shared + 1] * evidenceLeft[sharedAge];
    otherSuccesses -= sharedSuccesses;
    otherFailures -= sharedFailures;
    successes += parameters.sharedOwnerWeight * sharedSuccesses;
    failures += parameters.sharedOwnerWeight * sharedFailures;
  }
  const { referenceWeight } = world.rules.association;
  const weight =
    parameters.otherBuyersWeight +
    (referenceWeight > 0 && isMember(world, supplier) ? referenceWeight : 0) +
    (columns.origin[supplier] === Origin.peruvian ? world.rules.information.recordWeight : 0);
  if (otherSuccesses > 0) successes += weight * otherSuccesses;
  if (otherFailures > 0) failures += weight * otherFailures;
  successes += columns.parentSuccesses[supplier] + parameters.tieEvidenceMonths * tie;
  failures += columns.parentFailures[supplier];
  const publicSuccesses = columns.publicSuccesses[supplier];
  if (publicSuccesses > 0) successes += publicSuccesses * evidenceLeft[month - columns.publicMonth[supplier]];
  if (columns.partnerUntilMonth[supplier] > month) successes += parameters.partnerEvidenceMonths;
  return perceivedFailure(
    parameters.priorFailures,
    parameters.priorSuccesses,
    failures,
    successes,
    buyer.caution,
  );
}
