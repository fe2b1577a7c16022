import { describe, expect, it } from "vitest";
import {
  ContractKind,
  Gate,
  gateCount,
  Origin,
  Quadrant,
  Region,
  RiskClass,
} from "../../src/agents/codes.ts";
import type { Challenge } from "../../src/agents/research.ts";
import type { Lot } from "../../src/agents/contract.ts";
import type { Supplier } from "../../src/agents/supplier.ts";
import { fronts } from "../../src/engine/fronting.ts";
import type { Recording } from "../../src/engine/genesis.ts";
import { never } from "../../src/agents/supplier-columns.ts";
import { relationIndex } from "../../src/engine/relations.ts";
import { tender } from "../../src/engine/tender.ts";
import { termsOf } from "../../src/engine/terms.ts";
import type { World } from "../../src/engine/world.ts";
import type { Institutions } from "../../src/scenarios/institutions.ts";
import { draw, drawWith, Process, triangularFrom } from "../../src/random.ts";
import {
  change,
  contestedLot,
  firmsOf,
  onlyBidders,
  openLot,
  openMarket,
  prepare,
  rejections,
  smallWorld,
  subcontractsOf,
  tenderNow,
} from "./worlds.ts";

/** Costs are what `scaleFactor` says, prices 10 % above them and 20 % more without rivals, and failures cost nothing. */
const plain = {
  ...openMarket,
  toleranceAtFullRisk: 10,
  costFactorPeruvian: 1,
  costFactorChilean: 1,
  costFactorGlobal: 1,
  localnessElsewhere: 0,
  localnessSubsidiary: 0,
  skillShortfallCost: 0,
  markupFloor: 0.1,
  markupWithoutRivals: 0.2,
  stoppedDaysPerFailure: 0,
};

/** A lot of US$ 1,000 a month that cannot be imported, with two Peruvian bidders that cost 1,000 and 1,040. */
function twoBidders(
  parameters: Record<string, number> = {},
  fits: (lot: Lot) => boolean = () => true,
  recording?: Recording,
) {
  const world = smallWorld({ parameters: { ...plain, ...parameters }, beyondRanges: true }, 1, recording);
  world.month = 0;
  const lot = contestedLot(world, (one) => fits(one) && firmsOf(world, one, Origin.global).length > 0);
  openLot(world, lot);
  Object.assign(lot, { valueUsdPerMonth: 1000, importFactor: 0, highCost: false });
  const [cheap, dear] = firmsOf(world, lot, Origin.peruvian);
  const [foreign] = firmsOf(world, lot, Origin.global);
  for (const firm of [cheap, dear, foreign]) {
    Object.assign(firm, {
      directUsdPerMonth: 0,
      subcontractUsdPerMonth: 0,
      directContracts: 0,
      subcontracts: 0,
    });
    prepare(world, lot, firm);
  }
  cheap.scaleFactor = 1;
  dear.scaleFactor = 1.04;
  foreign.scaleFactor = 1.02;
  world.columns.region.fill(Region.capital);
  onlyBidders(world, lot, [dear, cheap]);
  Object.assign(world.counts, Object.fromEntries(Object.keys(world.counts).map((name) => [name, 0])));
  world.lostUsd.fill(0);
  world.columns.heardValueUsd.fill(0);
  return { world, lot, cheap, dear, foreign };
}

/** Takes every register away from a firm, so that it falls at that gate. */
function unregister(world: World, lot: Lot, firm: Supplier): void {
  world.relations.registeredFrom[relationIndex(world.relations, lot.buyer, firm.id)] = never;
  firm.registeredSince = never;
}

const lossesOf = (world: World, { id }: Supplier) =>
  Object.fromEntries(
    [...world.lostUsd.subarray(id * gateCount, (id + 1) * gateCount)]
      .map((usd, gate) => [gate, usd] as const)
      .filter(([, usd]) => usd !== 0),
  );

