import { describe, expect, it } from "vitest";
import { Origin } from "../../src/agents/codes.ts";
import { freeCapacityUsdPerMonth } from "../../src/agents/supplier-limits.ts";
import { ownEvidenceMonths, recordMonths } from "../../src/engine/evidence.ts";
import { never } from "../../src/agents/supplier-columns.ts";
import { evidenceStride, relationIndex } from "../../src/engine/relations.ts";
import { worldViolations } from "../../src/engine/invariants.ts";
import {
  advance,
  contestedLot,
  eventsOf,
  firmsOf,
  onlyBidders,
  openMarket,
  prepare,
  smallWorld,
  subcontractsOf,
  tenderNow,
} from "./worlds.ts";

const open = { ...openMarket, toleranceAtFullRisk: 10, entryPerMonth: 0 };

describe("a contract", () => {
  it("books its holder's capacity until it ends", () => {
    const world = smallWorld({ parameters: open, beyondRanges: true });
    advance(world, 1);
    const lot = contestedLot(world, ({ importFactor }) => importFactor === 0);
    const firm = firmsOf(world, lot, Origin.peruvian)[0];
    onlyBidders(world, lot, [firm]);
    prepare(world, lot, firm);
    const [free, held] = [freeCapacityUsdPerMonth(firm), firm.directContracts];
    tenderNow(world, lot);
    const { supplier } = lot.contract!;
    expect(supplier).toBe(firm);
    const own = free - freeCapacityUsdPerMonth(firm);
    expect(own).toBeGreaterThan(0);
    expect(own).toBeLessThanOrEqual(lot.valueUsdPerMonth * (1 + 1e-9));
    onlyBidders(world, lot, []);
    tenderNow(world, lot);
    expect(firm.directContracts).toBeLessThanOrEqual(held);
    expect(freeCapacityUsdPerMonth(firm)).toBeGreaterThanOrEqual(free - 1e-6);
  });

  it("ties buyer and holder, and is a new relation only where the buyer has no own evidence", () => {
    const world = smallWorld({ parameters: open, beyondRanges: true });
    advance(world, 1);
    const lot = contestedLot(world, ({ importFactor }) => importFactor === 0);
    const firm = firmsOf(world, lot, Origin.peruvian).find(
      ({ id }) =>
        world.relations.evidence[relationIndex(world.relations, lot.buyer, id) * evidenceStride] === 0,
    )!;
    onlyBidders(world, lot, [firm]);
    prepare(world, lot, firm);
    world.counts.newRelations = 0;
    tenderNow(world, lot);
    expect(world.counts.newRelations).toBe(1);
    recordMonths(world, lot.buyer, firm.id, 1, 0);
    tenderNow(world, lot);
    expect(world.counts.newRelations).toBe(1);
    expect(world.relations.tie[relationIndex(world.relations, lot.buyer, firm.id)]).toBe(1);
  });
});

describe("a consortium", () => {
  /** A lot that is too large for its only able bidder, in an association of all. */
  function pooled(pooledCapacity: number, partners: number, helperShare = 0.3) {
    // Members hold no subcontract of the lot's last holder, whose end would free capacity.
    const parameters = { ...open, peruvianSubcontractFactor: 0 };
    const world = smallWorld({ parameters, beyondRanges: true, population: 200 });
    advance(world, 1);
    const lot = contestedLot(
      world,
      (one) => one.importFactor === 0 && firmsOf(world, one, Origin.peruvian).length >= 7,
    );
    const [leader, ...others] = firmsOf(world, lot, Origin.peruvian);
    const helpers = others.slice(0, partners);
    onlyBidders(world, lot, [leader, ...helpers]);
    prepare(world, lot, leader);
    leader.capacityUsdPerMonth =
      leader.directUsdPerMonth + leader.subcontractUsdPerMonth + 0.5 * lot.valueUsdPerMonth;
    // They stand on no register, so they do not bid themselves.
    for (const helper of helpers) {
      world.relations.registeredFrom[relationIndex(world.relations, lot.buyer, helper.id)] = never;
      helper.capacityUsdPerMonth =
        helper.directUsdPerMonth + helper.subcontractUsdPerMonth + helperShare * lot.valueUsdPerMonth;
    }
    const { association } = world.rules;
    world.rules = { ...world.rules, association: { ...association, membership: 1, pooledCapacity } };
    return { world, lot, leader, helpers, event: tenderNow(world, lot) };
  }

  it("books the free capacity of named partners, so that the lot is not too large", () => {
    const { world, lot, leader, helpers, event } = pooled(1, 3);
    expect(event.winner).toBe(leader.id);
    const subcontracts = subcontractsOf(world, lot.contract!);
    expect(lot.contract!.ownUsdPerMonth).toBeCloseTo(0.5 * lot.valueUsdPerMonth, 4);
    const booked = subcontracts.reduce((sum, { capacityUsdPerMonth }) => sum + capacityUsdPerMonth, 0);
    expect(booked).toBeCloseTo(0.5 * lot.valueUsdPerMonth, 4);
    for (const { supplier, partner } of subcontracts) {
      expect(helpers.map(({ id }) => id)).toContain(supplier.id);
      expect(partner).toBe(true);
    }
  });

  it("is not open to a firm whose fellow members have too little to pool", () => {
    const { event, leader } = pooled(0.3, 3);
    expect(event.rejected["too-small"]).toContain(leader.id);
  });

  it("has no more partners than can be led, and is not formed when those do not suffice", () => {
    for (const share of [0.02, 0.06, 0.09, 0.11, 0.15]) {
      const { world, lot, event } = pooled(1, 6, share);
      if (event.outcome === "tender") {
        expect(subcontractsOf(world, lot.contract!).length).toBeLessThanOrEqual(
          Math.round(world.parameters.consortiumPartners),
        );
      }
      const beyond = worldViolations(world).filter(({ name }) => name === "work-within-capacity");
      expect(beyond.map(({ message }) => message)).toEqual([]);
    }
  });

  it("falls apart when a partner leaves the market: the lot is open again", () => {
    const { world, lot } = pooled(1, 3);
    const { contract } = lot;
    subcontractsOf(world, contract!)[0].supplier.cashCents = -1e15;
    advance(world, 1);
    expect(lot.contract).not.toBe(contract);
    expect(contract!.row).toBe(-1);
  });

  it("gives its partners evidence in full", () => {
    const { world, lot } = pooled(1, 3);
    const partner = subcontractsOf(world, lot.contract!)[0].supplier;
    const before = ownEvidenceMonths(world, lot.buyer, partner.id);
    advance(world, 1);
    const after = ownEvidenceMonths(world, lot.buyer, partner.id);
    expect(after - before * world.parameters.evidenceRetention).toBeGreaterThan(0.9);
  });
});

