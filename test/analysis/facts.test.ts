import { describe, expect, it } from "vitest";
import { paperMonths } from "../../src/analysis/fact-definition.ts";
import { paperFacts } from "../../src/analysis/paper-facts.ts";
import { flatMeasures, allFacts, measuresOf } from "../../src/analysis/fact-table.ts";
import { factsOf } from "../../src/analysis/facts-study.ts";
import { factRows, facts, measureFacts, type FactMeasures } from "../../src/analysis/facts.ts";
import { spendTable } from "../../src/data/spend.ts";
import { simulate } from "../../src/engine/run.ts";
import type { Run } from "../../src/engine/observations.ts";
import { defineScenario } from "../../src/scenarios/scenario.ts";

const scenario = defineScenario({ id: "baseline", months: 48, burnInMonths: 12, population: 200 });
const runs = [1, 2, 3].map((seed) => simulate(scenario, { seed }));
const rows = facts(runs);
const row = (id: string) => rows.find((each) => each.id === id)!;

/** Rows as if every run had given these measures for one fact. */
function rowOf(id: string, measures: readonly (readonly [number, number] | null)[]) {
  const given: FactMeasures[] = measures.map((measure, index) => ({
    seed: String(index),
    scenarioHash: "x",
    targets: null,
    measures: { ...Object.fromEntries(allFacts.map((each) => [each.id, null])), [id]: measure },
  }));
  return factRows(given).find((each) => each.id === id)!;
}

describe("the table of facts", () => {
  it("has a row for every fact of the model's section 12, and for stationarity", () => {
    const ofThePaper = rows.filter(({ addresses }) => addresses.length === 0);
    expect(ofThePaper.map(({ id, role }) => `${id} ${role}`)).toEqual([
      "in-country-share fitted",
      "services-share input",
      "operating-procurement input",
      "category-order fitted",
      "second-tier-ratio check",
      "innovating-share fitted",
      "exporter-share check",
      "credit-users check",
      "entry-by-challenge check",
      "new-mine-relations check",
      "foreign-partners check",
      "supplier-concentration check",
      "stationarity check",
    ]);
  });

  it("of another country has its bounds, which lie inside, and none of the paper's reasons for other ones", () => {
    const bounds = { low: 0.25, high: 0.45, source: "a survey" };
    const open = { low: null, high: 0.5, source: "a report" };
    const targets = [
      { fact: "exporter-share" as const, ...bounds },
      { fact: "supplier-concentration" as const, ...open },
    ];
    const measures = Object.fromEntries(allFacts.map(({ id }) => [id, [0.45, 1] as const]));
    const [exporters, concentration] = factRows([{ seed: "1", scenarioHash: "x", targets, measures }]);
    expect(exporters).toMatchObject({ ...bounds, target: "0.25 to 0.45", role: "check", inside: true });
    expect(concentration).toMatchObject({ ...open, target: "at most 0.5", inside: true });
    expect(concentration).not.toHaveProperty("tolerance");
  });

  it("holds a mine's concentration to footnote 11, less what Table A1's oligopolistic categories take", () => {
    const total = spendTable.reduce((sum, { spendUsdMillion2017 }) => sum + spendUsdMillion2017, 0);
    const few = spendTable.filter(({ oligopolistic }) => oligopolistic);
    const oligopolistic = few.reduce((sum, { spendUsdMillion2017 }) => sum + spendUsdMillion2017, 0) / total;
    const ofAll = 0.84;
    const { low, high, mean } = row("supplier-concentration");
    expect(low).toBeCloseTo((ofAll - oligopolistic) / (1 - oligopolistic) - 0.1, 2);
    expect(high).toBe(ofAll);
    const share = (run: Run) => run.metrics.largestSuppliersShare.slice(0, paperMonths);
    const months = runs.flatMap(share);
    expect(mean).toBeCloseTo(months.reduce((sum, each) => sum + each, 0) / months.length, 12);
  });

  it("gives each row a source, a target within bounds, and a reason where it is not met", () => {
    for (const each of rows) {
      expect(each.source, each.id).toMatch(/Section|Table|footnote|ODD|external/);
      expect(each.low !== null || each.high !== null, each.id).toBe(true);
      if (!each.inside) expect(each.explanation, each.id).toMatch(/\w{3}.*\.$/);
    }
  });

  it("checks figures from outside the paper, each with an address, bounds in order and their reason", () => {
    const outside = rows.filter(({ addresses }) => addresses.length > 0);
    expect(outside.length).toBeGreaterThan(10);
    for (const { id, addresses, tolerance = "", low, high } of outside) {
      for (const address of addresses) expect(URL.canParse(address), id).toBe(true);
      expect(tolerance.length, id).toBeGreaterThan(20);
      expect((low ?? -Infinity) < (high ?? Infinity), id).toBe(true);
    }
  });

  it("says by which figures from outside parameters were set", () => {
    const outside = rows.filter(({ addresses }) => addresses.length > 0);
    const idsOf = (role: string) => outside.filter((each) => each.role === role).map(({ id }) => id);
    expect(idsOf("fitted")).toEqual(["credit-users-number"]);
    expect(idsOf("input")).toEqual([
      ...["age-of-firms", "exporter-share-outside"],
      ...["price-volatility", "price-persistence", "price-momentum"],
    ]);
  });

  it("is the same when runs are measured where they are made", async () => {
    expect(await factsOf(scenario, { seeds: 3 })).toEqual(rows);
    expect(measuresOf(flatMeasures(runs[0]))).toEqual(measureFacts(runs[0]).measures);
  });

  it("measures shares over all runs, with an interval", () => {
    const share = row("in-country-share");
    const sum = (run: Run, metric: "inCountryUsd" | "spendUsd") =>
      run.metrics[metric].slice(0, 12).reduce((all, value) => all + value, 0);
    const inCountry = runs.reduce((all, run) => all + sum(run, "inCountryUsd"), 0);
    const spend = runs.reduce((all, run) => all + sum(run, "spendUsd"), 0);
    expect(share.mean).toBeCloseTo(inCountry / spend, 12);
    expect(share.intervalLow!).toBeLessThan(share.mean!);
    expect(share.intervalHigh!).toBeGreaterThan(share.mean!);
  });

  it("has no interval from a single run", () => {
    const [single] = facts(runs.slice(0, 1));
    expect(single).toMatchObject({ runs: 1, intervalLow: null, intervalHigh: null });
    expect(single.mean).not.toBeNull();
  });

  it("keeps runs out of memory when they are measured one by one", () => {
    expect(
      factRows(runs.map((run) => JSON.parse(JSON.stringify(measureFacts(run))) as FactMeasures)),
    ).toEqual(rows);
  });
});

