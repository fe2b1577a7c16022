import { describe, expect, it } from "vitest";
import type { Supplier } from "../../../src/agents/supplier.ts";
import { Flow, openMonth } from "../../../src/engine/ledger.ts";
import { finance } from "../../../src/engine/phases/finance.ts";
import { biddersOf, type World } from "../../../src/engine/world.ts";
import { worldViolations } from "../../../src/engine/invariants.ts";
import { advance, eventsOf, peruvianFirms, smallWorld } from "../worlds.ts";
import type { PolicyId } from "../../../src/scenarios/policies.ts";

/** A world in which every firm knows of the credit, each applies and is approved, and nobody pays dividends. */
const aware = {
  creditAwareness: 1,
  creditApplicationShare: 1,
  creditApprovalShare: 1,
  retainedCashMonths: 8000,
  entryPerMonth: 0,
};

/** Cash and taxes of a firm after a December, with R&D and without. */
function december(profitUsd: number, refundableShare: number, parameters: Record<string, number> = {}) {
  const outcome = (researchUsd: number) => {
    const world = smallWorld({ parameters: { ...aware, ...parameters }, beyondRanges: true });
    const firm = peruvianFirms(world)[0];
    world.month = 11;
    world.rules = { ...world.rules, rdCredit: { ...world.rules.rdCredit, refundableShare } };
    openMonth(world.ledger);
    firm.cashCents = 1e11;
    firm.yearProfitCents = profitUsd * 100;
    firm.yearResearchCents = researchUsd * 100;
    finance(world);
    const { flows } = world.ledger;
    return {
      cash: firm.cashCents,
      credit: flows[Flow.researchCredit],
      users: world.counts.creditUsers,
      world,
    };
  };
  const without = outcome(0);
  const withResearch = outcome(100_000);
  return {
    gained: (withResearch.cash - without.cash) / 100,
    ...withResearch,
    credit: withResearch.credit / 100,
  };
}

describe("the R&D credit", () => {
  const full = 0.295 * 0.75 * 100_000;

  it("does nothing for a firm without taxable profit", () => {
    expect(december(-5e9, 0)).toMatchObject({ gained: 0, credit: 0, users: 0 });
  });

  it("is paid out to such a firm when it is refundable", () => {
    const { gained, credit, users } = december(-5e9, 1);
    expect(gained).toBeCloseTo(full, 1);
    expect(credit).toBeCloseTo(full, 1);
    expect(users).toBe(1);
    expect(december(-5e9, 0.5).gained).toBeCloseTo(full / 2, 1);
  });

  it("lowers the tax of a firm with enough profit by 22 % of its R&D", () => {
    expect(december(5e8, 0).gained).toBeCloseTo(full, 1);
    expect(december(5e8, 1).gained).toBeCloseTo(full, 1);
  });

  it("lowers the tax of a firm with little profit to nothing, and no further", () => {
    const { gained, credit } = december(100_000, 0);
    expect(gained).toBeGreaterThan(0);
    expect(gained).toBeLessThan(0.4 * 100_000);
    const larger = december(100_000, 0, { creditDeduction: 7.5 });
    expect(larger.gained).toBeGreaterThanOrEqual(gained);
    expect(larger.gained).toBeLessThan(0.4 * 100_000);
    expect(credit).toBeCloseTo(gained, 6);
  });

  it("does nothing for a firm that does not know of it, or gives up at the paperwork, or is refused", () => {
    expect(december(5e8, 1, { creditAwareness: 0 })).toMatchObject({ gained: 0, users: 0 });
    expect(december(5e8, 1, { creditApplicationShare: 0 })).toMatchObject({ gained: 0, users: 0 });
    expect(december(5e8, 1, { creditApprovalShare: 0 })).toMatchObject({ gained: 0, users: 0 });
  });

  it("is public money, paid in the name of the credit", () => {
    const { credit, world } = december(5e8, 0);
    expect(world.ledger.publicCents.get("rd-credit")! / 100).toBeCloseTo(credit, 6);
    expect(world.ledger.monthPublicCents / 100).toBeCloseTo(credit, 6);
  });
});

describe("taxes", () => {
  it("are paid once a year, on profit and not on loss", () => {
    const world = smallWorld({ parameters: { entryPerMonth: 0 }, beyondRanges: true });
    world.month = 10;
    openMonth(world.ledger);
    finance(world);
    expect(world.ledger.flows[Flow.taxes]).toBe(0);
    world.month = 11;
    const [winner, loser] = peruvianFirms(world) as [Supplier, Supplier];
    for (const firm of peruvianFirms(world)) firm.yearProfitCents = -1e12;
    winner.yearProfitCents = 1e12;
    openMonth(world.ledger);
    finance(world);
    const tax = world.ledger.flows[Flow.taxes];
    expect(tax / 1e12).toBeCloseTo(world.parameters.taxRate, 3);
    expect([winner.yearProfitCents, loser.yearProfitCents]).toEqual([0, 0]);
  });
});

