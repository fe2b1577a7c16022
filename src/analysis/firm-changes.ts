// What became of each firm in two runs of one seed: who gained and who lost, by the end.
import type { OriginName } from "../agents/codes.ts";
import type { Run, SimulationEvent } from "../engine/observations.ts";
import { centsPerUsd, toCents } from "../units.ts";

/** A firm at the end of a run. */
export interface FirmOutcome {
  /** Number of the firm in this run. */
  readonly supplier: number;
  /**
   * US$ of agreed work in the observed months: own work of direct contracts, and subcontracts. A contract counts as long
   * as it was delivered; what a second-tier firm leaves undone counts for the contract's holder.
   */
  readonly workUsd: number;
  /** Direct contracts and subcontracts in force at the end. */
  readonly contracts: number;
  /** Technical capability, 0 to 1. */
  readonly technical: number;
  /** Level of its certificate, 1 to 3; 0 is none. */
  readonly certificateLevel: number;
  /** Innovations of its own that mines have adopted. */
  readonly adoptions: number;
  /** Whether it exports. */
  readonly exporting: boolean;
  /** Month in which it left, 0 being January 2017; null when it stayed. */
  readonly leftMonth: number | null;
}

/** A firm that did not end the same in both runs; null where it was never founded. */
export interface FirmChange {
  /** Its name, by which firms of two runs are matched. */
  readonly name: string;
  /** Where its owner is. */
  readonly origin: OriginName;
  /** Its end in the first run; null when it was never founded there. */
  readonly first: FirmOutcome | null;
  /** Its end in the second run; null likewise. */
  readonly second: FirmOutcome | null;
  /** Second less first, US$ of agreed work. */
  readonly workUsd: number;
}

/** Firms of two runs. */
export interface FirmChanges {
  /** Firms with more agreed work in the second run. */
  readonly gained: number;
  /** Firms with less. */
  readonly lost: number;
  /** Firms with exactly as much. */
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
  readonly origin: OriginName;
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

/** Agreed work of every firm in the observed months. Cents are whole, so that the order of contracts leaves no trace. */
function workOf({ events = [], suppliers, manifest: { months } }: Run): number[] {
  const cents = suppliers.map(() => 0);
  const ends = endsIn(events);
  const add = (supplier: number | null, partCents: number, from: number, to: number) => {
    if (supplier !== null)
      cents[supplier] += partCents * Math.max(0, Math.min(months, to) - Math.max(0, from));
  };
  for (const event of events) {
    if (event.type !== "contract") continue;
    const { contract, supplier, startMonth, endMonth } = event;
    const end = ends.get(placeOf(contract)) ?? endMonth;
    let ownCents = toCents(event.priceUsdPerMonth);
    for (const part of event.subcontractors) {
      const partCents = toCents(part.priceUsdPerMonth);
      const partEnd = ends.get(placeOf(contract, part.supplier)) ?? end;
      ownCents -= partCents;
      add(part.supplier, partCents, startMonth, partEnd);
      add(supplier, partCents, partEnd, end);
    }
    add(supplier, ownCents, startMonth, end);
  }
  return cents.map((each) => each / centsPerUsd);
}

/** First month no longer delivered of each contract, and of each part that its holder took over, as far as the log tells. */
function endsIn(events: readonly SimulationEvent[]): ReadonlyMap<string, number> {
  const ends = new Map<string, number>();
  for (const event of events) {
    if (event.type === "contract-ended") ends.set(placeOf(event.contract), event.month + 1);
    if (event.type === "subcontract-ended")
      ends.set(placeOf(event.contract, event.supplier), event.month + 1);
  }
  return ends;
}

function placeOf(contract: number, part?: number): string {
  return part === undefined ? String(contract) : `${contract} ${part}`;
}

/** Whether a firm ended the same; what number it has does not count. */
function sameEnd(one: FirmOutcome | undefined, other: FirmOutcome | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  const names = Object.keys(one) as (keyof FirmOutcome)[];
  return names.every((name) => name === "supplier" || Object.is(one[name], other[name]));
}