describe("a fact", () => {
  it("is inside at its bounds, unless they are strict", () => {
    expect(
      rowOf("in-country-share", [
        [0.85, 1],
        [0.85, 1],
      ]).inside,
    ).toBe(true);
    expect(
      rowOf("exporter-share", [
        [1, 10],
        [1, 10],
      ]).inside,
    ).toBe(false);
    expect(
      rowOf("credit-users", [
        [0, 10],
        [0, 10],
      ]).inside,
    ).toBe(false);
    expect(
      rowOf("credit-users", [
        [1, 100],
        [2, 100],
      ]).inside,
    ).toBe(true);
  });

  it("stays in the table when it is not met, with the reason", () => {
    const outside = rowOf("in-country-share", [
      [0.7, 1],
      [0.72, 1],
    ]);
    expect(outside.inside).toBe(false);
    expect(outside.explanation).toContain("Outside: direct imports are set by");
  });

  it("says so when the runs hold nothing to measure it by", () => {
    const none = rowOf("entry-by-challenge", [
      [0, 0],
      [0, 0],
    ]);
    expect(none).toMatchObject({ mean: null, inside: false });
    expect(none.explanation).toBe("No Peruvian firm entered high-risk work.");
  });

  it("is met without bound when all cases are of the first kind", () => {
    const all = rowOf("foreign-partners", [
      [5, 0],
      [7, 0],
    ]);
    expect(all).toMatchObject({ mean: null, inside: true });
    expect(all.explanation).toBe("The ratio has no bound: nothing was counted to divide by.");
  });

  it("pools runs, so that one without a case divides nothing by zero", () => {
    expect(
      rowOf("foreign-partners", [
        [5, 0],
        [7, 3],
      ]).mean,
    ).toBe(4);
  });

  it("tells on how many runs it was measured", () => {
    const some = rowOf("new-mine-relations", [[2, 1], null, [4, 1]]);
    expect(some).toMatchObject({ runs: 2, mean: 3 });
    expect(some.explanation).toContain("Measured on 2 of 3 runs: in the others no new mine tendered.");
    const none = rowOf("new-mine-relations", [null, null]);
    expect(none).toMatchObject({ runs: 0, mean: null, explanation: "No new mine tendered." });
  });
});

describe("the drift of the Peruvian share", () => {
  it("is the least-squares slope over years of operating procurement, in points", () => {
    const months = 48;
    const shares = [0.2, 0.21, 0.23, 0.22];
    const run = {
      manifest: { months },
      metrics: {
        spendUsd: Array.from({ length: months }, () => 120),
        capitalSpendUsd: Array.from({ length: months }, () => 20),
        peruvianDirectUsd: Array.from(
          { length: months },
          (_, month) => 5 + 100 * shares[Math.floor(month / 12)],
        ),
        capitalPeruvianUsd: Array.from({ length: months }, () => 5),
      },
    } as unknown as Run;
    const { measure } = paperFacts.find(({ id }) => id === "stationarity")!;
    // (-1.5 × 0.2 - 0.5 × 0.21 + 0.5 × 0.23 + 1.5 × 0.22) / 5 = 0.008 a year.
    expect(measure(run)![0]).toBeCloseTo(0.8, 9);
  });
});

describe("what the facts refuse", () => {
  it("names runs that are too few, too short, twice the same, or of several scenarios", () => {
    expect(() => facts([])).toThrow("runs: found 0, expected at least one run");
    expect(() => facts({} as never)).toThrow("runs: found {}, expected a list of runs");
    expect(() => facts([{}] as never)).toThrow("runs[0]: found {}, expected a run, as simulate returns it");
    const short = simulate({ id: "short", months: 12, burnInMonths: 0, population: 50 }, { seed: 1 });
    expect(() => facts([short])).toThrow(`months: found 12, expected at least ${paperMonths} months`);
    expect(() => facts([runs[0], runs[0]])).toThrow(
      'runs[1].seed: found "1", expected each seed once; runs[0] has the same',
    );
    const other = { ...measureFacts(runs[1]), scenarioHash: "other" };
    expect(() => factRows([measureFacts(runs[0]), other])).toThrow("runs[1].scenario");
  });
});
