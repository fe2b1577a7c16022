// What happened to one supplier in a run, and who supplies whom: read from the run's events.
import { gateReached, type Run, type SimulationEvent } from "../src/index.ts";

/** A line of a supplier's story. Words are the page's: here is only what happened. */
export type StoryLine =
  | { readonly month: number; readonly kind: "entered" | "exported" | "left" }
  | { readonly month: number; readonly kind: "registered" | "refused"; readonly buyer: string }
  | { readonly month: number; readonly kind: "certified"; readonly level: number }
  | { readonly month: number; readonly kind: "invested"; readonly what: string; readonly costUsd: number }
  | {
      readonly month: number;
      readonly kind: "won" | "subcontract";
      readonly buyer: string;
      readonly usdPerMonth: number;
      readonly months: number;
    }
  | { readonly month: number; readonly kind: "failed"; readonly buyer: string; readonly lossUsd: number }
  | { readonly month: number; readonly kind: "project"; readonly buyer: string; readonly step: string }
  /** A year's tenders in which it was looked at and did not win, by the gate that stopped it. */
  | { readonly month: number; readonly kind: "stopped"; readonly gate: string; readonly times: number };

/** A supplier of the list from which the reader picks. */
export interface Character {
  readonly id: number;
  readonly name: string;
  readonly region: string;
  readonly category: string;
  /** Direct contracts won in each of the two runs. */
  readonly wonInBaseline: number;
  readonly wonInScenario: number;
}

/** Money between a buyer and a firm, or between a firm and its subcontractor, US$ a month. */
export interface Relation {
  readonly from: string;
  readonly to: string;
  readonly tier: 1 | 2;
  readonly usdPerMonth: number;
}

/** Peruvian firms that were there from the start in both runs. */
export function charactersOf(baseline: Run, scenario: Run): Character[] {
  const before = winsBySupplier(baseline);
  const after = winsBySupplier(scenario);
  return scenario.suppliers
    .filter(({ origin, id, name }) => origin === "peruvian" && baseline.suppliers[id]?.name === name)
    .map(({ id, name, region, categories }) => ({
      id,
      name,
      region,
      category: categories[0] ?? "",
      wonInBaseline: before.get(id) ?? 0,
      wonInScenario: after.get(id) ?? 0,
    }));
}

/** The contracts of the start were nobody's win. */
function winsBySupplier({ events = [], manifest }: Run): Map<number, number> {
  const wins = new Map<number, number>();
  for (const event of events) {
    if (event.type !== "contract" || event.supplier === null) continue;
    if (event.month < -manifest.burnInMonths) continue;
    wins.set(event.supplier, (wins.get(event.supplier) ?? 0) + 1);
  }
  return wins;
}

/** What happened to a supplier from month 0 on, in order. */
export function storyOf({ events = [] }: Run, supplier: number): StoryLine[] {
  const lines: StoryLine[] = [];
  const stopped = new Map<string, { month: number; gate: string; times: number }>();
  for (const event of events) {
    if (event.month < 0) continue;
    if (event.type === "tender") {
      const gate = event.winner === supplier ? null : gateReached(event, supplier);
      if (gate === null) continue;
      const year = Math.floor(event.month / 12);
      const key = `${year}|${gate}`;
      const known = stopped.get(key);
      stopped.set(key, { month: year * 12 + 11, gate, times: (known?.times ?? 0) + 1 });
    } else {
      const line = lineOf(event, supplier);
      if (line !== null) lines.push(line);
    }
  }
  for (const each of stopped.values()) lines.push({ kind: "stopped", ...each });
  return lines.sort((a, b) => a.month - b.month);
}

function lineOf(event: SimulationEvent, supplier: number): StoryLine | null {
  const { month } = event;
  if (event.type === "contract") {
    const months = event.endMonth - event.startMonth;
    const { buyer } = event;
    if (event.supplier === supplier) {
      return { month, kind: "won", buyer, usdPerMonth: event.priceUsdPerMonth, months };
    }
    const part = event.subcontractors.find((each) => each.supplier === supplier);
    return part === undefined
      ? null
      : { month, kind: "subcontract", buyer, usdPerMonth: part.priceUsdPerMonth, months };
  }
  if (!("supplier" in event) || event.supplier !== supplier) return null;
  switch (event.type) {
    case "registration":
      return { month, kind: event.result === "granted" ? "registered" : "refused", buyer: event.buyer };
    case "certificate":
      return { month, kind: "certified", level: event.level };
    case "investment":
      return { month, kind: "invested", what: event.kind, costUsd: event.costUsd };
    case "failure":
      return { month, kind: "failed", buyer: event.buyer, lossUsd: event.lossUsd };
    case "project":
      return { month, kind: "project", buyer: event.mine, step: event.step };
    case "export":
      return { month, kind: "exported" };
    case "entry":
      return { month, kind: "entered" };
    case "exit":
      return { month, kind: "left" };
    default:
      return null;
  }
}

const strongest = 26;

/** The strongest relations of the contracts in force at the end of a run, Peruvian firms by name and others by origin. */
export function chainOf({ events = [], suppliers, scenario }: Run): Relation[] {
  const sums = new Map<string, Relation>();
  const add = (from: string, to: string, tier: 1 | 2, usdPerMonth: number) => {
    const key = `${tier}|${from}|${to}`;
    const known = sums.get(key)?.usdPerMonth ?? 0;
    sums.set(key, { from, to, tier, usdPerMonth: known + usdPerMonth });
  };
  const nameOf = (id: number | null) => {
    if (id === null) return "@imported";
    const { origin, name } = suppliers[id];
    return origin === "peruvian" ? name : `@${origin}`;
  };
  const endedEarly = new Set<number>();
  const partsEnded = new Set<string>();
  const keyOf = (contract: number, supplier: number) => `${contract}|${supplier}`;
  for (const event of events) {
    if (event.month >= scenario.months - 1) continue;
    if (event.type === "contract-ended") endedEarly.add(event.contract);
    // The holder does what the firm that left has done.
    else if (event.type === "subcontract-ended") partsEnded.add(keyOf(event.contract, event.supplier));
  }
  for (const event of events) {
    if (event.type !== "contract" || event.endMonth < scenario.months) continue;
    if (endedEarly.has(event.contract)) continue;
    const winner = nameOf(event.supplier);
    add(event.buyer, winner, 1, event.priceUsdPerMonth);
    for (const { supplier, priceUsdPerMonth } of event.subcontractors) {
      if (partsEnded.has(keyOf(event.contract, supplier))) continue;
      add(winner, nameOf(supplier), 2, priceUsdPerMonth);
    }
  }
  const ranked = [...sums.values()].sort((a, b) => b.usdPerMonth - a.usdPerMonth);
  const first = ranked.filter(({ tier }) => tier === 1).slice(0, strongest);
  const inSight = new Set(first.map(({ to }) => to));
  const second = ranked.filter(({ tier, from }) => tier === 2 && inSight.has(from)).slice(0, strongest / 2);
  return [...first, ...second];
}
