// What a report draws of a run beyond its metrics, as a flat list of numbers: small whatever the run's length, so that runs can
// be made anywhere and none is kept.
import { gateNames, originNames, quadrantNames, regionNames } from "../../agents/codes.ts";
import { categoryIds } from "../../data/spend.ts";
import type { LadderRow, MetricName, Run, RungName } from "../../engine/observations.ts";
import type { Scenario } from "../../scenarios/scenario.ts";
import { baseYear, monthsPerYear, yearOfMonth } from "../../units.ts";
import { flatMeasures } from "../fact-table.ts";
import { funnelSteps } from "../funnel.ts";
import { windowValue, type Window } from "../window.ts";

/** Metrics that are drawn over time. */
export const pathMetrics = [
  "localValueNetUsd",
  "peruvianDirectUsd",
  "knowledgeIntensiveUsd",
  "workingSuppliers",
  "publicCostUsd",
] as const satisfies readonly MetricName[];
export type PathMetric = (typeof pathMetrics)[number];

/** Months of a step in time: a quarter shows a policy's start and evens out tenders. */
export const monthsPerStep = 3;

/** What is drawn of every dollar that a buyer spends, by the origin of whom it pays and by category. */
export const drawnRungs = [
  "spendUsd",
  "peruvianDirectUsd",
  "peruvianWithSubcontractsUsd",
  "spendLocalValueUsd",
  "importedContentUsd",
  "remittedProfitUsd",
] as const satisfies readonly RungName[];
export type DrawnRung = (typeof drawnRungs)[number];

/** Thirds of Peruvian firms by what they could deliver when they entered, the smallest first. */
export const sizeNames = ["small", "middle", "large"] as const;

/** A run as a report sees it. Money is US$ a year in the whole years of the window; see {@link wholeYears}. */
export interface RunDetails {
  /** A value a quarter: US$ a year for flows, the mean for stocks. */
  readonly paths: Readonly<Record<PathMetric, readonly number[]>>;
  /** Times that Peruvian firms reached each gate, in the gates' order. */
  readonly reached: readonly number[];
  /** By origin, by category, by rung of {@link drawnRungs}. */
  readonly kinds: readonly (readonly (readonly number[])[])[];
  /** By quadrant: all spend, and what Peruvian-owned firms sell directly. */
  readonly quadrants: readonly (readonly [spendUsd: number, peruvianDirectUsd: number])[];
  /** Spend at each site of {@link sitesOf}. */
  readonly sites: readonly number[];
  /** Work in hand of Peruvian firms in the last month, by their home region, and by their size when they entered. */
  readonly regions: readonly number[];
  readonly sizes: readonly number[];
  /** As `flatMeasures` gives them. */
  readonly facts: readonly (number | null)[];
}

/** A mine, or a project that may become one. */
export interface Site {
  readonly id: string;
  readonly name: string;
}

/** Mines and projects of a scenario's country, where money may be spent. */
export function sitesOf({ pack }: Pick<Scenario, "pack">): readonly Site[] {
  return [...pack.mines, ...pack.projects];
}

/** The calendar years that lie wholly in a window, or those that it touches where none does: tables of money have years. */
export function wholeYears({ fromMonth, toMonth }: Window): readonly [first: number, last: number] {
  const first = yearOfMonth(fromMonth + monthsPerYear - 1);
  const last = yearOfMonth(toMonth) - 1;
  return first <= last ? [first, last] : [yearOfMonth(fromMonth), yearOfMonth(toMonth - 1)];
}

/** How much of some calendar years a run covers, in years: its last one may end early. */
export function yearsCovered([first, last]: readonly [number, number], months: number): number {
  const endMonth = Math.min(months, (last + 1 - baseYear) * monthsPerYear);
  return (endMonth - (first - baseYear) * monthsPerYear) / monthsPerYear;
}