describe("the price", () => {
  it("is the cost and a markup, which is higher the fewer the rivals", () => {
    const { world, lot, cheap, dear } = twoBidders();
    const two = tenderNow(world, lot);
    expect(two.bids.map(({ supplier }) => supplier)).toEqual([cheap.id, dear.id]);
    // A markup of 10 % and half of 20 %.
    expect(two.bids[0].priceUsdPerMonth).toBeCloseTo(1200, 9);
    expect(two.bids[1].priceUsdPerMonth).toBeCloseTo(1248, 9);
    expect(two.bids[0].expectedCostUsdPerMonth).toBeCloseTo(1200, 9);
    expect(lot.contract).toMatchObject({
      supplier: cheap,
      kind: ContractKind.tender,
      priceCents: 120_000,
      costCents: 100_000,
      preferenceCents: 0,
      frontingCents: 0,
    });
    onlyBidders(world, lot, [cheap]);
    expect(tenderNow(world, lot).bids[0].priceUsdPerMonth).toBeCloseTo(1300, 9);
    expect(lot.contract!.priceCents).toBe(130_000);
  });

  it("has a chance part around the cost, as wide as its standard deviation", () => {
    const { world, lot, cheap } = twoBidders();
    const priceOf = (sd: number) => {
      Object.assign(world.parameters, { bidNoiseSd: sd });
      return tenderNow(world, lot).bids.find(({ supplier }) => supplier === cheap.id)!.priceUsdPerMonth;
    };
    const [half, full] = [priceOf(0.01) - 1200, priceOf(0.02) - 1200];
    expect(half).not.toBe(0);
    expect(full).toBeCloseTo(2 * half, 9);
    expect(Math.abs(half)).toBeLessThan(0.03 * 1200);
    const { bidPrefix } = termsOf(world, lot);
    expect(full).toBeCloseTo(1200 * 0.02 * triangularFrom(bidPrefix, world.columns.key[cheap.id]), 9);
  });

  it("of a firm of the mine's region is lower by the whole local advantage of the category", () => {
    const { world, lot, cheap, foreign } = twoBidders({ localnessSubsidiary: 0.5, localnessElsewhere: 0.25 });
    const { localAdvantage } = world.categories[lot.category];
    onlyBidders(world, lot, [cheap]);
    expect(tenderNow(world, lot).bids[0].priceUsdPerMonth).toBeCloseTo(1300 * (1 - localAdvantage / 4), 9);
    world.columns.region[cheap.id] = world.mines[lot.site].region;
    expect(tenderNow(world, lot).bids[0].priceUsdPerMonth).toBeCloseTo(1300 * (1 - localAdvantage), 9);
    onlyBidders(world, lot, [foreign]);
    expect(tenderNow(world, lot).bids[0].priceUsdPerMonth).toBeCloseTo(
      1.02 * 1300 * (1 - localAdvantage / 2),
      9,
    );
    expect(localAdvantage).toBeGreaterThan(0);
  });
});

describe("of equal offers", () => {
  it("the first in the line wins, and a local offer before an import", () => {
    const { world, lot, cheap, dear } = twoBidders();
    dear.scaleFactor = 1;
    expect(tenderNow(world, lot).winner).toBe(dear.id);
    onlyBidders(world, lot, [cheap, dear]);
    expect(tenderNow(world, lot).winner).toBe(cheap.id);
    Object.assign(lot, { importFactor: tenderNow(world, lot).bids[0].priceUsdPerMonth / 1000 });
    expect(tenderNow(world, lot)).toMatchObject({ outcome: "tender", winner: cheap.id });
  });
});

describe("a direct import", () => {
  it("is bought at its landed cost where that is the lowest expected cost", () => {
    const { world, lot } = twoBidders();
    Object.assign(lot, { importFactor: 1.1 });
    const { outcome, winner, bids } = tenderNow(world, lot);
    expect([outcome, winner]).toEqual(["import", null]);
    expect(bids.map(({ supplier }) => supplier === null)).toEqual([true, false, false]);
    expect(bids[0].priceUsdPerMonth).toBeCloseTo(1100, 9);
    expect(bids[0].perceivedFailure).toBe(world.parameters.importPerceivedFailure);
    expect(lot.contract).toMatchObject({
      supplier: null,
      kind: ContractKind.import,
      priceCents: 110_000,
      costCents: 0,
      preferenceCents: 0,
      frontingCents: 0,
    });
    expect(world.counts).toMatchObject({
      awardsImport: 1,
      awardsPeruvian: 0,
      awardsForeign: 0,
      emergencies: 0,
    });
  });

  it("leaves nobody the winner of the tender: every bidder is outbid", () => {
    const { world, lot, cheap, dear } = twoBidders();
    Object.assign(lot, { importFactor: 1.1 });
    const value = termsOf(world, lot).contractValueUsd;
    tenderNow(world, lot);
    for (const firm of [dear, cheap]) expect(lossesOf(world, firm)).toEqual({ [Gate.outbid]: value });
  });

  it("is feared too: its failures are expected to cost what a supplier's would", () => {
    const { world, lot, cheap } = twoBidders({ stoppedDaysPerFailure: 1, importPerceivedFailure: 0.5 });
    onlyBidders(world, lot, [cheap]);
    Object.assign(lot, { importFactor: 1.1 });
    const { bids, lossPerFailureUsd, winner } = tenderNow(world, lot);
    expect(lossPerFailureUsd).toBeGreaterThan(1000);
    expect(winner).toBe(cheap.id);
    const [mine, imported] = [cheap.id, null].map((id) => bids.find(({ supplier }) => supplier === id)!);
    expect(imported.expectedCostUsdPerMonth).toBeCloseTo(1100 + 0.5 * lossPerFailureUsd, 6);
    expect(mine.expectedCostUsdPerMonth).toBeCloseTo(1300 + mine.perceivedFailure * lossPerFailureUsd, 6);
  });

  it("is not open in a local-area programme, nor where a rule reserves the lot", () => {
    const { world, lot, cheap } = twoBidders();
    Object.assign(lot, { importFactor: 0.5 });
    change(world, "localContent", { definition: "owned", reservedShare: 1, enforcement: 1 });
    expect(tenderNow(world, lot)).toMatchObject({ outcome: "tender", winner: cheap.id });
    // An offer of 1,200 where an import would cost 500: the rule makes the difference.
    expect(lot.contract!.preferenceCents).toBe(70_000);
    change(world, "localContent", { reservedShare: 0 });
    Object.assign(lot, { localArea: true });
    world.columns.region[cheap.id] = world.mines[lot.site].region;
    expect(tenderNow(world, lot)).toMatchObject({ outcome: "tender", winner: cheap.id });
  });
});

