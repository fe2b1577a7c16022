import { describe, expect, it } from "vitest";
import { compare, planComparison } from "../../src/analysis/compare.ts";
import { effectOf } from "../../src/analysis/comparison.ts";
import { diffRuns } from "../../src/analysis/diff.ts";
import { pairedEffect } from "../../src/analysis/effects.ts";
import { effectsOfRuns } from "../../src/analysis/paired-runs.ts";
import type { DataPack } from "../../src/data/packs/pack.ts";
import { packs } from "../../src/data/packs/packs.ts";
import { simulate } from "../../src/engine/run.ts";
import { InputError } from "../../src/errors.ts";
import { defineScenario, type Scenario } from "../../src/scenarios/scenario.ts";

const size = { months: 24, burnInMonths: 6, population: 60 };
const baseline = defineScenario({ id: "baseline", ...size });
const rule = defineScenario({
  id: "rule",
  ...size,
  policies: [{ policy: "local-content-rule", startMonth: 6 }],
});
const runs = (scenario: Scenario, ...seeds: number[]) => seeds.map((seed) => simulate(scenario, { seed }));

const refusal = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).message;
  }
  throw new Error("expected an InputError");
};

describe("effects of runs that a user has kept", () => {
  it("are those of a comparison, in whatever order the runs come", () => {
    const effects = effectsOfRuns(runs(baseline, 1, 2, 3), runs(rule, 3, 1, 2), {
      window: { fromMonth: 6, toMonth: 24 },
    });
    const compared = effectOf(compare([baseline, rule], { seeds: 3 }), "rule", "localValueUsd");
    expect(compared).toMatchObject(effects.localValueUsd);
  });

  it("refuses runs of other seeds", () => {
    const message = refusal(() => effectsOfRuns(runs(baseline, 1, 2), runs(rule, 1, 3)));
    expect(message).toContain("none of 2");
    expect(message).toContain("none of 3");
  });

  it("refuses runs of two scenarios on one side, for their difference would be nobody's", () => {
    const [first, second] = runs(baseline, 1, 2);
    const [ruled, ruledToo] = runs(rule, 1, 2);
    const message = refusal(() => effectsOfRuns([first, ruledToo], [ruled, second]));
    expect(message).toContain(
      `baseline[1]: found "rule (${rule.hash})", expected "baseline" (${baseline.hash})`,
    );
    expect(message).toContain(`scenario[1]: found "baseline (${baseline.hash})", expected "rule"`);
  });

  it("refuses data packs of one id and two contents, as comparisons and differences of runs do", () => {
    const edited: DataPack = { ...packs["peru-2017"], mines: packs["peru-2017"].mines.slice(0, -1) };
    const copied: DataPack = { ...edited, mines: [...edited.mines] };
    const [own, same, other] = [
      defineScenario({ id: "own", ...size, pack: edited }),
      defineScenario({ id: "same", ...size, pack: copied }),
      baseline,
    ];
    const words =
      'found "peru-2017", expected "peru-2017", as the baseline "own" has: this one has its id, but not';
    expect(refusal(() => planComparison([own, same, other], { seeds: 2 }))).toBe(
      `a comparison: 1 problem\n  - scenarios[2].pack: ${words} its content`,
    );
    const [first, second] = [own, other].map((scenario) => simulate(scenario, { seed: 1, events: true }));
    expect(refusal(() => effectsOfRuns([first], [second]))).toContain(
      "this one has its id, but not its content",
    );
    expect(refusal(() => diffRuns(first, second))).toContain('second.pack: found "peru-2017", expected');
  });

  it("refuses options and metrics that there are not", () => {
    const asked = { windw: 1, metrics: ["localValue"] } as object;
    const message = refusal(() => effectsOfRuns(runs(baseline, 1), runs(rule, 1), asked));
    expect(message).toContain('did you mean "window"?');
    expect(message).toContain('metrics[0]: found "localValue", expected the name of a metric');
  });

  it("tells what is wrong with its options beside what is wrong with the runs", () => {
    const asked = { confidence: 2, interval: "normal", window: { fromMonth: 9, toMonth: 9 } } as never;
    const message = refusal(() => effectsOfRuns("runs" as never, runs(rule, 1), asked));
    for (const place of ["baseline", "confidence", "interval", "window.toMonth"]) {
      expect(message).toContain(`- ${place}: found`);
    }
    expect(refusal(() => pairedEffect([1, 2], [3, 4], 0.95, "normal" as never))).toContain(
      'interval: found "normal", expected "t" or "bootstrap"',
    );
  });

  it("refuses a seed that stands twice, another size, and a window outside", () => {
    const other = defineScenario({ id: "other", ...size, population: 70 });
    const message = refusal(() =>
      effectsOfRuns(runs(baseline, 1, 1), runs(other, 1), { window: { fromMonth: 0, toMonth: 99 } }),
    );
    for (const words of [
      "each seed once",
      "scenario[0].population: found 70, expected 60, as baseline[0] has",
      "window.toMonth",
    ]) {
      expect(message).toContain(words);
    }
  });
});
