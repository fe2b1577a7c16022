import { describe, expect, it } from "vitest";
import { Origin, Quadrant } from "../../../src/agents/codes.ts";
import type { Supplier } from "../../../src/agents/supplier.ts";
import { Flow, openMonth } from "../../../src/engine/ledger.ts";
import { delivery } from "../../../src/engine/phases/delivery.ts";
import { simulate } from "../../../src/engine/run.ts";
import type { World } from "../../../src/engine/world.ts";
import { worldViolations } from "../../../src/engine/invariants.ts";
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
} from "../worlds.ts";

/** A month of delivery alone. */
function deliverMonth(world: World): void {
  world.month += 1;
  openMonth(world.ledger);
  delivery(world);
}

const always = { failureFloor: 1, failureSlope: 0 };
const never = { failureFloor: 0, failureSlope: 0, importPerceivedFailure: 0 };
const small = (parameters: Record<string, number>) => smallWorld({ parameters, beyondRanges: true });

describe("a month of delivery", () => {
  it("pays every contract in force its price when nothing fails", () => {
    const world = small(never);
    const due = world.book.contracts.reduce((sum, { priceCents }) => sum + priceCents, 0);
    deliverMonth(world);
    const { flows } = world.ledger;
    expect(flows[Flow.receivedBySuppliers] + flows[Flow.paidForImports]).toBe(due);
    expect(world.counts.failures).toBe(0);
    expect(flows[Flow.failureLoss]).toBe(0);
  });

  it("withholds part of the pay when work fails, costs the mine revenue, and is remembered", () => {
    const world = small(always);
    const held = world.book.contracts.filter(({ supplier }) => supplier !== null);
    const due = held.reduce((sum, { priceCents }) => sum + priceCents, 0);
    deliverMonth(world);
    const { flows } = world.ledger;
    expect(flows[Flow.receivedBySuppliers] / due).toBeCloseTo(1 - world.parameters.failurePenaltyShare, 4);
    expect(flows[Flow.failureLoss]).toBeGreaterThan(0);
    const failures = eventsOf(world.events, "failure").filter(({ supplier }) => supplier !== null);
    expect(failures).toHaveLength(held.length);
    for (const { supplier } of held) expect(supplier!.failures).toBeGreaterThan(0);
  });

  it("does not pay contracts that begin next month", () => {
    const world = small({ ...openMarket, ...never });
    const { flows } = world.ledger;
    const paid = () => flows[Flow.receivedBySuppliers] + flows[Flow.paidForImports];
    const due = () => world.book.contracts.reduce((sum, { priceCents }) => sum + priceCents, 0);
    deliverMonth(world);
    const lot = contestedLot(world);
    const before = paid();
    tenderNow(world, lot);
    expect(lot.contract!.startMonth).toBe(world.month + 1);
    expect(paid()).toBe(before);
    deliverMonth(world);
    expect(paid()).toBe(due());
  });

  it("places every dollar on the ladder once, whatever fails", () => {
    for (const parameters of [
      always,
      never,
      { failurePenaltyShare: 1, failureFloor: 0.5, failureSlope: 0 },
    ]) {
      const world = small(parameters);
      advance(world, 12);
      expect(worldViolations(world).map(({ message }) => message)).toEqual([]);
    }
  });
});

