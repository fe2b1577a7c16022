import { describe, expect, it } from "vitest";
import { InputError } from "../../src/errors.ts";
import { policies, simulate } from "../../src/index.ts";
import * as testing from "../../src/testing.ts";

type Call = (...given: readonly unknown[]) => unknown;
const called = Object.entries(testing).filter(
  (entry): entry is [string, (typeof entry)[1] & Call] => typeof entry[1] === "function",
);
/** These can be called with nothing. */
const needNothing = ["runs", "scenarioInputs", "worlds"];

function problemsOf(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ path }) => path);
    return error;
  }
  return "nothing was wrong";
}

describe("a function of eslabon/testing", () => {
  it.each(called)("%s says in one error what is wrong with its arguments", (name, call) => {
    const given = [
      ...(needNothing.includes(name) ? [] : [[]]),
      [null, null],
      ["wrong", "wrong"],
      [{ wrong: 1 }, { wrong: 1 }],
      [[null], [{}]],
      [-3.5, 7],
    ];
    for (const args of given) {
      const reason = problemsOf(() => call(...args));
      expect(reason, `${name} given ${JSON.stringify(args)}`).toBeInstanceOf(Array);
    }
  });

  it("names each of several arguments that are wrong, and what was meant", () => {
    const { checkPolicy, policyRequests, scenarioInputs, runs, worlds, assertInvariants } =
      testing as unknown as Record<string, Call>;
    const centre = policies["testing-centre"];
    expect(problemsOf(() => checkPolicy(null, null))).toEqual(["policy", "options"]);
    const options = { runs: 0, seed: "1", months: 12, only: ["everything"], settings: { slots: 1 }, run: 3 };
    expect(problemsOf(() => checkPolicy(centre, options))).toEqual([
      "options.runs",
      "options.seed",
      "options.months",
      "options.only[0]",
      "options.run",
      "options.settings.slots",
    ]);
    expect(problemsOf(() => checkPolicy(centre, { settings: 3 }))).toEqual(["options.settings"]);
    expect(problemsOf(() => policyRequests("testing-center", 0))).toEqual(["policy", "months"]);
    expect(() => policyRequests("testing-center", 12)).toThrow('did you mean "testing-centre"?');
    expect(problemsOf(() => policyRequests({ ...centre, title: "Mine" }, 12))).toEqual(["policy.id"]);
    expect(problemsOf(() => scenarioInputs(12.5, ["council", "x", centre, "council", 3]))).toEqual([
      "maxMonths",
      "among[1]",
      "among[3]",
      "among[4]",
    ]);
    for (const call of [runs, worlds]) {
      expect(problemsOf(() => call({ scenarios: {}, events: "no", event: true }))).toEqual([
        "size.scenarios",
        "size.events",
        "size.event",
      ]);
    }
    expect(problemsOf(() => assertInvariants({}, ["money", "x"]))).toEqual(["run", "names[0]", "names[1]"]);
    const run = simulate({ id: "x", months: 1, population: 50, burnInMonths: 0 }, { seed: 1 });
    expect(problemsOf(() => assertInvariants(run, "money"))).toEqual(["names"]);
  });
});
