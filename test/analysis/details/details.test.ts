import { describe, expect, it } from "vitest";
import { compare, planComparison } from "../../../src/analysis/compare.ts";
import { assembleComparison } from "../../../src/analysis/comparison.ts";
import { assembleDetails, withDetails } from "../../../src/analysis/details/details.ts";
import { flowStages } from "../../../src/analysis/details/money-flow.ts";
import {
  pathMetrics,
  reportReading,
  runDetailsOf,
  usdOf,
  wholeYears,
} from "../../../src/analysis/details/run-details.ts";
import { runTasks } from "../../../src/analysis/executor.ts";
import { windowValue } from "../../../src/analysis/window.ts";
import { originNames } from "../../../src/agents/codes.ts";
import { parameterNumbers } from "../../../src/data/parameter-values.ts";
import { categoryIds, spendTable } from "../../../src/data/spend.ts";
import { funnelSteps } from "../../../src/analysis/funnel.ts";
import { simulate } from "../../../src/engine/run.ts";
import { defineScenario } from "../../../src/scenarios/scenario.ts";

const size = { population: 100, months: 40, burnInMonths: 12 };
const window = { fromMonth: 12, toMonth: 40 };

describe("what is read of a run for a report", () => {
  const scenario = defineScenario({ id: "portal", policies: ["challenge-portal"], ...size });
  const run = simulate(scenario, { seed: 3 });
  const details = runDetailsOf(reportReading(run, window), scenario);
  const years = { fromMonth: 12, toMonth: 36 };
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const everywhere = (rung: Parameters<typeof usdOf>[3]) =>
    sum(originNames.flatMap((_, o) => categoryIds.map((__, c) => usdOf(details, o, c, rung))));

  it("has the money of the whole years in the window once on each side", () => {
    const spendUsd = windowValue(run, "spendUsd", years);
    expect(everywhere("spendUsd")).toBeCloseTo(spendUsd, 0);
    expect(sum(details.quadrants.map(([usd]) => usd))).toBeCloseTo(spendUsd, 0);
    expect(sum(details.sites)).toBeCloseTo(spendUsd, 0);
    expect(everywhere("peruvianDirectUsd")).toBeCloseTo(windowValue(run, "peruvianDirectUsd", years), 0);
  });

  it("lets every dollar become local value, imported content or remitted profit", () => {
    const become = ["spendLocalValueUsd", "importedContentUsd", "remittedProfitUsd"] as const;
    expect(sum(become.map(everywhere))).toBeCloseTo(everywhere("spendUsd"), 0);
  });

  it("has each quarter as a window has it, the last cut off by the end of the run", () => {
    for (const metric of pathMetrics) {
      expect(details.paths[metric]).toHaveLength(14);
      expect(details.paths[metric][13]).toBe(windowValue(run, metric, { fromMonth: 39, toMonth: 40 }));
      expect(details.paths[metric][4]).toBe(windowValue(run, metric, { fromMonth: 12, toMonth: 15 }));
    }
  });

  it("counts Peruvian firms at the gates", () => {
    const steps = funnelSteps(run.funnel, { origin: "peruvian", fromYear: 2018, toYear: 2019 });
    expect(details.reached).toEqual(steps.map(({ reached }) => reached));
    expect(details.reached[0]).toBeGreaterThan(0);
  });

  it("spreads the work in hand over regions and over sizes", () => {
    const inHand = run.suppliers
      .filter(({ origin, leftMonth }) => origin === "peruvian" && leftMonth === null)
      .map(
        ({ directWorkUsdPerMonth, subcontractWorkUsdPerMonth }) =>
          12 * (directWorkUsdPerMonth + subcontractWorkUsdPerMonth),
      );
    expect(sum(details.regions)).toBeCloseTo(sum(inHand), 0);
    expect(sum(details.sizes)).toBeCloseTo(sum(inHand), 0);
    expect(details.sizes.every((usd) => usd > 0)).toBe(true);
  });

  it.each([
    [24, 180, "all years", [2019, 2031]],
    [20, 47, "the whole year between two parts", [2019, 2019]],
    [18, 30, "the years that it touches, none being whole", [2018, 2019]],
    [26, 30, "the year that it lies in", [2019, 2019]],
  ])("is of the window's whole years: of months %i to %i %s", (fromMonth, toMonth, _, years) => {
    expect(wholeYears({ fromMonth, toMonth })).toEqual(years);
  });
});

