import { describe, expect, it } from "vitest";
import {
  categoriesOf,
  differencesOn,
  effectOn,
  funnelOf,
  pathOf,
  valuePerPublicUsd,
} from "../../explorer/readings.ts";
import type { RunSummary } from "../../explorer/summary.ts";
import { parameters } from "../../src/index.ts";
import { briefRun, pairOf } from "./brief-runs.ts";

describe("what the pairs of runs say", () => {
  it("is the scenario less the baseline, pair by pair, and per public dollar their sums", () => {
    const pairs = [1, 2, 3].map((seed) =>
      pairOf(
        seed,
        briefRun({ localValueNetUsd: 100, publicCostUsd: 1 }),
        briefRun({ localValueNetUsd: 100 + 10 * seed, publicCostUsd: 5 }),
      ),
    );
    expect(differencesOn(pairs, "localValueNetUsd")).toEqual([10, 20, 30]);
    expect(effectOn(pairs, "localValueNetUsd")).toMatchObject({ baselineMean: 100, difference: 20 });
    expect(effectOn(pairs.slice(1, 2), "localValueNetUsd")).toBeNull();
    expect(valuePerPublicUsd(pairs)?.value).toBeCloseTo(5, 9);
  });

  it("tells of 1,000 firms that are looked at how many reach each gate, over all pairs", () => {
    const reached = (...counts: readonly number[]) => briefRun({}, { reached: counts });
    const pairs = [
      pairOf(1, reached(100, 50, 1), reached(100, 60, 4)),
      pairOf(2, reached(300, 50, 3), reached(100, 60, 6)),
    ];
    expect(funnelOf(pairs).slice(0, 3)).toMatchObject([
      { baseline: 1000, scenario: 1000 },
      { baseline: 250, scenario: 600 },
      { baseline: 10, scenario: 50 },
    ]);
  });

  it("tells of each world and year the mean of the pairs, without an interval for one alone", () => {
    const path = (...values: readonly number[]) =>
      briefRun({}, { paths: { spendUsd: values } as unknown as RunSummary["paths"] });
    const pairs = [1, 2, 3].map((seed) => pairOf(seed, path(seed, 2 * seed), path(10 * seed, 20 * seed)));
    const metric = "spendUsd" as never;
    expect(pathOf(pairs, metric).map(({ world, year, mean }) => [world, year, mean])).toEqual([
      ["baseline", 2017, 2],
      ["baseline", 2018, 4],
      ["scenario", 2017, 20],
      ["scenario", 2018, 40],
    ]);
    const [{ low, high }] = pathOf(pairs, metric);
    expect([low < 2, high > 2]).toEqual([true, true]);
    expect(pathOf(pairs.slice(0, 1), metric)[0]).toMatchObject({ mean: 1, low: 1, high: 1 });
  });

  it("tells of a category its risk, what is spent, and the share of the country's firms", () => {
    const spending = (spendUsd: number, peruvianUsd: number) =>
      briefRun({}, { categories: { "metal-structures": { spendUsd, peruvianUsd } } });
    const pairs = [
      pairOf(1, spending(100, 10), spending(100, 30)),
      pairOf(2, spending(300, 50), spending(200, 30)),
    ];
    const usual = (name: "criticality" | "difficulty") => parameters[`metal-structures.${name}`].value;
    expect(categoriesOf(pairs, "peru-2017")).toEqual([
      {
        category: "metal-structures",
        risk: (usual("criticality") + usual("difficulty")) / 2,
        spendUsd: 200,
        baselineShare: 0.15,
        scenarioShare: 0.2,
      },
    ]);
  });

  it("tells of what nobody was looked at for, and of what nothing was spent on, that it is nothing", () => {
    const nobody = briefRun(
      {},
      { reached: [0, 0], categories: { consumables: { spendUsd: 0, peruvianUsd: 0 } } },
    );
    const pairs = [pairOf(1, nobody, nobody)];
    expect(funnelOf(pairs)[1]).toMatchObject({ baseline: 0, scenario: 0 });
    expect(categoriesOf(pairs, "peru-2017")).toMatchObject([{ baselineShare: 0, scenarioShare: 0 }]);
  });
});
