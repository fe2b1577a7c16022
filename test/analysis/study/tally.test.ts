import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planComparison } from "../../../src/analysis/compare.ts";
import { assembleComparison } from "../../../src/analysis/comparison.ts";
import { layoutOf } from "../../../src/analysis/study/layout.ts";
import { defineStudy, type Study, type StudyInput } from "../../../src/analysis/study/study.ts";
import { StudyTally } from "../../../src/analysis/study/tally.ts";
import { metricNames, type MetricName } from "../../../src/engine/observations.ts";

const size = { months: 24, burnInMonths: 0, population: 50 };
const scenariosOf = (count: number) => Array.from({ length: count }, (_, i) => ({ id: `s${i}`, ...size }));
const windows = [
  { id: "early", fromMonth: 0, toMonth: 12 },
  { id: "late", fromMonth: 12, toMonth: 24 },
];
const twoMetrics: MetricName[] = ["bids", "adoptions"];

/** A value of a run, or nothing where it failed. */
type ValueOf = (scenario: number, group: number, window: number, metric: number) => number | undefined;

/** The effects of a study whose runs have the values given. */
function effectsOf(study: Study, valueOf: ValueOf) {
  const layout = layoutOf(study);
  const tally = new StudyTally(study, layout);
  for (let group = 0; group < layout.groups; group++) {
    tally.add(
      study.scenarios.map(({ id }, i) => {
        const { run, seed, draw } = layout.place(group * layout.groupSize + i);
        const values = study.windows.map((_, w) => study.metrics.map((__, m) => valueOf(i, group, w, m)));
        const failed = values.flat().includes(undefined);
        const row = { run, scenario: id, seed, draw };
        return failed ? { ...row, error: "lost" } : { ...row, values: values as number[][] };
      }),
    );
  }
  return tally.effects();
}

/**
 * Differences of two units of which Student's t with one degree of freedom has a p-value wanted: their mean is t and its standard
 * error 1, and p is 1 - 2/π × arctan t.
 */
const pairWithP = (p: number) => [-1, 1].map((side) => Math.tan(((1 - p) * Math.PI) / 2) + side);

function expectAdjusted(found: readonly { readonly adjustedPValue: number | null }[], wanted: unknown[]) {
  expect(found).toHaveLength(wanted.length);
  found.forEach(({ adjustedPValue }, i) => {
    if (typeof wanted[i] === "number") expect(adjustedPValue).toBeCloseTo(wanted[i], 10);
    else expect(adjustedPValue).toBe(wanted[i]);
  });
}

