// Consortia of the industry association (4.1): members book a part of fellow members' free capacity, from a few partners.
import { Origin } from "../agents/codes.ts";
import type { Supplier } from "../agents/supplier.ts";
import { isMember } from "./evidence.ts";
import { biddersOf, type World } from "./world.ts";

/** A member that could lend capacity, and how much, US$ a month. */
export interface Lender {
  readonly supplier: Supplier;
  readonly usd: number;
}

/** Partners of a consortium at most. */
function mostPartners(world: World): number {
  return Math.round(world.parameters.consortiumPartners);
}

const nobody: readonly Lender[] = [];

/** The members of a line with most to lend: one more than a consortium may have, because its leader may be among them. */
export function lendersOf(world: World, category: number, line: number): readonly Lender[] {
  const { pooledCapacity } = world.rules.association;
  if (pooledCapacity === 0) return nobody;
  const { origin, key, capacityUsdPerMonth, directUsdPerMonth, subcontractUsdPerMonth } = world.columns;
  const most = mostPartners(world) + 1;
  const lenders: Lender[] = [];
  for (const id of biddersOf(world, category, line)) {
    const free = capacityUsdPerMonth[id] - directUsdPerMonth[id] - subcontractUsdPerMonth[id];
    if (origin[id] !== Origin.peruvian || free <= 0) continue;
    const usd = pooledCapacity * free;
    // Whether it is a member is a draw, asked of the few that have enough to lend.
    if (lenders.length === most && !isAbove(usd, key[id], lenders[most - 1])) continue;
    if (!isMember(world, id)) continue;
    // Insertion into a list of a few beats sorting all: it is done for each tender.
    let place = lenders.length < most ? lenders.length : most - 1;
    while (place > 0 && isAbove(usd, key[id], lenders[place - 1])) {
      lenders[place] = lenders[place - 1];
      place -= 1;
    }
    lenders[place] = { supplier: world.suppliers[id], usd };
  }
  return lenders;
}

/** Whether a firm that lends so much comes before another: the key decides between equals. */
function isAbove(usd: number, key: number, other: Lender): boolean {
  return usd > other.usd || (usd === other.usd && key < other.supplier.key);
}

/** Those that would lend to a leader. */
export function lendersTo(world: World, lenders: readonly Lender[], leader: number): readonly Lender[] {
  return lenders.filter(({ supplier }) => supplier.id !== leader).slice(0, mostPartners(world));
}
