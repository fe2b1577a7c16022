import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { ParameterRecord } from "../../src/data/parameter.ts";
import {
  formInWords,
  originInWords,
  parametersReport,
  policiesReport,
  policyReport,
  timingInWords,
} from "../../src/report/catalogue.ts";
import { definePolicy, type Policy } from "../../src/scenarios/policy.ts";

const open = definePolicy({
  id: "open-tenders",
  title: "Open tenders",
  pillar: "existing",
  form: "law",
  mechanism: "More firms hear of tenders.",
  afterwards: "Firms forget where to look.",
  source: "Table A2",
  fixedCostUsdPerYear: 1_250_000,
  perUseCost: "a place in a course",
  rampMonths: 12,
  delayMonths: 1,
  settings: z.strictObject({
    published: z.number().min(0).max(0.9).default(0.8).describe("tenders published").meta({ unit: "share" }),
    who: z.enum(["all", "large"]).default("large").describe("mines that publish"),
  }),
  recipe: () => undefined,
}) as unknown as Policy;
const cellsOf = (line: string) => line.trim().split(/ {2,}/);

describe("the catalogue in words", () => {
  it("lists policies with pillar, form, fixed cost in US$ million and source", () => {
    expect(policiesReport([open], {}).split("\n").map(cellsOf)).toEqual([
      ["Policy", "Title", "Pillar", "Form", "Fixed cost, US$ million a year", "Source"],
      expect.anything(),
      ["open-tenders", "Open tenders", "Existing programmes", "law", "1.3", "Table A2"],
    ]);
  });

  it("tells of a policy how it acts, what of it is when and at what cost, and its settings", () => {
    const [title, mechanism, facts, settings] = policyReport(open, {}).split("\n\n");
    expect([title, mechanism]).toEqual(["Open tenders (open-tenders)", "More firms hear of tenders."]);
    expect(facts.split("\n")).toEqual([
      "Pillar: Existing programmes",
      "Form: law, which mostly survives a change of government",
      "Comes into force: after 1 month, over 12 months",
      "Public cost: US$ 1,250,000 a year, and per use: a place in a course",
      "Afterwards: Firms forget where to look.",
      "Source: Table A2",
    ]);
    expect(settings.split("\n").map(cellsOf)).toEqual([
      ["Setting", "Default", "Range", "Unit", "Meaning"],
      expect.anything(),
      ["published", "0.8", "0 to 0.9", "share", "tenders published"],
      ["who", "large", "all, large", "name", "mines that publish"],
    ]);
  });

  it("says when a policy comes into force, and what ends it", () => {
    expect(timingInWords({ delayMonths: 0, rampMonths: 0 })).toBe("at once");
    expect(timingInWords({ delayMonths: 6, rampMonths: 0 })).toBe("after 6 months, at once");
    expect(timingInWords({ delayMonths: 0, rampMonths: 1 })).toBe("over 1 month");
    expect(formInWords({ form: "private" })).toBe("private initiative, which no government ends");
    expect(formInWords({ form: "programme" })).toBe("programme, which often ends with a government");
  });

  it("lists parameters with range and unit, and says where each comes from", () => {
    const record = { value: 0.004, low: 0.002, high: 0.01, unit: "share", meaning: "what is learnt" };
    const known = { ...record, section: "7.8", source: "Table 2" } as unknown as ParameterRecord;
    const both = { ...known, assumption: "halved" };
    const assumed = { ...record, section: "7.8", assumption: "small" } as unknown as ParameterRecord;
    expect([known, both, assumed].map(originInWords)).toEqual([
      "Table 2",
      "Table 2; assumption: halved",
      "assumption: small",
    ]);
    expect(
      parametersReport([["learningRate", both]], {})
        .split("\n")
        .map(cellsOf),
    ).toEqual([
      ["Parameter", "Value", "Range", "Unit", "Meaning", "Source or assumption"],
      expect.anything(),
      ["learningRate", "0.004", "0.002 to 0.01", "share", "what is learnt", "Table 2; assumption: halved"],
    ]);
  });
});
