import { describe, expect, it } from "vitest";
import { Origin, Region } from "../../src/agents/codes.ts";
import { end } from "../../src/engine/contracts.ts";
import { perceived } from "../../src/engine/evidence.ts";
import { checkInvariants } from "../../src/engine/invariants.ts";
import { Flow } from "../../src/engine/ledger.ts";
import { simulate } from "../../src/engine/run.ts";
import type { Institutions } from "../../src/scenarios/institutions.ts";
import {
  advance,
  contestedLot,
  eventsOf,
  firmsOf,
  onlyBidders,
  openMarket,
  prepare,
  smallWorld,
  tenderNow,
} from "./worlds.ts";

type Rule = Partial<Institutions["localContent"]>;

/** Tenders lots between a foreign firm and a Peruvian one that is 4 % dearer. */
function awards(rule: Rule, dearer = 1.04) {
  const world = smallWorld({
    parameters: { ...openMarket, toleranceAtFullRisk: 10, stoppedDaysPerFailure: 0 },
    beyondRanges: true,
  });
  advance(world, 1);
  world.columns.region.fill(Region.capital);
  world.rules = { ...world.rules, localContent: { ...world.rules.localContent, ...rule } };
  const outcomes = [];
  const lots = world.lots.filter(
    (lot) =>
      !lot.localArea &&
      firmsOf(world, lot, Origin.peruvian).length > 0 &&
      firmsOf(world, lot, Origin.global).length > 0,
  );
  for (const lot of lots.slice(0, 40)) {
    Object.assign(lot, { importFactor: 0 });
    const peruvian = firmsOf(world, lot, Origin.peruvian)[0];
    const foreign = firmsOf(world, lot, Origin.global)[0];
    onlyBidders(world, lot, [peruvian, foreign]);
    for (const firm of [peruvian, foreign]) {
      prepare(world, lot, firm);
      firm.technical = 1;
    }
    // Costs per list price that differ by nothing but the given factor.
    const { costFactorPeruvian, costFactorGlobal, localnessElsewhere, localnessSubsidiary } =
      world.parameters;
    const { localAdvantage } = world.categories[lot.category];
    peruvian.scaleFactor = dearer / (costFactorPeruvian * (1 - localAdvantage * localnessElsewhere));
    foreign.scaleFactor = 1 / (costFactorGlobal * (1 - localAdvantage * localnessSubsidiary));
    const event = tenderNow(world, lot);
    outcomes.push({ event, peruvian: event.winner === peruvian.id, contract: lot.contract!, lot });
  }
  return outcomes;
}

const preference: Rule = { definition: "owned", preference: 0.15, enforcement: 1 };

