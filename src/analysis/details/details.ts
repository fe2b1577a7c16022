// What a report draws of a comparison beyond its effects: over time, at the gates, for whom, and where the money goes. Pairs of
// runs share their seed, and every interval is of paired differences unless said otherwise.
import {
  gateNames,
  originNames,
  quadrantNames,
  regionNames,
  type GateName,
  type QuadrantName,
} from "../../agents/codes.ts";
import { categoryIds, type CategoryId } from "../../data/spend.ts";
import { parameterIn } from "../../scenarios/pack-choice.ts";
import type { ComparisonPlan } from "../comparison.ts";
import { pairedEffect, type PairedEffect } from "../effects.ts";
import { paperMonths } from "../fact-definition.ts";
import { measuresOf } from "../fact-table.ts";
import { factRows, type FactRow } from "../facts.ts";
import type { RunReduction } from "../window.ts";
import { moneyFlowOf, type MoneyFlow } from "./money-flow.ts";
import { pathPoints, type PathPoint } from "./paths.ts";
import {
  meanOf,
  pathMetrics,
  runDetailsOf,
  sizeNames,
  usdOf,
  wholeYears,
  type DrawnRung,
  type PathMetric,
  type RunDetails,
} from "./run-details.ts";

/** Of 1,000 times that a Peruvian firm was looked at in a tender, how many reached a gate. */
export interface GateEffect extends PairedEffect {
  readonly scenario: string;
  readonly gate: GateName;
}

/** How a kind of who gains is called. */
export type GainDimension = "origin" | "category" | "size" | "region";

/** What a scenario changes for a group, US$ a year. */
export interface Gain extends PairedEffect {
  readonly scenario: string;
  readonly dimension: GainDimension;
  readonly group: string;
}

/** A category on the matrix of risk and cost; shares are of what is spent on it. */
export interface CategoryPlace {
  readonly scenario: string;
  readonly category: CategoryId;
  /** Mean of how critical a failure is and how difficult the work, 0..1; null where supply is not contested. */
  readonly risk: number | null;
  readonly spendUsd: number;
  readonly baselineShare: number;
  readonly share: number;
}

/** Share of a quadrant's spend that Peruvian-owned firms sell directly, 0..1. */
export interface QuadrantEffect extends PairedEffect {
  readonly scenario: string;
  readonly quadrant: QuadrantName;
  /** Of the baseline, US$ a year. */
  readonly spendUsd: number;
}

/** What a report draws beyond effects; plain data. */
export interface ComparisonDetails {
  /** What firms of the country are called, as "Peruvian". */
  readonly demonym: string;
  /** Calendar years of money and gates, both included. */
  readonly years: readonly [first: number, last: number];
  readonly paths: readonly PathPoint[];
  readonly gates: readonly GateEffect[];
  readonly gains: readonly Gain[];
  readonly categories: readonly CategoryPlace[];
  readonly quadrants: readonly QuadrantEffect[];
  /** One a scenario, the baseline first. */
  readonly flows: readonly MoneyFlow[];
  /** The baseline's facts; null for a horizon that they do not fit into. */
  readonly facts: readonly FactRow[] | null;
}

/** A plan that reads what a report draws, with the very runs of a comparison. */
export function withDetails(plan: ComparisonPlan): ComparisonPlan {
  return { ...plan, reading: "report" };
}

