import { describe, expect, it } from "vitest";
import { metricNames, rungNames } from "../../../src/engine/observations.ts";
import { simulate } from "../../../src/engine/run.ts";
import { runTables } from "../../../src/report/tables/run-tables.ts";

const policies = [{ policy: "testing-centre", startMonth: 0 }] as const;
const scenario = { id: "small", months: 26, burnInMonths: 6, population: 60, policies };
const run = simulate(scenario, { seed: "007" });
const rowsOf = (table: string) => [...runTables[table].rows(run)];
const keys = { scenario: "small", seed: "007" };

describe("the tables of a run", () => {
  it("say what it takes to make it again", () => {
    const { scenarioHash, version, fingerprint } = run.manifest;
    expect(rowsOf("runs")).toEqual([
      {
        ...{ ...keys, scenarioHash, version, fingerprint, reproducible: true },
        ...{ months: 26, burnInMonths: 6, population: 60 },
      },
    ]);
  });

  it("hold every metric of every observed month at its date", () => {
    const rows = rowsOf("monthly-metrics");
    expect(rows.map(({ month }) => month)).toEqual(Array.from({ length: 26 }, (_, month) => month));
    expect([0, 11, 12, 25].map((month) => rows[month]["date"])).toEqual([
      "2017-01",
      "2017-12",
      "2018-01",
      "2019-02",
    ]);
    for (const name of metricNames) expect(rows.map((row) => row[name])).toEqual([...run.metrics[name]]);
  });

  it("hold the funnel by year and by buyer", () => {
    const { byYear, byBuyer } = run.funnel;
    const cells = ({ category, origin, risk, gate, count }: (typeof byYear)[number]) => ({
      ...{ category, origin, risk, gate, count },
    });
    expect(rowsOf("funnel")).toEqual(byYear.map((row) => ({ ...keys, year: row.year, ...cells(row) })));
    expect(rowsOf("funnel-by-buyer")).toEqual(
      byBuyer.map(({ buyer, ...row }) => ({ ...keys, buyer, ...cells(row as never) })),
    );
  });

  it("hold the ladder from three sides, each with all spend", () => {
    const rows = rowsOf("ladder");
    const { byCategory, byQuadrant, bySite } = run.ladder;
    const expected = [
      ...byCategory.map((row) => ({ side: "category", name: row.category, row })),
      ...byQuadrant.map((row) => ({ side: "quadrant", name: row.quadrant, row })),
      ...bySite.map((row) => ({ side: "mine", name: row.mine, row })),
    ].map(({ side, name, row }) => ({
      ...{ ...keys, side, name, year: row.year, origin: row.origin },
      ...Object.fromEntries(rungNames.map((rung) => [rung, row[rung]])),
    }));
    expect(rows).toEqual(expected);
    const spendOf = (side: string) =>
      rows.reduce((sum, row) => sum + (row["side"] === side ? (row["spendUsd"] as number) : 0), 0);
    expect(spendOf("quadrant")).toBeCloseTo(spendOf("category"), 0);
    expect(spendOf("mine")).toBeCloseTo(spendOf("category"), 0);
  });

  it("hold every supplier by its number, and what each policy cost", () => {
    const rows = rowsOf("suppliers");
    expect(rows.map(({ supplier, name }) => [supplier, name])).toEqual(
      run.suppliers.map(({ id, name }) => [id, name]),
    );
    const [first] = run.suppliers;
    const two = { ...run, suppliers: [{ ...first, categories: ["consumables", "other-goods"] as const }] };
    expect([...runTables["suppliers"].rows(two)]).toMatchObject([
      { ...keys, supplier: first.id, categories: "consumables;other-goods", cashUsd: first.cashUsd },
    ]);
    expect(rowsOf("treasury")).toEqual(run.treasury.map((row) => ({ ...keys, ...row })));
    expect(rowsOf("treasury").map(({ policy }) => policy)).toContain("testing-centre");
  });
});