describe("a preference", () => {
  it("for firms of the mine's region lets them be dearer by so much; what that costs the buyer is kept", () => {
    const { world, lot, cheap, dear } = twoBidders({ socialLicencePreference: 0.06 });
    const { localAdvantage } = world.categories[lot.category];
    world.columns.region[dear.id] = world.mines[lot.site].region;
    // Offers of 1,248 and 1,200: 48 above, and 60 are given.
    dear.scaleFactor = 1.04 / (1 - localAdvantage);
    const { winner, bids } = tenderNow(world, lot);
    expect(winner).toBe(dear.id);
    expect(bids[0].expectedCostUsdPerMonth).toBeCloseTo(1188, 9);
    expect(lot.contract!.preferenceCents).toBe(4800);
    // 72 above are too much.
    dear.scaleFactor = 1.06 / (1 - localAdvantage);
    expect(tenderNow(world, lot).winner).toBe(cheap.id);
    expect(lot.contract!.preferenceCents).toBe(0);
  });

  it("is counted against an import too, where one was open", () => {
    const { world, lot, cheap, dear } = twoBidders({ socialLicencePreference: 0.06 });
    const { localAdvantage } = world.categories[lot.category];
    world.columns.region[cheap.id] = world.mines[lot.site].region;
    cheap.scaleFactor = 1 / (1 - localAdvantage);
    Object.assign(lot, { importFactor: 1.17 });
    expect(tenderNow(world, lot).winner).toBe(cheap.id);
    expect(lot.contract!.preferenceCents).toBe(3000);
    // An import dearer than the rival changes nothing.
    Object.assign(lot, { importFactor: 1.22 });
    cheap.scaleFactor = 1.01 / (1 - localAdvantage);
    dear.scaleFactor = 1;
    expect(tenderNow(world, lot).winner).toBe(cheap.id);
    expect(lot.contract!.preferenceCents).toBe(1200);
  });

  it("is not given to foreign firms of the region", () => {
    const { world, lot, cheap, foreign } = twoBidders({ socialLicencePreference: 0.06 });
    onlyBidders(world, lot, [cheap, foreign]);
    world.columns.region[foreign.id] = world.mines[lot.site].region;
    const { winner, bids } = tenderNow(world, lot);
    expect(winner).toBe(cheap.id);
    expect(bids[1].expectedCostUsdPerMonth).toBeCloseTo(1.02 * 1200, 9);
  });

  it("by a rule is worth its size times its enforcement, on top of the region's", () => {
    const { world, lot, cheap, foreign } = twoBidders({ socialLicencePreference: 0.05 });
    onlyBidders(world, lot, [cheap, foreign]);
    cheap.scaleFactor = 1.1;
    change(world, "localContent", { definition: "owned", preference: 0.3, enforcement: 0.5 });
    const expected = ({ id }: Supplier) =>
      tenderNow(world, lot).bids.find(({ supplier }) => supplier === id)!.expectedCostUsdPerMonth;
    expect(expected(cheap)).toBeCloseTo(1320 - 150, 9);
    expect(expected(foreign)).toBeCloseTo(1224, 9);
    expect(lot.contract).toMatchObject({ supplier: cheap, preferenceCents: 9600 });
    const { localAdvantage } = world.categories[lot.category];
    world.columns.region[cheap.id] = world.mines[lot.site].region;
    cheap.scaleFactor = 1.1 / (1 - localAdvantage);
    expect(expected(cheap)).toBeCloseTo(1320 - 200, 9);
    change(world, "localContent", { definition: "invoicing" });
    expect(expected(foreign)).toBeCloseTo(1224 - 150, 9);
  });
});