describe("a local-content rule", () => {
  it("by preference moves awards to Peruvian-owned firms, and what it costs the buyer is recorded", () => {
    const without = awards({});
    const preferred = awards(preference);
    expect(without.length).toBeGreaterThan(10);
    expect(without.filter(({ peruvian }) => peruvian)).toEqual([]);
    expect(preferred.every(({ peruvian }) => peruvian)).toBe(true);
    for (const { contract, event } of preferred) {
      const [winner, loser] = [...event.bids].sort(
        (a, b) => a.expectedCostUsdPerMonth - b.expectedCostUsdPerMonth,
      );
      expect(contract.preferenceCents / 100).toBeCloseTo(winner.priceUsdPerMonth - loser.priceUsdPerMonth, 1);
      expect(contract.preferenceCents).toBeGreaterThan(0);
    }
    expect(without.every(({ contract }) => contract.preferenceCents === 0)).toBe(true);
  });

  it("by preference does not buy at any price", () => {
    expect(awards(preference, 1.4).some(({ peruvian }) => peruvian)).toBe(false);
  });

  it("costs nothing where the preferred bidder was the cheapest anyway", () => {
    const outcomes = awards(preference, 0.9);
    expect(outcomes.every(({ peruvian, contract }) => peruvian && contract.preferenceCents === 0)).toBe(true);
  });

  it("for all that invoice in Peru moves nothing between those that do", () => {
    const outcomes = awards({ ...preference, definition: "invoicing" });
    expect(outcomes.some(({ peruvian }) => peruvian)).toBe(false);
  });

  it("by reserved lots leaves foreign firms out of them", () => {
    const outcomes = awards({ definition: "owned", reservedShare: 1, enforcement: 1 });
    expect(outcomes.every(({ peruvian }) => peruvian)).toBe(true);
    expect(outcomes.every(({ event }) => event.rejected.reserved.length > 0)).toBe(true);
    const half = awards({ definition: "owned", reservedShare: 1, enforcement: 0.5 });
    expect(half.some(({ peruvian }) => peruvian)).toBe(true);
    expect(half.some(({ peruvian }) => !peruvian)).toBe(true);
  });

  it("by reserved lots costs the buyer what they are dearer than in open competition, and that is recorded", () => {
    const open = awards({});
    const reserved = awards({ definition: "owned", reservedShare: 1, enforcement: 1 });
    expect(reserved).toHaveLength(open.length);
    reserved.forEach(({ contract }, i) => {
      const dearer = contract.priceCents - open[i].contract.priceCents;
      expect(dearer).toBeGreaterThan(0);
      expect(Math.abs(contract.preferenceCents - dearer)).toBeLessThanOrEqual(1);
    });
  });

  it("by reserved lots costs what the one who gets it is dearer, failures included, than the best in open competition", () => {
    const parameters = { socialLicencePreference: 0, difficultyHalvingSuppliers: 3 };
    const input = { population: 120, months: 24, burnInMonths: 0, parameters };
    const rule = { definition: "owned", reservedShare: 1, frontingFee: 0.1 } as const;
    const outcomes = new Map<string, number>();
    for (let n = 0; n < 40; n++) {
      // The same lot in the same world, once open and once kept, every other time by a rule that fronts get round.
      const tendered = [
        { reservedShare: 0 },
        n % 2 === 0 ? { enforcement: 1 } : { enforcement: 0.999999, fronting: true },
      ];
      const [open, kept] = tendered.map((change) => {
        const world = smallWorld(input, 3);
        advance(world, 1);
        world.rules = { ...world.rules, localContent: { ...world.rules.localContent, ...rule, ...change } };
        const lots = world.lots.filter(({ localArea, capital }) => !localArea && !capital);
        const lot = lots[n * Math.floor(lots.length / 40)];
        if (n % 3 === 0) Object.assign(lot, { importFactor: 0 });
        // Nobody who is admitted is able, so that the buyer must look elsewhere; or nobody at all.
        const unable = n % 10 === 0 ? world.suppliers : firmsOf(world, lot, Origin.peruvian);
        if (n % 5 === 0) for (const firm of unable) firm.capacityUsdPerMonth = 0;
        if (lot.contract !== null) end(world, lot.contract);
        const beliefs = world.suppliers.map(({ id }) => perceived(world, world.buyers[lot.buyer], id));
        const funnel = world.funnel.firstByYear.slice();
        const event = tenderNow(world, lot);
        const looked = world.funnel.firstByYear.reduce((sum, each, i) => sum + each - funnel[i], 0);
        return { lot, event, looked, beliefs };
      });
      // Each firm is looked at once, whatever is asked of the competition that there is not.
      expect(kept.looked).toBe(open.looked);
      const lowest = Math.min(
        ...open.event.bids.map(({ expectedCostUsdPerMonth }) => expectedCostUsdPerMonth),
      );
      const { contract } = kept.lot;
      const { outcome, winner, bids, lossPerFailureUsd } = kept.event;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (contract === null) continue;
      const cost =
        outcome === "emergency"
          ? contract.priceCents / 100 + kept.beliefs[winner as number] * lossPerFailureUsd
          : (bids.find(({ supplier }) => supplier === winner)?.expectedCostUsdPerMonth ?? Number.NaN);
      const expected = open.event.bids.length === 0 ? 0 : Math.max(0, cost - lowest);
      expect(
        Math.abs(contract.preferenceCents / 100 - expected),
        `${outcome} of lot ${kept.lot.id}`,
      ).toBeLessThan(0.02);
    }
    expect([...outcomes.keys()].sort()).toEqual(["emergency", "import", "open", "tender"]);
  });

  it("costs the buyer the fee of a front, which is a transfer and no value created", () => {
    const weak = awards({ ...preference, fronting: true, frontingFee: 0.02, enforcement: 0.3 });
    const fronted = weak.filter(({ contract }) => contract.frontingCents > 0);
    expect(fronted.length).toBeGreaterThan(0);
    // Who fronts was the cheapest: the fee is all that the rule makes it dearer.
    for (const { contract } of fronted)
      expect(Math.abs(contract.preferenceCents - contract.frontingCents)).toBeLessThanOrEqual(1);
  });

  it("is fronted only where its enforcement is weak: foreign bidders then invoice through a partner, for a fee", () => {
    const fronting: Rule = { ...preference, preference: 0.5, fronting: true, frontingFee: 0.02 };
    const enforced = awards(fronting);
    expect(enforced.every(({ contract }) => contract.frontingCents === 0)).toBe(true);
    const weak = awards({ ...fronting, enforcement: 0.3 });
    const fronted = weak.filter(({ contract }) => contract.frontingCents > 0);
    expect(fronted.length).toBeGreaterThan(0);
    for (const { peruvian, contract, lot } of fronted) {
      expect(peruvian).toBe(false);
      expect(contract.frontingCents / 100 / lot.valueUsdPerMonth).toBeCloseTo(0.02, 3);
    }
    expect(
      weak.filter(({ peruvian }) => peruvian).every(({ contract }) => contract.frontingCents === 0),
    ).toBe(true);
  });

  it("is fronted for less than the usual fee where what is enforced is worth less: the two share it", () => {
    const dear: Rule = {
      ...preference,
      preference: 0.2,
      enforcement: 0.3,
      fronting: true,
      frontingFee: 0.05,
    };
    const split = smallWorld().parameters.frontingSplit;
    const fronted = awards(dear).filter(({ contract }) => contract.frontingCents > 0);
    expect(fronted.length).toBeGreaterThan(0);
    for (const { contract, lot } of fronted) {
      expect(contract.frontingCents / 100 / lot.valueUsdPerMonth).toBeCloseTo(split * 0.2 * 0.3, 3);
    }
  });

  it("is worth no fee where nothing of it is enforced", () => {
    const idle = awards({ ...preference, enforcement: 0, fronting: true, frontingFee: 0.05 });
    expect(idle.every(({ contract }) => contract.frontingCents === 0)).toBe(true);
    expect(idle.map(({ event }) => event.bids)).toEqual(awards({}).map(({ event }) => event.bids));
  });

  it("does not keep a lot for which no local firm qualifies: it is imported where it can be, before a foreign firm is called", () => {
    const world = smallWorld({ parameters: openMarket, beyondRanges: true });
    advance(world, 1);
    world.rules = {
      ...world.rules,
      localContent: { ...world.rules.localContent, definition: "owned", reservedShare: 1, enforcement: 1 },
    };
    const lot = contestedLot(world, ({ importFactor }) => importFactor > 0);
    const foreign = firmsOf(world, lot, Origin.global)[0];
    prepare(world, lot, foreign);
    onlyBidders(world, lot, [foreign]);
    expect(tenderNow(world, lot)).toMatchObject({
      outcome: "import",
      winner: null,
      rejected: { reserved: [foreign.id] },
    });
    Object.assign(lot, { importFactor: 0 });
    expect(tenderNow(world, lot)).toMatchObject({ outcome: "emergency", winner: foreign.id });
  });

  it("leaves no import among the offers for a lot that it keeps: each award goes to the lowest that is told", () => {
    const run = simulate(
      {
        id: "a",
        months: 24,
        burnInMonths: 0,
        population: 100,
        policies: [
          {
            policy: "local-content-rule",
            startMonth: 0,
            rampMonths: 0,
            settings: { instrument: "reserved", reservedShare: 1, fronting: false },
          },
        ],
      },
      { seed: 1, events: true },
    );
    const tenders = eventsOf(run.events, "tender");
    const kept = tenders.filter(({ rejected }) => rejected.reserved.length > 0);
    expect(kept.some(({ outcome }) => outcome === "tender")).toBe(true);
    expect(kept.some(({ outcome }) => outcome === "import")).toBe(true);
    // What nobody could take who was admitted, and somebody else would have done for less than the import.
    const imports = eventsOf(run.events, "contract").filter(({ kind }) => kind === "import");
    expect(imports.some(({ preferenceUsdPerMonth }) => preferenceUsdPerMonth > 0)).toBe(true);
    for (const { outcome, bids, winner } of tenders) {
      if (outcome === "tender" || outcome === "import") expect(bids[0].supplier).toBe(winner);
    }
    expect(checkInvariants(run)).toEqual([]);
  });

  it("as a reserved share lets foreign bidders in behind a local partner where enforcement is weak", () => {
    const reserved: Rule = {
      ...preference,
      preference: 0,
      reservedShare: 1,
      fronting: true,
      frontingFee: 0.02,
    };
    const weak = awards({ ...reserved, enforcement: 0.5 });
    expect(weak.some(({ contract }) => contract.frontingCents > 0)).toBe(true);
    expect(awards(reserved).every(({ contract }) => contract.frontingCents === 0)).toBe(true);
  });

  it("in a run pays fronting fees to Peruvian partners when weak, and none when enforced", () => {
    const fees = (enforcement: number) => {
      const world = smallWorld({
        months: 30,
        policies: [
          {
            policy: "local-content-rule",
            startMonth: 0,
            rampMonths: 0,
            settings: { preference: 0.5, enforcement, frontingFee: 0.01 },
          },
        ],
      });
      let paid = 0;
      for (let month = 0; month < 30; month++) {
        advance(world, 1);
        paid += world.ledger.flows[Flow.fronting];
      }
      return paid;
    };
    expect(fees(1)).toBe(0);
    expect(fees(0.3)).toBeGreaterThan(0);
  });

  it("raises what is bought from Peruvian-owned firms directly", () => {
    const direct = (policies: "local-content-rule"[]) => {
      const { metrics } = simulate(
        {
          id: "a",
          months: 48,
          burnInMonths: 12,
          population: 150,
          policies: policies.map((policy) => ({
            policy,
            startMonth: 0,
            rampMonths: 0,
            settings: { preference: 0.3 },
          })),
        },
        { seed: 1 },
      );
      return (
        metrics.peruvianDirectUsd.reduce((sum, usd) => sum + usd, 0) /
        metrics.spendUsd.reduce((sum, usd) => sum + usd, 0)
      );
    };
    expect(direct(["local-content-rule"])).toBeGreaterThan(direct([]));
  });
});

describe("without a rule", () => {
  it("a mine still gives something for buying in its own region", () => {
    const world = smallWorld({
      parameters: {
        ...openMarket,
        toleranceAtFullRisk: 10,
        stoppedDaysPerFailure: 0,
        socialLicencePreference: 0.06,
      },
      beyondRanges: true,
    });
    advance(world, 1);
    const lot = contestedLot(world, ({ importFactor }) => importFactor === 0);
    const [near, far] = firmsOf(world, lot, Origin.peruvian);
    onlyBidders(world, lot, [near, far]);
    for (const firm of [near, far]) {
      prepare(world, lot, firm);
      firm.technical = 1;
    }
    const { localAdvantage } = world.categories[lot.category];
    world.columns.region[near.id] = world.mines[lot.site].region;
    world.columns.region[far.id] = Region.capital;
    // Two percent dearer than the firm from elsewhere, nearness included.
    near.scaleFactor = 1.02 / (1 - localAdvantage);
    far.scaleFactor = 1 / (1 - localAdvantage * world.parameters.localnessElsewhere);
    expect(tenderNow(world, lot).winner).toBe(near.id);
    expect(lot.contract!.preferenceCents).toBeGreaterThan(0);
  });
});
