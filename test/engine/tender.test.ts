import { describe, expect, it } from "vitest";
import { Gate, gateCount, Origin, Quadrant, Region } from "../../src/agents/codes.ts";
import type { Lot } from "../../src/agents/contract.ts";
import type { Supplier } from "../../src/agents/supplier.ts";
import { recordMonths, strengthenTie } from "../../src/engine/evidence.ts";
import { never } from "../../src/agents/supplier-columns.ts";
import { register, relationIndex } from "../../src/engine/relations.ts";
import type { World } from "../../src/engine/world.ts";
import {
  advance,
  contestedLot,
  eventsOf,
  firmsOf,
  onlyBidders,
  openMarket,
  prepare,
  rejections,
  smallWorld,
  tenderNow,
} from "./worlds.ts";

const open = { ...openMarket, toleranceAtFullRisk: 10 };

/** A lot with one bidder that passes every gate, in a market where everybody hears and is trusted. */
function oneBidder(parameters: Record<string, number> = {}, fits: (lot: Lot) => boolean = () => true) {
  const world = smallWorld({ parameters: { ...open, ...parameters }, beyondRanges: true });
  advance(world, 1);
  const lot = contestedLot(world, fits);
  const firm = firmsOf(world, lot, Origin.peruvian)[0];
  onlyBidders(world, lot, [firm]);
  prepare(world, lot, firm);
  return { world, lot, firm };
}

/** Two bidders for a lot that differ in nothing but their evidence and their costs. */
function provenAgainstCheap(priceUsdPerLb: number) {
  const world = smallWorld({ parameters: { ...open, socialLicencePreference: 0 }, beyondRanges: true });
  advance(world, 1);
  const lot = contestedLot(world, ({ importFactor }) => importFactor === 0);
  const [proven, cheap] = firmsOf(world, lot, Origin.peruvian) as [Supplier, Supplier];
  onlyBidders(world, lot, [proven, cheap]);
  for (const firm of [proven, cheap]) {
    prepare(world, lot, firm);
    firm.technical = 1;
    firm.scaleFactor = firm === proven ? 1 : 0.97;
  }
  world.columns.region.fill(Region.capital);
  for (let months = 0; months < 120; months++) recordMonths(world, lot.buyer, proven.id, 1, 0);
  world.priceUsdPerLb = priceUsdPerLb;
  return { world, lot, proven, cheap, event: tenderNow(world, lot) };
}

/** The gate at which the one bidder of a lot falls. */
function gateOf(world: World, lot: Lot): string {
  return rejections(tenderNow(world, lot))[0]?.gate ?? "none";
}

const registration = (world: World, lot: Lot, firm: Supplier) =>
  relationIndex(world.relations, lot.buyer, firm.id);

