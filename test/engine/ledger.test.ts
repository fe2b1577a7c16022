import { describe, expect, it } from "vitest";
import { Origin, originNames, Quadrant, quadrantNames } from "../../src/agents/codes.ts";
import type { CategoryId } from "../../src/data/spend.ts";
import { ladderTables } from "../../src/engine/ladder-tables.ts";
import {
  closeYear,
  collectTax,
  Books,
  Ledger,
  Flow,
  ladderPlace,
  monthLadder,
  openMonth,
  payFixedCost,
  payPublic,
  postFlow,
  postSpend,
  postStanding,
  Rung,
  rungNames,
} from "../../src/engine/ledger.ts";

const categories: readonly CategoryId[] = ["other-services", "transport-logistics", "consumables"];
const mines = ["north", "south"];
const smallLedger = () => new Ledger(categories.length, mines.length);

/** Where a Peruvian firm's risky and costly work in transport for the southern mine stands. */
const placeIn = (ledger: Ledger) => ladderPlace(ledger, Origin.peruvian, 1, Quadrant.highRiskHighCost, 1);

/** A payment of ten dollars; what is neither imported nor remitted of it, seven, is local. */
const payTen = (ledger: Ledger, place = placeIn(ledger)) =>
  postSpend(ledger, place, 1000, 900, 600, 800, 500, 400, 250, 50);
const rungsOfTen = [1000, 900, 600, 800, 700, 500, 400, 250, 50];
const rowOfTen = {
  spendUsd: 10,
  inCountryUsd: 9,
  peruvianDirectUsd: 6,
  peruvianWithSubcontractsUsd: 8,
  spendLocalValueUsd: 7,
  spendLocalValuePeruvianOwnedUsd: 5,
  knowledgeIntensiveUsd: 4,
  importedContentUsd: 2.5,
  remittedProfitUsd: 0.5,
};

const tablesOf = (ledger: Ledger, firstYear = 2017) => ladderTables(ledger, firstYear, categories, mines);

describe("a payment", () => {
  it("stands once on every rung of the ladder; local value is what is left of it", () => {
    const ledger = smallLedger();
    payTen(ledger);
    expect([...monthLadder(ledger)]).toEqual(rungsOfTen);
    payTen(ledger);
    expect([...monthLadder(ledger)]).toEqual(rungsOfTen.map((cents) => 2 * cents));
    expect(monthLadder(ledger)[Rung.spend]).toBe(2000);
    expect(monthLadder(ledger)[Rung.localValue]).toBe(1400);
    expect(monthLadder(ledger)[Rung.remittedProfit]).toBe(100);
    expect(ledger.flows[Flow.paidByBuyers]).toBe(2000);
  });

  it("is seen by category, by quadrant and by site, in dollars, and the three views agree", () => {
    const ledger = smallLedger();
    payTen(ledger);
    payTen(ledger);
    closeYear(ledger, 2018);
    const twice = Object.fromEntries(Object.entries(rowOfTen).map(([rung, usd]) => [rung, 2 * usd]));
    const row = { year: 2018, origin: "peruvian", ...twice };
    expect(tablesOf(ledger)).toEqual({
      byCategory: [{ ...row, category: "transport-logistics" }],
      byQuadrant: [{ ...row, quadrant: "high-risk-high-cost" }],
      bySite: [{ ...row, mine: "south" }],
    });
  });

  it("has a place of its own for each origin, category, quadrant and site", () => {
    const ledger = smallLedger();
    const expected = new Map<string, number>();
    const add = (key: string, cents: number) => expected.set(key, (expected.get(key) ?? 0) + cents);
    let cents = 100;
    originNames.forEach((origin, o) =>
      categories.forEach((category, c) =>
        quadrantNames.forEach((quadrant, q) =>
          mines.forEach((mine, site) => {
            postSpend(ledger, ladderPlace(ledger, o, c, q, site), cents, 0, 0, 0, 0, 0, 0, 0);
            for (const key of [category, quadrant, mine]) add(`${origin} ${key}`, cents);
            cents *= 1.25;
          }),
        ),
      ),
    );
    closeYear(ledger, 2017);
    const { byCategory, byQuadrant, bySite } = tablesOf(ledger);
    const found = [
      ...byCategory.map(({ origin, category, spendUsd }) => [`${origin} ${category}`, spendUsd] as const),
      ...byQuadrant.map(({ origin, quadrant, spendUsd }) => [`${origin} ${quadrant}`, spendUsd] as const),
      ...bySite.map(({ origin, mine, spendUsd }) => [`${origin} ${mine}`, spendUsd] as const),
    ];
    expect(found.map(([key]) => key).toSorted()).toEqual([...expected.keys()].toSorted());
    for (const [key, usd] of found) expect(usd / (expected.get(key)! / 100), key).toBeCloseTo(1, 9);
  });
});

