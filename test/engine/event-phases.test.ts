import { expect, it } from "vitest";
import { createWorld } from "../../src/engine/genesis.ts";
import type { DecisionEvent, Observations } from "../../src/engine/observations.ts";
import { isDecision, phaseNames, phaseOf } from "../../src/engine/event-phases.ts";
import { capabilities } from "../../src/engine/phases/capabilities.ts";
import { delivery } from "../../src/engine/phases/delivery.ts";
import { finance } from "../../src/engine/phases/finance.ts";
import { innovation } from "../../src/engine/phases/innovation.ts";
import { institutions } from "../../src/engine/phases/institutions.ts";
import { market } from "../../src/engine/phases/market.ts";
import { observe } from "../../src/engine/phases/observe.ts";
import { procurement } from "../../src/engine/phases/procurement.ts";
import { beginMonth, tick } from "../../src/engine/tick.ts";
import { defineScenario } from "../../src/scenarios/scenario.ts";

const phases = { institutions, market, delivery, procurement, innovation, capabilities, finance };
const scenario = defineScenario({
  id: "inventive",
  population: 60,
  months: 30,
  burnInMonths: 12,
  policies: [{ policy: "challenge-portal", startMonth: 0 }],
});

it("every event happens in the phase that is told of it", () => {
  const world = createWorld(scenario, 3, { events: true, everyGate: false });
  const observations: Observations = { rows: [] };
  const seen = new Set<string>();
  expect(Object.keys(phases)).toEqual(phaseNames);
  while (world.month < scenario.months - 1) {
    beginMonth(world);
    world.events?.splice(0);
    for (const [name, phase] of Object.entries(phases)) {
      phase(world);
      for (const event of world.events?.splice(0) ?? []) {
        if (!isDecision(event)) continue;
        expect(phaseOf(event), event.type).toBe(name);
        seen.add(event.type);
      }
    }
    observe(world, observations);
  }
  expect([...seen].toSorted()).toEqual([
    ...["certificate", "challenge", "contract", "entry", "exit", "failure", "investment", "mine-stage"],
    ...["policy-changed", "registration", "subcontract-failure", "tender"],
  ]);
  // The months were those of the model.
  const again = createWorld(scenario, 3, { events: false, everyGate: false });
  const expected: Observations = { rows: [] };
  while (again.month < scenario.months - 1) tick(again, expected);
  expect(observations.rows).toEqual(expected.rows);
});

it("a solution that is bought where it was proved is bought in the phase of innovation", () => {
  const bought = (kind: string) => phaseOf({ type: "contract", kind } as DecisionEvent);
  expect([bought("tender"), bought("import"), bought("innovation")]).toEqual([
    "procurement",
    "procurement",
    "innovation",
  ]);
});