describe("the gates stand in series", () => {
  it("a firm that passes all of them wins when nobody else bids", () => {
    const { world, lot, firm } = oneBidder({}, ({ importFactor }) => importFactor === 0);
    const event = tenderNow(world, lot);
    expect([event.winner, event.outcome, rejections(event)]).toEqual([firm.id, "tender", []]);
    expect(lot.contract!.supplier).toBe(firm);
  });

  it("a firm that has no tie, is on no register and sees no publication does not hear of the tender", () => {
    const { world, lot, firm } = oneBidder({ tenderPublicity: 0, registerHearingProbability: 0 });
    world.relations.tie.fill(0);
    expect(gateOf(world, lot)).toBe("not-informed");
    strengthenTie(world, lot.buyer, firm.id, 1);
    expect(gateOf(world, lot)).toBe("none");
  });

  it("a firm that is not on the buyer's register cannot bid, and one in preparation does not count yet", () => {
    const { world, lot, firm } = oneBidder();
    world.relations.registeredFrom[registration(world, lot, firm)] = never;
    expect(gateOf(world, lot)).toBe("not-registered");
    register(world.relations, lot.buyer, firm.id, world.month + 1);
    expect(gateOf(world, lot)).toBe("not-registered");
    register(world.relations, lot.buyer, firm.id, world.month);
    expect(gateOf(world, lot)).toBe("none");
  });

  it("one registration serves all mines once registers are harmonised, and none serves none", () => {
    const { world, lot, firm } = oneBidder();
    world.relations.registeredFrom.fill(never);
    world.rules = { ...world.rules, registration: { ...world.rules.registration, mutualRecognition: 1 } };
    firm.registeredSince = never;
    expect(gateOf(world, lot)).toBe("not-registered");
    // What has been granted and is not in force yet opens no other mine either.
    firm.registeredSince = world.month + 1;
    expect(gateOf(world, lot)).toBe("not-registered");
    firm.registeredSince = world.month;
    expect(gateOf(world, lot)).toBe("none");
  });

  it("a certificate is asked where the category has a standard", () => {
    const asked = (level: number) =>
      Object.fromEntries(
        smallWorld()
          .categories.filter(({ oligopolistic }) => !oligopolistic)
          .map(({ id }) => [`${id}.standardsLevel`, level]),
      );
    const strict = oneBidder(asked(3));
    strict.firm.certificateLevel = 1;
    expect(gateOf(strict.world, strict.lot)).toBe("not-certified");
    const free = oneBidder(asked(0));
    free.firm.certificateLevel = 0;
    expect(gateOf(free.world, free.lot)).toBe("none");
  });

  it("a firm without free capacity is too small, be it large", () => {
    const { world, lot, firm } = oneBidder();
    firm.subcontractUsdPerMonth =
      firm.capacityUsdPerMonth - firm.directUsdPerMonth - 0.99 * lot.valueUsdPerMonth;
    expect(gateOf(world, lot)).toBe("too-small");
  });

  it("a firm without cash for the guarantee and the working capital is stopped by finance", () => {
    const { world, lot, firm } = oneBidder();
    firm.cashCents = 0;
    firm.creditLineCents = 0;
    expect(gateOf(world, lot)).toBe("no-finance");
  });

  it("a firm that is believed to fail more often than the buyer tolerates is not trusted, until it has a record", () => {
    const { world, lot, firm } = oneBidder({ toleranceAtFullRisk: 0.05, toleranceSlope: 0 });
    world.relations.tie.fill(0);
    recordMonths(world, lot.buyer, firm.id, 0, 20);
    expect(gateOf(world, lot)).toBe("not-trusted");
    recordMonths(world, lot.buyer, firm.id, 5000, 0);
    expect(gateOf(world, lot)).toBe("none");
  });

  it("opening one gate alone does nothing when the next is closed", () => {
    const { world, lot, firm } = oneBidder();
    world.relations.registeredFrom[registration(world, lot, firm)] = never;
    firm.certificateLevel = 0;
    firm.cashCents = 0;
    firm.creditLineCents = 0;
    expect(gateOf(world, lot)).toBe("not-registered");
    register(world.relations, lot.buyer, firm.id, world.month);
    expect(gateOf(world, lot)).not.toBe("none");
  });
});

describe("local-area programmes", () => {
  it("are open only to Peruvian firms of the mine's region", () => {
    const world = smallWorld({ parameters: { ...open, localAreaReservedShare: 1 }, beyondRanges: true });
    advance(world, 1);
    const lot = world.lots.find((one) => one.localArea && firmsOf(world, one, Origin.peruvian).length >= 2)!;
    const foreign = firmsOf(world, lot, Origin.global).concat(firmsOf(world, lot, Origin.chilean))[0];
    const [near, far] = firmsOf(world, lot, Origin.peruvian) as [Supplier, Supplier];
    const region = world.mines[lot.site].region;
    world.columns.region[near.id] = region;
    world.columns.region[far.id] = Region.capital;
    world.columns.region[foreign.id] = region;
    onlyBidders(world, lot, [near, far, foreign]);
    for (const firm of [near, far, foreign]) prepare(world, lot, firm);
    const event = tenderNow(world, lot);
    expect(event.winner).toBe(near.id);
    expect(rejections(event)).toEqual([
      { supplier: far.id, gate: "reserved" },
      { supplier: foreign.id, gate: "reserved" },
    ]);
  });

  it("are never for lots of high risk, capital packages, or goods", () => {
    const world = smallWorld({ parameters: { localAreaReservedShare: 1 }, beyondRanges: true });
    const local = world.lots.filter(({ localArea }) => localArea);
    expect(local.length).toBeGreaterThan(0);
    for (const lot of local) {
      expect(world.categories[lot.category].kind).toBe("service");
      expect(lot.capital).toBe(false);
    }
  });
});