describe("firms that leave", () => {
  /** A world in its third month in which a busy firm has just run out of money. */
  function bankruptcy(): { world: World; firm: Supplier; lots: World["lots"] } {
    const world = smallWorld();
    advance(world, 3);
    const firm = peruvianFirms(world)
      .filter(({ directContracts }) => directContracts > 0)
      .sort((a, b) => b.directContracts - a.directContracts)[0];
    const lots = world.lots.filter(({ contract }) => contract?.supplier?.id === firm.id);
    firm.cashCents = -1e14;
    finance(world);
    return { world, firm, lots };
  }

  it("are those whose cash and credit do not cover what they owe", () => {
    const { world, firm } = bankruptcy();
    expect(firm.inMarket).toBe(false);
    expect([firm.leftMonth, firm.leftBecause]).toEqual([world.month, "bankrupt"]);
    expect(eventsOf(world.events, "exit").at(-1)).toMatchObject({ supplier: firm.id, reason: "bankrupt" });
  });

  it("hold no contract and bid no more", () => {
    const { world, firm } = bankruptcy();
    for (const category of firm.categories) {
      expect(biddersOf(world, category, firm.line)).not.toContain(firm.id);
    }
    expect(world.book.contracts.some(({ supplier }) => supplier?.id === firm.id)).toBe(false);
    expect([firm.directContracts, firm.directUsdPerMonth]).toEqual([0, 0]);
  });

  it("take their R&D with them in the month in which they leave", () => {
    const world = smallWorld({ population: 300, burnInMonths: 60 });
    while (world.researchers.length === 0) advance(world, 1);
    const [firm] = world.researchers;
    firm.cashCents = -1e14;
    const under = world.researchers.length;
    finance(world);
    expect(firm.inMarket).toBe(false);
    expect(world.researchers).toHaveLength(under - 1);
  });

  it("leave lots that are open at once, with one due date, and are tendered in the next month", () => {
    const { world, lots } = bankruptcy();
    expect(lots.length).toBeGreaterThan(0);
    for (const lot of lots) {
      expect(lot.contract).toBe(null);
      expect(lot.dueMonth).toBe(world.month + 1);
    }
    expect(worldViolations(world).filter(({ name }) => name === "one-due-date")).toEqual([]);
    advance(world, 1);
    const tendered = eventsOf(world.events, "tender").filter(({ month }) => month === world.month);
    for (const lot of lots) expect(tendered.filter((event) => event.lot === lot.id)).toHaveLength(1);
  });

  it("leave their subcontracts to the holder, and the books still balance", () => {
    const world = smallWorld();
    advance(world, 3);
    const second = peruvianFirms(world).find(
      ({ subcontracts, directContracts }) => subcontracts > 0 && directContracts === 0,
    )!;
    second.cashCents = -1e14;
    advance(world, 1);
    expect(second.inMarket).toBe(false);
    for (let i = 0; i < 6; i++) {
      advance(world, 1);
      expect(worldViolations(world)).toEqual([]);
    }
  });

  it("are no subsidiaries: their parents stand behind them", () => {
    const world = smallWorld();
    advance(world, 24);
    expect(world.suppliers.every(({ inMarket, origin }) => inMarket || origin === 2)).toBe(true);
  });

  it("may leave mining after years without work, and not before", () => {
    const world = smallWorld({ parameters: { leaveProbability: 1 }, beyondRanges: true });
    advance(world, 1);
    const idle = peruvianFirms(world).filter(
      ({ directContracts, subcontracts, project }) =>
        directContracts + subcontracts === 0 && project === null,
    );
    const [lately, long] = idle as [Supplier, Supplier];
    for (const firm of idle) firm.lastWorkMonth = world.month;
    long.lastWorkMonth = world.month - world.parameters.leaveAfterIdleMonths;
    lately.lastWorkMonth = long.lastWorkMonth + 1;
    finance(world);
    expect(long.leftBecause).toBe("left-mining");
    expect(lately.inMarket).toBe(true);
  });

  it("leave for want of work with the default parameters, and go bankrupt where fixed costs outgrow idle sales", () => {
    const reasons = (parameters: Record<string, number>) => {
      const world = smallWorld({ months: 96, population: 300, parameters });
      advance(world, 96);
      const exits = eventsOf(world.events, "exit");
      const bankrupt = exits.filter(({ reason }) => reason === "bankrupt").length;
      return { exits: exits.length, bankrupt };
    };
    const usual = reasons({});
    expect(usual.exits).toBeGreaterThan(10);
    expect(usual.bankrupt).toBeLessThan(usual.exits / 10);
    const dear = reasons({ overheadShare: 0.05, otherSectorsMargin: 0.05 });
    expect(dear.bankrupt).toBeGreaterThan(dear.exits / 10);
  });
});

