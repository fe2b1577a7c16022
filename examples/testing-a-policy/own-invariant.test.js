import assert from "node:assert/strict";
import test from "node:test";
import { startSimulation } from "eslabon";
import { scenarioInputs, seeds } from "eslabon/testing";
import fc from "fast-check";

test("experience never shrinks, and no firm fails more often than it delivers", () => {
  fc.assert(
    fc.property(scenarioInputs(18), seeds, (input, seed) => {
      const before = new Map();
      const look = ({ month, suppliers }) => {
        for (const { name, deliveries, failures } of suppliers()) {
          assert.ok(deliveries >= (before.get(name) ?? 0), `${name} has forgotten in month ${month}`);
          assert.ok(failures <= deliveries, `${name} failed ${failures} times of ${deliveries}`);
          before.set(name, deliveries);
        }
      };
      startSimulation(input, { seed, observers: [look] }).finish();
    }),
    { numRuns: 5, seed: 1 },
  );
});
