import { describe, expect, it } from "vitest";
import { compare, planComparison, type CompareOptions } from "../../src/analysis/compare.ts";
import { runTasks } from "../../src/analysis/executor.ts";
import { assembleComparison, effectOf } from "../../src/analysis/comparison.ts";
import { pairedEffect } from "../../src/analysis/effects.ts";
import { reduceRun, windowValue, type RunReduction } from "../../src/analysis/window.ts";
import { metricNames, type MetricName } from "../../src/engine/observations.ts";
import { simulate } from "../../src/engine/run.ts";
import { InputError } from "../../src/errors.ts";
import { defineScenario, type ScenarioInput } from "../../src/scenarios/scenario.ts";
import type { PolicyId } from "../../src/scenarios/policies.ts";

const small = { months: 36, burnInMonths: 12, population: 100 };
const baseline = defineScenario({ id: "baseline", ...small });
const training = defineScenario({
  id: "training",
  ...small,
  policies: [{ policy: "business-training", startMonth: 12 }],
});
const nothing = defineScenario({
  id: "nothing",
  ...small,
  policies: [{ policy: "testing-centre", strength: 0, startMonth: 12, fixedCostUsdPerYear: 0 }],
});

function messageOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).message;
  }
  throw new Error("expected an InputError");
}

describe("a comparison", () => {
  const comparison = compare([baseline, training, nothing], { seeds: 3 });

  it("has an effect for every scenario but the baseline and every metric", () => {
    expect(comparison.effects).toHaveLength(2 * metricNames.length);
    expect(comparison.baseline).toBe("baseline");
    expect(comparison.scenarios.map(({ id }) => id)).toEqual(["baseline", "training", "nothing"]);
    expect(comparison.levels).toHaveLength(3 * metricNames.length);
  });

  it("counts from the first start of a policy to the end unless told otherwise", () => {
    expect(comparison.window).toEqual({ fromMonth: 12, toMonth: 36 });
    expect(compare([baseline, { id: "again", ...small }], { seeds: 2 }).window.fromMonth).toBe(0);
  });

  it("pairs runs of the same seed", () => {
    const values = (scenario: typeof baseline) =>
      [1, 2, 3].map((seed) => windowValue(simulate(scenario, { seed }), "publicCostUsd", comparison.window));
    const effect = effectOf(comparison, "training", "publicCostUsd");
    expect(effect).toMatchObject({
      ...pairedEffect(values(baseline), values(training)),
      unit: "US$ a year",
      metric: "publicCostUsd",
    });
    expect(effect.difference).toBeGreaterThan(0);
  });

  it("finds a policy of strength 0 identical in every metric", () => {
    const effects = comparison.effects.filter(({ scenario }) => scenario === "nothing");
    expect(effects.filter(({ tie }) => !tie)).toEqual([]);
    expect(comparison.fingerprints[2]).toEqual(comparison.fingerprints[0]);
    expect(comparison.fingerprints[1]).not.toEqual(comparison.fingerprints[0]);
  });

  it("forms ratios per seed, and local value per public dollar only where the cost differs", () => {
    const of = (scenario: string, name: string) =>
      comparison.derived.find((each) => each.scenario === scenario && each.name === name);
    const { values: local } = comparison.levels.find(
      ({ scenario, metric }) => scenario === "training" && metric === "localValueUsd",
    )!;
    const { values: spend } = comparison.levels.find(
      ({ scenario, metric }) => scenario === "training" && metric === "spendUsd",
    )!;
    const share = of("training", "localValueShareOfSpend");
    expect(share?.name === "localValueShareOfSpend" && share.effect?.scenarioMean).toBeCloseTo(
      (local[0] / spend[0] + local[1] / spend[1] + local[2] / spend[2]) / 3,
      12,
    );
    expect(of("nothing", "localValuePerPublicUsd")).toEqual({
      scenario: "nothing",
      name: "localValuePerPublicUsd",
      unit: "US$ per US$",
      value: null,
      low: null,
      high: null,
      reason: "the difference in public cost is 0",
    });
    const perUsd = of("training", "localValuePerPublicUsd");
    expect(perUsd?.name === "localValuePerPublicUsd" && perUsd.value).toBeCloseTo(
      effectOf(comparison, "training", "localValueNetUsd").difference /
        effectOf(comparison, "training", "publicCostUsd").difference,
      9,
    );
  });

  it("takes a window of one month, at either end of the horizon", () => {
    for (const fromMonth of [0, 35]) {
      const window = { fromMonth, toMonth: fromMonth + 1 };
      const { levels } = compare([baseline, nothing], { seeds: 2, window, metrics: ["spendUsd"] });
      const { metrics } = simulate(baseline, { seed: 1 });
      expect(levels[0].values[0]).toBe(12 * metrics.spendUsd[fromMonth]);
    }
  });

  it("is plain frozen data", () => {
    expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison);
    expect(Object.isFrozen(comparison.effects[0])).toBe(true);
    expect(Object.isFrozen(comparison.levels[0].values)).toBe(true);
  });

  it("is the same from runs made in another order, and from a plan whose runs are made elsewhere", () => {
    const plan = planComparison([baseline, training, nothing], { seeds: 3 });
    const alone = plan.tasks.toReversed().map((task) => JSON.stringify([...runTasks(plan, [task])]));
    const reductions = alone.toReversed().flatMap((text) => JSON.parse(text) as RunReduction[]);
    expect(assembleComparison(plan, reductions)).toEqual(comparison);
  });

  it("does not depend on which scenarios stand beside", () => {
    const alone = compare([baseline, training], { seeds: 3 });
    expect(effectOf(alone, "training", "bids")).toEqual(effectOf(comparison, "training", "bids"));
  });

  it("tells its progress after each run", () => {
    const told: [number, number][] = [];
    compare([baseline, training], { seeds: [7, "x"], onProgress: (done, total) => told.push([done, total]) });
    expect(told).toEqual([
      [1, 4],
      [2, 4],
      [3, 4],
      [4, 4],
    ]);
  });

  it("names the nearest scenario and metric when asked for an effect that it does not have", () => {
    const message = messageOf(() => effectOf(comparison, "trainin", "spendUSD" as MetricName));
    expect(message).toContain(
      'scenario: found "trainin", expected a scenario of the comparison; did you mean "training"?',
    );
    expect(message).toContain('did you mean "spendUsd"?');
    expect(messageOf(() => effectOf(comparison, "baseline", "spendUsd"))).toContain(
      "another scenario than the baseline",
    );
  });
});