describe("the names of the rungs", () => {
  it("follow the numbers of the rungs", () => {
    const named = Object.entries(Rung).map(([name, rung]) => [rung, name.toLowerCase()] as const);
    expect(named).toHaveLength(rungNames.length);
    for (const [rung, name] of named) {
      expect(rungNames[rung].toLowerCase().replace(/^spendlocal/, "local")).toBe(`${name}usd`);
    }
  });
});

describe("a month", () => {
  it("has only what was posted since it was opened", () => {
    const ledger = smallLedger();
    payTen(ledger);
    postFlow(ledger, Flow.exports, 70);
    payPublic(ledger, "credit", 30);
    openMonth(ledger);
    expect([...monthLadder(ledger)]).toEqual(rungNames.map(() => 0));
    expect([...ledger.flows].every((cents) => cents === 0)).toBe(true);
    expect(ledger.monthPublicCents).toBe(0);
    payTen(ledger, ladderPlace(ledger, Origin.global, 2, Quadrant.uncontested, 0));
    expect([...monthLadder(ledger)]).toEqual(rungsOfTen);
  });

  it("of contracts in force is posted at once, on both sides of the ladder and in the flows", () => {
    const ledger = smallLedger();
    payTen(ledger);
    postSpend(ledger.standing, placeIn(ledger), 1000, 900, 600, 800, 500, 400, 250, 50);
    postFlow(ledger.standing, Flow.subcontracts, 11);
    postStanding(ledger);
    postStanding(ledger);
    expect([...monthLadder(ledger)]).toEqual(rungsOfTen.map((cents) => 3 * cents));
    expect(ledger.flows[Flow.paidByBuyers]).toBe(3000);
    expect(ledger.flows[Flow.subcontracts]).toBe(22);
    closeYear(ledger, 2017);
    expect(tablesOf(ledger).byCategory[0].spendUsd).toBe(30);
  });
});

describe("other flows", () => {
  it("add up, each on its own account", () => {
    const books = new Books(1, 1);
    for (const flow of Object.values(Flow)) postFlow(books, flow, 1 + flow);
    for (const flow of Object.values(Flow)) postFlow(books, flow, 100);
    expect([...books.flows]).toEqual(Object.values(Flow).map((flow) => 101 + flow));
    collectTax(books, 5);
    expect(books.flows[Flow.taxes]).toBe(101 + Flow.taxes + 5);
  });

  it("of public money are kept by policy since the start, fixed costs apart, and for the month", () => {
    const ledger = smallLedger();
    payPublic(ledger, "credit", 10);
    payPublic(ledger, "credit", 5);
    payFixedCost(ledger, "portal", 100);
    openMonth(ledger);
    payFixedCost(ledger, "portal", 20);
    payPublic(ledger, "portal", 3);
    expect([...ledger.publicCents]).toEqual([
      ["credit", 15],
      ["portal", 123],
    ]);
    expect([...ledger.fixedCents]).toEqual([["portal", 120]]);
    expect(ledger.monthPublicCents).toBe(23);
  });
});

describe("the closed years", () => {
  it("keep what was posted in them, and the next begins empty, in all its cells", () => {
    const ledger = smallLedger();
    payTen(ledger);
    closeYear(ledger, 2017);
    openMonth(ledger);
    payTen(ledger, ladderPlace(ledger, Origin.imported, 2, Quadrant.uncontested, 1));
    expect([...monthLadder(ledger)]).toEqual(rungsOfTen);
    closeYear(ledger, 2018);
    expect(ledger.years.map(({ year }) => year)).toEqual([2017, 2018]);
    expect(tablesOf(ledger).bySite).toEqual([
      { year: 2017, origin: "peruvian", mine: "south", ...rowOfTen },
      { year: 2018, origin: "imported", mine: "south", ...rowOfTen },
    ]);
    expect(tablesOf(ledger).byQuadrant.map(({ quadrant }) => quadrant)).toEqual([
      "high-risk-high-cost",
      "uncontested",
    ]);
  });

  it("of the burn-in are no part of the tables, and neither are rows without any money", () => {
    const ledger = smallLedger();
    for (const year of [2016, 2017, 2018]) {
      payTen(ledger);
      closeYear(ledger, year);
    }
    const { byCategory, byQuadrant, bySite } = tablesOf(ledger);
    for (const rows of [byCategory, byQuadrant, bySite]) {
      expect(rows.map(({ year }) => year)).toEqual([2017, 2018]);
    }
  });

  it("have a row for a cell whose spend cancels while other rungs do not", () => {
    const ledger = smallLedger();
    postSpend(ledger, placeIn(ledger), 0, 0, 0, 0, 0, 0, 100, -100);
    closeYear(ledger, 2017);
    expect(tablesOf(ledger).bySite).toMatchObject([
      { spendUsd: 0, importedContentUsd: 1, remittedProfitUsd: -1 },
    ]);
  });
});
