import { describe, expect, it } from "vitest";
import type { Comparison } from "../../src/analysis/comparison.ts";
import { factRows } from "../../src/analysis/facts.ts";
import { allFacts } from "../../src/analysis/fact-table.ts";
import { packs, scenarios } from "../../src/index.ts";
import { comparisonSaidOf, factsSaidOf } from "../../src/report/nation.ts";
import { saidOf } from "../../src/report/words.ts";

describe("a report on a country", () => {
  it("speaks of the country's firms in every fact, and of no others", () => {
    const measures = Object.fromEntries(allFacts.map(({ id }) => [id, null]));
    const rows = factRows([{ seed: "1", scenarioHash: "0", targets: null, measures }]);
    const words = (nation: "chile" | "peru-2017") =>
      factsSaidOf(packs[nation], rows)
        .flatMap(({ fact, unit, explanation = "" }) => [fact, unit, explanation])
        .join("\n");
    expect(words("peru-2017")).toMatch(/Peruvian firms that export/);
    expect(words("chile")).toMatch(/Chilean firms that export/);
    expect(words("chile").replaceAll("Innovate Peru", "")).not.toMatch(/Peru/);
    expect(factsSaidOf(packs["peru-2017"], rows)).toEqual(rows);
  });

  it("calls the catalogue's scenarios by the country's words, and a reader's own as the reader does", () => {
    const titled = (id: string, title: string) => ({
      id,
      title,
      hash: "",
      policies: [],
      besidesPolicies: [],
    });
    const comparison = {
      scenarios: [
        titled("local-content-owned", scenarios["local-content-owned"].title),
        titled("local-content-invoicing", scenarios["local-content-invoicing"].title),
        titled("innovate-peru", scenarios["innovate-peru"].title),
        titled("rd-credit-2019", scenarios["rd-credit-2019"].title),
        titled("rd-credit", scenarios["rd-credit"].title),
        titled("local-content-weak", "A rule as in Peru"),
        titled("mine", "As Peruvian firms want it"),
      ],
    } as unknown as Comparison;
    expect(comparisonSaidOf(packs.chile, comparison).scenarios.map(({ title }) => title)).toEqual([
      "Local-content rule, Chilean-owned",
      "Local-content rule, invoicing in Chile",
      "Innovate Peru funds",
      "R&D credit, law in force from 2020 (Peru's law)",
      "R&D credit: awareness and light paperwork",
      "A rule as in Peru",
      "As Peruvian firms want it",
    ]);
    expect(comparisonSaidOf(packs["peru-2017"], comparison).scenarios[3].title).toBe(
      "R&D credit, law in force from 2020",
    );
  });

  it("leaves programmes their names", () => {
    expect(saidOf(packs.chile, "Innovate Peru's grants to Peruvian firms in Peru")).toBe(
      "Innovate Peru's grants to Chilean firms in Chile",
    );
  });
});
