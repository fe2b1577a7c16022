import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { executeHere, runTasks } from "../../src/analysis/executor.ts";
import { growTrunk, runFrom } from "../../src/engine/branch.ts";
import { createWorld } from "../../src/engine/genesis.ts";
import type { Observations } from "../../src/engine/observations.ts";
import { markState, rewind } from "../../src/engine/rewind.ts";
import { simulate } from "../../src/engine/run.ts";
import { tick } from "../../src/engine/tick.ts";
import type { World } from "../../src/engine/world.ts";
import { defineScenario } from "../../src/scenarios/scenario.ts";
import { policyIds, scenarioInputs, seeds, trying } from "../properties/arbitraries.ts";
import type { PolicyId } from "../../src/scenarios/policies.ts";

const size = { months: 24, burnInMonths: 12, population: 60 };
const withPolicy = (id: PolicyId, startMonth: number) =>
  defineScenario({
    id: `${id}-${startMonth}`,
    ...size,
    policies: [{ policy: id, startMonth, rampMonths: 0 }],
  });

describe("a run that goes on from a trunk", () => {
  it.each(policyIds)("has the bits of the whole run, with %s", (id) => {
    const scenario = withPolicy(id, 6);
    const trunk = growTrunk(scenario, 3, 6);
    const branched = runFrom(trunk, scenario);
    const whole = simulate(scenario, { seed: 3 });
    expect(branched.fingerprint).toBe(whole.fingerprint);
    expect(branched.treasury).toEqual(whole.treasury);
    expect(branched.suppliers.at(-1)).toEqual(whole.suppliers.at(-1));
  });

  it("has them for random scenarios, at any month before the first policy", () => {
    fc.assert(
      fc.property(
        scenarioInputs(),
        seeds,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (input, seed, part) => {
          const scenario = defineScenario(input);
          const first = Math.min(scenario.months, ...scenario.policies.map(({ startMonth }) => startMonth));
          const month = Math.floor(part * (first + scenario.burnInMonths)) - scenario.burnInMonths;
          const trunk = growTrunk(scenario, seed, month);
          expect(runFrom(trunk, scenario).fingerprint).toBe(simulate(scenario, { seed }).fingerprint);
        },
      ),
      trying(15),
    );
  }, 60_000);

  it("leaves the trunk as it is, so that others go on from it too", () => {
    const [one, other] = [withPolicy("matchmaking", 10), withPolicy("testing-centre", 12)];
    const trunk = growTrunk(one, 1, 10);
    const first = runFrom(trunk, one).fingerprint;
    runFrom(trunk, other);
    expect(runFrom(trunk, one).fingerprint).toBe(first);
  });

  it("has every event of the whole run, and keeps them when another goes on from the trunk", () => {
    const [one, other] = [withPolicy("matchmaking", 10), withPolicy("testing-centre", 12)];
    const trunk = growTrunk(one, 1, 10, true);
    const runs = [one, other].map((scenario) => runFrom(trunk, scenario));
    [one, other].forEach((scenario, i) => {
      expect(runs[i].events).toEqual(simulate(scenario, { seed: 1, events: true }).events);
    });
    expect(growTrunk(one, 1, 10).world.events).toBeNull();
  });

  it("is refused to scenarios that differ by more than later policies", () => {
    const trunk = growTrunk(withPolicy("matchmaking", 10), 1, 10);
    expect(() => runFrom(trunk, withPolicy("matchmaking", 9))).toThrow(
      "differs by more than policies that start later",
    );
    expect(() => runFrom(trunk, defineScenario({ id: "larger", ...size, population: 200 }))).toThrow(
      RangeError,
    );
  });
});

describe("the runs of a plan", () => {
  it("are the same with shared months as one by one, whatever stands beside them", async () => {
    const scenarios = [
      defineScenario({ id: "baseline", ...size }),
      withPolicy("matchmaking", 10),
      defineScenario({ id: "chile", ...size, pack: "chile" }),
      withPolicy("business-training", 0),
      withPolicy("testing-centre", 20),
    ];
    const plan = {
      scenarios,
      seeds: [1, "two"],
      window: { fromMonth: 0, toMonth: 24 },
      tasks: [0, 1].flatMap((seed) => scenarios.map((_, scenario) => ({ scenario, seed }))),
    };
    expect(await executeHere(plan)).toEqual(plan.tasks.flatMap((task) => [...runTasks(plan, [task])]));
  });
});

describe("a run that is rewound to a mark", () => {
  it("stands as it stood, and goes on as it did", () => {
    const world = createWorld(defineScenario({ id: "a", ...size }), 1, { events: false, everyGate: true });
    for (let i = 0; i < 20; i++) tick(world, { rows: [] });
    const mark = markState(world);
    const parts = () =>
      Object.entries(world).filter(([name]) => !["suppliers", "book", "lots"].includes(name));
    const copy = () => structuredClone(Object.fromEntries(parts()) as Partial<World>);
    const before = copy();
    const first: Observations = { rows: [] };
    for (let i = 0; i < 20; i++) tick(world, first);
    // By Node's comparison: vitest's takes many seconds over columns of this length.
    const changed = () => {
      const now = copy();
      const names = Object.keys(now) as (keyof typeof now)[];
      return names.filter((name) => !isDeepStrictEqual(now[name], before[name]));
    };
    expect(changed()).toContain("columns");
    rewind(mark);
    expect(changed()).toEqual([]);
    const again: Observations = { rows: [] };
    for (let i = 0; i < 20; i++) tick(world, again);
    expect(again).toEqual(first);
  });

  it("holds plain state only", () => {
    expect(() => markState({ act: () => 1 })).toThrow("holds a function");
  });

  it("keeps its fields", () => {
    const state: { lots: Record<string, number> } = { lots: { a: 1, b: 2 } };
    const mark = markState(state);
    state.lots["b"] = 3;
    rewind(mark);
    expect(state).toEqual({ lots: { a: 1, b: 2 } });
    state.lots["c"] = 4;
    expect(() => rewind(mark)).toThrow("gained or lost a field");
    delete state.lots["c"];
    delete state.lots["a"];
    expect(() => rewind(mark)).toThrow("gained or lost a field");
  });
});