describe("the p-values of a study", () => {
  const named: StudyInput = {
    id: "named",
    scenarios: scenariosOf(4),
    seeds: 2,
    windows,
    metrics: twoMetrics,
  };
  // By scenario and metric: a tie is none of the tests, so that there are five.
  const early = [0.01, 0.04, 0.03, 0.005, 0.9, null];
  const late = [0.3, 0.01, null, null, null, 0.4];
  const valueOf: ValueOf = (scenario, group, window, metric) => {
    const p = scenario === 0 ? null : [early, late][window][(scenario - 1) * 2 + metric];
    return 7 + (p === null ? 0 : pairWithP(p)[group]);
  };

  it("are adjusted step by step for all metrics that it names, window by window", () => {
    const effects = effectsOf(defineStudy(named), valueOf);
    const inWindow = (id: string) => effects.filter(({ window }) => window === id);
    inWindow("early").forEach(({ pValue }, i) => {
      if (early[i] === null) expect(pValue).toBeNull();
      else expect(pValue).toBeCloseTo(early[i], 10);
    });
    // 5 × 0.005 first, 4 × 0.01, 3 × 0.03, then 2 × 0.04 raised to the one before it, and 0.9 for itself.
    expectAdjusted(inWindow("early"), [0.04, 0.09, 0.09, 0.025, 0.9, null]);
    // 3 × 0.01, then 2 × 0.3, then 0.4 raised to that.
    expectAdjusted(inWindow("late"), [0.6, 0.03, null, null, null, 0.6]);
  });

  it("are adjusted on each metric by itself where it names none, as it is the same study when it names all", () => {
    const { metrics: _, ...unnamed } = named;
    const study = defineStudy(unnamed);
    expect(defineStudy({ ...unnamed, metrics: metricNames }).hash).toBe(study.hash);
    const onFirstTwo: ValueOf = (scenario, group, window, metric) =>
      metric < 2 ? valueOf(scenario, group, window, metric) : 0;
    const effects = effectsOf(study, onFirstTwo).filter(({ window }) => window === "early");
    const on = (metric: number) => effects.filter((effect) => effect.metric === metricNames[metric]);
    // 3 × 0.01, then 2 × 0.03, then 0.9; and beside a tie 2 × 0.005 and 0.04.
    expectAdjusted(on(0), [0.03, 0.06, 0.9]);
    expectAdjusted(on(1), [0.04, 0.01, null]);
    expectAdjusted(on(2), [null, null, null]);
  });

  it("rest on draws where parameters are drawn, whatever the seeds of a draw are apart", () => {
    const draws = { count: 2, parameters: ["trialMonths"] } as const;
    const study = defineStudy({ ...named, draws });
    const apart: ValueOf = (scenario, group, window, metric) =>
      Number(valueOf(scenario, Math.floor(group / 2), window, metric)) +
      (scenario === 0 ? 0 : group % 2 === 0 ? 1 : -1);
    const effects = effectsOf(study, apart).filter(({ window }) => window === "early");
    expect(effects.map(({ pairs, units, tie }) => ({ pairs, units, tie }))).toEqual(
      effects.map(() => ({ pairs: 4, units: 2, tie: false })),
    );
    // The last is no tie of runs, but one of draws: there is nothing to test.
    expectAdjusted(effects, [0.04, 0.09, 0.09, 0.025, 0.9, null]);
  });

  it("are of the signs where a difference is the same in every unit, but for rounding", () => {
    const study = defineStudy({ ...named, scenarios: scenariosOf(2), seeds: 3 });
    const alike: ValueOf = (scenario, group, _, metric) =>
      [0.1, 69_230.77, 1e6 / 3][group] + (scenario === 0 ? 0 : [800_000.1, 0][metric]);
    const effects = effectsOf(study, alike).filter(({ window }) => window === "early");
    expectAdjusted(effects, [0.25, null]);
    expect(effects.map(({ verdict }) => verdict)).toEqual(["too few pairs", "identical"]);
  });

  it("are none where failed runs leave fewer than two units, and the others are adjusted without them", () => {
    const failing: ValueOf = (scenario, group, window, metric) =>
      scenario === 2 && group === 1 ? undefined : valueOf(scenario, group, window, metric);
    const effects = effectsOf(defineStudy(named), failing).filter(({ window }) => window === "early");
    expect(effects.map(({ pairs }) => pairs)).toEqual([2, 2, 1, 1, 2, 2]);
    expectAdjusted(effects, [0.03, 0.08, null, null, 0.9, null]);
    expect(effects.slice(2, 4).map(({ verdict }) => verdict)).toEqual([null, null]);
  });

  it("are those of a comparison of the same runs, whatever these are and whatever metrics are named", () => {
    const cases = fc.record({
      count: fc.integer({ min: 2, max: 5 }),
      seeds: fc.integer({ min: 2, max: 6 }),
      metrics: fc.constantFrom(undefined, twoMetrics),
      // Of few values, so that there are ties and differences that do not vary.
      values: fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 7, maxLength: 400 }),
    });
    fc.assert(
      fc.property(cases, ({ count, seeds, metrics, values }) => {
        const asked = metrics === undefined ? {} : { metrics };
        const study = defineStudy({ id: "any", scenarios: scenariosOf(count), seeds, windows, ...asked });
        const names = study.metrics;
        const valueOf = (scenario: number, group: number, window: number, metric: number) =>
          values[(((scenario * seeds + group) * 2 + window) * names.length + metric) % values.length];
        const effects = effectsOf(study, valueOf);
        windows.forEach(({ id, ...window }, w) => {
          const plan = planComparison(scenariosOf(count), { seeds, window, ...asked });
          const comparison = assembleComparison(
            plan,
            plan.tasks.map(({ scenario, seed }) => ({
              fingerprint: "",
              values: metricNames.map((name) =>
                names.includes(name) ? valueOf(scenario, seed, w, names.indexOf(name)) : Number.NaN,
              ),
            })),
          );
          const found = effects.filter((effect) => effect.window === id);
          expect(found.map(({ scenario, metric }) => [scenario, metric])).toEqual(
            comparison.effects.map(({ scenario, metric }) => [scenario, metric]),
          );
          expectAdjusted(
            found,
            comparison.effects.map(({ adjustedPValue }) => adjustedPValue),
          );
          expect(found.map(({ verdict }) => verdict)).toEqual(
            comparison.effects.map(({ verdict }) => verdict),
          );
        });
      }),
      { numRuns: 20 },
    );
  });
});
