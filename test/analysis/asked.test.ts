import { describe, expect, it } from "vitest";
import { attribute, attributionProblems, planAttribution } from "../../src/analysis/attribution.ts";
import { calibrate, calibrationProblems } from "../../src/analysis/calibration/calibrate.ts";
import type { Executor } from "../../src/analysis/executor.ts";
import { factsOf } from "../../src/analysis/facts-study.ts";
import { testHypotheses } from "../../src/analysis/hypotheses/study.ts";
import { studyKnobs } from "../../src/analysis/knobs/study.ts";
import { choiceProblems, choose } from "../../src/analysis/portfolio/choose.ts";
import { sensitivityProblems } from "../../src/analysis/sensitivity/options.ts";
import { sensitivity } from "../../src/analysis/sensitivity/study.ts";
import { compareUntil } from "../../src/analysis/until.ts";
import { InputError, type Problem } from "../../src/errors.ts";
import { scenarios } from "../../src/scenarios/catalogue.ts";

const never: Executor = () => Promise.reject(new Error("a run was made"));
const { baseline, "full-package": whole } = scenarios;

type Study = (scenario: never, how: never, execute: Executor) => Promise<unknown>;

/** A study asked by someone without types: of which scenario, with which options, and the problems that it should name by their places. */
const asked: Record<string, readonly [Study, unknown, unknown, readonly string[]]> = {
  "an attribution": [
    attribute,
    whole,
    { seeds: [1, 1], orderPairs: 0, confidence: 2, metrics: ["bid"], window: { fromMonth: 9, toMonth: 9 } },
    ["orderPairs", "seeds[1]", "window.toMonth", "metrics[0]", "confidence"],
  ],
  "an attribution of options that it has not": [
    attribute,
    whole,
    { seeds: 2, interval: "bootstrap", onProgress: "loud" },
    ["interval", "onProgress"],
  ],
  "a package of no policy": [attribute, baseline, { seeds: 0 }, ["scenario.policies", "seeds"]],
  "a choice among policies by another name": [
    choose,
    baseline,
    { budget: 5e6, polices: ["council"] },
    ["polices"],
  ],
  "a choice": [
    choose,
    whole,
    { budget: "5e6", policies: "council", over: "all", seeds: [1, 2] },
    ["scenario.policies", "over", "budget", "seeds", "policies"],
  ],
  "a sensitivity study": [
    sensitivity,
    baseline,
    {
      ...{ method: "sobol", parameters: ["caution", "taxRate"], of: "efect", second: "no", windows: [] },
      ...{ samples: 3, replicates: 1 },
    },
    ["windows", "parameters[1]", "second", "of", "samples", "replicates"],
  ],
  "a sensitivity study by trajectories": [
    sensitivity,
    baseline,
    { method: "morris", parameters: ["caution"], second: true, replicates: 4 },
    ["second", "replicates"],
  ],
  "a sensitivity study of one name": [
    sensitivity,
    baseline,
    { parameters: "caution", confidence: 3 },
    ["parameters", "method", "confidence"],
  ],
  "a calibration": [
    calibrate,
    baseline,
    {
      seeds: "x",
      sample: 4,
      parameters: "caution",
      targets: [
        { id: "entry", low: 2, high: 1 },
        { id: "operating-procurement", low: null, high: null },
      ],
    },
    ["sample", "seeds", "parameters", "targets[0].id", "targets[0]", "targets[1]"],
  ],
  "a calibration to no facts": [calibrate, baseline, { seeds: 2, targets: "entry" }, ["targets"]],
  facts: [factsOf, { ...whole, months: 10 }, { seeds: 0, seed: 3 }, ["scenario", "seed", "seeds"]],
  "facts of a short run": [
    factsOf,
    Object.freeze({ ...baseline, months: 10 }),
    { seeds: 0 },
    ["months", "seeds"],
  ],
  hypotheses: [
    (_, how, execute) => testHypotheses(how, execute),
    baseline,
    { id: "credit-alone", ids: "credit-alone", seeds: 1, population: 2, months: 100_000 },
    ["id", "ids", "seeds", "population", "months"],
  ],
  "a study of knobs": [
    studyKnobs,
    baseline,
    { seeds: 0, names: [], knobs: [], inert: null },
    ["knobs", "seeds", "names", "inert"],
  ],
  "a comparison until intervals are narrow": [
    (scenario, how, execute) => compareUntil([scenario, whole], how, execute),
    { id: "short", months: 1 },
    { halfWidth: 0, metric: "bid", mostSeeds: 1e9, confidence: 2, seeds: 3, interval: "bootstrap" },
    ["scenarios[1].months", "seeds", "interval", "halfWidth", "metric", "mostSeeds", "confidence"],
  ],
};

/** What only a scenario, its horizon or its pack makes wrong. */
const heldAgainstAScenario = /^(scenario|months$|parameters\[1\]|targets\[0\]\.id)/;

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
    const [study, scenario, how, places] = row;
    expect(await problemsOf(study(scenario as never, how as never, never))).toEqual(places);
  });

  it.each(Object.entries(asked).filter(([what]) => what !== "hypotheses"))(
    "%s that is of no scenario names what is wrong with the options too",
    async (_, [study, __, how, places]) => {
      const ofOptions = places.filter((place) => !heldAgainstAScenario.test(place));
      const problems = await problemsOf(study("baselin" as never, how as never, "nobody" as never));
      expect(problems[0]).toMatch(/^scenario/);
      expect(problems).toEqual(expect.arrayContaining([...ofOptions, "execute"]));
    },
  );

  it.each(Object.values(asked))("and without options says what is needed", async (study, scenario) => {
    expect(await problemsOf(study(scenario as never, undefined as never, never))).toContain("options");
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

/** The same questions without asking a study: what the command line tells beside what is wrong with its own options. */
const problemsBefore = new Map<Study, (scenario: never, how: never) => Problem[]>([
  [attribute, attributionProblems],
  [calibrate, calibrationProblems],
  [choose, choiceProblems],
  [sensitivity, sensitivityProblems],
]);

describe("what is wrong with a study", () => {
  const known = Object.entries(asked).filter(([, [study]]) => problemsBefore.has(study));

  it.each(known)("of %s is told before it is asked, too", (_, [study, scenario, how, places]) => {
    const problems = problemsBefore.get(study)!(scenario as never, how as never);
    expect(problems.map(({ path }) => path)).toEqual(places);
  });
});
