// Consortia of the industry association (4.1): members book a part of fellow members' free capacity, from a few partners.
import { Origin } from "../agents/codes.ts";
import type { Supplier } from "../agents/supplier.ts";
import { freeCapacityUsd } from "../agents/supplier-limits.ts";
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

/** The members of a line with most to lend: one more than a consortium may have, because its leader may be among them. */
export function lendersOf(world: World, category: number, line: number): readonly Lender[] {
  const { pooledCapacity } = world.rules.association;
  if (pooledCapacity === 0) return [];
  return biddersOf(world, category, line)
    .map((id) => world.suppliers[id])
    .filter(
      (firm) => firm.origin === Origin.peruvian && freeCapacityUsd(firm) > 0 && isMember(world, firm.id),
    )
    .map((supplier) => ({ supplier, usd: pooledCapacity * freeCapacityUsd(supplier) }))
    .sort((a, b) => b.usd - a.usd || a.supplier.key - b.supplier.key)
    .slice(0, mostPartners(world) + 1);
}

/** Those that would lend to a leader. */
export function lendersTo(world: World, lenders: readonly Lender[], leader: number): readonly Lender[] {
  return lenders.filter(({ supplier }) => supplier.id !== leader).slice(0, mostPartners(world));
}
