import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { restoreSimulation, saveState } from "../../src/engine/checkpoint.ts";
import type { SavedState } from "../../src/engine/saved-state.ts";
import { simulate, startSimulation, type RunOptions, type Simulation } from "../../src/engine/run.ts";
import { decodeState, encodeState } from "../../src/engine/state-graph.ts";
import { InputError } from "../../src/errors.ts";
import type { PolicyRequest } from "../../src/scenarios/policy-request.ts";
import { ownPolicy } from "../scenarios/own-policy.ts";
import { defineScenario, type ScenarioInput } from "../../src/scenarios/scenario.ts";
import { scenarioInputs, seeds, trying } from "../properties/arbitraries.ts";
import { forged } from "./forged-state.ts";

const small: ScenarioInput = { id: "small", months: 24, burnInMonths: 6, population: 60 };

/** A run that stands after a month. */
function runTo(month: number, input: ScenarioInput, options: RunOptions): Simulation {
  const simulation = startSimulation(input, options);
  while (simulation.month < month) simulation.step();
  return simulation;
}

/** A state as it comes back from a file. */
const throughJson = (state: SavedState) => JSON.parse(JSON.stringify(state)) as SavedState;

const random = fc.record({
  input: scenarioInputs(16),
  seed: seeds,
  events: fc.boolean(),
  funnel: fc.constantFrom("first" as const, "every" as const),
  part: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe("a run that goes on from a saved state", () => {
  it("has the bits of the run that was never stopped, at any month of any scenario", () => {
    fc.assert(
      fc.property(random, ({ input, seed, events, funnel, part }) => {
        const { months, burnInMonths } = defineScenario(input);
        const month = Math.floor(part * (months + burnInMonths)) - burnInMonths - 1;
        const stopped = runTo(month, input, { seed, events, funnel });
        const saved = throughJson(saveState(stopped));
        const restored = restoreSimulation(saved);
        expect(saveState(restored).hash).toBe(saved.hash);
        const [whole, continued] = [stopped, restored].map((each) => each.finish());
        expect(continued.fingerprint).toBe(whole.fingerprint);
        expect(continued.treasury).toEqual(whole.treasury);
        expect(saveState(restored).hash).toBe(saveState(stopped).hash);
      }),
      trying(4),
    );
  }, 120_000);

  it("is not changed by having been saved, and can be gone on from many times", () => {
    const saved = saveState(runTo(8, small, { seed: 1 }));
    const { fingerprint } = simulate(small, { seed: 1 });
    for (let i = 0; i < 2; i++) expect(restoreSimulation(saved).finish().fingerprint).toBe(fingerprint);
  });

  it("calls the observers for the months that are left", () => {
    const seen: number[] = [];
    const saved = saveState(runTo(20, small, { seed: 1 }));
    restoreSimulation(saved, { observers: [({ month }) => seen.push(month)] }).finish();
    expect(seen).toEqual([21, 22, 23]);
  });

  it("refuses options that it does not have, and others than they are", () => {
    const saved = saveState(runTo(2, small, { seed: 1 }));
    const asked = { verfy: true, observers: [3] } as never;
    expect(() => restoreSimulation(saved, asked)).toThrow(
      `options of a restored run: 2 problems
  - verfy: found "verfy", expected one of: scenario, observers, verify; did you mean "verify"?
  - observers: found [3], expected a list of functions of the month's view`,
    );
    expect(() => restoreSimulation(saved, { verify: "yes" } as never)).toThrow(
      'verify: found "yes", expected true or false',
    );
    expect(() => restoreSimulation(saved, null as never)).toThrow(
      "found null, expected an object of scenario, observers, verify",
    );
  });

  it("knows only simulations of this library", () => {
    expect(() => saveState({ ...startSimulation(small, { seed: 1 }) })).toThrow(InputError);
  });
});

describe("a saved state branches", () => {
  const started: PolicyRequest = { policy: "matchmaking", startMonth: 2, rampMonths: 0 };
  const base: ScenarioInput = { ...small, policies: [started] };

  it("into scenarios whose other policies start later, with the bits of their whole runs", () => {
    const saved = saveState(runTo(9, base, { seed: 4 }));
    for (const policy of ["business-training", "testing-centre", "transparency-mandate"] as const) {
      const scenario = defineScenario({
        ...base,
        id: policy,
        policies: [{ policy, startMonth: 10, rampMonths: 0 }, started],
      });
      const run = restoreSimulation(saved, { scenario }).finish();
      expect(run.fingerprint).toBe(simulate(scenario, { seed: 4 }).fingerprint);
      expect(run.manifest.scenario).toBe(policy);
    }
  });

  it("and not into others", () => {
    const saved = saveState(runTo(9, base, { seed: 4 }));
    const others: Partial<ScenarioInput>[] = [
      { policies: [] },
      { policies: [{ ...started, startMonth: 3 }] },
      { policies: [started, { policy: "testing-centre", startMonth: 9 }] },
      { population: 61 },
      { parameters: { caution: 1.9 } },
    ];
    for (const other of others) {
      expect(() => restoreSimulation(saved, { scenario: { ...base, ...other } })).toThrow(
        "differs by nothing but policies that start after month 9",
      );
    }
  });

  it("needs the scenario when that holds code of the user's", () => {
    const own = ownPolicy(({ information }) => {
      information.tenderPublicity = 1;
    });
    const scenario = defineScenario({ ...small, policies: [{ policy: own, startMonth: 3 }] });
    const saved = saveState(runTo(12, scenario, { seed: 2 }));
    expect(() => restoreSimulation(saved)).toThrow(InputError);
    const { fingerprint } = restoreSimulation(saved, { scenario }).finish();
    expect(fingerprint).toBe(simulate(scenario, { seed: 2 }).fingerprint);
  });
});

describe("what is no saved state of this version is refused", () => {
  const saved = throughJson(saveState(runTo(5, small, { seed: 1 })));

  it.each<[string, unknown, string]>([
    ["nothing", undefined, "expected 2"],
    ["a text", "state", "version"],
    ["another version's", { ...saved, version: "0.0.1" }, "by the version that wrote it, and by no other"],
    ["another format", { ...saved, format: 1 }, "format: found 1, expected 2"],
    ["one with more in it", { ...saved, run: "rm" }, "what saveState writes"],
    ["a damaged one", { ...saved, nodes: saved.nodes.slice(1) }, "changed or damaged"],
    ["another seed's name on it", { ...saved, seed: 2 }, "changed or damaged"],
  ])("%s", (_, state, message) => {
    expect(() => restoreSimulation(state)).toThrow(InputError);
    expect(() => restoreSimulation(state)).toThrow(message);
  });

  it("tells only what is foreign", () => {
    let told: unknown;
    try {
      restoreSimulation({ ...saved, version: "0.0.1" });
    } catch (error) {
      told = error;
    }
    expect((told as InputError).problems.map(({ path }) => path)).toEqual(["version"]);
  });

  it("and so is a forged one whose hash fits: of unknown kinds, with names that objects have, out of time", () => {
    const shape = (change: object) =>
      saved.shapes.map((each, i) => (i === 0 ? { ...each, ...change } : each));
    const forgeries: [SavedState, string][] = [
      [{ ...saved, shapes: shape({ kind: "Function" }) }, "a known kind"],
      [{ ...saved, shapes: shape({ keys: ["__proto__", "rows"] }) }, "another name"],
      [{ ...saved, shapes: shape({ keys: ["world", "world"] }) }, "another name, once"],
      [{ ...saved, shapes: shape({ keys: ["world"] }) }, "one per field"],
      [{ ...saved, month: 7 }, "a row of metrics for each month"],
      [{ ...saved, seed: "" }, "a text that is not empty"],
      [{ ...saved, nodes: [[0, [999_999], [1]], ...saved.nodes.slice(1)] }, "the place of a node"],
      [{ ...saved, nodes: [[0, ["process"], [1]], ...saved.nodes.slice(1)] }, "or the name of a value"],
      [{ ...saved, nodes: [[0, [2], [1]], ...saved.nodes.slice(1)] }, "what a run's state has there"],
    ];
    for (const [state, message] of forgeries) expect(() => restoreSimulation(forged(state))).toThrow(message);
  });

  it("and, when asked to verify, one that its scenario and seed do not lead to", () => {
    expect(restoreSimulation(saved, { verify: true }).finish().fingerprint).toBe(
      simulate(small, { seed: 1 }).fingerprint,
    );
    const lie = forged({ ...saved, seed: 2 });
    expect(() => restoreSimulation(lie, { verify: true })).toThrow('that of the run of "small" with seed 2');
  });
});

describe("a state's graph", () => {
  const outside = new Map<object, string>();
  const again = (value: object) =>
    decodeState(
      JSON.parse(JSON.stringify(encodeState(value, outside))) as ReturnType<typeof encodeState>,
      new Map(),
    );

  it("keeps every bit, what is shared, what turns back on itself, and what is frozen", () => {
    const bytes = new ArrayBuffer(16);
    const shared = Object.freeze({ a: undefined, b: null });
    const state: Record<string, unknown> = {
      numbers: [-0, Number.NaN, Infinity, -Infinity, 0.1, 5e-324, 2 ** 53],
      floats: Float64Array.of(-0, Number.NaN, 0.1),
      halves: [new Int32Array(bytes, 0, 2), new Int32Array(bytes, 4, 3)],
      map: new Map<unknown, unknown>([
        ["x", shared],
        ["y", [1]],
      ]),
      shared,
    };
    state["self"] = state;
    const read = again(state) as typeof state;
    expect(read).toEqual(state);
    expect(read["self"]).toBe(read);
    expect((read["map"] as Map<string, unknown>).get("x")).toBe(read["shared"]);
    expect(Object.isFrozen(read["shared"])).toBe(true);
    const [left, right] = read["halves"] as Int32Array[];
    left[1] = 7;
    expect(right[0]).toBe(7);
  });

  it("holds no code and no objects of unknown classes", () => {
    for (const wrong of [() => 1, Symbol("a"), 1n, new Date(0), new BigInt64Array(1)]) {
      expect(() => encodeState({ wrong }, outside)).toThrow(TypeError);
    }
  });
});