describe("the details of a comparison", () => {
  const scenarios = [
    { id: "baseline", ...size },
    { id: "same", ...size },
  ];
  const plan = withDetails(planComparison(scenarios, { seeds: 2, window }));
  const reductions = [...runTasks(plan, plan.tasks)];
  const details = assembleDetails(plan, reductions);

  it("come from the very runs of the comparison", () => {
    const plain = compare(scenarios, { seeds: 2, window });
    expect(assembleComparison(plan, reductions)).toEqual(plain);
  });

  it("show no difference where there is none", () => {
    for (const effect of [...details.gates, ...details.gains, ...details.quadrants]) {
      expect(effect.tie).toBe(true);
    }
    for (const point of details.paths) expect(point.difference).toBe(0);
  });

  it("let as much money leave each stage as came to it", () => {
    for (const { links } of details.flows) {
      const [first, ...rest] = flowStages
        .slice(0, -1)
        .map((stage) =>
          links.filter(({ from }) => from.stage === stage).reduce((sum, { usd }) => sum + usd, 0),
        );
      for (const total of rest) expect(total / first).toBeCloseTo(1, 9);
      expect(new Set(links.map(({ to }) => to.stage))).toEqual(new Set(flowStages.slice(1)));
    }
  });

  it("name the mines that buy most, from the largest on, and put the rest together", () => {
    for (const { links } of details.flows) {
      const mines = links.filter(({ from }) => from.stage === "mine");
      expect(mines.at(-1)?.from.id).toBe("other-mines");
      const named = mines.slice(0, -1).map(({ usd }) => usd);
      expect(named).toHaveLength(8);
      expect(named).toEqual(named.toSorted((a, b) => b - a));
    }
  });

  it("tell how many reach a gate of a thousand that are looked at, seed by seed", () => {
    const shares = [1, 2].map((seed) => {
      const { funnel } = simulate(scenarios[0], { seed });
      const steps = funnelSteps(funnel, { origin: "peruvian", fromYear: 2018, toYear: 2019 });
      return steps.map(({ reachedShare }) => 1000 * reachedShare!);
    });
    expect(details.gates[0].baselineMean).toBe(1000);
    details.gates.forEach(({ baselineMean, scenarioMean }, g) => {
      expect(baselineMean).toBeCloseTo((shares[0][g] + shares[1][g]) / 2, 9);
      expect(scenarioMean).toBe(baselineMean);
    });
  });

  it("place a category by the mean of how critical and how difficult it is, and none whose supply is not contested", () => {
    const ofCategory = (id: string) => details.categories.find(({ category }) => category === id)!;
    for (const { id, oligopolistic } of spendTable) {
      const of = (column: string) => parameterNumbers[`${id}.${column}`]?.value;
      const [critical, difficult] = [of("criticality"), of("difficulty")];
      expect(ofCategory(id).risk, id).toBe(oligopolistic ? null : (critical + difficult) / 2);
    }
    // Two seeds, and the two whole years of the window.
    const rows = [1, 2].flatMap((seed) => simulate(scenarios[0], { seed }).ladder.byCategory);
    const ofLabour = rows.filter(
      ({ category, year }) => category === "labour-contracting" && (year === 2018 || year === 2019),
    );
    const spend = ofLabour.reduce((sum, { spendUsd }) => sum + spendUsd, 0);
    const direct = ofLabour.reduce((sum, { peruvianDirectUsd }) => sum + peruvianDirectUsd, 0);
    const { spendUsd, baselineShare, share } = ofCategory("labour-contracting");
    expect(spendUsd / (spend / 4)).toBeCloseTo(1, 9);
    expect([baselineShare, share].map((each) => each / (direct / spend))).toEqual([
      expect.closeTo(1, 9),
      expect.closeTo(1, 9),
    ]);
  });

  it("tell each quarter of a path by its first month", () => {
    const path = details.paths.filter(
      ({ scenario, metric }) => scenario === "same" && metric === pathMetrics[0],
    );
    expect(path.map(({ month }) => month)).toEqual(Array.from({ length: 14 }, (_, quarter) => 3 * quarter));
  });

  it("have the facts of the baseline, and none for a horizon that they do not fit into", () => {
    expect(details.facts?.length).toBeGreaterThan(10);
    const short = withDetails(
      planComparison(
        scenarios.map((each) => ({ ...each, months: 14 })),
        { seeds: 2 },
      ),
    );
    expect(assembleDetails(short, [...runTasks(short, short.tasks)]).facts).toBeNull();
  });
});
