// Countries side by side: levels of their baselines with intervals. They are not paired: two countries share no firm, no mine and
// no draw, so a difference of theirs is not an effect of anything.
import type { DataPack } from "../data/packs/pack.ts";
import { metricNames, type MetricName } from "../engine/observations.ts";
import { defineScenario } from "../scenarios/scenario.ts";
import { monthsPerYear, usdPerMillion } from "../units.ts";
import { defaultConfidence, estimate } from "./effects.ts";
import { executeHere, type Executor } from "./executor.ts";

/** A level in each country. */
export interface CountryLevel {
  readonly name: string;
  readonly unit: string;
  /** By country, in the order of the packs: the mean over seeds, with its interval of 95 %. */
  readonly levels: readonly { readonly mean: number; readonly low: number; readonly high: number }[];
}

interface Measure {
  readonly name: string;
  readonly unit: string;
  readonly of: (value: (metric: MetricName) => number) => number;
}

const share = (name: string, part: MetricName, whole: MetricName): Measure => ({
  name,
  unit: "%",
  of: (value) => (100 * value(part)) / value(whole),
});

const measures: readonly Measure[] = [
  { name: "procurement", unit: "US$ million a year", of: (value) => value("spendUsd") / usdPerMillion },
  share("spent with firms invoicing in the country", "inCountryUsd", "spendUsd"),
  share("paid to domestic-owned firms directly", "peruvianDirectUsd", "spendUsd"),
  share("the same with subcontracts", "peruvianWithSubcontractsUsd", "spendUsd"),
  share("local value", "localValueUsd", "spendUsd"),
  share("knowledge-intensive part", "knowledgeIntensiveUsd", "spendUsd"),
  share("exporters among domestic firms", "exporters", "peruvianFirms"),
  { name: "adopted innovations", unit: "a year", of: (value) => value("adoptions") },
  { name: "R&D projects started", unit: "a year", of: (value) => value("projectsStarted") },
];

/** How countries are put side by side. */
export interface CountryOptions {
  /** Seeds 1 to this, at least two. */
  readonly seeds: number;
  /** Firms at the start, about. Default: as in every scenario. */
  readonly population?: number;
  /** Makes the runs. Default: here, one after the other. */
  readonly execute?: Executor;
}

/** Levels of the baselines of several packs over the last ten years of the horizon. */
export async function compareCountries(
  packs: readonly (DataPack | string)[],
  { seeds, population, execute = executeHere }: CountryOptions,
): Promise<readonly CountryLevel[]> {
  const scenarios = packs.map((pack, i) =>
    defineScenario({ id: `country-${i + 1}`, pack, ...(population === undefined ? {} : { population }) }),
  );
  const [{ months }] = scenarios;
  const plan = {
    scenarios,
    seeds: Array.from({ length: seeds }, (_, i) => i + 1),
    window: { fromMonth: months - 10 * monthsPerYear, toMonth: months },
    tasks: scenarios.flatMap((_, scenario) =>
      Array.from({ length: seeds }, (__, seed) => ({ scenario, seed })),
    ),
  };
  const reductions = await execute(plan);
  return measures.map(({ name, unit, of }) => ({
    name,
    unit,
    levels: scenarios.map((_, country) => {
      const runs = reductions.slice(country * seeds, (country + 1) * seeds);
      const values = runs.map(({ values: each }) => of((metric) => each[metricNames.indexOf(metric)]));
      return estimate(values, defaultConfidence);
    }),
  }));
}
