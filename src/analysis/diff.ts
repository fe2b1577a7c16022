// Two runs of one seed side by side: the first decision in which they differ, and what followed. Up to there they are the same run.
import type { DecisionEvent, MetricName, PhaseName, Run } from "../engine/observations.ts";
import { isDecision, metricNames, phaseOf } from "../engine/observations.ts";
import { gateNames, type GateName, type OriginName } from "../agents/codes.ts";
import type { CategoryId } from "../data/spend.ts";
import { InputError, type Problem } from "../errors.ts";
import { packProblems } from "../scenarios/pack-choice.ts";
import { yearOfMonth, monthsPerYear } from "../units.ts";
import { resultProblems } from "./asked.ts";
import { firmChanges, type FirmChanges } from "./firm-changes.ts";
import { sumFunnel } from "./funnel.ts";
import { windowValue } from "./window.ts";

/** The first decision that is not the same. */
export interface FirstDecision {
  /** 0 is January 2017; negative in the burn-in. */
  readonly month: number;
  /** Phase of the month in which it is taken. */
  readonly phase: PhaseName;
  /** What the first run did there, with its reasons; null when it did nothing of the kind. */
  readonly first: DecisionEvent | null;
  /** What the second run did there; null likewise. */
  readonly second: DecisionEvent | null;
}

/** A supplier that got its first contract of the observed months in one run and none in the other. */
export interface OneSidedEntry {
  /** Number of the firm in the run that has it. */
  readonly supplier: number;
  /** Its name, by which firms of two runs are matched. */
  readonly name: string;
  /** Where its owner is. */
  readonly origin: OriginName;
  /** Month in which that contract was made, 0 being January 2017. */
  readonly month: number;
  /** Who buys: the id of a mine or of an engineering firm. */
  readonly buyer: string;
  /** What was bought. */
  readonly category: CategoryId;
}

/** Contracts of the owners of one origin in both runs; second less first is what they won. */
export interface ContractsByOrigin {
  /** Where the owners are; "imported" for direct imports. */
  readonly origin: OriginName;
  /** Contracts made in the observed months of the first run. */
  readonly first: number;
  /** Contracts made in those of the second run. */
  readonly second: number;
}

/** What two runs of one seed have in common and what not. */
export interface RunDiff {
  /** The seed of both, as text. */
  readonly seed: string;
  /** Ids of the first run's scenario and of the second's. */
  readonly scenarios: readonly [string, string];
  /** Whether every month's metrics and every event are the same. */
  readonly identical: boolean;
  /** Null when all decisions are the same, policies' own changes of the rules aside. */
  readonly decision: FirstDecision | null;
  /** First observed month in which a metric differs, and which do; null when none does. */
  readonly metricsDiffer: {
    /** 0 is January 2017. */
    readonly month: number;
    /** Metrics that differ in it, in the order of `metricNames`. */
    readonly metrics: readonly MetricName[];
  } | null;
  /** Differences of the main metrics, second less first, by calendar year. */
  readonly years: readonly {
    /** Calendar year; whole ones only. */
    readonly year: number;
    /** By name of the metric: flows a year, stocks on average. */
    readonly differences: Readonly<Record<DiffMetric, number>>;
  }[];
  /** How many contracts firms of each origin got, second tier not counted. */
  readonly contracts: readonly ContractsByOrigin[];
  /** Where domestic firms fell first in tenders, over all years. */
  readonly gates: readonly {
    /** Each gate in its order, "outbid" and "won" included. */
    readonly gate: GateName;
    /** Firms in the first run, once per tender. */
    readonly first: number;
    /** Firms in the second run, once per tender. */
    readonly second: number;
  }[];
  /** Firms that got a contract or a subcontract in the observed months of the first run only, with their first. */
  readonly onlyInFirst: readonly OneSidedEntry[];
  /** The same for the second run. */
  readonly onlyInSecond: readonly OneSidedEntry[];
  /** Firms that gained and lost by the end, each by itself. */
  readonly firms: FirmChanges;
}

/** Metrics whose years are set side by side. */
export const diffMetrics = [
  "localValueNetUsd",
  "peruvianDirectUsd",
  "knowledgeIntensiveUsd",
  "publicCostUsd",
  "directSuppliers",
  "adoptions",
] as const satisfies readonly MetricName[];

/** A metric whose years are set side by side. */
export type DiffMetric = (typeof diffMetrics)[number];

/**
 * What two runs of one seed differ in. Both must have recorded their events.
 *
 * @throws InputError for what is no run, and for runs that are no pair: seeds, versions, packs, horizons, burn-ins or populations that differ.
 */
export function diffRuns(first: Run, second: Run): RunDiff {
  const wrong = [...resultProblems("first", first, "run"), ...resultProblems("second", second, "run")];
  const problems = wrong.length > 0 ? wrong : pairProblems(first, second);
  if (problems.length > 0) throw new InputError("the difference of two runs", problems);
  const decision = firstDecision(decisionsOf(first), decisionsOf(second));
  const years = Math.floor(first.manifest.months / monthsPerYear);
  return {
    seed: first.manifest.seed,
    scenarios: [first.manifest.scenario, second.manifest.scenario],
    identical: decision === null && first.fingerprint === second.fingerprint,
    decision,
    metricsDiffer: firstMetrics(first, second),
    years: Array.from({ length: years }, (_, year) => {
      const window = { fromMonth: year * monthsPerYear, toMonth: (year + 1) * monthsPerYear };
      const difference = (metric: MetricName) =>
        windowValue(second, metric, window) - windowValue(first, metric, window);
      return {
        year: yearOfMonth(window.fromMonth),
        differences: Object.fromEntries(diffMetrics.map((metric) => [metric, difference(metric)])) as Record<
          DiffMetric,
          number
        >,
      };
    }),
    contracts: contractsByOrigin(first, second),
    gates: gateNames.map((gate) => ({ gate, first: fallen(first, gate), second: fallen(second, gate) })),
    onlyInFirst: entriesMissing(first, second),
    onlyInSecond: entriesMissing(second, first),
    firms: firmChanges(first, second),
  };
}

