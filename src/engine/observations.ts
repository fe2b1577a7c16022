// What a run hands over, and the only way by which analysis and reports see it.
import type { OriginName, regionNames } from "../agents/codes.ts";
import type { CategoryId } from "../data/spend.ts";
import { isPlainObject } from "../plain-object.ts";
import { hashWords } from "../random.ts";
import type { PolicyPatch } from "../scenarios/policy.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import type { SimulationEvent } from "./events.ts";
import type { Funnel } from "./funnel.ts";
import type { LadderTables } from "./ladder-tables.ts";
import { metricNames, type MetricName, type PerMetric } from "./metrics.ts";

export {
  metricNames,
  metrics,
  type MetricDefinition,
  type MetricKind,
  type MetricName,
  type PerMetric,
} from "./metrics.ts";
export { type Funnel, type FunnelRow } from "./funnel.ts";
export { type LadderRow, type LadderTables } from "./ladder-tables.ts";
export { rungNames, type RungName } from "./ledger.ts";
export { type AccountEvent, type PublicPurpose } from "./account-events.ts";
export type {
  EventOf,
  EventType,
  ProjectStep,
  RankedBid,
  ReasonToAbandon,
  SimulationEvent,
  SubcontractTerms,
} from "./events.ts";
export { type DecisionEvent, isDecision, type PhaseName, phaseOf } from "./event-phases.ts";

/** Monthly metrics as they are collected: month after month, in the order of `metricNames`. */
export interface Observations {
  /** One row of metrics per month, burn-in included. */
  readonly rows: Float64Array[];
}

/** What identifies a run, and what it would take to run it again. */
export interface Manifest {
  /** Version of the library that made the run. */
  readonly version: string;
  /** The scenario's id. */
  readonly scenario: string;
  /** Hash of the scenario's canonical content, 16 hexadecimal digits. */
  readonly scenarioHash: string;
  /** The scenario's canonical content, as JSON. */
  readonly content: string;
  /** False when the scenario holds code of the user's that this record cannot. */
  readonly reproducible: boolean;
  /** The seed as text: 7 and "7" are the same. */
  readonly seed: string;
  /** Values of parameters that the scenario sets and that differ from its data pack's, by name. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Months observed, from January 2017. */
  readonly months: number;
  /** Months run before them. */
  readonly burnInMonths: number;
  /** Firms that the scenario asks for at the start, about. */
  readonly population: number;
  /** Hash of the metrics of every month, burn-in included, bit by bit; 16 hexadecimal digits. */
  readonly fingerprint: string;
}

/** What was paid in a policy's name, US$. */
export interface TreasuryRow {
  /** Id of the policy; instruments that the baseline has too, as the R&D credit, stand under theirs. */
  readonly policy: string;
  /** Paid in all, burn-in included, US$; its two parts follow. */
  readonly paidUsd: number;
  /** Programmes' fixed cost, US$. */
  readonly fixedUsd: number;
  /** Places, subsidies, grants and credits, US$: what firms used. */
  readonly perUseUsd: number;
}

/** A finished run. Month 0 is January 2017; the burn-in is not part of the series. */
export interface Run {
  /** Same scenario and seed, same fingerprint, on every platform: 16 hexadecimal digits. */
  readonly fingerprint: string;
  /** What the run was made of, plain data. */
  readonly manifest: Manifest;
  /** The scenario with its defaults filled in. */
  readonly scenario: Scenario;
  /** The seed as text: 7 and "7" are the same. */
  readonly seed: string;
  /** One number a month for each metric, the first of January 2017. What each means, and its unit, stands in `metrics`. */
  readonly metrics: PerMetric<readonly number[]>;
  /** Where firms fall in tenders. */
  readonly funnel: Funnel;
  /** The ladder of value by year and origin, over categories, quadrants and mines. */
  readonly ladder: LadderTables;
  /** What each policy changed in the rules, and when. */
  readonly patches: readonly PolicyPatch[];
  /** Public money paid since the start of the burn-in, by the policy that owns the instrument. */
  readonly treasury: readonly TreasuryRow[];
  /** Suppliers at the end, the departed included: a firm's place in the list is its number. */
  readonly suppliers: readonly SupplierSummary[];
  /** Everything that happened, in order, burn-in included; there when the run was made with `events: true`. */
  readonly events?: readonly SimulationEvent[];
}

/** Whether a value has the parts of a run; those that are made when read are left alone. */
export function isRun(value: unknown): value is Run {
  return (
    isPlainObject(value) && ["manifest", "scenario", "metrics"].every((part) => isPlainObject(value[part]))
  );
}

/** A supplier as it stands at the end of a run. */
export interface SupplierSummary {
  /** Its number in the run, by which events name it. */
  readonly id: number;
  /** Origin, category and number, as `peruvian metal-structures 3`; a real firm of a data pack has its own. */
  readonly name: string;
  /** Where its owner is. */
  readonly origin: OriginName;
  /** Where it has its seat: a mining region, or the capital, which has suppliers and no mine. */
  readonly region: (typeof regionNames)[number];
  /** What it offers: its own category first, then a service that it added, if any. */
  readonly categories: readonly CategoryId[];
  /** Month in which it entered, 0 being January 2017: before it in the burn-in, or with the first firms. */
  readonly enteredMonth: number;
  /** Month in which it left; null while it is in the market. */
  readonly leftMonth: number | null;
  /** Technical capability, 0..1. */
  readonly technical: number;
  /** Organisational capability, 0..1. */
  readonly organisational: number;
  /** Capability to meet standards, 0..1. */
  readonly standards: number;
  /** Level of its certificate, 1 to 3; 0 is none. */
  readonly certificateLevel: number;
  /** Work that it can deliver, US$ a month at list price. */
  readonly capacityUsdPerMonth: number;
  /** Cash, US$; less than 0 is owed to a bank. Of foreign subsidiaries it is not followed: 0. */
  readonly cashUsd: number;
  /** Capacity when it entered, US$ a month: the same under every policy, unlike what became of it. */
  readonly startCapacityUsdPerMonth: number;
  /** Work in hand as first tier, US$ a month at list price. */
  readonly directWorkUsdPerMonth: number;
  /** Work in hand as subcontractor or consortium partner, US$ a month at list price. */
  readonly subcontractWorkUsdPerMonth: number;
  /** Contracts in hand as first tier. */
  readonly directContracts: number;
  /** Contracts in hand as subcontractor or consortium partner. */
  readonly subcontracts: number;
  /** Months of contracts that it has delivered, direct and subcontracted, failed ones included, over the whole run. */
  readonly deliveries: number;
  /** Those of its months that failed, direct and subcontracted, over the whole run. */
  readonly failures: number;
  /** Innovations of its own that mines have adopted. */
  readonly adoptions: number;
  /** Whether it exports. */
  readonly exporting: boolean;
}

/** Hash of all rows, bit by bit: 16 hexadecimal digits. */
export function fingerprintOf(rows: readonly Float64Array[]): string {
  const lanes = [0, 1].map((lane) => {
    let hash = lane;
    for (const row of rows) {
      hash = hashWords(new Uint32Array(row.buffer, row.byteOffset, row.length * 2), hash);
    }
    return (hash >>> 0).toString(16).padStart(8, "0");
  });
  return lanes.join("");
}

/** Rows of months as one series per metric. */
export function seriesOf(rows: readonly Float64Array[]): Record<MetricName, number[]> {
  const series = {} as Record<MetricName, number[]>;
  metricNames.forEach((name, i) => {
    series[name] = rows.map((row) => row[i]);
  });
  return series;
}
