// Evidence as buyers see it (ODD 5): own 1; of the same owner, of other buyers, of subcontracts and of trials at their
// weights; and a parent's record. It fades from the month of its last change, computed when read.
import { perceivedFailure } from "../agents/belief.ts";
import type { Buyer } from "../agents/buyer.ts";
import { Origin } from "../agents/codes.ts";
import { draw, Process } from "../random.ts";
import { evidenceStride, relationIndex } from "./relations.ts";
import type { World } from "./world.ts";

/** A month delivered at a site, as its buyer counts it: a success or a failure, at a weight. */
export function recordDelivery(
  world: World,
  buyer: number,
  supplier: number,
  weight: number,
  failed: boolean,
): void {
  addEvidence(
    world,
    relationIndex(world.relations, buyer, supplier),
    failed ? 0 : weight,
    failed ? weight : 0,
  );
  addToRecord(world, supplier, failed ? 0 : weight, failed ? weight : 0);
  const { deliveries, failures } = world.columns;
  deliveries[supplier] = deliveries[supplier] + 1;
  if (failed) failures[supplier] = failures[supplier] + 1;
}

/** Adds months to a buyer's own evidence, after what it had has faded. */
export function addEvidence(world: World, relation: number, successes: number, failures: number): void {
  const { evidence } = world.relations;
  const at = relation * evidenceStride;
  const left = world.evidenceLeft[world.month - evidence[at + 2]];
  evidence[at] = evidence[at] * left + successes;
  evidence[at + 1] = evidence[at + 1] * left + failures;
  evidence[at + 2] = world.month;
}

/** Adds months to what all buyers together know of a supplier. */
export function addToRecord(world: World, supplier: number, successes: number, failures: number): void {
  const { totalSuccesses, totalFailures, recordMonth } = world.columns;
  const left = world.evidenceLeft[world.month - recordMonth[supplier]];
  totalSuccesses[supplier] = totalSuccesses[supplier] * left + successes;
  totalFailures[supplier] = totalFailures[supplier] * left + failures;
  recordMonth[supplier] = world.month;
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
  return (evidence[at] + evidence[at + 1]) * world.evidenceLeft[world.month - evidence[at + 2]];
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
  const { relations, evidenceLeft, parameters, month, columns } = world;
  const { evidence } = relations;
  const at = relationIndex(relations, buyer.index, supplier) * evidenceStride;
  const left = evidenceLeft[month - evidence[at + 2]];
  let successes = evidence[at] * left;
  let failures = evidence[at + 1] * left;
  const totalLeft = evidenceLeft[month - columns.recordMonth[supplier]];
  let otherSuccesses = columns.totalSuccesses[supplier] * totalLeft - successes;
  let otherFailures = columns.totalFailures[supplier] * totalLeft - failures;
  if (buyer.sharesRecordsWith >= 0) {
    const shared = relationIndex(relations, buyer.sharesRecordsWith, supplier) * evidenceStride;
    const sharedLeft = evidenceLeft[month - evidence[shared + 2]];
    const sharedSuccesses = evidence[shared] * sharedLeft;
    const sharedFailures = evidence[shared + 1] * sharedLeft;
    otherSuccesses -= sharedSuccesses;
    otherFailures -= sharedFailures;
    successes += parameters.sharedOwnerWeight * sharedSuccesses;
    failures += parameters.sharedOwnerWeight * sharedFailures;
  }
  let weight = parameters.otherBuyersWeight;
  const { referenceWeight } = world.rules.association;
  if (referenceWeight > 0 && isMember(world, supplier)) weight += referenceWeight;
  if (columns.origin[supplier] === Origin.peruvian) weight += world.rules.information.recordWeight;
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