describe("the award", () => {
  it("goes to the lowest expected cost: price plus perceived failure times the loss per failure", () => {
    const { event, proven, cheap } = provenAgainstCheap(3);
    expect(event.bids).toHaveLength(2);
    for (const bid of event.bids) {
      const expected = bid.priceUsdPerMonth + bid.perceivedFailure * event.lossPerFailureUsd;
      expect(bid.expectedCostUsdPerMonth).toBeCloseTo(expected, 6);
    }
    const [provenBid, cheapBid] = [proven, cheap].map(({ id }) =>
      event.bids.find((bid) => bid.supplier === id)!,
    );
    expect(provenBid.perceivedFailure).toBeLessThan(cheapBid.perceivedFailure);
    expect(provenBid.priceUsdPerMonth).toBeGreaterThan(cheapBid.priceUsdPerMonth);
    const best = provenBid.expectedCostUsdPerMonth < cheapBid.expectedCostUsdPerMonth ? proven : cheap;
    expect(event.winner).toBe(best.id);
  });

  it("moves from the cheaper to the more proven bidder when the copper price rises: a boom makes miners cautious", () => {
    const bust = provenAgainstCheap(0.0001);
    const boom = provenAgainstCheap(1000);
    expect(boom.event.lossPerFailureUsd).toBeGreaterThan(bust.event.lossPerFailureUsd);
    expect(bust.event.winner).toBe(bust.cheap.id);
    expect(boom.event.winner).toBe(boom.proven.id);
  });

  it("costs the buyer more without rivals: bidders ask a higher markup", () => {
    const { world, lot, firm } = oneBidder({}, ({ importFactor }) => importFactor === 0);
    const alone = tenderNow(world, lot).bids[0].priceUsdPerMonth;
    const others = world.suppliers
      .filter(({ id, origin }) => id !== firm.id && origin === Origin.peruvian)
      .slice(0, 3);
    for (const other of others) prepare(world, lot, other);
    onlyBidders(world, lot, [firm, ...others]);
    const contested = tenderNow(world, lot).bids.find(
      ({ supplier }) => supplier === firm.id,
    )!.priceUsdPerMonth;
    expect(contested).toBeLessThan(alone);
  });

  it("is a direct import where that is expected to cost less, and never in what cannot be imported", () => {
    const { world, lot } = oneBidder({}, ({ importFactor }) => importFactor > 0);
    Object.assign(lot, { importFactor: 0.01 });
    expect(tenderNow(world, lot)).toMatchObject({ outcome: "import", winner: null });
    Object.assign(lot, { importFactor: 100 });
    expect(tenderNow(world, lot).outcome).toBe("tender");
    Object.assign(lot, { importFactor: 0 });
    onlyBidders(world, lot, []);
    expect(tenderNow(world, lot)).toMatchObject({ outcome: "open", winner: null });
  });

  it("is a purchase from a large foreign firm at a higher markup when nobody qualifies: an emergency", () => {
    const { world, lot } = oneBidder({}, ({ importFactor }) => importFactor === 0);
    const foreign = world.suppliers.find(({ origin }) => origin === Origin.global)!;
    prepare(world, lot, foreign);
    onlyBidders(world, lot, [foreign]);
    const usual = tenderNow(world, lot).bids[0].priceUsdPerMonth;
    foreign.certificateLevel = 0;
    world.relations.registeredFrom[registration(world, lot, foreign)] = never;
    const event = tenderNow(world, lot);
    expect(event).toMatchObject({ outcome: "emergency", winner: foreign.id, bids: [] });
    const { startMonth, endMonth, priceCents } = lot.contract!;
    expect(priceCents / 100).toBeGreaterThan(usual);
    expect(endMonth - startMonth).toBe(world.parameters.emergencyMonths);
  });

  it("of month t delivers from month t + 1", () => {
    const { world, lot } = oneBidder();
    tenderNow(world, lot);
    expect(lot.contract!.startMonth).toBe(world.month + 1);
  });

  it("lasts as long as the quadrant says", () => {
    const world = smallWorld({ months: 60 });
    advance(world, 40);
    const contracts = eventsOf(world.events, "contract").filter(({ kind }) => kind === "tender");
    const { parameters } = world;
    const longest = {
      "low-risk-low-cost": parameters.lowRiskLowCostMaxMonths,
      "low-risk-high-cost": parameters.lowRiskHighCostMaxMonths,
      "high-risk-low-cost": parameters.highRiskLowCostMaxMonths,
      "high-risk-high-cost": parameters.highRiskHighCostMaxMonths,
      uncontested: 0,
    };
    expect(contracts.length).toBeGreaterThan(50);
    for (const { startMonth, endMonth, quadrant } of contracts) {
      expect(endMonth - startMonth).toBeLessThanOrEqual(longest[quadrant]);
    }
  });
});

