import { describe, expect, it } from "vitest";
import { Flow } from "../../src/engine/ledger.ts";
import { advance, openLot, smallWorld, tenderNow, eventsOf } from "./worlds.ts";
import { checkInvariants, worldViolations } from "../../src/engine/invariants.ts";
import { simulate } from "../../src/engine/run.ts";

const small = { id: "small", months: 24, burnInMonths: 0, population: 100 };

describe("lots", () => {
  it("cut the spend of a mine's contested categories without rest", () => {
    const world = smallWorld();
    const contested = world.categories.filter(({ oligopolistic }) => !oligopolistic);
    for (const mine of world.mines.filter(({ stage }) => stage === "operation")) {
      for (const category of contested) {
        const lots = world.lots.filter((lot) => lot.buyer === mine.index && lot.category === category.index);
        const sum = lots.reduce((total, { valueUsdPerMonth }) => total + valueUsdPerMonth, 0);
        expect(sum / (mine.spendUsdPerMonth * category.spendShare)).toBeCloseTo(1, 9);
        const shares = lots.reduce(
          (total, { weightedShareOfCategory }) => total + weightedShareOfCategory,
          0,
        );
        expect(shares).toBeCloseTo(1, 9);
      }
    }
  });

  it("are more in a larger need, by the root of its size, and never none", () => {
    const world = smallWorld({ population: 800 });
    const { lotsPerRootSpend } = world.parameters;
    for (const mine of world.mines.filter(({ stage }) => stage === "operation")) {
      for (const { index, spendShare, oligopolistic } of world.categories) {
        if (oligopolistic) continue;
        const lots = world.lots.filter((lot) => lot.buyer === mine.index && lot.category === index).length;
        const millions = (mine.spendUsdPerMonth * spendShare * 12) / 1e6;
        expect(lots).toBe(Math.max(1, Math.round(1 + lotsPerRootSpend * Math.sqrt(millions))));
      }
    }
  });

  it("are finer in a larger population, while what failures cost does not depend on it", () => {
    const failureLoss = (lotsPerRootSpend: number) => {
      const parameters = { lotsPerRootSpend, failureFloor: 1, failureSlope: 0, importPerceivedFailure: 1 };
      const world = smallWorld({ parameters, beyondRanges: true });
      advance(world, 1);
      const everyLot = world.lots.filter(({ contract }) => contract !== null).length;
      return { loss: world.ledger.flows[Flow.failureLoss], lots: everyLot };
    };
    const coarse = failureLoss(8);
    const fine = failureLoss(40);
    expect(fine.lots).toBeGreaterThan(1.5 * coarse.lots);
    expect(fine.loss / coarse.loss).toBeGreaterThan(0.97);
    expect(fine.loss / coarse.loss).toBeLessThan(1.03);
  });

  it("are none where nothing is spent, as in a country that does not buy of a category or in projects without packages", () => {
    const parameters = { "consumables.spendUsdMillion": 0, capitalPackageShare: 0 };
    const run = simulate({ ...small, parameters, beyondRanges: true }, { seed: 1, events: true });
    expect(eventsOf(run.events, "mine-stage").some(({ stage }) => stage === "development")).toBe(true);
    const bought = eventsOf(run.events, "contract");
    expect(bought.some(({ category, capital }) => category === "consumables" || capital)).toBe(false);
    expect(checkInvariants(run)).toEqual([]);
  });

  it("have all found a holder before the first month, with contracts that end at different times", () => {
    const world = smallWorld();
    const held = world.lots.filter(({ contract }) => contract !== null);
    expect(held.length / world.lots.length).toBeGreaterThan(0.9);
    expect(new Set(held.map(({ contract }) => contract!.endMonth)).size).toBeGreaterThan(10);
  });

  it("are tendered in the last month of their contract, once", () => {
    const world = smallWorld();
    advance(world, 24);
    const tenders = eventsOf(world.events, "tender");
    const contracts = eventsOf(world.events, "contract").filter(
      ({ lot, month }) => lot !== null && month >= world.firstMonth,
    );
    expect(tenders.length).toBeGreaterThan(100);
    for (const { lot, startMonth, endMonth } of contracts) {
      expect(tenders.filter((one) => one.lot === lot && one.month === startMonth - 1)).toHaveLength(1);
      if (endMonth - 1 > world.month) continue;
      const stillHeld = tenders.filter(
        (one) => one.lot === lot && one.month >= startMonth && one.month < endMonth - 1,
      );
      const left = eventsOf(world.events, "exit").length > 0;
      if (!left) expect(stillHeld).toEqual([]);
    }
  });

  it("that found nobody are tried again every month until somebody is found", () => {
    const world = smallWorld();
    advance(world, 1);
    const lot = world.lots.find(({ importFactor, localArea }) => importFactor === 0 && !localArea)!;
    world.bidders[lot.category * world.lines + lot.line] = [];
    const open = tenderNow(world, lot);
    expect(open.outcome).toBe("open");
    expect(lot.dueMonth).toBe(world.month + 1);
    expect(lot.contract).toBe(null);
  });

  it("opened by hand have one due date again after a tender", () => {
    const world = smallWorld();
    advance(world, 6);
    const lot = world.lots.find(({ contract }) => contract !== null && contract.endMonth > world.month + 6)!;
    openLot(world, lot);
    expect(worldViolations(world).some(({ name }) => name === "one-due-date")).toBe(false);
    tenderNow(world, lot);
    expect(worldViolations(world)).toEqual([]);
  });
});
