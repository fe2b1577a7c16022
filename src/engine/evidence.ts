// Evidence as buyers see it (ODD 5): own 1; of the same owner, of other buyers, of subcontracts and of trials at their
// weights; and a parent's record. Evidence is noted when it changes: what faded since, and what contracts in force have added
// month by month, is worked out when it is read.
import { perceivedFailure } from "../agents/belief.ts";
import type { Buyer } from "../agents/buyer.ts";
import { Origin } from "../agents/codes.ts";
import { draw, Process } from "../random.ts";
import { RecordField, recordStride } from "../agents/supplier-columns.ts";
import { EvidenceField, evidenceStride, relationIndex } from "./relations.ts";
import type { World } from "./world.ts";

/** Adds months to what a buyer knows of a supplier at first hand, and to what all buyers together know. */
export function recordMonths(
  world: World,
  buyer: number,
  supplier: number,
  successes: number,
  failures: number,
): void {
  const { relations, columns, month, evidenceLeft, evidenceGained, parameters } = world;
  const { subcontractEvidenceWeight } = parameters;
  const { evidence } = relations;
  const { record } = columns;
  const at = relationIndex(relations, buyer, supplier) * evidenceStride;
  const age = month - evidence[at + EvidenceField.month];
  const work =
    evidence[at + EvidenceField.directWork] +
    subcontractEvidenceWeight * evidence[at + EvidenceField.subcontractWork];
  const seen = evidence[at] * evidenceLeft[age] + work * evidenceGained[age];
  // Single precision may round a difference of equals below zero.
  evidence[at] = Math.max(0, seen + successes);
  evidence[at + EvidenceField.failures] =
    evidence[at + EvidenceField.failures] * evidenceLeft[age] + failures;
  evidence[at + EvidenceField.month] = month;
  const all = supplier * recordStride;
  const recordAge = month - record[all + RecordField.month];
  const allWork =
    record[all + RecordField.directWork] +
    subcontractEvidenceWeight * record[all + RecordField.subcontractWork];
  const known = record[all] * evidenceLeft[recordAge] + allWork * evidenceGained[recordAge];
  record[all] = Math.max(0, known + successes);
  record[all + RecordField.failures] =
    record[all + RecordField.failures] * evidenceLeft[recordAge] + failures;
  record[all + RecordField.month] = month;
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
  const { evidence } = relations;
  const { record } = columns;
  const at =
    relationIndex(relations, buyer, supplier) * evidenceStride +
    (direct ? EvidenceField.directWork : EvidenceField.subcontractWork);
  evidence[at] = evidence[at] + sign;
  const all = supplier * recordStride + (direct ? RecordField.directWork : RecordField.subcontractWork);
  record[all] = record[all] + sign;
}

/** Months of evidence that the work in force adds each month: a subcontract's at a discount. */
function workSeen(world: World, evidence: Float32Array, at: number): number {
  const { subcontractEvidenceWeight } = world.parameters;
  return (
    evidence[at + EvidenceField.directWork] +
    subcontractEvidenceWeight * evidence[at + EvidenceField.subcontractWork]
  );
}

/** Whether a firm has work for a buyer. */
export function worksFor(world: World, buyer: number, supplier: number): boolean {
  const { evidence } = world.relations;
  const at = relationIndex(world.relations, buyer, supplier) * evidenceStride;
  return evidence[at + EvidenceField.directWork] + evidence[at + EvidenceField.subcontractWork] > 0;
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
  const { evidence } = world.relations;
  const at = relationIndex(world.relations, buyer, supplier) * evidenceStride;
  const age = world.month - evidence[at + EvidenceField.month];
  const worked = workSeen(world, evidence, at) * world.evidenceGained[age];
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
  const { evidence } = relations;
  const { record } = columns;
  const at = relationIndex(relations, buyer.index, supplier) * evidenceStride;
  const age = month - evidence[at + EvidenceField.month];
  let successes = evidence[at] * evidenceLeft[age] + workSeen(world, evidence, at) * evidenceGained[age];
  let failures = evidence[at + EvidenceField.failures] * evidenceLeft[age];
  const all = supplier * recordStride;
  const recordAge = month - record[all + RecordField.month];
  const allWork =
    record[all + RecordField.directWork] +
    parameters.subcontractEvidenceWeight * record[all + RecordField.subcontractWork];
  let otherSuccesses =
    record[all] * evidenceLeft[recordAge] + allWork * evidenceGained[recordAge] - successes;
  let otherFailures = record[all + RecordField.failures] * evidenceLeft[recordAge] - failures;
  if (buyer.sharesRecordsWith >= 0) {
    const shared = relationIndex(relations, buyer.sharesRecordsWith, supplier) * evidenceStride;
    const sharedAge = month - evidence[shared + EvidenceField.month];
    const sharedWorked = workSeen(world, evidence, shared) * evidenceGained[sharedAge];
    const sharedSuccesses = evidence[shared] * evidenceLeft[sharedAge] + sharedWorked;
    const sharedFailures = evidence[shared + EvidenceField.failures] * evidenceLeft[sharedAge];
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
  successes += record[all + RecordField.parentSuccesses] + parameters.tieEvidenceMonths * tie;
  failures += record[all + RecordField.parentFailures];
  const publicSuccesses = record[all + RecordField.publicSuccesses];
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