describe("what firms learn", () => {
  const lossesOf = (world: World, firm: Supplier) => [
    ...world.lostUsd.subarray(firm.id * gateCount, (firm.id + 1) * gateCount),
  ];

  function mistrusted(loserFeedback: number) {
    const made = oneBidder({ toleranceAtFullRisk: 0, toleranceSlope: 0, loserFeedback });
    made.world.lostUsd.fill(0);
    tenderNow(made.world, made.lot);
    return lossesOf(made.world, made.firm);
  }

  it("a firm that was not told thinks that it was too dear", () => {
    const losses = mistrusted(0);
    expect(losses[Gate.outbid]).toBeGreaterThan(0);
    expect(losses[Gate.notTrusted]).toBe(0);
  });

  it("a firm that was told knows that it was not trusted", () => {
    const losses = mistrusted(1);
    expect(losses[Gate.outbid]).toBe(0);
    expect(losses[Gate.notTrusted]).toBeGreaterThan(0);
  });

  it("a firm never knows of a tender that it did not hear of", () => {
    const { world, lot, firm } = oneBidder({ tenderPublicity: 0, registerHearingProbability: 0 });
    world.relations.tie.fill(0);
    world.lostUsd.fill(0);
    firm.heardValueUsd = 0;
    expect(gateOf(world, lot)).toBe("not-informed");
    expect(lossesOf(world, firm)).toEqual(new Array(gateCount).fill(0));
    expect(firm.heardValueUsd).toBe(0);
  });
});

describe("insertion", () => {
  it("lowers risk: as more suppliers pass every gate, the buyer's next tenders of the category are less risky", () => {
    const { world, lot } = oneBidder({}, ({ importFactor }) => importFactor === 0);
    const at = lot.buyer * world.categories.length + lot.category;
    world.approved[at] = 0;
    const before = tenderNow(world, lot).risk;
    const firms = world.suppliers.filter(({ origin }) => origin === Origin.peruvian).slice(0, 12);
    for (const firm of firms) prepare(world, lot, firm);
    onlyBidders(world, lot, firms);
    const risks = [1, 2, 3, 4, 5].map(() => tenderNow(world, lot).risk);
    expect(risks.at(-1)).toBeLessThan(before);
    expect(risks).toEqual([...risks].sort((a, b) => b - a));
    expect(world.approved[at]).toBeGreaterThan(5);
  });

  it("does not change the risk class of reports, which is fixed when a lot arises", () => {
    const { world, lot } = oneBidder();
    const { riskClass } = lot;
    world.approved.fill(1000);
    tenderNow(world, lot);
    expect(lot.riskClass).toBe(riskClass);
    expect(lot.contract!.quadrant).not.toBe(Quadrant.uncontested);
  });
});
