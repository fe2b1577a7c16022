import { describe, expect, it } from "vitest";
import type { FactRow } from "../../src/analysis/facts.ts";
import { factSummary, factTable } from "../../src/report/fact-table.ts";
import { factsPage } from "../../src/report/facts-page.ts";
import { factsReport, factsSentence } from "../../src/report/facts.ts";

const row = (id: string, change: Partial<FactRow>): FactRow => ({
  id,
  fact: `what ${id} is`,
  role: "check",
  target: "0.2 to 0.4",
  low: 0.2,
  high: 0.4,
  unit: "share",
  mean: 0.3214,
  intervalLow: 0.28,
  intervalHigh: 0.3551,
  runs: 8,
  inside: true,
  source: "Section 3",
  addresses: [],
  ...change,
});

const rows = [
  row("met", {}),
  row("missed", { mean: 0.9, intervalLow: 0.8, intervalHigh: 1, inside: false, explanation: "Why | so." }),
  row("silent", { mean: null, intervalLow: null, intervalHigh: null, inside: false, runs: 0 }),
  row("single", { role: "fitted", intervalLow: null, intervalHigh: null, runs: 1 }),
  row("large", {
    ...{ low: 1000, high: null, target: "above 1000", unit: "US$ million", role: "input" },
    ...{ mean: 1234.5, intervalLow: 1200, intervalHigh: 1269 },
    ...{ addresses: ["https://example.org/a?b=c"], tolerance: "as wide as surveys" },
  }),
];

describe("the report of facts", () => {
  it("counts what is met, what is not, and apart from it what could not be measured", () => {
    expect(factsSentence(rows)).toBe(
      "The baseline meets 3 of 5 facts; not met: missed; not measured: silent.",
    );
    expect(factsSentence([row("empty", { mean: null, inside: false })])).toBe(
      "The baseline meets 0 of 1 facts; not measured: empty.",
    );
    expect(factsSentence(rows.slice(0, 1))).toBe("The baseline meets 1 of 1 facts.");
  });

  it("shows target, number, interval and outcome of each, and why one is not met", () => {
    const text = factsReport(rows, { strong: (words) => `*${words}*` });
    const lines = text.split("\n\n")[0].split("\n").slice(2);
    expect(lines.map((line) => line.trim().split(/ {2,}/))).toEqual([
      ["met", "0.2 to 0.4", "0.321", "[0.280, 0.355]", "share", "check", "inside"],
      ["missed", "0.2 to 0.4", "0.900", "[0.800, 1.000]", "share", "check", "*OUTSIDE*"],
      ["silent", "0.2 to 0.4", "-", "-", "share", "check", "*NOT MEASURED*"],
      ["single", "0.2 to 0.4", "0.321", "-", "share", "fitted", "inside"],
      ["large", "above 1000", "1,234.50", "[1,200.00, 1,269.00]", "US$ million", "input", "inside"],
    ]);
    expect(text).toMatch(/\n\nmissed \(what missed is\): Why \| so\.$/);
  });

  it("hands over rows with all of it, and for reading the number with its interval", () => {
    expect(factTable(rows)[1]).toEqual({
      ...{ fact: "missed", meaning: "what missed is", role: "check", target: "0.2 to 0.4", unit: "share" },
      ...{ model: 0.9, low: 0.8, high: 1, outcome: "outside", source: "Section 3", explanation: "Why | so." },
    });
    const models = factSummary(rows).map(
      (each) => Object.entries(each).find(([key]) => key.startsWith("model"))?.[1],
    );
    expect(models.map((text) => String(text).replaceAll("\u00a0", " "))).toEqual([
      ...["0.321 [0.280, 0.355]", "0.900 [0.800, 1.000]", "-", "0.321", "1,234.50 [1,200.00, 1,269.00]"],
    ]);
    expect(factSummary(rows).map(({ outcome }) => outcome)).toEqual(
      factTable(rows).map(({ outcome }) => outcome),
    );
  });

  it("keeps figures from outside the paper apart on its page, with their bounds' reasons and addresses", () => {
    const page = factsPage(rows, { command: "npx eslabon facts", seeds: 8, population: 800, months: 180 });
    const [paper, outside] = page.split("## Figures from outside the paper");
    expect(paper).toContain("seeds 1 to 8; 800 firms; 180 months from January 2017");
    expect(paper).toContain(
      "| `missed` | what missed is | check | 0.2 to 0.4 | 0.900 [0.800, 1.000] | share | **outside** | Section 3 |",
    );
    expect(paper).not.toContain("`large`");
    expect(outside).toContain(
      "| US$ million | inside | Section 3: [example.org](https://example.org/a?b=c) |",
    );
    expect(outside).toContain("| `large` | as wide as surveys |");
    expect(outside).not.toContain("| `met` |");
    expect(outside).toContain("## What is not met or not measured, and why\n\n- `missed`: Why | so.\n");
  });
});
