import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SimulationEvent } from "../../src/engine/events.ts";
import { createWorld } from "../../src/engine/genesis.ts";
import {
  checkInvariants,
  recordViolations,
  rememberWorld,
  worldViolations,
} from "../../src/engine/invariants.ts";
import { simulationOf } from "../../src/engine/run.ts";
import { defineScenario, type ScenarioInput } from "../../src/scenarios/scenario.ts";
import { scenarioInputs, seeds, trying } from "./arbitraries.ts";

/** The messages of all that is wrong with a scenario's run, month by month, and with what it hands over. */
function wrongIn(input: ScenarioInput, seed: string | number): string[] {
  const world = createWorld(defineScenario(input), seed, { events: true, everyGate: false });
  const simulation = simulationOf(world, { seed });
  const found: string[] = [];
  const log: SimulationEvent[] = [...world.events!.splice(0)];
  let before = rememberWorld(world);
  const report = (violations: readonly { message: string; replay: string }[]) => {
    for (const { message, replay } of violations) found.push(`${message}\n${replay}`);
  };
  while (!simulation.done && found.length === 0) {
    simulation.step();
    report(worldViolations(world, before, seed));
    before = rememberWorld(world);
    for (const event of world.events!.splice(0)) if (event.type !== "tender") log.push(event);
  }
  if (found.length === 0) report(recordViolations({ ...simulation.finish(), events: log }));
  return found.slice(0, 3);
}

describe("in any scenario", () => {
  it("every month keeps the invariants: money, contracts, state, funnel and the event log", () => {
    fc.assert(
      fc.property(scenarioInputs(), seeds, (input, seed) => {
        expect(wrongIn(input, seed)).toEqual([]);
      }),
      trying(50),
    );
  }, 120_000);

  it("checking a run on demand finds nothing, and the run can be done again", () => {
    fc.assert(
      fc.property(scenarioInputs(30), seeds, (input, seed) => {
        const world = createWorld(defineScenario(input), seed, { events: false, everyGate: false });
        const run = simulationOf(world, { seed }).finish();
        expect(checkInvariants(run).map(({ message }) => message)).toEqual([]);
      }),
      trying(8),
    );
  }, 60_000);
});
