// The accounts of a run, worked out anew from its event log alone: slow and obvious, and sharing nothing with the ledger but
// the names of its rungs.
import { InputError } from "../errors.ts";
import { centsPerUsd } from "../units.ts";
import { flowsInUsd, ladderInUsd, type AccountFlowName } from "./accounts/amounts.ts";
import { emptyLog, type LadderPlace } from "./accounts/books.ts";
import { readMonth, readOpening } from "./accounts/read-month.ts";
import type { RungName, SimulationEvent, TreasuryRow } from "./observations.ts";

/** A cell of the ladder of value: a year's payments of one kind at one mine, US$. */
export type AccountCell = LadderPlace & {
  /** Calendar year; those of the burn-in are before 2017. */
  readonly year: number;
} & Readonly<Record<RungName, number>>;

/** A month: the ladder over all cells, and the other flows, US$. */
export type AccountMonth = {
  /** 0 is January 2017; negative in the burn-in. */
  readonly month: number;
} & Readonly<Record<RungName | AccountFlowName, number>>;

/** What an event log adds up to. Amounts are US$ in whole cents. */
export interface Accounts {
  /** Every cell of the ladder into which anything was paid, burn-in included. */
  readonly ladder: readonly AccountCell[];
  /** Every month, burn-in included. */
  readonly months: readonly AccountMonth[];
  /** Public money by the policy that owns the instrument, burn-in included. */
  readonly treasury: readonly TreasuryRow[];
  /** Cash of each firm at the end of the log. */
  readonly cash: readonly {
    /** Number of the firm in the run. */
    readonly supplier: number;
    /** Its cash, US$; less than 0 is owed. */
    readonly cashUsd: number;
  }[];
  /** Where the log contradicts itself: nothing, unless it was changed. */
  readonly contradictions: readonly {
    /** Month of the event that does not fit. */
    readonly month: number;
    /** What does not fit, in words. */
    readonly text: string;
  }[];
}

/**
 * Adds up the event log of a run from its opening to its last month.
 *
 * @throws InputError for what is no log, and for one that does not begin with its opening, as one that was cut.
 */
export function accountsOf(events: readonly SimulationEvent[]): Accounts {
  const [opening] = (Array.isArray(events) ? events : []) as readonly (SimulationEvent | null | undefined)[];
  if (opening?.type !== "opening") {
    const value =
      opening === undefined || opening === null ? events : `${opening.type} of month ${opening.month}`;
    const expected = 'the events of a run, of which the first is its "opening"';
    throw new InputError("accounts", [{ path: "events", value, expected }]);
  }
  const books = emptyLog(opening.taxRate);
  const byMonth = new Map<number, SimulationEvent[]>();
  for (const event of events) {
    const month = byMonth.get(event.month);
    if (month === undefined) byMonth.set(event.month, [event]);
    else month.push(event);
  }
  const lastMonth = Math.max(...byMonth.keys());
  readOpening(books, opening.month, byMonth.get(opening.month) ?? []);
  for (let month = opening.month + 1; month <= lastMonth; month++) {
    readMonth(books, month, byMonth.get(month) ?? []);
  }
  return {
    ladder: [...books.ladder].flatMap(([year, cells]) =>
      [...cells.values()].map(({ at, cents }) => ({ year, ...at, ...ladderInUsd(cents) })),
    ),
    months: books.months.map(({ month, ladder, flows }) => ({
      month,
      ...ladderInUsd(ladder),
      ...flowsInUsd(flows),
    })),
    treasury: [...books.policies].sort(byName).map(([policy, { fixed, perUse }]) => ({
      policy,
      paidUsd: (fixed + perUse) / centsPerUsd,
      fixedUsd: fixed / centsPerUsd,
      perUseUsd: perUse / centsPerUsd,
    })),
    cash: [...books.firms].map(([supplier, { cash }]) => ({ supplier, cashUsd: cash / centsPerUsd })),
    contradictions: books.contradictions,
  };
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