describe("a local partner that fronts", () => {
  /** A lot for which the foreign bidder has a partner, under a rule that is enforced in part. */
  function fronted(rule: Partial<Institutions["localContent"]>) {
    const made = twoBidders();
    const { world, cheap, foreign, lot } = made;
    change(world, "localContent", { definition: "owned", fronting: true, frontingFee: 0.02, ...rule });
    onlyBidders(world, lot, [cheap, foreign]);
    // A key under which this firm fronts for this lot, for whether it does is drawn.
    for (let key = 1; !fronts(world, lot, foreign.id); key++) world.columns.key[foreign.id] = key;
    return made;
  }

  it("costs a fee that the buyer pays, and brings the preference", () => {
    const { world, lot, cheap, foreign } = fronted({ preference: 0.5, enforcement: 0.4 });
    cheap.scaleFactor = 2;
    const { bids, winner } = tenderNow(world, lot);
    expect(winner).toBe(foreign.id);
    expect(bids[0].priceUsdPerMonth).toBeCloseTo(1224 + 20, 9);
    expect(bids[0].expectedCostUsdPerMonth).toBeCloseTo(1244 - 200, 9);
    expect(lot.contract).toMatchObject({ supplier: foreign, priceCents: 124_400, frontingCents: 2000 });
    // The Peruvian bidder pays no fee.
    expect(bids[1].priceUsdPerMonth).toBeCloseTo(2400, 9);
  });

  it("asks no more than half of what the preference is worth, where its usual fee is more", () => {
    const { world, lot, cheap, foreign } = fronted({
      preference: 0.25,
      enforcement: 0.5,
      frontingFee: 0.125,
    });
    cheap.scaleFactor = 2;
    const { bids, winner } = tenderNow(world, lot);
    expect(winner).toBe(foreign.id);
    // A preference of 0.25 enforced by half is worth 125 on a lot of 1,000.
    expect(bids[0].priceUsdPerMonth).toBeCloseTo(1224 + 62.5, 9);
    expect(bids[0].expectedCostUsdPerMonth).toBeCloseTo(1224 + 62.5 - 125, 9);
    expect(lot.contract!.frontingCents).toBe(6250);
  });

  it("is not paid where there is no lot to open and nothing to be preferred for", () => {
    const { world, lot, foreign } = fronted({ preference: 0, reservedShare: 0, enforcement: 0.4 });
    onlyBidders(world, lot, [foreign]);
    expect(tenderNow(world, lot).bids[0].priceUsdPerMonth).toBeCloseTo(1.02 * 1300, 9);
    expect(lot.contract!.frontingCents).toBe(0);
  });

  it("is paid wherever it opens a reserved lot", () => {
    const { world, lot, cheap, foreign } = fronted({ preference: 0, reservedShare: 10, enforcement: 0.4 });
    cheap.scaleFactor = 2;
    expect(termsOf(world, lot).reservedByRule).toBe(true);
    expect(tenderNow(world, lot).winner).toBe(foreign.id);
    expect(lot.contract!.frontingCents).toBe(2000);
  });
});

