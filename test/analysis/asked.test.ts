import { describe, expect, it } from "vitest";
import { attribute, planAttribution } from "../../src/analysis/attribution.ts";
import { calibrate } from "../../src/analysis/calibration/calibrate.ts";
import type { Executor } from "../../src/analysis/executor.ts";
import { factsOf } from "../../src/analysis/facts-study.ts";
import { testHypotheses } from "../../src/analysis/hypotheses/study.ts";
import { studyKnobs } from "../../src/analysis/knobs/study.ts";
import { choose } from "../../src/analysis/portfolio/choose.ts";
import { sensitivity } from "../../src/analysis/sensitivity/study.ts";
import { InputError } from "../../src/errors.ts";
import { scenarios } from "../../src/scenarios/catalogue.ts";

const never: Executor = () => Promise.reject(new Error("a run was made"));
const { baseline, "full-package": whole } = scenarios;

/** A study asked by someone without types, and the problems that it should name, each by its place. */
const asked: Record<string, readonly [(asked: never) => Promise<unknown>, unknown, readonly string[]]> = {
  "an attribution": [
    (how) => attribute(whole, how, never),
    { seeds: [1, 1], orderPairs: 0, confidence: 2, metrics: ["bid"], window: { fromMonth: 9, toMonth: 9 } },
    ["orderPairs", "seeds[1]", "window.toMonth", "metrics[0]", "confidence"],
  ],
  "a package of no policy": [
    (how) => attribute(baseline, how, never),
    { seeds: 0 },
    ["scenario.policies", "seeds"],
  ],
  "a choice": [
    (how) => choose(baseline, how, never),
    { budget: "5e6", policies: "council", over: "all", seeds: [1, 2] },
    ["over", "budget", "seeds", "policies"],
  ],
  "a sensitivity study": [
    (how) => sensitivity(baseline, how, never),
    { method: "sobol", parameters: ["caution", "taxRate"], of: "efect", samples: 3, replicates: 1 },
    ["parameters[1]", "of", "samples", "replicates"],
  ],
  "a sensitivity study of one name": [
    (how) => sensitivity(baseline, how, never),
    { parameters: "caution", confidence: 3 },
    ["parameters", "method", "confidence"],
  ],
  "a calibration": [
    (how) => calibrate(baseline, how, never),
    {
      seeds: "x",
      parameters: "caution",
      targets: [
        { id: "entry", low: 2, high: 1 },
        { id: "operating-procurement", low: null, high: null },
      ],
    },
    ["seeds", "parameters", "targets[0].id", "targets[0]", "targets[1]"],
  ],
  facts: [(how) => factsOf({ ...whole, months: 10 }, how, never), { seeds: 0 }, ["scenario"]],
  "facts of a short run": [
    (how) => factsOf(Object.freeze({ ...baseline, months: 10 }), how, never),
    { seeds: 0 },
    ["months", "seeds"],
  ],
  hypotheses: [
    (how) => testHypotheses(how, never),
    { ids: "credit-alone", seeds: 1, population: 100 },
    ["ids", "seeds", "months"],
  ],
  "a study of knobs": [
    (how) => studyKnobs(baseline, how, never),
    { seeds: 0, names: [] },
    ["seeds", "names"],
  ],
};

const problemsOf = async (ask: Promise<unknown>) => {
  const error: unknown = await ask.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof InputError)) throw error;
  return error.problems.map(({ path }) => path);
};

describe("a study that is asked wrongly", () => {
  it.each(Object.entries(asked))("%s names every problem at once, before any run", async (_, row) => {
    const [study, how, places] = row;
    expect(await problemsOf(study(how as never))).toEqual(places);
  });

  it.each(Object.values(asked))("and without options says what is needed", async (study) => {
    expect(await problemsOf(study(undefined as never))).toContain("options");
  });

  it("says that what was not defined is no scenario", async () => {
    const plain = { id: "plain", policies: ["council", "matchmaking"] } as never;
    expect(await problemsOf(attribute(plain, { seeds: 2 }, never))).toEqual(["scenario"]);
    expect(await problemsOf(sensitivity(undefined as never, undefined as never, never))).toEqual([
      "scenario",
      "options",
    ]);
  });

  it("says in words what was asked and what is needed", async () => {
    const words = /^an attribution: 2 problems\n[^]*expected an object with at least the seeds$/;
    await expect(attribute(undefined as never, undefined as never, never)).rejects.toThrow(words);
    expect(() => planAttribution(undefined as never, undefined as never)).toThrow(words);
  });
});
