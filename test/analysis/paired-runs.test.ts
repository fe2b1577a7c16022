import { describe, expect, it } from "vitest";
import { compare } from "../../src/analysis/compare.ts";
import { effectOf } from "../../src/analysis/comparison.ts";
import { effectsOfRuns, windowedRun } from "../../src/analysis/paired-runs.ts";
import { simulate } from "../../src/engine/run.ts";

const size = { months: 18, burnInMonths: 12, population: 60 };
const baseline = { id: "baseline", ...size };
const training = {
  id: "training",
  ...size,
  policies: [{ policy: "business-training" as const, startMonth: 2 }],
};
const window = { fromMonth: 6, toMonth: 18 };
const [left, right] = [baseline, training].map((scenario) =>
  [1, 2, 3].map((seed) => windowedRun(simulate(scenario, { seed }), window)),
);

describe("effects of runs made elsewhere", () => {
  it("are those of a comparison, whatever the runs' order", () => {
    const comparison = compare([baseline, training], { seeds: 3, window });
    const [effect] = effectsOfRuns(left, right.toReversed(), { metrics: ["publicCostUsd"] });
    const { scenario: _, ...expected } = effectOf(comparison, "training", "publicCostUsd");
    expect(effect).toEqual(expected);
  });

  it("are refused for runs that are no pairs, with every reason", () => {
    const other = windowedRun(simulate({ ...training, population: 70 }, { seed: 4 }), {
      fromMonth: 0,
      toMonth: 18,
    });
    const old = { ...right[1], manifest: { ...right[1].manifest, version: "0.0.1" } };
    const chilean = { ...right[0], manifest: { ...right[0].manifest, content: '{"pack":"chile"}' } };
    let message = "";
    try {
      effectsOfRuns(left, [chilean, old, other, old]);
    } catch (error) {
      message = String(error);
    }
    for (const line of [
      'scenario: found "no run of seed 3", expected the same seeds on both sides',
      'baseline: found "no run of seed 4", expected the same seeds on both sides',
      'scenario[1].version: found "0.0.1"',
      'scenario[0].pack: found "chile"',
      "scenario[2].population: found 70, expected 60",
      "scenario[2].window: found [0,18], expected [6,18]",
      'scenario[3].seed: found "2", expected each seed once; scenario[1] has the same',
    ]) {
      expect(message).toContain(line);
    }
    expect(() => effectsOfRuns([], right)).toThrow("expected runs on both sides");
  });
});
