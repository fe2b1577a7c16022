import { describe, expect, it } from "vitest";
import { recordOf, scenarioOf } from "../../src/scenarios/scenario-record.ts";
import { scenarios } from "../../src/scenarios/catalogue.ts";

describe("the record of a scenario", () => {
  it.each(Object.values(scenarios))("$id is the same scenario when it is made again", (scenario) => {
    const record: unknown = JSON.parse(JSON.stringify(recordOf(scenario)));
    const { policies, ...again } = scenarioOf(record as ReturnType<typeof recordOf>);
    const { policies: original, ...expected } = scenario;
    expect(again).toEqual(expected);
    expect(new Set(policies)).toEqual(new Set(original));
  });

  it("is refused when its content is not what its hash says", () => {
    const record = { ...recordOf(scenarios.baseline), hash: "0123456789abcdef" };
    expect(() => scenarioOf(record)).toThrow("expected 0123456789abcdef, the hash that the record names");
  });
});
