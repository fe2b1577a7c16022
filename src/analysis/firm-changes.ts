// What became of each firm in two runs of one seed: who gained and who lost, by the end.
import type { Run, SimulationEvent } from "../engine/observations.ts";

/** A firm at the end of a run. */
export interface FirmOutcome {
  /** Number of the firm in this run. */
  readonly supplier: number;
  /** US$ of agreed work in the observed months, own work of direct contracts and subcontracts, as long as the firm is there. */
  readonly workUsd: number;
  /** Direct contracts and subcontracts in force at the end. */
  readonly contracts: number;
  /** Technical capability, 0 to 1. */
  readonly technical: number;
  readonly certificateLevel: number;
  readonly adoptions: number;
  readonly exporting: boolean;
  /** Month in which it left; null when it stayed. */
  readonly leftMonth: number | null;
}

/** A firm that did not end the same in both runs; null where it was never founded. */
export interface FirmChange {
  readonly name: string;
  readonly origin: string;
  readonly first: FirmOutcome | null;
  readonly second: FirmOutcome | null;
  /** Second less first, US$ of agreed work. */
  readonly workUsd: number;
}

/** Firms of two runs. */
export interface FirmChanges {
  /** Firms with more, with less, and with exactly as much agreed work in the second run. */
  readonly gained: number;
  readonly lost: number;
  readonly equal: number;
  /** Every firm whose end differs in anything, from the largest gain of work to the largest loss. */
  readonly changed: readonly FirmChange[];
}

/** Firms of two runs side by side. Both must have recorded their events. Firms are known by their names, as numbers shift. */
export function firmChanges(first: Run, second: Run): FirmChanges {
  const [before, after] = [outcomesOf(first), outcomesOf(second)];
  const counts = { gained: 0, lost: 0, equal: 0 };
  const changed: FirmChange[] = [];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [one, other] = [before.get(name), after.get(name)];
    const workUsd = (other?.outcome.workUsd ?? 0) - (one?.outcome.workUsd ?? 0);
    counts[workUsd > 0 ? "gained" : workUsd < 0 ? "lost" : "equal"] += 1;
    if (sameEnd(one?.outcome, other?.outcome)) continue;
    const { origin } = (one ?? other) as FirmAtEnd;
    changed.push({ name, origin, first: one?.outcome ?? null, second: other?.outcome ?? null, workUsd });
  }
  changed.sort((a, b) => b.workUsd - a.workUsd || (a.name < b.name ? -1 : 1));
  return { ...counts, changed };
}

interface FirmAtEnd {
  readonly origin: string;
  readonly outcome: FirmOutcome;
}

function outcomesOf(run: Run): Map<string, FirmAtEnd> {
  const work = workOf(run);
  return new Map(
    run.suppliers.map(({ id, name, origin, directContracts, subcontracts, ...firm }) => {
      const { technical, certificateLevel, adoptions, exporting, leftMonth } = firm;
      const outcome: FirmOutcome = {
        supplier: id,
        workUsd: work[id],
        contracts: directContracts + subcontracts,
        ...{ technical, certificateLevel, adoptions, exporting, leftMonth },
      };
      return [name, { origin, outcome }];
    }),
  );
}

/** Agreed work of every firm in the observed months. */
function workOf({ events = [], suppliers, manifest: { months } }: Run): number[] {
  const work = suppliers.map(() => 0);
  const add = (supplier: number, priceUsd: number, { startMonth, endMonth }: ContractEvent) => {
    const from = Math.max(0, startMonth);
    const to = Math.min(months, endMonth, suppliers[supplier].leftMonth ?? Infinity);
    work[supplier] += priceUsd * Math.max(0, to - from);
  };
  for (const event of events) {
    if (event.type !== "contract") continue;
    let ownUsd = event.priceUsd;
    for (const part of event.subcontractors) {
      ownUsd -= part.priceUsd;
      add(part.supplier, part.priceUsd, event);
    }
    if (event.supplier !== null) add(event.supplier, ownUsd, event);
  }
  return work;
}

type ContractEvent = Extract<SimulationEvent, { readonly type: "contract" }>;

/** Whether a firm ended the same; what number it has does not count. */
function sameEnd(one: FirmOutcome | undefined, other: FirmOutcome | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  const names = Object.keys(one) as (keyof FirmOutcome)[];
  return names.every((name) => name === "supplier" || Object.is(one[name], other[name]));
}