describe("bad luck", () => {
  it("is the lot's: the same bad month hits whoever of equal skill holds it", () => {
    const failuresOf = (which: number) => {
      const world = small({ ...openMarket, failureFloor: 0.3, failureSlope: 0 });
      advance(world, 1);
      const lot = contestedLot(world, ({ importFactor }) => importFactor === 0);
      const holder = firmsOf(world, lot, Origin.peruvian)[which];
      onlyBidders(world, lot, [holder]);
      prepare(world, lot, holder);
      tenderNow(world, lot);
      const { id } = lot.contract!;
      for (let i = 0; i < 10; i++) deliverMonth(world);
      return eventsOf(world.events, "failure")
        .filter(({ contract }) => contract === id)
        .map(({ month }) => month);
    };
    expect(failuresOf(0).length).toBeGreaterThan(0);
    expect(failuresOf(1)).toEqual(failuresOf(0));
  });

  it("hits the less able more often", () => {
    const failures = (technical: number) => {
      const world = small({ failureFloor: 0, failureSlope: 0.3 });
      for (const firm of world.suppliers) firm.technical = technical;
      for (let i = 0; i < 4; i++) deliverMonth(world);
      return eventsOf(world.events, "failure").filter(({ supplier }) => supplier !== null).length;
    };
    const [able, middling, weak] = [1, 0.6, 0].map(failures) as [number, number, number];
    expect(able).toBe(0);
    expect(middling).toBeGreaterThan(0);
    expect(weak).toBeGreaterThan(middling);
  });
});

describe("value", () => {
  it("of the same work is more imported the less able its Peruvian holder: an unskilled winner re-sells imports", () => {
    const importedShare = (technical: number) => {
      const world = small(openMarket);
      advance(world, 1);
      const lot = contestedLot(world, ({ importFactor }) => importFactor === 0);
      const firm: Supplier = firmsOf(world, lot, Origin.peruvian)[0];
      onlyBidders(world, lot, [firm]);
      prepare(world, lot, firm);
      firm.technical = technical;
      tenderNow(world, lot);
      const { importedCents, costCents } = lot.contract!;
      return importedCents / costCents;
    };
    expect(importedShare(0)).toBeGreaterThan(importedShare(0.3));
    expect(importedShare(0.3)).toBeGreaterThan(importedShare(0.99));
  });

  it("of subcontracts goes to Peruvian second-tier firms, of foreign holders and of larger Peruvian ones", () => {
    const world = small(never);
    const passed = world.book.contracts.filter((contract) => subcontractsOf(world, contract).length > 0);
    expect(passed.length).toBeGreaterThan(0);
    for (const contract of passed) {
      const { supplier } = contract;
      for (const { supplier: second } of subcontractsOf(world, contract)) {
        expect(second.origin).toBe(Origin.peruvian);
        if (supplier!.origin === Origin.peruvian)
          expect(second.startCapacityUsdPerMonth).toBeLessThan(supplier!.startCapacityUsdPerMonth);
      }
      expect(contract.subcontractCents).toBeLessThan(contract.priceCents);
    }
    deliverMonth(world);
    expect(world.ledger.flows[Flow.subcontracts]).toBe(
      passed.reduce((sum, { subcontractCents }) => sum + subcontractCents, 0),
    );
  });
});

describe("oligopolistic categories", () => {
  it("are bought at list price and never tendered", () => {
    const run = simulate(
      { id: "a", months: 24, burnInMonths: 0, population: 100 },
      { seed: 1, events: true },
    );
    const world = smallWorld();
    const closed = world.categories.filter(({ oligopolistic }) => oligopolistic).map(({ id }) => id);
    expect(closed.length).toBeGreaterThan(0);
    expect(world.lots.every(({ category }) => !world.categories[category].oligopolistic)).toBe(true);
    expect(eventsOf(run.events, "tender").filter(({ category }) => closed.includes(category))).toEqual([]);
    expect(run.funnel.byYear.filter(({ category }) => closed.includes(category))).toEqual([]);
    const bought = run.ladder.byCategory.filter(({ category }) => closed.includes(category));
    expect(bought.every(({ spendUsd, inCountryUsd }) => spendUsd === inCountryUsd && spendUsd > 0)).toBe(
      true,
    );
    const uncontested = run.ladder.byQuadrant.filter(({ quadrant }) => quadrant === "uncontested");
    const sum = (rows: readonly { spendUsd: number }[]) =>
      rows.reduce((total, row) => total + Math.round(100 * row.spendUsd), 0);
    expect(sum(uncontested)).toBe(sum(bought));
    expect(Quadrant.uncontested).toBe(4);
  });
});
