import { describe, expect, it } from "vitest";
import { gateNames } from "../../../src/agents/codes.ts";
import { simulate } from "../../../src/engine/run.ts";
import { runTables } from "../../../src/report/tables/run-tables.ts";
import type { Cell, TableRow } from "../../../src/report/tables/table-definition.ts";

const policies = [{ policy: "local-content-rule", settings: { instrument: "reserved" } }] as const;
const run = simulate(
  { id: "tenders", months: 36, burnInMonths: 6, population: 200, policies },
  { seed: 4, events: true },
);
const rowsOf = (table: string) => [...runTables[table].rows(run)];
const [tenders, candidates] = [rowsOf("tenders"), rowsOf("candidates")];
const candidatesOf = new Map<Cell, TableRow[]>();
for (const row of candidates)
  candidatesOf.set(row["tender"], [...(candidatesOf.get(row["tender"]) ?? []), row]);

describe("the tables of tenders", () => {
  it("count at each gate as many firms as the funnel does", () => {
    const observed = candidates.filter(({ month, supplier }) => (month as number) >= 0 && supplier !== null);
    for (const gate of gateNames) {
      const counted = run.funnel.byYear
        .filter((row) => row.gate === gate)
        .reduce((sum, { count }) => sum + count, 0);
      expect([gate, observed.filter((row) => row["gate"] === gate).length]).toEqual([gate, counted]);
    }
  });

  it("have a row for each candidate that its tender counts", () => {
    const columns = {
      reserved: "reserved",
      notInformed: "not-informed",
      notRegistered: "not-registered",
      notCertified: "not-certified",
      tooSmall: "too-small",
      noFinance: "no-finance",
      notTrusted: "not-trusted",
    };
    for (const { tender, ...row } of tenders) {
      const rows = candidatesOf.get(tender)!;
      for (const [column, gate] of Object.entries(columns)) {
        expect(row[column]).toBe(rows.filter((each) => each["gate"] === gate).length);
      }
      expect(row["bids"]).toBe(
        rows.filter(({ rank, supplier }) => rank !== null && supplier !== null).length,
      );
      const supplying = rows.filter(({ supplies }) => supplies).map(({ supplier }) => supplier);
      expect(supplying).toEqual(row["outcome"] === "open" ? [] : [row["supplier"]]);
    }
  });

  it("rank the bids by expected cost, and the first wins", () => {
    let ranked = 0;
    for (const [tender, { outcome }] of tenders.entries()) {
      const bids = candidatesOf.get(tender)!.filter(({ rank }) => rank !== null);
      ranked += bids.length;
      expect(bids.map(({ rank }) => rank)).toEqual(bids.map((_, place) => place + 1));
      const costs = bids.map(({ expectedCostUsdPerMonth }) => expectedCostUsdPerMonth as number);
      expect(costs).toEqual(costs.toSorted((a, b) => a - b));
      const won = outcome === "tender" || outcome === "import" ? [1] : [];
      expect(bids.filter(({ gate }) => gate === "won").map(({ rank }) => rank)).toEqual(won);
    }
    expect(ranked).toBeGreaterThan(1000);
  });

  it("lead from a tender to its contract", () => {
    const contracts = new Map(
      rowsOf("contracts").flatMap((row) => (row["tier"] === 1 ? [[row["contract"], row]] : [])),
    );
    const outcomes = new Set<unknown>();
    for (const { outcome, contract, lot, buyer, mine, category, quadrant, supplier, month } of tenders) {
      outcomes.add(outcome);
      if (outcome === "open") expect(contract).toBe(null);
      else {
        expect(contracts.get(contract)).toMatchObject({
          kind: outcome,
          lot,
          buyer,
          mine,
          category,
          quadrant,
          supplier,
          signedMonth: month,
        });
      }
    }
    expect([...outcomes].toSorted()).toEqual(["emergency", "import", "open", "tender"]);
  });
});
