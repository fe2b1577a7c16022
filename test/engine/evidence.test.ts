import { describe, expect, it } from "vitest";
import { Origin } from "../../src/agents/codes.ts";
import type { Supplier } from "../../src/agents/supplier.ts";
import {
  changeWork,
  ownEvidenceMonths,
  perceived,
  recordMonths,
  strengthenTie,
  tieNow,
} from "../../src/engine/evidence.ts";
import { evidenceStride, relationIndex } from "../../src/engine/relations.ts";
import type { World } from "../../src/engine/world.ts";
import { peruvianFirms, smallWorld } from "./worlds.ts";

/** A world and a firm that nobody knows. */
function unknownFirm(): { world: World; firm: Supplier } {
  const world = smallWorld();
  world.month = 0;
  const firm = peruvianFirms(world).find(
    (one) =>
      one.deliveries === 0 &&
      world.buyers.every(({ index }) => ownEvidenceMonths(world, index, one.id) === 0),
  )!;
  world.relations.tie.fill(0);
  return { world, firm };
}

const belief = (world: World, buyer: number, firm: Supplier) =>
  perceived(world, world.buyers[buyer], firm.id);
const buyerOf = (world: World, id: string) => world.buyers.find((buyer) => buyer.id === id)!.index;

describe("evidence", () => {
  it("travels badly: a record at one buyer tells another little, a buyer of the same owner more", () => {
    const { world, firm } = unknownFirm();
    const home = buyerOf(world, "antamina");
    const sister = world.mines[home].sharesRecordsWith;
    const stranger = world.mines.find(
      ({ index, sharesRecordsWith }) => index !== home && sharesRecordsWith < 0,
    )!.index;
    const before = belief(world, stranger, firm);
    for (let i = 0; i < 60; i++) recordMonths(world, home, firm.id, 1, 0);
    expect(sister).toBeGreaterThanOrEqual(0);
    expect(belief(world, home, firm)).toBeLessThan(belief(world, sister, firm));
    expect(belief(world, sister, firm)).toBeLessThan(belief(world, stranger, firm));
    expect(belief(world, stranger, firm)).toBeLessThan(before);
  });

  it("travels better among the buyers of an association's members, and only theirs", () => {
    const { world, firm } = unknownFirm();
    const independent = world.mines.filter(({ sharesRecordsWith }) => sharesRecordsWith < 0);
    const home = independent[0];
    const stranger = independent[1];
    for (let i = 0; i < 60; i++) recordMonths(world, home.index, firm.id, 1, 0);
    const alone = belief(world, stranger.index, firm);
    const association = { ...world.rules.association, referenceWeight: 0.2 };
    world.rules = { ...world.rules, association: { ...association, membership: 1 } };
    expect(belief(world, stranger.index, firm)).toBeLessThan(alone);
    world.rules = { ...world.rules, association: { ...association, membership: 0 } };
    expect(belief(world, stranger.index, firm)).toBe(alone);
  });

  it("fades with the months", () => {
    const { world, firm } = unknownFirm();
    for (let i = 0; i < 40; i++) recordMonths(world, 0, firm.id, 1, 0);
    recordMonths(world, 0, firm.id, 0, 1);
    const fresh = { months: ownEvidenceMonths(world, 0, firm.id), belief: belief(world, 0, firm) };
    world.month += 30;
    expect(ownEvidenceMonths(world, 0, firm.id)).toBeLessThan(0.8 * fresh.months);
    expect(belief(world, 0, firm)).toBeGreaterThan(fresh.belief);
  });

  it("of subcontracted work weighs less than of direct work", () => {
    const { world, firm } = unknownFirm();
    const before = belief(world, 0, firm);
    const after = (direct: boolean) => {
      changeWork(world, 0, firm.id, direct, 1);
      world.month += 10;
      const belongs = belief(world, 0, firm);
      world.month -= 10;
      changeWork(world, 0, firm.id, direct, -1);
      return belongs;
    };
    expect(after(true)).toBeLessThan(after(false));
    expect(after(false)).toBeLessThan(before);
  });

  it("of work in force is what it would be if each month were noted, failures included", () => {
    const { world, firm } = unknownFirm();
    const { evidenceRetention: left, subcontractEvidenceWeight: discount } = world.parameters;
    changeWork(world, 0, firm.id, true, 1);
    changeWork(world, 0, firm.id, false, 1);
    let successes = 0;
    let failures = 0;
    for (let month = 1; month <= 40; month++) {
      world.month += 1;
      const failed = month % 7 === 0;
      successes = successes * left + (failed ? 0 : 1) + discount;
      failures = failures * left + (failed ? 1 : 0);
      if (failed) recordMonths(world, 0, firm.id, -1, 1);
      expect(ownEvidenceMonths(world, 0, firm.id)).toBeCloseTo(successes + failures, 4);
    }
    changeWork(world, 0, firm.id, true, -1);
    const at = relationIndex(world.relations, 0, firm.id) * evidenceStride;
    expect(world.relations.evidence[at]).toBeCloseTo(successes, 4);
    expect(world.relations.evidence[at + 1]).toBeCloseTo(failures, 4);
    expect(firm.totalSuccesses).toBeCloseTo(successes, 8);
  });

  it("of failures raises what every buyer fears", () => {
    const { world, firm } = unknownFirm();
    const before = [belief(world, 0, firm), belief(world, 3, firm)] as const;
    for (let i = 0; i < 5; i++) recordMonths(world, 0, firm.id, 0, 1);
    expect(belief(world, 0, firm)).toBeGreaterThan(before[0]);
    expect(belief(world, 3, firm)).toBeGreaterThan(before[1]);
    expect(belief(world, 0, firm)).toBeGreaterThan(belief(world, 3, firm));
  });

  it("of a trial at a centre is believed by every buyer", () => {
    const { world, firm } = unknownFirm();
    const before = world.mines.map(({ index }) => belief(world, index, firm));
    firm.publicSuccesses = 60;
    firm.publicMonth = world.month;
    world.mines.forEach(({ index }, i) => expect(belief(world, index, firm)).toBeLessThan(before[i]));
  });

  it("is lent by a parent and by a foreign partner, the latter for a time", () => {
    const { world, firm } = unknownFirm();
    const subsidiary = world.suppliers.find(({ origin }) => origin === Origin.global)!;
    const alone = belief(world, 0, firm);
    expect(belief(world, 0, subsidiary)).toBeLessThan(alone);
    firm.partnerUntilMonth = world.month + 1;
    expect(belief(world, 0, firm)).toBeLessThan(alone);
    world.month += 1;
    expect(belief(world, 0, firm)).toBe(alone);
  });

  it("weighs more for an engineering firm's caution: the same record looks worse to it", () => {
    const { world, firm } = unknownFirm();
    const engineering = world.buyers.find(({ kind }) => kind === "engineering-firm")!.index;
    expect(belief(world, engineering, firm)).toBeGreaterThan(belief(world, 0, firm));
  });
});

describe("ties", () => {
  it("are as strong as the strongest act behind them, and fade", () => {
    const { world, firm } = unknownFirm();
    const at = relationIndex(world.relations, 2, firm.id);
    strengthenTie(world, 2, firm.id, 0.5);
    strengthenTie(world, 2, firm.id, 0.3);
    expect(tieNow(world, at)).toBeCloseTo(0.5, 6);
    world.month += 24;
    expect(tieNow(world, at)).toBeLessThan(0.4);
    strengthenTie(world, 2, firm.id, 1);
    expect(tieNow(world, at)).toBe(1);
  });

  it("stand for months of good delivery", () => {
    const { world, firm } = unknownFirm();
    const unknown = belief(world, 2, firm);
    strengthenTie(world, 2, firm.id, 1);
    expect(belief(world, 2, firm)).toBeLessThan(unknown);
  });
});
