import { describe, expect, it } from "vitest";

import {
  type SpendRecord,
  categoryIds,
  printedGoodsSpendUsdMillion2017,
  printedServicesSpendUsdMillion2017,
  printedTotalSpendUsdMillion2017,
  spendTable,
} from "../../src/data/spend.ts";

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const goods = spendTable.filter((row) => row.kind === "good");
const services = spendTable.filter((row) => row.kind === "service");

function spend(rows: readonly SpendRecord[]): number {
  return rows.reduce((sum, row) => sum + row.spendUsdMillion2017, 0);
}

function total(percentages: readonly number[]): number {
  return percentages.reduce((sum, percent) => sum + percent, 0);
}

/** The rows whose printed percentage is not the rounded share of `whole`. */
function misprinted(
  rows: readonly SpendRecord[],
  whole: number,
  printed: (row: SpendRecord) => number,
): string[] {
  return rows
    .filter((row) => Math.round((100 * row.spendUsdMillion2017) / whole) !== printed(row))
    .map((row) => row.id);
}

describe("Table A1, what the mining sector buys", () => {
  it("has sixteen categories, half goods and half services, each with its own kebab-case id and in the order of the ids", () => {
    expect(spendTable.map((row) => row.id)).toEqual([...categoryIds]);
    expect(new Set(categoryIds).size).toBe(16);
    expect(categoryIds.filter((id) => !kebabCase.test(id))).toEqual([]);
    expect([goods.length, services.length]).toEqual([8, 8]);
  });

  it("has goods that add up to 4,503, one less than the 4,504 printed", () => {
    expect(spend(goods)).toBe(4503);
    expect(spend(goods) - printedGoodsSpendUsdMillion2017).toBe(-1);
  });

  it("has services that add up to 4,488, one more than the 4,487 printed", () => {
    expect(spend(services)).toBe(4488);
    expect(spend(services) - printedServicesSpendUsdMillion2017).toBe(1);
  });

  it("adds up to the printed total of 8,991, because the two differences cancel", () => {
    expect(spend(spendTable)).toBe(printedTotalSpendUsdMillion2017);
    expect(printedGoodsSpendUsdMillion2017 + printedServicesSpendUsdMillion2017).toBe(
      printedTotalSpendUsdMillion2017,
    );
    expect(printedTotalSpendUsdMillion2017).toBe(8991);
  });

  it("prints every share of the total as rounding gives it, and the shares add up to 101", () => {
    const differing = misprinted(
      spendTable,
      printedTotalSpendUsdMillion2017,
      (row) => row.printedShareOfTotalPercent,
    );
    expect(differing).toEqual([]);
    expect(total(spendTable.map((row) => row.printedShareOfTotalPercent))).toBe(101);
  });

  it("prints every share of goods as rounding gives it, and the shares add up to 99", () => {
    const differing = misprinted(
      goods,
      printedGoodsSpendUsdMillion2017,
      (row) => row.printedShareOfKindPercent,
    );
    expect(differing).toEqual([]);
    expect(total(goods.map((row) => row.printedShareOfKindPercent))).toBe(99);
  });

  it("prints every share of services as rounding gives it, and the shares add up to 99", () => {
    const differing = misprinted(
      services,
      printedServicesSpendUsdMillion2017,
      (row) => row.printedShareOfKindPercent,
    );
    expect(differing).toEqual([]);
    expect(total(services.map((row) => row.printedShareOfKindPercent))).toBe(99);
  });

  it("splits spending evenly between goods and services, as Section 2.2 says", () => {
    expect(spend(services) / spend(spendTable)).toBeCloseTo(0.5, 2);
  });

  it("leaves US$2.3 billion of goods and US$4.4 billion of services to contest (Section 3.3)", () => {
    expect(spend(goods.filter((row) => !row.oligopolistic))).toBe(2333);
    expect(spend(services.filter((row) => !row.oligopolistic))).toBe(4431);
  });

  it("holds a quarter of spending in oligopolistic categories: utilities, fuels and utility services", () => {
    const closed = spendTable.filter((row) => row.oligopolistic);
    expect(closed.map((row) => row.id)).toEqual(["utilities", "fuels-lubricants", "utility-services"]);
    expect(spend(closed) / spend(spendTable)).toBeCloseTo(0.248, 3);
  });

  it("spends 79 % of goods, printed as 80 %, on the four largest: fuels, chemicals, utilities and capital equipment", () => {
    const largest = [...goods].sort((a, b) => b.spendUsdMillion2017 - a.spendUsdMillion2017).slice(0, 4);
    expect(largest.map((row) => row.id)).toEqual([
      "fuels-lubricants",
      "chemicals-explosives",
      "utilities",
      "capital-equipment",
    ]);
    expect(Math.round((100 * spend(largest)) / printedGoodsSpendUsdMillion2017)).toBe(79);
  });

  it("spends 82 % of services on the three largest: transport, professional services and labour contracting", () => {
    const largest = [...services].sort((a, b) => b.spendUsdMillion2017 - a.spendUsdMillion2017).slice(0, 3);
    expect(largest.map((row) => row.id)).toEqual([
      "transport-logistics",
      "professional-services",
      "labour-contracting",
    ]);
    expect(Math.round((100 * spend(largest)) / printedServicesSpendUsdMillion2017)).toBe(82);
  });

  it("names Table A1 as the source of every row", () => {
    expect(spendTable.filter((row) => !row.source.startsWith("Table A1"))).toEqual([]);
  });
});