describe("an emergency", () => {
  /** Nobody qualifies; the foreign firm has room for exactly the lot. */
  function unserved(parameters: Record<string, number> = {}) {
    const made = twoBidders({ emergencyMarkup: 0.5, emergencyMonths: 3, ...parameters });
    const { world, lot, cheap, dear, foreign } = made;
    onlyBidders(world, lot, [cheap, dear, foreign]);
    for (const firm of [cheap, dear, foreign]) unregister(world, lot, firm);
    foreign.capacityUsdPerMonth = 1000;
    return made;
  }

  it("is served by a foreign firm with room for the lot, at a markup half as high again", () => {
    const { world, lot, foreign } = unserved();
    const { outcome, winner, bids } = tenderNow(world, lot);
    expect([outcome, winner, bids]).toEqual(["emergency", foreign.id, []]);
    // 1.02 × (1 + (0.1 + 0.2) × 1.5)
    expect(lot.contract).toMatchObject({
      kind: ContractKind.emergency,
      supplier: foreign,
      priceCents: 147_900,
      preferenceCents: 0,
      frontingCents: 0,
      startMonth: 1,
      endMonth: 4,
    });
    expect(world.counts).toMatchObject({ emergencies: 1, awardsForeign: 1, awardsPeruvian: 0, bids: 0 });
  });

  it("goes to the cheapest of them, the first of equals", () => {
    const { world, lot, foreign } = unserved();
    const [, second] = world.suppliers.filter(({ origin }) => origin === Origin.chilean);
    Object.assign(second, {
      directUsdPerMonth: 0,
      subcontractUsdPerMonth: 0,
      capacityUsdPerMonth: 5000,
      scaleFactor: 1.01,
    });
    unregister(world, lot, second);
    onlyBidders(world, lot, [foreign, second]);
    expect(tenderNow(world, lot).winner).toBe(second.id);
    second.scaleFactor = 1.02;
    expect(tenderNow(world, lot).winner).toBe(foreign.id);
    second.scaleFactor = 1.01;
    second.capacityUsdPerMonth = 999;
    expect(tenderNow(world, lot).winner).toBe(foreign.id);
  });

  it("is met by an import where no firm has room, dear as it may be", () => {
    const { world, lot, foreign } = unserved();
    foreign.capacityUsdPerMonth = 999;
    Object.assign(lot, { importFactor: 3, localArea: true });
    expect(tenderNow(world, lot)).toMatchObject({ outcome: "import", winner: null });
    expect(lot.contract).toMatchObject({ supplier: null, priceCents: 300_000, costCents: 0 });
    expect(world.counts).toMatchObject({ awardsImport: 1, emergencies: 0, openLots: 0 });
  });

  it("without any of that leaves the lot open until the next month", () => {
    const { world, lot, foreign } = unserved();
    foreign.capacityUsdPerMonth = 999;
    const planned = () => world.dueLots[1 - world.firstMonth].filter((one) => one === lot).length;
    const before = planned();
    expect(tenderNow(world, lot)).toMatchObject({ outcome: "open", winner: null, bids: [] });
    expect(lot.contract).toBe(null);
    expect(lot.dueMonth).toBe(1);
    expect(planned()).toBe(before + 1);
    expect(world.counts).toMatchObject({ openLots: 1, awardsImport: 0, awardsForeign: 0, awardsPeruvian: 0 });
  });
});

describe("a tender is counted", () => {
  it("with the firms looked at, the bids, the value over its usual term, and who won", () => {
    const { world, lot, cheap, dear, foreign } = twoBidders();
    onlyBidders(world, lot, [cheap, dear, foreign]);
    unregister(world, lot, dear);
    const { contractValueUsd } = termsOf(world, lot);
    tenderNow(world, lot);
    expect(world.counts).toMatchObject({
      tenders: 1,
      firmsLookedAt: 3,
      bids: 2,
      peruvianBids: 1,
      awardsPeruvian: 1,
      awardsForeign: 0,
      awardsImport: 0,
      emergencies: 0,
      openLots: 0,
    });
    expect([...world.tenderedUsd]).toEqual([contractValueUsd, 0]);
    cheap.scaleFactor = 2;
    Object.assign(world.mines[lot.site], { openedMonth: 0 });
    tenderNow(world, lot);
    expect(world.counts).toMatchObject({
      tenders: 2,
      firmsLookedAt: 6,
      bids: 4,
      peruvianBids: 2,
      awardsPeruvian: 1,
      awardsForeign: 1,
    });
    const [everywhere, atNewMines] = world.tenderedUsd;
    expect(everywhere).toBeCloseTo(2 * contractValueUsd, 0);
    expect(atNewMines).toBeGreaterThan(0.9 * contractValueUsd);
    expect(atNewMines).toBeLessThan(1.1 * contractValueUsd);
  });

  it("with the bids of those that pass this time, whoever passed before", () => {
    const { world, lot, cheap, dear, foreign } = twoBidders();
    onlyBidders(world, lot, [cheap, dear]);
    tenderNow(world, lot);
    onlyBidders(world, lot, [foreign]);
    tenderNow(world, lot);
    expect(world.counts).toMatchObject({ bids: 3, peruvianBids: 2 });
    expect(dear.heardValueUsd).toBe(termsOf(world, lot).contractValueUsd);
  });

  it("in the buyer's memory of how many suppliers pass, a part of which fades each time", () => {
    const { world, lot } = twoBidders({ approvalMemory: 0.75 }, ({ buyer }) => buyer > 1);
    const at = lot.buyer * world.categories.length + lot.category;
    world.approved.fill(6);
    tenderNow(world, lot);
    // 0.75 × 6 + 0.25 × 2, and nothing of other categories and buyers.
    expect(world.approved[at]).toBe(5);
    expect(world.approved.filter((count) => count !== 6)).toHaveLength(1);
    openLot(world, lot);
    tender(world, lot, true);
    expect(world.approved[at]).toBe(2);
  });
});

