// The funnel against the tenders of a month.
import { Gate, gateCount } from "../../agents/codes.ts";
import type { World } from "../world.ts";
import type { Finding } from "./violations.ts";

/** Firms that the funnel has counted up to a month. */
export interface FunnelMemory {
  readonly byYear: number;
  readonly byBuyer: number;
  readonly won: number;
  readonly outbid: number;
}

/** Copies what {@link funnelSince} compares the next month with. */
export function rememberFunnel({ funnel }: World): FunnelMemory {
  let byYear = 0;
  let byBuyer = 0;
  let won = 0;
  let outbid = 0;
  for (let at = 0; at < funnel.firstByYear.length; at++) {
    const count = funnel.firstByYear[at];
    byYear += count;
    if (at % gateCount === Gate.won) won += count;
    if (at % gateCount === Gate.outbid) outbid += count;
  }
  for (let at = 0; at < funnel.firstByBuyer.length; at++) byBuyer += funnel.firstByBuyer[at];
  return { byYear, byBuyer, won, outbid };
}

/** What is wrong with the funnel's counts of the month; the burn-in is not counted. */
export function funnelSince(world: World, before: FunnelMemory): Finding[] {
  const now = rememberFunnel(world);
  const { firmsLookedAt, bids, awardsPeruvian, awardsForeign, emergencies } = world.counts;
  const awards = awardsPeruvian + awardsForeign - emergencies;
  const rows: readonly (readonly [string, number, number])[] = [
    ["firms by year", now.byYear - before.byYear, firmsLookedAt],
    ["firms by buyer", now.byBuyer - before.byBuyer, firmsLookedAt],
    ["winners", now.won - before.won, awards],
    ["losing bids", now.outbid - before.outbid, bids - awards],
  ];
  return rows.flatMap(([what, counted, happened]): Finding[] => {
    const expected = world.month >= 0 ? happened : 0;
    if (counted === expected) return [];
    const found = `${counted} ${what}`;
    return [
      { name: "funnel-adds-up", phase: "procurement", found, expected: `${expected} as in the tenders` },
    ];
  });
}
