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

  it("that makes runs refuses who could not, with whatever else is wrong", async () => {
    const { baseline } = core.scenarios;
    const nobody = "workers" as never;
    const asked = { seeds: 1, population: 50, months: 36 };
    const plan = core.planComparison([baseline, core.scenarios["scholarships"]], { seeds: 2 });
    const calls: Readonly<Record<string, () => unknown>> = {
      attribute: () => core.attribute(baseline, asked, nobody),
      sensitivity: () =>
        core.sensitivity(baseline, { method: "morris", parameters: ["trialMonths"] }, nobody),
      calibrate: () => core.calibrate(baseline, asked, nobody),
      choose: () => core.choose(baseline, { budget: 1 }, nobody),
      studyKnobs: () => core.studyKnobs(baseline, asked, nobody),
      factsOf: () => core.factsOf(baseline, asked, nobody),
      testHypotheses: () => core.testHypotheses(asked, nobody),
      treasuryEffects: () => core.treasuryEffects(baseline, { seed: 1 }, nobody),
      compareUntil: () => core.compareUntil(plan.scenarios, { halfWidth: 1 }, nobody),
      compareOver: () => core.compareOver(plan, [{}], { metric: "spendUsd" }, nobody),
      cachingExecutor: () => node.cachingExecutor(3 as never, nobody),
    };
    for (const [name, call] of Object.entries(calls)) {
      const reason = await reasonOf(call);
      expect(reason, name).toBeInstanceOf(InputError);
      expect((reason as InputError).message, name).toContain(
        'execute: found "workers", expected a function, as executorOn of eslabon/node gives',
      );
    }
    expect(await reasonOf(calls["cachingExecutor"])).toMatchObject({ problems: [{ path: "folder" }, {}] });
  });

  it("that has workers refuses what is no number of them", async () => {
    const scenarios = [core.scenarios.baseline, core.scenarios["scholarships"]];
    const study = node.defineStudy({ id: "some", scenarios, seeds: 2 });
    for (const workers of [-1, 1.5, "2", NaN] as never[]) {
      for (const call of [
        () => node.executorOn(workers),
        () => node.compareOnWorkers(scenarios, { seeds: 2, workers }),
        () => node.exportRuns(scenarios, { seeds: 2, workers, out: "nowhere" }),
        () => node.runStudy(study, "nowhere", { workers }),
        () => node.resumeStudy("nowhere", { workers }),
      ]) {
        const reason = await reasonOf(call);
        expect(reason).toBeInstanceOf(InputError);
        expect(reason).toMatchObject({ problems: [{ path: "workers", value: workers }] });
      }
    }
    const many = await reasonOf(() => node.runStudy(study, "nowhere", { batchSize: 0, workers: -1 }));
    expect((many as InputError).problems.map(({ path }) => path)).toEqual(["workers", "batchSize"]);
  });

  it("that runs studies refuses who cannot follow it, what is no part of a study, and names that it does not know", async () => {
    const scenarios = [core.scenarios.baseline, core.scenarios["scholarships"]];
    const study = node.defineStudy({ id: "some", scenarios, seeds: 2 });
    const wrong = { workrs: 2, onProgress: 3, signal: "stop" } as object;
    const shard = { index: 3, count: 2 };
    expect(await reasonOf(() => node.runStudy(study, "nowhere", { ...wrong, shard }))).toMatchObject({
      problems: [
        { path: "workrs", nearest: "workers" },
        { path: "onProgress", expected: "a function of how far the study has come" },
        { path: "signal", value: "stop" },
        { path: "shard", value: shard },
      ],
    });
    // What was begun has its part.
    const resumed = await reasonOf(() => node.resumeStudy("nowhere", { ...wrong, shard } as object));
    expect(resumed).toMatchObject({ problems: [{ path: "workrs" }, { path: "shard" }, {}, {}] });
    expect(await reasonOf(() => node.mergeStudies([], 7 as never))).toMatchObject({
      problems: [
        { path: "paths", value: [], expected: "a list of the folders of all shards" },
        { path: "out" },
      ],
    });
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
    expect(await problemsOf(() => core.treasuryEffects(...nothing))).toEqual(["scenario", "options"]);
    expect(await problemsOf(() => core.variantOf(...nothing))).toEqual(["scenario", "changes"]);
  });
});