describe("what a bidder learns", () => {
  it("is the value of what it heard of, and of what it lost because another was cheaper", () => {
    const { world, lot, cheap, dear, foreign } = twoBidders();
    onlyBidders(world, lot, [cheap, dear, foreign]);
    const value = termsOf(world, lot).contractValueUsd;
    tenderNow(world, lot);
    expect([cheap, dear, foreign].map(({ heardValueUsd }) => heardValueUsd)).toEqual([value, value, 0]);
    expect(lossesOf(world, cheap)).toEqual({});
    expect(lossesOf(world, dear)).toEqual({ [Gate.outbid]: value });
    expect(lossesOf(world, foreign)).toEqual({});
    const next = termsOf(world, lot).contractValueUsd;
    tenderNow(world, lot);
    expect(dear.heardValueUsd).toBeCloseTo(value + next, 6);
    expect(lossesOf(world, dear)[Gate.outbid]).toBeCloseTo(value + next, 6);
  });

  it("is nothing of a tender of which it did not hear, even where every gate is looked at", () => {
    const { world, lot, cheap } = twoBidders(
      { tenderPublicity: 0, registerHearingProbability: 0 },
      undefined,
      {
        events: true,
        everyGate: true,
      },
    );
    world.relations.tie.fill(0);
    onlyBidders(world, lot, [cheap]);
    unregister(world, lot, cheap);
    expect(rejections(tenderNow(world, lot))).toEqual([{ supplier: cheap.id, gate: "not-informed" }]);
    expect(cheap.heardValueUsd).toBe(0);
    expect(lossesOf(world, cheap)).toEqual({});
  });

  it("is which gate stopped it; for want of registration also whose register", () => {
    const { world, lot, dear: loser, foreign } = twoBidders({}, ({ buyer }) => buyer > 1);
    onlyBidders(world, lot, [loser, foreign]);
    unregister(world, lot, loser);
    unregister(world, lot, foreign);
    world.relations.registrationLossUsd.fill(0);
    const value = termsOf(world, lot).contractValueUsd;
    expect(Math.min(loser.id, lot.buyer)).toBeGreaterThan(0);
    const at = loser.id * world.relations.buyers + lot.buyer;
    tenderNow(world, lot);
    expect(lossesOf(world, loser)).toEqual({ [Gate.notRegistered]: value });
    expect(loser.heardValueUsd).toBe(value);
    expect(world.relations.registrationLossUsd[at]).toBeCloseTo(value, -1);
    expect(world.relations.registrationLossUsd.filter((usd) => usd !== 0)).toHaveLength(1);
    // Foreign firms keep no such books.
    expect(lossesOf(world, foreign)).toEqual({});
    expect(foreign.heardValueUsd).toBe(0);
    tenderNow(world, lot);
    expect(world.relations.registrationLossUsd[at]).toBeGreaterThan(1.5 * value);
  });

  it("of a loss by another gate leaves no trace at the register", () => {
    const { world, lot, cheap } = twoBidders();
    onlyBidders(world, lot, [cheap]);
    cheap.capacityUsdPerMonth = 999;
    world.relations.registrationLossUsd.fill(0);
    tenderNow(world, lot);
    expect(Object.keys(lossesOf(world, cheap))).toEqual([String(Gate.tooSmall)]);
    expect(world.relations.registrationLossUsd.every((usd) => usd === 0)).toBe(true);
  });

  it("of mistrust is told to some, to the same at any feedback that is higher", () => {
    const { world, lot } = twoBidders();
    const firms = firmsOf(world, lot, Origin.peruvian)
      .concat(world.suppliers.filter(({ origin }) => origin === Origin.peruvian))
      .slice(0, 40);
    for (const firm of firms) prepare(world, lot, firm);
    onlyBidders(world, lot, firms);
    Object.assign(world.parameters, { toleranceAtFullRisk: 0, toleranceSlope: 0 });
    const told = (loserFeedback: number) => {
      change(world, "information", { loserFeedback });
      world.lostUsd.fill(0);
      tenderNow(world, lot);
      const knowing = firms.filter((firm) => Gate.notTrusted in lossesOf(world, firm));
      for (const firm of firms) expect(Object.keys(lossesOf(world, firm))).toHaveLength(1);
      return knowing.map(({ id }) => id);
    };
    expect(told(0)).toEqual([]);
    const [few, many] = [told(0.3), told(0.7)];
    expect(few.length).toBeGreaterThan(0);
    expect(many.length).toBeGreaterThan(few.length);
    expect(many.length).toBeLessThan(firms.length);
    for (const id of few) expect(many).toContain(id);
    expect(told(1)).toHaveLength(firms.length);
    // A draw that equals the share of cases is too high.
    const { feedbackPrefix } = termsOf(world, lot);
    const uniform = drawWith(feedbackPrefix, world.columns.key[few[0]]);
    expect(told(uniform)).not.toContain(few[0]);
    expect(told(uniform + 2 ** -32)).toContain(few[0]);
  });
});

