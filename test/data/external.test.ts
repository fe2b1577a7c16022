import { describe, expect, it } from "vitest";

import { externalRecords, externalTopics } from "../../src/data/external.ts";
import { poundsPerTonne } from "../../src/units.ts";

function valueOf(id: string): number {
  const record = externalRecords.find((candidate) => candidate.id === id);
  if (record === undefined) throw new Error(`no record ${id}`);
  return record.value;
}

describe("the figures from outside the paper", () => {
  it("have ids of their own, with the prefix of their topic", () => {
    const ids = externalRecords.map((record) => record.id);
    expect(new Set(ids).size).toBe(ids.length);
    const prefixes = new Map(externalRecords.map((record) => [record.topic, record.id.slice(0, 2)]));
    expect(externalTopics.map((topic) => prefixes.get(topic))).toEqual([
      "PR",
      "SU",
      "RD",
      "IN",
      "CH",
      "PX",
      "FI",
      "LI",
      "PF",
      "OU",
      "PC",
    ]);
    expect(externalRecords.filter((record) => !/^[A-Z]{2}\d{3}$/.test(record.id))).toEqual([]);
    expect(
      externalRecords.filter((record) => !record.id.startsWith(prefixes.get(record.topic) ?? "none")),
    ).toEqual([]);
  });

  it("name a source, an address, a unit and a year each", () => {
    for (const record of externalRecords) {
      expect(URL.canParse(record.url), record.id).toBe(true);
      expect([record.source, record.unit, record.year, record.description], record.id).not.toContain("");
    }
  });

  it("keep percentages of a whole between 0 and 100, but for deductions that exceed the expense", () => {
    const percentages = externalRecords.filter((record) => record.unit === "%");
    expect(percentages.length).toBeGreaterThan(10);
    expect(percentages.filter((record) => !(record.value > 0 && record.value < 100))).toEqual([]);
    const deductions = externalRecords.filter(
      ({ topic, unit }) => topic === "rdcredit" && unit === "% of R&D expense",
    );
    expect(deductions).toHaveLength(6);
    expect(deductions.filter((record) => record.value <= 100)).toEqual([]);
  });

  it("put the price of 2017 at US$2.80 a pound and its long-run mean at US$3.46", () => {
    expect(valueOf("PR038") / poundsPerTonne).toBeCloseTo(2.8, 2);
    expect(valueOf("PR057") / poundsPerTonne).toBeCloseTo(3.46, 2);
  });

  it("halve a deviation of the price in the months that its monthly persistence implies", () => {
    expect(Math.log(0.5) / Math.log(valueOf("PR053"))).toBeCloseTo(valueOf("PR054"), 1);
  });

  it("divide the suppliers' capital into foreign, mixed and national without a rest", () => {
    expect(valueOf("SU010") + valueOf("SU011") + valueOf("SU012")).toBe(100);
  });

  it("make the credit of 2016 worth 22 % of R&D: the extra deduction times the income tax", () => {
    const extraDeductionPercent = valueOf("RD001") - 100;
    expect(Math.round((extraDeductionPercent * valueOf("FI007")) / 100)).toBe(valueOf("RD023"));
  });

  it("approve one in six of the profiles sent to Innovate Peru", () => {
    expect(valueOf("IN013") / valueOf("IN012")).toBeCloseTo(0.167, 3);
  });

  it("charge small borrowers more than large ones", () => {
    expect(valueOf("FI003")).toBeLessThan(valueOf("FI002"));
    expect(valueOf("FI002")).toBeLessThan(valueOf("FI001"));
    expect(valueOf("FI001")).toBeLessThan(valueOf("FI006"));
  });
});
