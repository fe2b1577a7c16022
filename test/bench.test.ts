import { expect, it } from "vitest";
import { phaseNames, phaseShares } from "../bench/phases.ts";
import { defineScenario } from "../src/scenarios/scenario.ts";

it("the bench times the phases of the model's own months, and throws where they are not", () => {
  const scenario = defineScenario({ id: "small", population: 50, months: 12, burnInMonths: 6 });
  const shares = phaseShares(scenario, 1);
  expect(shares.map(({ phase }) => phase)).toEqual(phaseNames);
  expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
});
