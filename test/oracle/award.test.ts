import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createWorld } from "../../src/engine/genesis.ts";
import { defineScenario } from "../../src/scenarios/scenario.ts";
import { advance, openLot, rejections, tenderNow } from "../engine/worlds.ts";
import { policyIds, scenarioInputs, seeds, trying } from "../properties/arbitraries.ts";
import { expectedTender } from "./award.ts";

// Pooled capacity and local-content rules have tests of their own.
const among = policyIds.filter((id) => id !== "industry-association" && id !== "local-content-rule");

describe("a tender", () => {
  it("rejects each firm at its first gate, prices the others, and takes the cheapest in expectation", () => {
    const outcomes = new Set<string>();
    const gates = new Set<string>();
    fc.assert(
      fc.property(
        scenarioInputs(30, among),
        seeds,
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.nat(), { minLength: 25, maxLength: 25 }),
        (input, seed, months, picks) => {
          const world = createWorld(defineScenario(input), seed, { events: true, everyGate: false });
          advance(world, months);
          for (const pick of picks) {
            const lot = world.lots[pick % world.lots.length];
            openLot(world, lot);
            const expected = expectedTender(world, lot);
            const tender = tenderNow(world, lot);
            const fallen = rejections(tender);
            expect(Object.fromEntries(fallen.map(({ supplier, gate }) => [supplier, gate]))).toEqual(
              expected.rejected,
            );
            const bids = tender.bids.filter(({ supplier }) => supplier !== null);
            expect(bids.map(({ supplier }) => String(supplier)).toSorted()).toEqual(
              Object.keys(expected.bids).toSorted(),
            );
            for (const { supplier, priceUsdPerMonth, perceivedFailure, expectedCostUsdPerMonth } of bids) {
              const bid = expected.bids[supplier!];
              expect(priceUsdPerMonth / bid.priceUsd).toBeCloseTo(1, 9);
              expect(perceivedFailure).toBe(bid.perceivedFailure);
              expect(expectedCostUsdPerMonth / bid.expectedCostUsd).toBeCloseTo(1, 9);
            }
            expect([tender.outcome, tender.winner]).toEqual([expected.outcome, expected.winner]);
            outcomes.add(tender.outcome);
            for (const { gate } of fallen) gates.add(gate);
          }
        },
      ),
      trying(20),
    );
    expect([...outcomes].toSorted()).toEqual(expect.arrayContaining(["emergency", "import", "tender"]));
    expect(gates.size).toBe(7);
  }, 60_000);
});
