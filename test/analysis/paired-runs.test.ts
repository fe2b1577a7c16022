import { describe, expect, it } from "vitest";
import { compare } from "../../src/analysis/compare.ts";
import { effectOf } from "../../src/analysis/comparison.ts";
import { effectsOfRuns } from "../../src/analysis/paired-runs.ts";
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
    expect(message).toContain(`baseline[1]: found "rule (${rule.hash})", expected "baseline" (${baseline.hash})`);
    expect(message).toContain(`scenario[1]: found "baseline (${baseline.hash})", expected "rule"`);
  });

  it("refuses options and metrics that there are not", () => {
    const asked = { windw: 1, metrics: ["localValue"] } as object;
    const message = refusal(() => effectsOfRuns(runs(baseline, 1), runs(rule, 1), asked));
    expect(message).toContain('did you mean "window"?');
    expect(message).toContain('metrics[0]: found "localValue", expected the name of a metric');
  });

  it("refuses a seed that stands twice, another size, and a window outside", () => {
    const other = defineScenario({ id: "other", ...size, population: 70 });
    const message = refusal(() =>
      effectsOfRuns(runs(baseline, 1, 1), runs(other, 1), { window: { fromMonth: 0, toMonth: 99 } }),
    );
    for (const words of ["each seed once", "population: found 70, expected 60", "window.toMonth"]) {
      expect(message).toContain(words);
    }
  });
});
