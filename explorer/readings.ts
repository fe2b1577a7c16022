// What the pairs of runs say so far. Pure functions: the page draws what they hand over.
import { gateNames, type GateName } from "../src/agents/codes.ts";
import {
  estimate,
  pairedEffect,
  ratioOfMeans,
  type PairedEffect,
  type RatioEstimate,
} from "../src/analysis/effects.ts";
import { metricNames, packs, parameters, type MetricName } from "../src/index.ts";
import { firstYear, mainMetric, type Pair, type PathMetric } from "./summary.ts";

/** Metrics of the ladder of value, from all that is paid in Peru to what is knowledge-intensive, and what it costs. */
export const ladderMetrics = [
  "inCountryUsd",
  "peruvianDirectUsd",
  "peruvianWithSubcontractsUsd",
  "localValueUsd",
  "localValueNetUsd",
  "knowledgeIntensiveUsd",
  "exportsUsd",
  "buyerCostUsd",
  "publicCostUsd",
] as const satisfies readonly MetricName[];
export type LadderMetric = (typeof ladderMetrics)[number];

/** A metric in both worlds, one value per pair. */
function valuesOf(pairs: readonly Pair[], metric: MetricName): { baseline: number[]; scenario: number[] } {
  const column = metricNames.indexOf(metric);
  return {
    baseline: pairs.map(({ baseline }) => baseline.values[column]),
    scenario: pairs.map(({ scenario }) => scenario.values[column]),
  };
}

/** The paired effect on a metric; null for fewer than two pairs. */
export function effectOn(pairs: readonly Pair[], metric: MetricName): PairedEffect | null {
  if (pairs.length < 2) return null;
  const { baseline, scenario } = valuesOf(pairs, metric);
  return pairedEffect(baseline, scenario);
}

/** Differences on a metric, one per pair. */
export function differencesOn(pairs: readonly Pair[], metric: MetricName): number[] {
  const { baseline, scenario } = valuesOf(pairs, metric);
  return scenario.map((value, i) => value - baseline[i]);
}

/** Net local value per public dollar; null for fewer than two pairs. */
export function valuePerPublicUsd(pairs: readonly Pair[]): RatioEstimate | null {
  if (pairs.length < 2) return null;
  return ratioOfMeans(differencesOn(pairs, mainMetric), differencesOn(pairs, "publicCostUsd"));
}

/** A gate in both worlds: of 1,000 Peruvian firms looked at, how many reach it. */
export interface GateReading {
  readonly gate: GateName;
  readonly baseline: number;
  readonly scenario: number;
}

/** The funnel of Peruvian firms, over all pairs. */
export function funnelOf(pairs: readonly Pair[]): GateReading[] {
  const perThousand = (world: "baseline" | "scenario", gate: number) => {
    const sum = (at: number) => pairs.reduce((total, pair) => total + pair[world].reached[at], 0);
    const all = sum(0);
    return all === 0 ? 0 : (1000 * sum(gate)) / all;
  };
  return gateNames.map((gate, i) => ({
    gate,
    baseline: perThousand("baseline", i),
    scenario: perThousand("scenario", i),
  }));
}

/** A year of a metric in one world: mean and interval over runs; without an interval for a single run. */
export interface PathPoint {
  readonly world: "baseline" | "scenario";
  readonly year: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** A metric over the calendar years. */
export function pathOf(pairs: readonly Pair[], metric: PathMetric): PathPoint[] {
  const years = pairs[0]?.baseline.paths[metric].length ?? 0;
  return (["baseline", "scenario"] as const).flatMap((world) =>
    Array.from({ length: years }, (_, i) => {
      const values = pairs.map((pair) => pair[world].paths[metric][i]);
      const year = firstYear + i;
      if (values.length < 2) return { world, year, mean: values[0], low: values[0], high: values[0] };
      const { mean, low, high } = estimate(values);
      return { world, year, mean, low, high };
    }),
  );
}

/** A category in the risk and cost matrix. */
export interface CategoryReading {
  readonly category: string;
  /** Mean of criticality and difficulty of the category, 0..1. */
  readonly risk: number;
  readonly spendUsd: number;
  readonly baselineShare: number;
  readonly scenarioShare: number;
}

/** Contested categories of a data pack with the share that the country's own firms sell directly, over all pairs. */
export function categoriesOf(pairs: readonly Pair[], pack: string): CategoryReading[] {
  const names = Object.keys(pairs[0]?.baseline.categories ?? {});
  const usual = parameters as Readonly<Record<string, { value: number } | undefined>>;
  const own = packs[pack].parameters as Readonly<Record<string, { value: number } | undefined>>;
  const valueOf = (name: string) => (own[name] ?? usual[name])?.value;
  return names.flatMap((category) => {
    const criticality = valueOf(`${category}.criticality`);
    const difficulty = valueOf(`${category}.difficulty`);
    if (criticality === undefined || difficulty === undefined) return [];
    const sum = (world: "baseline" | "scenario", key: "spendUsd" | "peruvianUsd") =>
      pairs.reduce((total, pair) => total + (pair[world].categories[category]?.[key] ?? 0), 0);
    const share = (world: "baseline" | "scenario") => {
      const spend = sum(world, "spendUsd");
      return spend === 0 ? 0 : sum(world, "peruvianUsd") / spend;
    };
    return [
      {
        category,
        risk: (criticality + difficulty) / 2,
        spendUsd: sum("baseline", "spendUsd") / pairs.length,
        baselineShare: share("baseline"),
        scenarioShare: share("scenario"),
      },
    ];
  });
}
