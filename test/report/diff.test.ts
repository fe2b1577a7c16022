import { describe, expect, it } from "vitest";
import { qualifyingGateNames } from "../../src/agents/codes.ts";
import type { RunDiff } from "../../src/analysis/diff.ts";
import type { FirmOutcome } from "../../src/analysis/firm-changes.ts";
import { diffReport } from "../../src/report/diff.ts";

const noneFell = Object.fromEntries(qualifyingGateNames.map((gate) => [gate, [] as number[]]));
const bid = (supplier: number | null, priceUsdPerMonth: number, perceivedFailure: number) => ({
  ...{ supplier, priceUsdPerMonth, perceivedFailure, expectedCostUsdPerMonth: priceUsdPerMonth + 500 },
});
const tender = (winner: number, bids: readonly ReturnType<typeof bid>[], fell: readonly number[]) => ({
  ...{ month: 25, type: "tender", lot: 7, buyer: "antamina", category: "consumables", winner, bids },
  ...{ outcome: "tender", rejected: { ...noneFell, "not-trusted": fell } },
});
const outcome = (workUsd: number, change: Partial<FirmOutcome> = {}): FirmOutcome => ({
  ...{ supplier: 1, workUsd, contracts: 2, technical: 0.5, certificateLevel: 1, adoptions: 0 },
  ...{ exporting: false, leftMonth: null },
  ...change,
});
const change = (name: string, first: FirmOutcome | null, second: FirmOutcome | null) => ({
  ...{ name, origin: "peruvian" as const, first, second },
  workUsd: (second?.workUsd ?? 0) - (first?.workUsd ?? 0),
});
const entries = (...names: readonly string[]) =>
  names.map((name) => ({ name, month: 26, buyer: "cuajone" }) as RunDiff["onlyInFirst"][number]);
const diff = {
  ...{ seed: "3", scenarios: ["before", "after"], identical: false, metricsDiffer: null },
  decision: {
    ...{ month: 25, phase: "procurement" },
    first: tender(4, [bid(4, 1000, 0.02), bid(null, 3000, 0.01)], [9]),
    second: tender(9, [bid(9, 900, 0.03)], []),
  },
  years: [
    {
      year: 2019,
      differences: {
        ...{ localValueNetUsd: 21.5e6, peruvianDirectUsd: -8e5, knowledgeIntensiveUsd: 0 },
        ...{ publicCostUsd: 6e6, directSuppliers: -2, adoptions: 1 },
      },
    },
  ],
  contracts: [{ origin: "peruvian", first: 21, second: 34 }],
  gates: [{ gate: "outbid", first: 77, second: 93 }],
  onlyInFirst: entries("a", "b", "c", "d", "e", "f"),
  onlyInSecond: entries("z"),
  firms: {
    ...{ gained: 4, lost: 3, equal: 5 },
    changed: [
      change("founded", null, outcome(9e6)),
      change("staying", outcome(1e6, { leftMonth: 30 }), outcome(4e6, { exporting: true, technical: 0.75 })),
      change("certified", outcome(5e6), outcome(6e6, { certificateLevel: 3, adoptions: 2, contracts: 3 })),
      change("leaving", outcome(5e6), outcome(2e6, { leftMonth: 40 })),
      change("waning", outcome(7e6, { exporting: true }), outcome(2e6, { technical: 0.25 })),
      change("unfounded", outcome(8e6), null),
    ],
  },
} as unknown as RunDiff;

describe("the report of what two runs differ in", () => {
  const text = diffReport(diff, { width: 1000 });
  const words = text.replaceAll(/\s+/g, " ");
  const rowsAfter = (heading: string) =>
    text
      .split("\n\n")
      .find((part) => part.startsWith(heading))
      ?.split("\n")
      .filter((line) => !line.startsWith("─"))
      .map((line) => line.trim().split(/ {2,}/));

  it("tells of each run its own decision, with what firms met in it alone", () => {
    expect(words).toContain('"after" against "before", both of seed 3.');
    expect(words).toContain(
      "The first decision that differs is of February 2019 (month 25), in the phase of procurement. " +
        'Under "before": tender of lot 7 by antamina for consumables: supplier 4 (tender) at an expected cost of US$ 1,500 a month (price 1,000, perceived failure 0.0200), 2 bids; unlike in the other run, supplier 9 was not trusted enough, supplier 4 bid and an import bid. ' +
        'Under "after": tender of lot 7 by antamina for consumables: supplier 9 (tender) at an expected cost of US$ 1,400 a month (price 900, perceived failure 0.0300), 1 bid; unlike in the other run, supplier 9 bid.',
    );
  });

  it("shows differences second less first, and both runs under their names", () => {
    expect(rowsAfter("Year")?.[1]).toEqual(["2019", "+21.5", "-0.800", "0", "+6.00", "-2.00", "+1.00"]);
    expect(rowsAfter("Contracts signed")).toEqual([
      ["Contracts signed", "before", "after"],
      ["peruvian", "21", "34"],
    ]);
    expect(rowsAfter("Last gate")?.[1]).toEqual(["outbid", "77", "93"]);
    expect(words).toContain('Got in under "after" only: z (March 2019, cuajone).');
    expect(words).toMatch(
      /Got in under "before" only: a \(March 2019, cuajone\); .*; e \([^)]*\)\. First of 6\./,
    );
  });

  it("tells who gained and who lost most, the most first, and what else became of them", () => {
    expect(words).toContain(
      'Agreed work by the end: more under "after" than under "before" for 4 of 12 firms, less for 3, as much for 5.',
    );
    expect(rowsAfter("Gained most")?.slice(1)).toEqual([
      ["founded", "peruvian", "+9.00", "–", "9.00", "– → 2", 'founded under "after" only'],
      [
        ...["staying", "peruvian", "+3.00", "1.00", "4.00", "2 → 2"],
        "stays instead of leaving in July 2019, exports, technical capability +0.25",
      ],
      ["certified", "peruvian", "+1.00", "5.00", "6.00", "2 → 3", "adoptions 0 → 2, certificate level 1 → 3"],
    ]);
    expect(rowsAfter("Lost most")?.slice(1)).toEqual([
      ["unfounded", "peruvian", "-8.00", "8.00", "–", "2 → –", 'not founded under "after"'],
      ["waning", "peruvian", "-5.00", "7.00", "2.00", "2 → 2", "does not export, technical capability -0.25"],
      ["leaving", "peruvian", "-3.00", "5.00", "2.00", "2 → 2", "leaves in May 2020 instead of staying"],
    ]);
  });

  it("shows five of each at the most, those that gained and lost most", () => {
    const many = Array.from({ length: 14 }, (_, i) =>
      change(`f${i}`, outcome(9e6), outcome((15.5 - i) * 1e6)),
    );
    const [gained, lost] = ["Gained most", "Lost most"].map((heading) =>
      diffReport({ ...diff, firms: { ...diff.firms, changed: many } })
        .split("\n\n")
        .find((part) => part.startsWith(heading))
        ?.match(/^f\d+/gm),
    );
    expect([gained, lost]).toEqual([
      ["f0", "f1", "f2", "f3", "f4"],
      ["f13", "f12", "f11", "f10", "f9"],
    ]);
  });
});