describe("a contract", () => {
  it("of the first round ends after a part of its usual term, and records no first entry", () => {
    const { world, lot, cheap } = twoBidders({ lowRiskLowCostMinMonths: 24, lowRiskLowCostMaxMonths: 24 });
    Object.assign(world.parameters, { highRiskThreshold: 2 });
    const first = tender(world, lot, true)!;
    const uniform = draw(world.root, Process.lotFirstTerm, lot.key);
    expect(first.supplier).toBe(cheap);
    expect(first.endMonth - first.startMonth).toBe(1 + Math.floor(24 * uniform));
    openLot(world, lot);
    const next = tender(world, lot, false)!;
    expect([next.startMonth, next.endMonth]).toEqual([1, 25]);
  });

  it("ends at the latest when its lot is no longer needed", () => {
    const { world, lot } = twoBidders({ lowRiskLowCostMinMonths: 24, lowRiskLowCostMaxMonths: 24 });
    Object.assign(world.parameters, { highRiskThreshold: 2 });
    Object.assign(lot, { closesMonth: 5 });
    tenderNow(world, lot);
    expect(lot.contract!.endMonth).toBe(5);
  });

  it("has the partners' part of a consortium: what the winner has no room for, and no part when it has", () => {
    const { world, lot, cheap, dear, foreign } = twoBidders({ peruvianSubcontractFactor: 0 });
    change(world, "association", { membership: 1, pooledCapacity: 1 });
    onlyBidders(world, lot, [cheap, dear]);
    cheap.capacityUsdPerMonth = 700;
    dear.capacityUsdPerMonth = 300;
    tenderNow(world, lot);
    expect(lot.contract!.ownUsdPerMonth).toBeCloseTo(700, 9);
    expect(subcontractsOf(world, lot.contract!)).toMatchObject([
      { supplier: dear, capacityUsdPerMonth: 300, partner: true },
    ]);
    for (const enough of [5000, 1000 - 1e-9]) {
      cheap.capacityUsdPerMonth = enough;
      expect(tenderNow(world, lot).winner).toBe(cheap.id);
      expect(subcontractsOf(world, lot.contract!)).toEqual([]);
    }
    // An emergency is no consortium.
    for (const firm of [cheap, dear, foreign]) unregister(world, lot, firm);
    onlyBidders(world, lot, [dear, foreign]);
    foreign.capacityUsdPerMonth = 1000;
    expect(tenderNow(world, lot).outcome).toBe("emergency");
    expect(subcontractsOf(world, lot.contract!).filter(({ partner }) => partner)).toEqual([]);
  });
});