describe("second-tier firms", () => {
  it("are Peruvian, able enough, and have the capacity", () => {
    const world = smallWorld();
    advance(world, 12);
    const { subcontractorSkillMinimum } = world.parameters;
    const contracts = eventsOf(world.events, "contract").filter(
      ({ subcontractors }) => subcontractors.length > 0,
    );
    expect(contracts.length).toBeGreaterThan(5);
    for (const { supplier, subcontractors } of contracts) {
      expect(supplier).not.toBeNull();
      expect(new Set(subcontractors.map((one) => one.supplier)).size).toBe(subcontractors.length);
      for (const one of subcontractors) {
        const second = world.suppliers[one.supplier];
        expect(second.origin).toBe(Origin.peruvian);
        expect(second.technical).toBeGreaterThan(0.8 * subcontractorSkillMinimum);
      }
    }
  });

  it("work for larger Peruvian firms too, which pass on a smaller part of their work", () => {
    const passedOn = (winnerOrigin: number, factor: number) => {
      const world = smallWorld({
        parameters: { ...open, peruvianSubcontractFactor: factor },
        beyondRanges: true,
        population: 200,
      });
      advance(world, 1);
      const lot = contestedLot(
        world,
        (one) =>
          one.importFactor === 0 &&
          firmsOf(world, one, Origin.peruvian).length >= 7 &&
          firmsOf(world, one, Origin.global).length >= 1,
      );
      const [large, ...others] = firmsOf(world, lot, Origin.peruvian);
      const winner = winnerOrigin === Origin.peruvian ? large : firmsOf(world, lot, Origin.global)[0];
      prepare(world, lot, winner);
      for (const firm of others) {
        firm.capacityUsdPerMonth =
          firm.directUsdPerMonth + firm.subcontractUsdPerMonth + lot.valueUsdPerMonth;
        firm.technical = 0.6;
      }
      const larger = others[0];
      larger.capacityUsdPerMonth = 2 * winner.capacityUsdPerMonth;
      larger.technical = 1;
      for (const { id } of world.suppliers) {
        if (id === winner.id) continue;
        world.relations.registeredFrom[relationIndex(world.relations, lot.buyer, id)] = never;
      }
      tenderNow(world, lot);
      const { supplier, subcontractCents, priceCents } = lot.contract!;
      expect(supplier).toBe(winner);
      const seconds = subcontractsOf(world, lot.contract!).map((piece) => piece.supplier);
      return { share: subcontractCents / priceCents, takesLarger: seconds.includes(larger), winner, seconds };
    };
    const foreign = passedOn(Origin.global, 0.5);
    const local = passedOn(Origin.peruvian, 0.5);
    expect(local.share).toBeGreaterThan(0);
    expect(local.share).toBeLessThan(foreign.share);
    expect(local.takesLarger).toBe(false);
    expect(foreign.takesLarger).toBe(true);
    expect(local.seconds).not.toContain(local.winner);
    expect(passedOn(Origin.peruvian, 0).share).toBe(0);
  });
});