describe("entrants", () => {
  it("are founded by people from mines that are there", () => {
    const world = smallWorld({ parameters: { founderTieShare: 1, entryPerMonth: 20 }, beyondRanges: true });
    advance(world, 12);
    const planned = new Set(
      world.mines
        .filter(({ openedMonth, stage }) => openedMonth !== null || stage !== "operation")
        .map(({ id }) => id),
    );
    const from = eventsOf(world.events, "entry").map(({ founderTie }) => founderTie);
    expect(from.length).toBeGreaterThan(10);
    expect(from.filter((mine) => mine !== null && planned.has(mine))).toEqual([]);
  });

  it("are the same firms in every scenario, whatever happened before", () => {
    const entrants = (policies: PolicyId[]) => {
      const world = smallWorld({
        months: 60,
        policies: policies.map((policy) => ({ policy, startMonth: 0, rampMonths: 0 })),
      });
      advance(world, 30);
      return eventsOf(world.events, "entry").map(({ name, founderTie, month }) => ({
        name,
        founderTie,
        month,
      }));
    };
    const baseline = entrants([]);
    expect(baseline.length).toBeGreaterThan(2);
    expect(entrants(["transparency-mandate", "industry-association"])).toEqual(baseline);
  });

  it("are as many as the entry rate says", () => {
    const rate = 30;
    const world = smallWorld({ months: 36, parameters: { entryPerMonth: rate }, beyondRanges: true });
    advance(world, 24);
    const expected = 24 * rate * world.scale;
    const entries = eventsOf(world.events, "entry").length;
    expect(Math.abs(entries - expected)).toBeLessThan(5 * Math.sqrt(expected));
  });
});

describe("a month of a firm", () => {
  it("costs more when it owes money, and sells idle capacity to other sectors", () => {
    const result = (change: (firm: Supplier) => void) => {
      const world = smallWorld({ parameters: { entryPerMonth: 0, otherSectorsSd: 0 }, beyondRanges: true });
      world.month = 3;
      const firm = peruvianFirms(world).find(
        ({ directContracts, subcontracts }) => directContracts + subcontracts === 0,
      )!;
      change(firm);
      const before = firm.cashCents;
      openMonth(world.ledger);
      finance(world);
      return firm.cashCents - before;
    };
    const usual = result((firm) => (firm.cashCents = 0));
    const owing = result((firm) => (firm.cashCents = -Math.round(firm.creditLineCents / 2)));
    const diversified = result((firm) => {
      firm.cashCents = 0;
      firm.otherSectorsShare = 1;
    });
    expect(owing).toBeLessThan(usual);
    expect(diversified).toBeGreaterThan(usual);
  });

  it("is never sold beyond capacity: exports take what mines leave, and other sectors what both leave", () => {
    const sold = (busyShare: number) => {
      const world = smallWorld();
      world.month = 3;
      const firm = peruvianFirms(world)[0];
      world.columns.exporting[firm.id] = 1;
      Object.assign(firm, {
        directUsdPerMonth: busyShare * firm.capacityUsdPerMonth,
        subcontractUsdPerMonth: 0,
        otherSectorsShare: 1,
      });
      finance(world);
      const own = world.events!.filter((event) => "supplier" in event && event.supplier === firm.id);
      const abroadUsd = eventsOf(own, "export-sale")[0].revenueUsd;
      const elsewhereUsd = eventsOf(own, "firm-month")[0].otherSectorsSalesUsd;
      return [abroadUsd, elsewhereUsd].map((usd) => Number((usd / firm.capacityUsdPerMonth).toFixed(4)));
    };
    expect(sold(0)).toEqual([0.25, 0.75]);
    expect(sold(0.5)).toEqual([0.25, 0.25]);
    expect(sold(0.9)).toEqual([0.1, 0]);
    expect(sold(1)).toEqual([0, 0]);
  });

  it("ends with no more cash than it needs: the rest goes to its owners", () => {
    const world = smallWorld();
    const firm = peruvianFirms(world)[0];
    world.month = 3;
    firm.cashCents = 1e14;
    finance(world);
    const kept = world.parameters.retainedCashMonths * firm.capacityUsdPerMonth * 100;
    expect(firm.cashCents).toBeCloseTo(kept, -1);
  });
});