/** Puts the details together from the reductions of a plan with details, in the order of its tasks. */
export function assembleDetails(
  plan: ComparisonPlan,
  reductions: readonly RunReduction[],
): ComparisonDetails {
  const { scenarios, seeds, window, tasks, confidence } = plan;
  const runs = scenarios.map(() => seeds.map(() => undefined as unknown as RunDetails));
  tasks.forEach(({ scenario, seed }, i) => {
    runs[scenario][seed] = runDetailsOf(reductions[i].reading ?? [], scenarios[scenario]);
  });
  const worlds = scenarios.map(({ id }, i) => ({ id, runs: runs[i] }));
  const [baseline, ...others] = worlds;
  const effect = (world: World, read: (run: RunDetails) => number) =>
    pairedEffect(baseline.runs.map(read), world.runs.map(read), confidence);
  const each = <T>(read: (world: World) => readonly T[]) => others.flatMap(read);
  return {
    demonym: scenarios[0].pack.demonym,
    years: wholeYears(window),
    paths: worlds.flatMap((world) => pathsOf(baseline, world, confidence)),
    gates: each((world) =>
      gateNames.map((gate, g) => ({
        scenario: world.id,
        gate,
        ...effect(world, ({ reached }) => (reached[0] === 0 ? 0 : (1000 * reached[g]) / reached[0])),
      })),
    ),
    gains: each((world) =>
      groups.map(({ dimension, group, read }) => ({
        scenario: world.id,
        dimension,
        group,
        ...effect(world, read),
      })),
    ),
    categories: each((world) => categoriesOf(plan, baseline.runs, world)),
    quadrants: each((world) =>
      quadrantNames.map((quadrant, q) => ({
        scenario: world.id,
        quadrant,
        spendUsd: meanOf(baseline.runs, (run) => run.quadrants[q][0]),
        ...effect(world, (run) => ratio(run.quadrants[q][1], run.quadrants[q][0])),
      })),
    ),
    flows: worlds.map(({ id, runs: ofWorld }) => moneyFlowOf(id, scenarios[0], ofWorld)),
    facts: factsOf(plan, baseline.runs),
  };
}

interface World {
  readonly id: string;
  readonly runs: readonly RunDetails[];
}

function pathsOf(baseline: World, world: World, confidence: number): PathPoint[] {
  const series = ({ runs }: World, metric: PathMetric) => runs.map(({ paths }) => paths[metric]);
  return pathMetrics.flatMap((metric) =>
    pathPoints(world.id, metric, series(baseline, metric), series(world, metric), confidence),
  );
}

const over = (run: RunDetails, rung: DrawnRung, origins: readonly number[], categories: readonly number[]) =>
  origins.reduce(
    (sum, origin) => categories.reduce((usd, category) => usd + usdOf(run, origin, category, rung), sum),
    0,
  );
const everyOrigin = originNames.map((_, o) => o);
const everyCategory = categoryIds.map((_, c) => c);

/** Groups that may gain or lose, and what is read of a run for each. */
const groups: readonly {
  readonly dimension: GainDimension;
  readonly group: string;
  readonly read: (run: RunDetails) => number;
}[] = [
  ...originNames.map((group, o) => ({
    dimension: "origin" as const,
    group,
    read: (run: RunDetails) => over(run, "spendUsd", [o], everyCategory),
  })),
  ...categoryIds.map((group, c) => ({
    dimension: "category" as const,
    group,
    read: (run: RunDetails) => over(run, "peruvianWithSubcontractsUsd", everyOrigin, [c]),
  })),
  ...sizeNames.map((group, s) => ({
    dimension: "size" as const,
    group,
    read: ({ sizes }: RunDetails) => sizes[s],
  })),
  ...regionNames.map((group, r) => ({
    dimension: "region" as const,
    group,
    read: ({ regions }: RunDetails) => regions[r],
  })),
];

function categoriesOf(
  { scenarios }: ComparisonPlan,
  baseline: readonly RunDetails[],
  world: World,
): CategoryPlace[] {
  const { pack, parameters } = scenarios[0];
  const valueOf = (name: string) => parameters[name] ?? parameterIn(pack, name)?.value;
  return categoryIds.map((category, c) => {
    const criticality = valueOf(`${category}.criticality`) as number | undefined;
    const difficulty = valueOf(`${category}.difficulty`) as number | undefined;
    const mean = (runs: readonly RunDetails[], rung: DrawnRung) =>
      meanOf(runs, (run) => over(run, rung, everyOrigin, [c]));
    const share = (runs: readonly RunDetails[]) =>
      ratio(mean(runs, "peruvianDirectUsd"), mean(runs, "spendUsd"));
    return {
      scenario: world.id,
      category,
      risk: criticality === undefined || difficulty === undefined ? null : (criticality + difficulty) / 2,
      spendUsd: mean(baseline, "spendUsd"),
      baselineShare: share(baseline),
      share: share(world.runs),
    };
  });
}

function factsOf({ scenarios, seeds }: ComparisonPlan, runs: readonly RunDetails[]): FactRow[] | null {
  const [{ hash, pack, months }] = scenarios;
  if (months < paperMonths) return null;
  return factRows(
    runs.map(({ facts }, i) => ({
      seed: String(seeds[i]),
      scenarioHash: hash,
      targets: pack.facts,
      measures: measuresOf(facts),
    })),
  );
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