describe("values in a window", () => {
  const run = simulate(baseline, { seed: 1 });
  const window = { fromMonth: 6, toMonth: 24 };
  const sum = (metric: MetricName) => run.metrics[metric].slice(6, 24).reduce((all, value) => all + value, 0);

  it("are a year's worth for flows and means for stocks", () => {
    expect(windowValue(run, "spendUsd", window)).toBeCloseTo((sum("spendUsd") * 12) / 18, 4);
    expect(windowValue(run, "peruvianFirms", window)).toBeCloseTo(sum("peruvianFirms") / 18, 9);
  });

  it("are all that is kept of a run", () => {
    const reduction = reduceRun(run, window);
    expect(Object.keys(reduction)).toEqual(["fingerprint", "values"]);
    expect(reduction.values).toHaveLength(metricNames.length);
    expect(reduction.values.every(Number.isFinite)).toBe(true);
  });
});

describe("what a comparison refuses", () => {
  it("lists every scenario that cannot be paired, and how it differs", () => {
    const message = messageOf(() =>
      compare(
        [
          baseline,
          { ...small, id: "longer", months: 48 },
          { ...small, id: "larger", population: 200, burnInMonths: 24 },
        ],
        { seeds: 2 },
      ),
    );
    expect(message).toContain("3 problems");
    expect(message).toContain(
      'scenarios[1].months: found 48, expected 36, as the baseline "baseline" has: runs of "longer" cannot be paired with its runs',
    );
    expect(message).toContain("scenarios[2].burnInMonths: found 24, expected 12");
    expect(message).toContain("scenarios[2].population: found 200, expected 100");
  });

  it("lists every bad option at once, with the nearest known names", () => {
    const options = {
      seed: 3,
      seeds: [1, "1", 2.5, ""],
      window: { fromMonth: -1, toMonth: 400 },
      metrics: ["spendUSD", "bids", "bids"],
      confidence: Number.NaN,
      onProgress: "loud",
    } as unknown as CompareOptions;
    const message = messageOf(() => compare([baseline, training], options));
    for (const line of [
      '- seed: found "seed", expected one of: seeds, window, metrics, confidence, interval, onProgress; did you mean "seeds"?',
      '- seeds[1]: found "1", expected each seed once; seeds[0] is the same',
      "- seeds[2]: found 2.5, expected a seed: a text that is not empty, or an integer within 2^53",
      '- seeds[3]: found "", expected a seed',
      "- window.fromMonth: found -1, expected a whole month from 0 to 35; the horizon is 36 months",
      "- window.toMonth: found 400, expected a whole month from 1 to 36",
      '- metrics[0]: found "spendUSD", expected the name of a metric; did you mean "spendUsd"?',
      '- metrics[2]: found "bids", expected each metric once; metrics[1] is the same',
      "- confidence: found NaN, expected a number between 0 and 1, as 0.95",
      '- onProgress: found "loud", expected a function of (done, total)',
    ]) {
      expect(message).toContain(line);
    }
  });

  it("says that seeds are too few for a bootstrap beside all else that is wrong", () => {
    const options = { seeds: 4, interval: "bootstrap", metrics: ["bid"] } as unknown as CompareOptions;
    const message = messageOf(() => compare([baseline, training], options));
    expect(message).toContain("- seeds: found 4, expected at least 6 for a bootstrap of this confidence");
    expect(message).toContain('- metrics[0]: found "bid"');
  });

  it("names the place of a scenario that is not valid, and an id that stands twice", () => {
    const bad = { id: "odd", population: Number.NaN, policies: ["testing-center" as PolicyId] };
    const message = messageOf(() => compare([baseline, bad, training, training], { seeds: 2 }));
    expect(message).toContain("scenarios[1].population: found NaN");
    expect(message).toContain('scenarios[1].policies[0].policy: found "testing-center"');
    expect(message).toContain('did you mean "testing-centre"?');
    expect(message).toContain(
      'scenarios[3].id: found "training", expected an id of its own; scenarios[2] has the same',
    );
  });

  it.each([
    [
      [baseline],
      { seeds: 2 },
      "scenarios: found 1, expected a list of at least two scenarios, the baseline first",
    ],
    ["baseline", { seeds: 2 }, 'scenarios: found "baseline", expected a list of at least two scenarios'],
    [
      [baseline, training],
      { seeds: 1 },
      "seeds: found 1, expected a whole number of seeds from 2 to 1000000",
    ],
    [
      [baseline, training],
      { seeds: [1] },
      "seeds: found [1], expected a count of seeds, or a list of at least two",
    ],
    [
      [baseline, training],
      {},
      "seeds: found undefined, expected a count of seeds, or a list of at least two",
    ],
    [[baseline, training], undefined, "options: found undefined, expected an object with at least the seeds"],
    [[baseline, training], { seeds: 2, metrics: [] }, "metrics: found [], expected a list of at least one"],
    [[baseline, training], { seeds: 2, window: 12 }, "window: found 12, expected { fromMonth, toMonth }"],
    [
      [baseline, training],
      { seeds: 2, window: { fromMonth: 20, toMonth: 10 } },
      "window.toMonth: found 10, expected a month after fromMonth (20)",
    ],
    [[baseline, null], { seeds: 2 }, "scenarios[1]"],
    [
      ["baseline", training],
      { seeds: 2 },
      'scenarios[0]: found "baseline", expected an object with an id, or',
    ],
    [[baseline, training], [2], "options: found [2], expected an object with at least the seeds"],
    [[baseline, training], { seeds: 2, metrics: [3] }, "metrics[0]: found 3, expected the name of a metric"],
    [
      [baseline, training],
      { seeds: [1, 2 ** 60] },
      "seeds[1]: found 1152921504606847000, expected a seed: a text that is not empty, or an integer within 2^53",
    ],
    [
      [baseline, training],
      { seeds: 2, window: { fromMonth: 36, toMonth: 36 } },
      "window.fromMonth: found 36, expected a whole month from 0 to 35",
    ],
    [
      ["baseline", "training"],
      { seeds: 2, window: { fromMonth: "3", toMonth: 0 } },
      'window.fromMonth: found "3", expected a whole month from 0\n',
    ],
    [
      ["baseline", "training"],
      { seeds: 2, window: { fromMonth: 3, toMonth: NaN } },
      "window.toMonth: found NaN, expected a whole month from 1, the first that is no longer counted",
    ],
  ])("refuses %j with %j", (scenarios, options, expected) => {
    const action = () => compare(scenarios as ScenarioInput[], options as unknown as CompareOptions);
    expect(messageOf(action)).toContain(expected);
  });
});
