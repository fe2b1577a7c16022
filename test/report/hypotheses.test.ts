import { describe, expect, it } from "vitest";
import type {
  ContrastResult,
  HypothesesStudy,
  HypothesisResult,
} from "../../src/analysis/hypotheses/study.ts";
import { findingSentence, hypothesesPage, hypothesesReport } from "../../src/report/hypotheses.ts";

const contrast: ContrastResult = {
  id: "a",
  estimand: "what it adds",
  unit: "US$ a year",
  claimed: "above 0",
  decides: true,
  mean: 12.3e6,
  low: 10e6,
  high: 14.6e6,
  p: 0.0001,
  adjustedP: 0.0004,
  finding: "supported",
};
const shown: ContrastResult = {
  ...contrast,
  ...{ id: "b", estimand: "what it costs", claimed: null, decides: false, finding: null },
  ...{ mean: 0.5e6, low: -1e6, high: 2e6, p: null, adjustedP: null },
};
const hypothesis: HypothesisResult = {
  id: "H1",
  claim: "A rule adds.",
  source: "Section 4",
  design: "With and without.",
  finding: "supported",
  contrasts: [contrast, shown],
};
const study: HypothesesStudy = {
  ...{ seeds: 20, runs: 80, family: 3, level: 0.05, population: 800, months: 180 },
  hypotheses: [hypothesis],
};

describe("what the hypotheses came to", () => {
  it("is said with the numbers that decide, their intervals and adjusted p-values, and with no others", () => {
    expect(findingSentence(hypothesis)).toBe(
      "Supported: what it adds is +12.3 [10.0, 14.6] US$ million a year, where the claim puts it above 0 (adjusted p < 0.001).",
    );
    const against = { ...contrast, mean: -5e6, low: -9e6, high: -1e6, adjustedP: 0.02 };
    const contradicted = { ...hypothesis, finding: "contradicted" as const, contrasts: [against] };
    expect(findingSentence(contradicted)).toMatch(
      /^Contradicted: what it adds is -5\.00 .*\(adjusted p 0\.020\)\.$/,
    );
    const silent = { ...contrast, mean: null, low: null, high: null, adjustedP: 1 };
    const unclear = { ...hypothesis, finding: "not told apart" as const, contrasts: [silent] };
    expect(findingSentence(unclear)).toBe(
      "Not told apart: what it adds could not be measured with every seed.",
    );
  });

  it("stands in the report beside all numbers, and which of them decide", () => {
    const text = hypothesesReport(study, { width: 1000 });
    expect(text.replaceAll("\n", " ")).toContain(
      "by a paired t test over 20 seeds, and Holm's procedure over the 3 deciding numbers keeps the chance of any false finding at 5 %.",
    );
    expect(text).toContain("\n\nH1: SUPPORTED\n\nA rule adds. (Section 4)\n\nWith and without.\n\n");
    expect(text).toMatch(/^decides +what it adds +\+12\.3 \[10\.0, 14\.6\] US\$ million a year +< 0\.001$/m);
    expect(text).toMatch(/^ +what it costs +\+0\.500 \[-1\.000, 2\.000\] US\$ million a year$/m);
    const page = hypothesesPage(study, { command: "x", seeds: 20, population: 800, months: 180 });
    expect(page).toContain("| [H1](#H1) | A rule adds. | supported |");
    expect(page).toContain(
      "| what it adds | +12.3 [10.0, 14.6] US$ million a year | above 0 | < 0.001 | supported |",
    );
    expect(page).toContain(
      "| what it costs | +0.500 [-1.000, 2.000] US$ million a year |  |  | shown only |",
    );
  });
});