describe("a first contract for risky and costly inputs", () => {
  /** A high-risk, high-cost lot that one firm bids for. */
  function risky() {
    const made = twoBidders();
    const { world, lot, cheap } = made;
    Object.assign(world.parameters, { highRiskThreshold: 0 });
    Object.assign(lot, { riskClass: RiskClass.high, highCost: true });
    onlyBidders(world, lot, [cheap]);
    Object.assign(cheap, { enteredHighRisk: false, adoptions: 0 });
    expect(termsOf(world, lot).quadrant).toBe(Quadrant.highRiskHighCost);
    return made;
  }
  const entries = ({ counts }: World) => [counts.highRiskEntriesByTender, counts.highRiskEntriesByChallenge];

  it("is an entry by tender, once", () => {
    const { world, lot, cheap } = risky();
    tenderNow(world, lot);
    expect(entries(world)).toEqual([1, 0]);
    expect(cheap.enteredHighRisk).toBe(true);
    tenderNow(world, lot);
    expect(entries(world)).toEqual([1, 0]);
  });

  it("is an entry by challenge for a firm whose solution in that category was adopted before", () => {
    for (const [category, expected] of [
      [0, [0, 1]],
      [1, [1, 0]],
    ] as const) {
      const { world, lot, cheap } = risky();
      const challenge = { category: lot.category + category } as Challenge;
      world.solutions.push({ challenge, supplier: cheap, adoptedBy: [] });
      tenderNow(world, lot);
      expect(entries(world)).toEqual(expected);
    }
  });

  it("is an entry by tender where only another's solution was adopted", () => {
    const { world, lot, dear } = risky();
    world.solutions.push({
      challenge: { category: lot.category } as Challenge,
      supplier: dear,
      adoptedBy: [],
    });
    tenderNow(world, lot);
    expect(entries(world)).toEqual([1, 0]);
  });

  it("is no longer open to who held such work at the start", () => {
    const { world, lot, cheap } = risky();
    tender(world, lot, true);
    expect(cheap.enteredHighRisk).toBe(true);
    const before = entries(world);
    tenderNow(world, lot);
    expect(entries(world)).toEqual(before);
  });

  it("is none of a foreign firm, for low cost, or in what is not of high risk", () => {
    const { world, lot, cheap, foreign } = risky();
    Object.assign(lot, { highCost: false });
    tenderNow(world, lot);
    expect(entries(world)).toEqual([0, 0]);
    Object.assign(lot, { highCost: true, riskClass: RiskClass.middle });
    tenderNow(world, lot);
    expect(entries(world)).toEqual([0, 0]);
    Object.assign(lot, { riskClass: RiskClass.high });
    onlyBidders(world, lot, [foreign]);
    tenderNow(world, lot);
    expect(entries(world)).toEqual([0, 0]);
    expect([cheap.enteredHighRisk, foreign.enteredHighRisk]).toEqual([false, false]);
  });

  it("is none when a firm is called in an emergency", () => {
    const { world, lot, foreign, cheap } = risky();
    onlyBidders(world, lot, [cheap, foreign]);
    unregister(world, lot, cheap);
    unregister(world, lot, foreign);
    tenderNow(world, lot);
    expect(entries(world)).toEqual([0, 0]);
  });
});

describe("the record of a tender", () => {
  it("says what was asked, who fell where, and every bid, the best first", () => {
    const { world, lot, cheap, dear, foreign } = twoBidders({ subsidiaryHearingProbability: 0 });
    onlyBidders(world, lot, [dear, cheap, foreign]);
    const terms = termsOf(world, lot);
    const event = tenderNow(world, lot);
    expect(event).toMatchObject({
      type: "tender",
      month: 0,
      lot: lot.id,
      buyer: world.buyers[lot.buyer].id,
      site: world.mines[lot.site].id,
      category: world.categories[lot.category].id,
      valueUsdPerMonth: 1000,
      risk: terms.risk,
      toleratedFailure: terms.toleratedFailure,
      lossPerFailureUsd: terms.lossUsd,
      winner: cheap.id,
      outcome: "tender",
    });
    expect(rejections(event)).toEqual([{ supplier: foreign.id, gate: "not-informed" }]);
    expect(event.bids.map(({ supplier }) => supplier)).toEqual([cheap.id, dear.id]);
    expect(event.quadrant).toMatch(/^(low|high)-risk-low-cost$/);
  });

  it("is kept only where events are", () => {
    const world = smallWorld({}, 1, { events: false, everyGate: false });
    const lot = contestedLot(world);
    openLot(world, lot);
    world.month = 0;
    expect(tender(world, lot, false)).toBe(lot.contract);
    expect(world.events).toBe(null);
  });

  it("has the same winner, and more to count, where every gate is looked at", () => {
    const results = [false, true].map((everyGate) => {
      const world = smallWorld({ parameters: { ...plain, tenderPublicity: 0.3 }, beyondRanges: true }, 1, {
        events: true,
        everyGate,
      });
      world.month = 0;
      const outcomes = world.lots.slice(0, 30).map((lot) => tenderNow(world, lot));
      const { everyByYear, firstByYear } = world.funnel;
      const sum = (table: Uint32Array) => table.reduce((total, count) => total + count, 0);
      return {
        outcomes,
        first: [...firstByYear],
        every: sum(everyByYear),
        looked: world.counts.firmsLookedAt,
      };
    });
    const [quick, thorough] = results;
    expect(thorough.outcomes).toEqual(quick.outcomes);
    expect(thorough.first).toEqual(quick.first);
    expect(quick.every).toBe(0);
    const fallen = thorough.outcomes.reduce((total, event) => total + rejections(event).length, 0);
    expect(thorough.every).toBeGreaterThanOrEqual(fallen);
  });
});
