import { describe, expect, it } from "vitest";
import { gateNames } from "../../src/agents/codes.ts";
import { funnelSteps } from "../../src/analysis/funnel.ts";
import type { Funnel } from "../../src/engine/observations.ts";
import { funnelReport, funnelSentence } from "../../src/report/funnel.ts";

/** The steps of a funnel in which so many firms fall at each gate; at the last they win. */
function stepsOf(counts: readonly number[]) {
  const shared = { year: 2017, category: "fuels", origin: "peruvian", risk: "low" } as const;
  const byYear = gateNames.map((gate, i) => ({ ...shared, gate, count: counts[i] }));
  return funnelSteps({ byYear, byBuyer: [] } as unknown as Funnel);
}

describe("the report of a funnel", () => {
  const steps = stepsOf([100, 600, 0, 0, 200, 0, 0, 1075, 25]);

  it("tells of each gate how many come to it and fall, of all and of those", () => {
    const rows = funnelReport(steps, "firms")
      .split("\n\n")[0]
      .split("\n")
      .map((line) => line.trimEnd().split(/ {2,}/));
    expect(rows[0]).toEqual(["Gate", "come to it", "of all", "fall there", "of those"]);
    expect(rows.slice(2)).toEqual([
      ["reserved", "2,000", "100.0 %", "100", "5.0 %"],
      ["not-informed", "1,900", "95.0 %", "600", "31.6 %"],
      ["not-registered", "1,300", "65.0 %", "0", "0.0 %"],
      ["not-certified", "1,300", "65.0 %", "0", "0.0 %"],
      ["too-small", "1,300", "65.0 %", "200", "15.4 %"],
      ["no-finance", "1,100", "55.0 %", "0", "0.0 %"],
      ["not-trusted", "1,100", "55.0 %", "0", "0.0 %"],
      ["outbid", "1,100", "55.0 %", "1,075", "97.7 %"],
      ["won", "25", "1.3 %"],
    ]);
  });

  it("says at which gate most fall, and how many win", () => {
    expect(funnelSentence(steps, "Peruvian firms")).toBe(
      'Of 2,000 times that Peruvian firms were looked at in a tender, 54 % ended at the gate "outbid", where most fall, and 1.3 % in a contract.',
    );
    expect(funnelSentence(stepsOf([0, 0, 0, 0, 0, 0, 0, 0, 4]), "firms")).toBe(
      "Of 4 times that firms were looked at in a tender, 100.0 % ended in a contract.",
    );
    expect(funnelSentence(stepsOf([0, 0, 0, 0, 0, 0, 0, 0, 0]), "firms")).toBe(
      "No firms were looked at in a tender.",
    );
  });
});
