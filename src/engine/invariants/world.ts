// Checks of the world after a month. They read and never write, and draw nothing.
import type { World } from "../world.ts";
import { challengesOf } from "./challenges.ts";
import { bookingsOf, contractsOf, lotsOf, winnersOf } from "./contracts.ts";
import { funnelSince, rememberFunnel, type FunnelMemory } from "./funnel.ts";
import { moneyOf, moneySince, rememberBooks, type BooksMemory } from "./money.ts";
import { standingOf } from "./standing.ts";
import { listsOf, recordsSince, rememberRecords, suppliersOf, type RecordsMemory } from "./suppliers.ts";
import { violation, type Finding, type Violation } from "./violations.ts";

/** What of a world the next month's is checked against; see {@link rememberWorld}. */
export interface WorldMemory {
  readonly month: number;
  readonly records: RecordsMemory;
  readonly books: BooksMemory;
  readonly funnel: FunnelMemory;
}

/** Copies what {@link worldViolations} compares a later month with. */
export function rememberWorld(world: World): WorldMemory {
  return {
    month: world.month,
    records: rememberRecords(world),
    books: rememberBooks(world),
    funnel: rememberFunnel(world),
  };
}

/**
 * What is wrong with a world after a month. With the memory of an earlier month, also what may only move one way, and, if it
 * is the month before, what the month's books and counts must add up to. With events on, also who won.
 */
export function worldViolations(world: World, before?: WorldMemory, seed?: string | number): Violation[] {
  const findings = [
    ...moneyOf(world),
    ...standingOf(world),
    ...lotsOf(world),
    ...contractsOf(world),
    ...bookingsOf(world),
    ...suppliersOf(world),
    ...listsOf(world),
    ...challengesOf(world),
    ...winnersOf(world),
    ...(before === undefined ? [] : sinceThen(world, before)),
  ];
  return findings.map((finding) => violation(finding, world.scenario, seed, world.month));
}

function sinceThen(world: World, before: WorldMemory): Finding[] {
  const findings = recordsSince(world, before.records);
  if (before.month !== world.month - 1) return findings;
  return [...findings, ...moneySince(world, before.books), ...funnelSince(world, before.funnel)];
}
