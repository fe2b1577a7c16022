// Evidence as buyers see it (ODD 7.5): own 1; of the same owner, of other buyers, of subcontracts and of trials at their
// weights; and a parent's record. Evidence is noted when it changes: what faded since, and what contracts in force have added
// month by month, is worked out when it is read.
import { perceivedFailure } from "../agents/belief.ts";
import type { Buyer } from "../agents/buyer.ts";
import { Origin } from "../agents/codes.ts";
import { draw, Process } from "../random.ts";
import { RecordField, recordStride } from "../agents/supplier-columns.ts";
import { Bond, EvidenceField, evidenceStride, relationIndex } from "./relations.ts";
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
  const pair = relationIndex(relations, buyer, supplier);
  const at = pair * evidenceStride;
  if ((relations.bonds[pair] & Bond.evidence) === 0) {
    relations.bonds[pair] = relations.bonds[pair] | Bond.evidence;
    evidence[at + EvidenceField.month] = month;
  }
  const age = month - evidence[at + EvidenceField.month];
  const work = workSeen(evidence, at, subcontractEvidenceWeight);
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
function workSeen(evidence: Float32Array, at: number, subcontractWeight: number): number {
  return (
    evidence[at + EvidenceField.directWork] + subcontractWeight * evidence[at + EvidenceField.subcontractWork]
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
  relations.bonds[at] = relations.bonds[at] | Bond.tie;
  relations.tie[at] = strength;
  relations.tieMonth[at] = month;
}

/** Months of own evidence of a buyer about a supplier, good and bad. */
export function ownEvidenceMonths(world: World, buyer: number, supplier: number): number {
  const { evidence, bonds } = world.relations;
  const pair = relationIndex(world.relations, buyer, supplier);
  if ((bonds[pair] & Bond.evidence) === 0) return 0;
  const at = pair * evidenceStride;
  const age = world.month - evidence[at + EvidenceField.month];
  const worked =
    workSeen(evidence, at, world.parameters.subcontractEvidenceWeight) * world.evidenceGained[age];
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
export function perceived(world: World, buyer: Buyer, supplier: number): number {
  one.firm[0] = supplier;
  perceivedOf(world, buyer, one.firm, 1, one.failure);
  return one.failure[0];
}

const one = { firm: new Int32Array(1), failure: new Float64Array(1) };

/** What a buyer takes the failure rates of the first `count` firms to be, written to `into`: the belief of a whole tender. */
export function perceivedOf(
  world: World,
  buyer: Buyer,
  firms: Int32Array,
  count: number,
  into: Float64Array,
): void {
  const { relations, evidenceLeft, evidenceGained, tieLeft, parameters, month, columns } = world;
  const { evidence, bonds, tie, tieMonth } = relations;
  const { record, origin, partnerUntilMonth, publicMonth } = columns;
  const { subcontractEvidenceWeight, tieEvidenceMonths, priorFailures, priorSuccesses } = parameters;
  const { otherBuyersWeight, sharedOwnerWeight, partnerEvidenceMonths } = parameters;
  const { referenceWeight } = world.rules.association;
  const { recordWeight } = world.rules.information;
  const { caution } = buyer;
  const row = relationIndex(relations, buyer.index, 0);
  const sharedRow = buyer.sharesRecordsWith < 0 ? -1 : relationIndex(relations, buyer.sharesRecordsWith, 0);
  for (let i = 0; i < count; i++) {
    const supplier = firms[i];
    const all = supplier * recordStride;
    const recordAge = month - record[all + RecordField.month];
    const allWork =
      record[all + RecordField.directWork] +
      subcontractEvidenceWeight * record[all + RecordField.subcontractWork];
    let otherSuccesses = record[all] * evidenceLeft[recordAge] + allWork * evidenceGained[recordAge];
    let otherFailures = record[all + RecordField.failures] * evidenceLeft[recordAge];
    let successes = 0;
    let failures = 0;
    const bond = bonds[row + supplier];
    if ((bond & Bond.evidence) !== 0) {
      const at = (row + supplier) * evidenceStride;
      const age = month - evidence[at + EvidenceField.month];
      const work = workSeen(evidence, at, subcontractEvidenceWeight);
      successes = evidence[at] * evidenceLeft[age] + work * evidenceGained[age];
      failures = evidence[at + EvidenceField.failures] * evidenceLeft[age];
      otherSuccesses -= successes;
      otherFailures -= failures;
    }
    if (sharedRow >= 0 && (bonds[sharedRow + supplier] & Bond.evidence) !== 0) {
      const at = (sharedRow + supplier) * evidenceStride;
      const age = month - evidence[at + EvidenceField.month];
      const work = workSeen(evidence, at, subcontractEvidenceWeight);
      const sharedSuccesses = evidence[at] * evidenceLeft[age] + work * evidenceGained[age];
      const sharedFailures = evidence[at + EvidenceField.failures] * evidenceLeft[age];
      otherSuccesses -= sharedSuccesses;
      otherFailures -= sharedFailures;
      successes += sharedOwnerWeight * sharedSuccesses;
      failures += sharedOwnerWeight * sharedFailures;
    }
    const weight =
      otherBuyersWeight +
      (referenceWeight > 0 && isMember(world, supplier) ? referenceWeight : 0) +
      (origin[supplier] === Origin.peruvian ? recordWeight : 0);
    if (otherSuccesses > 0) successes += weight * otherSuccesses;
    if (otherFailures > 0) failures += weight * otherFailures;
    const strength =
      (bond & Bond.tie) === 0 ? 0 : tie[row + supplier] * tieLeft[month - tieMonth[row + supplier]];
    successes += record[all + RecordField.parentSuccesses] + tieEvidenceMonths * strength;
    failures += record[all + RecordField.parentFailures];
    const publicSuccesses = record[all + RecordField.publicSuccesses];
    if (publicSuccesses > 0) successes += publicSuccesses * evidenceLeft[month - publicMonth[supplier]];
    if (partnerUntilMonth[supplier] > month) successes += partnerEvidenceMonths;
    into[i] = perceivedFailure(priorFailures, priorSuccesses, failures, successes, caution);
  }
}
