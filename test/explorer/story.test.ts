import { describe, expect, it } from "vitest";
import { lineText } from "../../explorer/people.ts";
import { chainOf, storyOf } from "../../explorer/story.ts";
import { wordsOf } from "../../explorer/text.ts";
import { qualifyingGateNames, type Run, type SimulationEvent } from "../../src/index.ts";

const months = 24;

/** A run of which only what happened is told. */
function runOf(events: readonly Record<string, unknown>[]): Run {
  const suppliers = ["A", "B"].map((name, id) => ({ id, name, origin: "peruvian" }));
  return {
    events: events as unknown as SimulationEvent[],
    suppliers,
    scenario: { months },
  } as unknown as Run;
}

const contract = (number: number, supplier: number, endMonth: number) => ({
  type: "contract",
  month: 3,
  contract: number,
  buyer: "antamina",
  supplier,
  priceUsdPerMonth: 100,
  startMonth: 3,
  endMonth,
  subcontractors: [],
});

describe("the tenders of a supplier's story", () => {
  const bid = (supplier: number) => ({ supplier });
  const tender = (
    month: number,
    gates: Record<string, number[]>,
    bidders: number[],
    winner: number | null,
  ) => ({
    type: "tender",
    month,
    rejected: Object.fromEntries(qualifyingGateNames.map((gate) => [gate, gates[gate] ?? []])),
    bids: bidders.map(bid),
    winner,
  });

  it("are counted by the year and the gate that stopped it, without those before January 2017 and those that it won", () => {
    const run = runOf([
      tender(-1, { "too-small": [0] }, [1], 1),
      tender(0, { "too-small": [0] }, [1], 1),
      tender(11, { "too-small": [1, 0] }, [], null),
      tender(11, { "not-trusted": [1] }, [0], null),
      tender(12, { "too-small": [0] }, [1], 1),
      tender(13, {}, [0, 1], 0),
      // Called in an emergency, though it fell at a gate.
      tender(14, { "no-finance": [0] }, [], 0),
      tender(15, { reserved: [1] }, [], null),
    ]);
    expect(storyOf(run, 0)).toEqual([
      { kind: "stopped", month: 11, gate: "too-small", times: 2 },
      { kind: "stopped", month: 11, gate: "outbid", times: 1 },
      { kind: "stopped", month: 23, gate: "too-small", times: 1 },
    ]);
  });
});

describe("who supplies whom at the end of a run", () => {
  it("is told by the contracts that deliver in the last month, without those that ended before their time", () => {
    const ended = (number: number, month: number) => ({ type: "contract-ended", month, contract: number });
    const chain = chainOf(
      runOf([
        contract(0, 0, months),
        contract(1, 1, months + 6),
        contract(2, 1, months - 1),
        ended(2, months - 2),
        contract(3, 1, months + 6),
        ended(3, 10),
        ended(0, months - 1),
      ]),
    );
    expect(chain).toEqual([
      { from: "antamina", to: "A", tier: 1, usdPerMonth: 100 },
      { from: "antamina", to: "B", tier: 1, usdPerMonth: 100 },
    ]);
  });
});

describe("the second tier", () => {
  it("is told of whom the first tier's winners in sight pay, by what reaches them a month", () => {
    const behind = (number: number, winner: number, usd: number, part: number | null) => ({
      ...contract(number, winner, months),
      buyer: `mine-${number}`,
      priceUsdPerMonth: usd,
      subcontractors: part === null ? [] : [{ supplier: part, priceUsdPerMonth: usd / 2 }],
    });
    // Stronger relations of A leave B, the least, out of sight, and with it whom it pays.
    const strong = Array.from({ length: 26 }, (_, i) => behind(i, 0, 1000 + i, i === 3 ? 1 : null));
    const chain = chainOf(runOf([...strong, behind(26, 1, 1, 0)]));
    expect(chain.filter(({ tier }) => tier === 2)).toEqual([
      { from: "A", to: "B", tier: 2, usdPerMonth: 501.5 },
    ]);
    expect(chain[0]).toEqual({ from: "mine-25", to: "A", tier: 1, usdPerMonth: 1025 });
  });
});

describe("a firm of the second tier that left", () => {
  it("is no longer told of: who holds the contract does its part", () => {
    const shared = (number: number) => ({
      ...contract(number, 0, months),
      subcontractors: [{ supplier: 1, priceUsdPerMonth: 30 }],
    });
    const left = (number: number, month: number) => ({
      type: "subcontract-ended",
      month,
      contract: number,
      supplier: 1,
    });
    const chain = chainOf(runOf([shared(0), shared(1), shared(2), left(0, 10), left(1, months - 1)]));
    // It delivered to the end where it left after the last month, and where it did not leave.
    expect(chain).toEqual([
      { from: "antamina", to: "A", tier: 1, usdPerMonth: 300 },
      { from: "A", to: "B", tier: 2, usdPerMonth: 60 },
    ]);
  });
});

describe("a line of a supplier's story", () => {
  const failed = (lossUsd: number) =>
    ["en", "es"].map((language) =>
      lineText(
        { month: 3, kind: "failed", buyer: "antamina", lossUsd },
        "peru-2017",
        wordsOf(language as "en", "peru-2017"),
      ),
    );

  it("tells what a failure costs the mine, and that one of an adopted solution costs no revenue", () => {
    expect(failed(1234)).toEqual([
      "fails Antamina, which loses US$ 1,234",
      "le falla a Antamina, que pierde US$ 1,234",
    ]);
    expect(failed(0)).toEqual([
      "its solution fails Antamina for a month, which pays less",
      "su solución le falla un mes a Antamina, que le paga menos",
    ]);
  });
});
