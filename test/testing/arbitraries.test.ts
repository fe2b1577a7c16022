import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulate } from "../../src/engine/run.ts";
import { restoreSimulation } from "../../src/engine/checkpoint.ts";
import { checkPack } from "../../src/scenarios/pack-check.ts";
import {
  assertInvariants,
  dataPacks,
  institutions,
  runs,
  scenarioInputs,
  worlds,
} from "../../src/testing.ts";
import { trying } from "../properties/arbitraries.ts";

const short = scenarioInputs(14);

describe("the arbitraries", () => {
  it("give packs that are valid and can be run", () => {
    fc.assert(
      fc.property(dataPacks, (pack) => {
        expect(checkPack(pack)).toEqual([]);
      }),
      trying(100),
    );
    fc.assert(
      fc.property(dataPacks, (pack) => {
        assertInvariants(
          simulate({ id: "a", pack, months: 13, burnInMonths: 2, population: 60 }, { seed: 1 }),
        );
      }),
      trying(3),
    );
  }, 60_000);

  it("give rules within their meaning: shares stay shares", () => {
    fc.assert(
      fc.property(institutions, ({ information, association, governance }) => {
        for (const share of [information.tenderPublicity, association.membership, governance.delivery]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
      trying(50),
    );
  });

  it("give worlds that go on and runs that are done", () => {
    fc.assert(
      fc.property(worlds({ scenarios: short, events: true }), (world) => {
        const simulation = restoreSimulation(world);
        expect(simulation.month).toBe(world.month);
        expect(simulation.finish().events).toBeDefined();
      }),
      trying(2),
    );
    fc.assert(
      fc.property(runs({ scenarios: short }), (run) => {
        expect(run.fingerprint).toMatch(/^[0-9a-f]{16}$/);
        expect(fc.stringify(run)).toMatch(/^a run of \{.*\} with seed /);
      }),
      trying(2),
    );
  }, 60_000);
});

describe("the assertion of invariants", () => {
  it("says what is broken, where, and how to see it again", () => {
    const run = simulate({ id: "a", months: 12, burnInMonths: 0, population: 60 }, { seed: 3 });
    expect(() => assertInvariants(run)).not.toThrow();
    const metrics = {
      ...run.metrics,
      spendUsd: run.metrics.spendUsd.map((usd, i) => (i === 4 ? usd + 1 : usd)),
    };
    const changed = Object.defineProperty({ ...run }, "metrics", { value: metrics });
    expect(() => assertInvariants(changed)).toThrow(
      /spend-is-placed-once \(seed 3, month 4, phase delivery\)/,
    );
    expect(() => assertInvariants(changed)).toThrow(/see it again:\nconst run = startSimulation\(/);
    expect(() => assertInvariants(changed, ["one-holder"])).not.toThrow();
  });
});
