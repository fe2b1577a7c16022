import { describe, expect, it } from "vitest";
import { InputError } from "../src/errors.ts";
import * as core from "../src/index.ts";
import * as node from "../src/node.ts";
import { parseScenario, printScenario } from "../src/scenario-files.ts";

const { InputError: _, ...ofCore } = core;
// A schema is asked for nothing, and an executor for its plan when it runs.
const { studyFileSchema: _schema, executorOn: _executor, cachingExecutor: _caching, ...ofNode } = node;
const called = Object.entries({ ...ofCore, ...ofNode, parseScenario, printScenario }).filter(
  (entry): entry is [string, (...given: unknown[]) => unknown] => typeof entry[1] === "function",
);

/** What someone without types may give, in words and as a list of arguments. */
const given: readonly (readonly [string, readonly unknown[]])[] = [
  ["nothing", []],
  ["null everywhere", [null, null, null]],
  ["a number", [3]],
  ["an empty object", [{}]],
  ["another object", [{ wrong: 1 }, { wrong: 1 }]],
  ["lists of nothing much", [[null], [{}]]],
  ["a scenario, and null", [core.scenarios.baseline, null]],
];

async function reasonOf(call: () => unknown): Promise<unknown> {
  try {
    await call();
  } catch (reason) {
    return reason;
  }
  return "nothing was wrong";
}

describe("an exported function", () => {
  it.each(called)("%s says in one error what is wrong with its arguments", async (name, call) => {
    for (const [words, args] of given) {
      const reason = await reasonOf(() => call(...args));
      expect(reason, `${name} given ${words}`).toBeInstanceOf(InputError);
    }
  });

  it("names each of several arguments that are wrong", async () => {
    const problemsOf = async (call: () => unknown) => {
      const reason = await reasonOf(call);
      return reason instanceof InputError ? reason.problems.map(({ path }) => path) : reason;
    };
    const nothing = [undefined, undefined] as unknown as [never, never];
    expect(await problemsOf(() => core.effectsOfRuns(...nothing))).toEqual(["baseline", "scenario"]);
    expect(await problemsOf(() => core.diffRuns(...nothing))).toEqual(["first", "second"]);
    expect(await problemsOf(() => core.compareOver(...nothing))).toEqual(["plan", "points"]);
    expect(await problemsOf(() => core.treasuryEffects(...nothing))).toEqual(["scenario", "seeds[0]"]);
    expect(await problemsOf(() => core.variantOf(...nothing))).toEqual(["scenario", "changes"]);
  });
});