/** The flat list of a run's details. */
export function reportReading(run: Run, window: Window): (number | null)[] {
  const years = wholeYears(window);
  const inYears = ({ year }: { readonly year: number }) => year >= years[0] && year <= years[1];
  const span = yearsCovered(years, run.manifest.months);
  const perYear = (rows: readonly LadderRow[], rung: RungName) =>
    rows.reduce((sum, row) => sum + row[rung], 0) / span;
  const { byCategory, byQuadrant, bySite } = run.ladder;
  const steps = funnelSteps(run.funnel, { origin: "peruvian", fromYear: years[0], toYear: years[1] });
  const kinds = byCategory.filter(inYears);
  const quadrants = byQuadrant.filter(inYears);
  const sites = bySite.filter(inYears);
  return [
    ...pathMetrics.flatMap((metric) => quarterly(run, metric, run.manifest.months)),
    ...gateNames.map((gate) => steps.find((step) => step.gate === gate)?.reached ?? 0),
    ...originNames.flatMap((origin) =>
      categoryIds.flatMap((category) => {
        const rows = kinds.filter((row) => row.origin === origin && row.category === category);
        return drawnRungs.map((rung) => perYear(rows, rung));
      }),
    ),
    ...quadrantNames.flatMap((name) => {
      const rows = quadrants.filter(({ quadrant }) => quadrant === name);
      return [perYear(rows, "spendUsd"), perYear(rows, "peruvianDirectUsd")];
    }),
    ...sitesOf(run.scenario).map(({ id }) =>
      perYear(
        sites.filter(({ mine }) => mine === id),
        "spendUsd",
      ),
    ),
    ...workByGroup(run),
    ...flatMeasures(run),
  ];
}

/** The details of the flat list of a scenario's run. */
export function runDetailsOf(list: readonly (number | null)[], scenario: Scenario): RunDetails {
  let at = 0;
  const take = (count: number) => list.slice(at, (at += count)).map((value) => value ?? Number.NaN);
  const quarters = Math.ceil(scenario.months / monthsPerStep);
  return {
    paths: Object.fromEntries(pathMetrics.map((metric) => [metric, take(quarters)])) as unknown as Record<
      PathMetric,
      number[]
    >,
    reached: take(gateNames.length),
    kinds: originNames.map(() => categoryIds.map(() => take(drawnRungs.length))),
    quadrants: quadrantNames.map(() => take(2) as [number, number]),
    sites: take(sitesOf(scenario).length),
    regions: take(regionNames.length),
    sizes: take(sizeNames.length),
    facts: list.slice(at),
  };
}

/** What a run's suppliers of an origin and category, by their places in the lists, bring to a rung; US$ a year. */
export function usdOf({ kinds }: RunDetails, origin: number, category: number, rung: DrawnRung): number {
  return kinds[origin][category][drawnRungs.indexOf(rung)];
}

/** Mean of a number over runs. */
export function meanOf(runs: readonly RunDetails[], read: (run: RunDetails) => number): number {
  return runs.reduce((sum, run) => sum + read(run), 0) / runs.length;
}

/** A metric by quarter: US$ a year for flows, the mean for stocks. The last quarter may be short. */
export function quarterly(run: Pick<Run, "metrics">, metric: MetricName, months: number): number[] {
  return Array.from({ length: Math.ceil(months / monthsPerStep) }, (_, step) =>
    windowValue(run, metric, {
      fromMonth: step * monthsPerStep,
      toMonth: Math.min(months, (step + 1) * monthsPerStep),
    }),
  );
}

/** Work in hand of Peruvian firms at the end, US$ a year at list price: by region, then by size. */
function workByGroup({ suppliers }: Run): number[] {
  const peruvian = suppliers.filter(({ origin }) => origin === "peruvian");
  // Firms from before the first month are the same under every policy, and so are their sizes at entry.
  const sizes = peruvian
    .filter(({ enteredMonth }) => enteredMonth < 0)
    .map(({ startCapacityUsdPerMonth }) => startCapacityUsdPerMonth)
    .sort((a, b) => a - b);
  const bound = (part: number) => sizes[Math.floor((sizes.length * part) / sizeNames.length)] ?? Infinity;
  const sizeOf = (capacityUsdPerMonth: number) =>
    capacityUsdPerMonth < bound(1) ? "small" : capacityUsdPerMonth < bound(2) ? "middle" : "large";
  const inHand = peruvian.filter(({ leftMonth }) => leftMonth === null);
  const sum = (firms: typeof inHand) =>
    firms.reduce((usd, firm) => usd + firm.directWorkUsdPerMonth + firm.subcontractWorkUsdPerMonth, 0) *
    monthsPerYear;
  return [
    ...regionNames.map((region) => sum(inHand.filter((firm) => firm.region === region))),
    ...sizeNames.map((size) => sum(inHand.filter((firm) => sizeOf(firm.startCapacityUsdPerMonth) === size))),
  ];
}
