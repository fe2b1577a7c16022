import { describe, expect, it } from "vitest";

import { type FactRecord, facts } from "../../src/data/facts.ts";
import { mines, printedTotalOutputTonnes2017 } from "../../src/data/mines.ts";
import {
  printedServicesSpendUsdMillion2017,
  printedTotalSpendUsdMillion2017,
  spendTable,
} from "../../src/data/spend.ts";

function valueOf(id: string): FactRecord["value"] {
  const fact = facts.find((candidate) => candidate.id === id);
  if (fact === undefined) throw new Error(`no fact ${id}`);
  return fact.value;
}

function contestable(kind: "good" | "service"): number {
  return spendTable
    .filter((row) => row.kind === kind && !row.oligopolistic)
    .reduce((sum, row) => sum + row.spendUsdMillion2017, 0);
}

describe("the paper's facts", () => {
  it("are forty, numbered F01 to F40 without a gap", () => {
    const expected = Array.from({ length: 40 }, (_, index) => `F${String(index + 1).padStart(2, "0")}`);
    expect(facts.map((fact) => fact.id)).toEqual(expected);
  });

  it("name a section, table or footnote of the paper as source", () => {
    expect(facts.filter((fact) => !/Section \d|Table [A1]|[Ff]ootnote/.test(fact.source))).toEqual([]);
  });

  it("hold the numbers that they print", () => {
    for (const fact of facts) {
      const printed = [...fact.printed.matchAll(/\d+(\.\d+)?/g)].map((match) => Number(match[0]));
      expect(printed, fact.id).toEqual(typeof fact.value === "number" ? [fact.value] : fact.value);
    }
  });

  it("explain in a note what each pair of numbers is", () => {
    const pairs = facts.filter((fact) => Array.isArray(fact.value));
    expect(pairs.map((fact) => fact.id)).toEqual(["F07", "F08", "F33", "F34", "F37", "F38"]);
    expect(pairs.filter((fact) => !/^(A range|Two figures)/.test(fact.note ?? ""))).toEqual([]);
  });

  it("keep every share between 0 and 1", () => {
    const shares = facts.filter((fact) => fact.unit.startsWith("share")).flatMap((fact) => fact.value ?? []);
    expect(shares.length).toBeGreaterThan(15);
    expect(shares.filter((share) => !(share > 0 && share < 1))).toEqual([]);
  });

  it("agree with Table A1 on total spending and the share of services", () => {
    expect(valueOf("F03")).toBe(printedTotalSpendUsdMillion2017);
    expect(valueOf("F02")).toBeCloseTo(
      printedServicesSpendUsdMillion2017 / printedTotalSpendUsdMillion2017,
      2,
    );
  });

  it("agree with Table A1 on the contestable markets, to the hundred million", () => {
    expect(valueOf("F05")).toBe(Math.round(contestable("good") / 100) * 100);
    expect(valueOf("F06")).toBe(Math.round(contestable("service") / 100) * 100);
  });

  it("agree with Table 1 on the ten largest mines, but not on the South", () => {
    const share = (rows: typeof mines): number =>
      rows.reduce((sum, mine) => sum + mine.outputTonnes2017, 0) / printedTotalOutputTonnes2017;
    expect(valueOf("F35")).toBeCloseTo(share(mines.filter((mine) => mine.id !== "other-mines")), 3);
    expect(Number(valueOf("F40")) - share(mines.filter((mine) => mine.region === "south"))).toBeCloseTo(
      0.05,
      3,
    );
  });

  it("leave the local share that direct imports imply at the share that miners report", () => {
    const directImportsUsdMillion = 446;
    const copperSpendUsdMillion = Number(valueOf("F03")) * Number(valueOf("F04"));
    expect(1 - directImportsUsdMillion / copperSpendUsdMillion).toBeCloseTo(Number(valueOf("F01")), 2);
  });
});