function pairProblems(first: Run, second: Run): Problem[] {
  const shared = ["seed", "version", "months", "burnInMonths", "population"] as const;
  const unequal = shared.flatMap((name): Problem[] => {
    const [wanted, found] = [first.manifest[name], second.manifest[name]];
    if (wanted === found) return [];
    return [
      { path: `second.${name}`, value: found, expected: `${JSON.stringify(wanted)}, as the first run has` },
    ];
  });
  unequal.push(...packProblems("second.pack", second.scenario.pack, first.scenario.pack, "the first run"));
  const silent = [first, second].flatMap(({ events }, i): Problem[] =>
    events === undefined
      ? [
          {
            path: `${i === 0 ? "first" : "second"}.events`,
            value: events,
            expected: "a run made with events: true",
          },
        ]
      : [],
  );
  return [...unequal, ...silent];
}

/**
 * What somebody did in the months of a run: changes of the rules are what was asked, as are the policies that a change of government
 * spares or ends, and entries in the books follow from what was done. The contracts of the start have no reasons to tell of.
 */
function decisionsOf({ events = [], manifest }: Run): readonly DecisionEvent[] {
  return events
    .filter(isDecision)
    .filter(({ type, month }) => month >= -manifest.burnInMonths && !ofRules.has(type));
}

const ofRules: ReadonlySet<string> = new Set<DecisionEvent["type"]>(["policy-changed", "government-changed"]);

function firstDecision(
  first: readonly DecisionEvent[],
  second: readonly DecisionEvent[],
): FirstDecision | null {
  const most = Math.max(first.length, second.length);
  for (let i = 0; i < most; i++) {
    if (JSON.stringify(first[i]) === JSON.stringify(second[i])) continue;
    const { month, ...pair } = pairOf(first, second, i);
    return { month, phase: phaseOf((pair.first ?? pair.second) as DecisionEvent), ...pair };
  }
  return null;
}

/** Where one run did something that the other did not do that month, the other's next decision is no answer to it. */
function pairOf(
  first: readonly DecisionEvent[],
  second: readonly DecisionEvent[],
  place: number,
): Omit<FirstDecision, "phase"> {
  const [one, other] = [first[place] ?? null, second[place] ?? null];
  if (one?.month !== other?.month) {
    const month = Math.min(one?.month ?? Infinity, other?.month ?? Infinity);
    const then = (event: DecisionEvent | null) => (event?.month === month ? event : null);
    return { month, first: then(one), second: then(other) };
  }
  const { month } = one;
  if (subjectOf(one) === subjectOf(other)) return { month, first: one, second: other };
  const later = (events: readonly DecisionEvent[], wanted: DecisionEvent) =>
    events.slice(place).some((event) => event.month === month && subjectOf(event) === subjectOf(wanted));
  if (later(second, one)) return { month, first: null, second: other };
  if (later(first, other)) return { month, first: one, second: null };
  return { month, first: one, second: other };
}

/** Who and what an event is about. */
function subjectOf(event: DecisionEvent): string {
  const { type, lot, supplier, buyer, mine, challenge } = event as {
    readonly [Name in "type" | "lot" | "supplier" | "buyer" | "mine" | "challenge"]?: unknown;
  };
  return JSON.stringify(
    type === "tender" || type === "contract" ? [type, lot, buyer] : [type, supplier, buyer, mine, challenge],
  );
}

function firstMetrics(first: Run, second: Run): RunDiff["metricsDiffer"] {
  for (let month = 0; month < first.manifest.months; month++) {
    const metrics = metricNames.filter((name) => first.metrics[name][month] !== second.metrics[name][month]);
    if (metrics.length > 0) return { month, metrics };
  }
  return null;
}

function fallen({ funnel }: Run, gate: GateName): number {
  return sumFunnel(funnel, ["gate"], { origin: "peruvian", gate })[0]?.count ?? 0;
}

/** Suppliers that got a contract in the observed months, by name, with their first. */
function entriesOf({ events = [], suppliers }: Run): Map<string, OneSidedEntry> {
  const entries = new Map<string, OneSidedEntry>();
  for (const event of events) {
    if (event.type !== "contract" || event.month < 0) continue;
    for (const supplier of [event.supplier, ...event.subcontractors.map((part) => part.supplier)]) {
      if (supplier === null) continue;
      const { name, origin } = suppliers[supplier];
      const { month, buyer, category } = event;
      if (!entries.has(name)) entries.set(name, { supplier, name, origin, month, buyer, category });
    }
  }
  return entries;
}

function entriesMissing(run: Run, other: Run): OneSidedEntry[] {
  const there = entriesOf(other);
  return [...entriesOf(run).values()].filter(({ name }) => !there.has(name));
}

function contractsByOrigin(first: Run, second: Run): ContractsByOrigin[] {
  const counts = ({ events = [], suppliers }: Run) => {
    const byOrigin = new Map<OriginName, number>();
    for (const event of events) {
      if (event.type !== "contract" || event.month < 0) continue;
      const origin = event.supplier === null ? "imported" : suppliers[event.supplier].origin;
      byOrigin.set(origin, (byOrigin.get(origin) ?? 0) + 1);
    }
    return byOrigin;
  };
  const [left, right] = [counts(first), counts(second)];
  return [...new Set([...left.keys(), ...right.keys()])].map((origin) => ({
    origin,
    first: left.get(origin) ?? 0,
    second: right.get(origin) ?? 0,
  }));
}
