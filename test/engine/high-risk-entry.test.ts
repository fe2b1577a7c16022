import { describe, expect, it } from "vitest";
import { Origin, Quadrant, RiskClass } from "../../src/agents/codes.ts";
import type { Challenge } from "../../src/agents/research.ts";
import { adopt } from "../../src/engine/adoption.ts";
import { tender } from "../../src/engine/tender.ts";
import { openCounts, type World } from "../../src/engine/world.ts";
import { firmsOf, onlyBidders, openLot, openMarket, prepare, smallWorld, tenderNow } from "./worlds.ts";

const open = { ...openMarket, toleranceAtFullRisk: 10, innovationTolerance: 10 };

/** A high-risk, high-cost lot whose one bidder has never had such work. */
function riskyLot() {
  const world = smallWorld({ parameters: open, beyondRanges: true, population: 200 });
  const lot = world.lots.find(
    (each) =>
      each.riskClass === RiskClass.high &&
      firmsOf(world, each, Origin.peruvian).some((firm) => !firm.enteredHighRisk),
  )!;
  Object.assign(lot, { highCost: true, importFactor: 0 });
  const firm = firmsOf(world, lot, Origin.peruvian).find((each) => !each.enteredHighRisk)!;
  onlyBidders(world, lot, [firm]);
  prepare(world, lot, firm);
  return { world, lot, firm };
}

function solved(category: number, savingUsdPerYear = 100): Challenge {
  return {
    id: 0,
    key: 4711,
    mine: 0,
    category,
    line: 0,
    need: 0,
    savingUsdPerYear,
    missionCritical: false,
    reluctance: 0,
    nonIntrusive: true,
    arisenMonth: -1,
    disclosedMonth: -1,
    closedBy: null,
  };
}

const entries = ({ counts }: World) => [counts.highRiskEntriesByChallenge, counts.highRiskEntriesByTender];

describe("a Peruvian firm's first high-risk, high-cost contract", () => {
  it("counts once, by tender when nothing of its own was adopted before", () => {
    const { world, lot, firm } = riskyLot();
    expect(tenderNow(world, lot).winner).toBe(firm.id);
    expect(entries(world)).toEqual([0, 1]);
    tenderNow(world, lot);
    expect(entries(world)).toEqual([0, 1]);
  });

  it("came by a challenge only when the solution was in the same category", () => {
    for (const [same, expected] of [
      [true, [1, 0]],
      [false, [0, 1]],
    ] as const) {
      const { world, lot, firm } = riskyLot();
      const other = world.categories.find(
        ({ index, oligopolistic }) => !oligopolistic && index !== lot.category,
      )!;
      expect(adopt(world, firm, solved(same ? lot.category : other.index))).toBe(true);
      expect(entries(world)).toEqual([0, 0]);
      tenderNow(world, lot);
      expect(entries(world)).toEqual(expected);
    }
  });

  it("is the contract for its solution only where that is high-risk and high-cost itself", () => {
    const { world, lot, firm } = riskyLot();
    adopt(world, firm, solved(lot.category, 1e9));
    expect(entries(world)).toEqual([1, 0]);
  });

  it("is high-risk only where the category was so at the start, for tenders and solutions alike", () => {
    const { world, firm } = riskyLot();
    const services = world.categories.find(({ id }) => id === "professional-services")!;
    // Of middling risk with the usual suppliers; with none at all it is high.
    world.approved.fill(0);
    adopt(world, firm, solved(services.index, 1e9));
    expect(world.book.contracts.at(-1)!.quadrant).toBe(Quadrant.highRiskHighCost);
    expect(entries(world)).toEqual([0, 0]);
  });

  it("is no entry of a firm that held such work in the first round", () => {
    const { world, lot, firm } = riskyLot();
    openLot(world, lot);
    tender(world, lot, true);
    expect(lot.contract!.supplier).toBe(firm);
    // The first round is no part of the record: what it counts is dropped.
    openCounts(world);
    expect(tenderNow(world, lot).winner).toBe(firm.id);
    expect(entries(world)).toEqual([0, 0]);
  });
});
