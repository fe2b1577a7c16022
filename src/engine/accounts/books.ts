// The books that are kept while an event log is read.
import type { OriginName, QuadrantName } from "../../agents/codes.ts";
import type { CategoryId } from "../../data/spend.ts";
import { yearOfMonth } from "../../units.ts";
import type { EventOf } from "../events.ts";
import { addLadder, emptyFlows, emptyLadder, type FlowCents, type LadderCents } from "./amounts.ts";

/** Where a payment stands on the ladder of value. */
export interface LadderPlace {
  /** Where the owner of who is paid is; "imported" for direct imports. */
  readonly origin: OriginName;
  /** What was bought. */
  readonly category: CategoryId;
  /** Class of risk and cost of the contract. */
  readonly quadrant: QuadrantName;
  /** Id of the mine where the work was done. */
  readonly mine: string;
}

/** A cell of a year's ladder. */
export interface LadderCell {
  readonly at: LadderPlace;
  readonly cents: LadderCents;
}

/** What is known of a firm; cents. */
export interface FirmBook {
  readonly origin: OriginName;
  cash: number;
  /** Profit since the last tax. */
  yearProfit: number;
}

/** A contract as it was agreed, less the second-tier firms that left: the holder does their parts at the same cost. Cents. */
export interface ContractInForce {
  readonly agreed: EventOf<"contract">;
  readonly at: LadderPlace;
  readonly key: string;
  readonly price: number;
  readonly fronting: number;
  cost: number;
  imported: number;
  parts: {
    readonly supplier: number;
    readonly price: number;
    readonly cost: number;
    readonly imported: number;
  }[];
}

/** A month: its part of the ladder over all places, and its other flows. */
export interface MonthBook {
  readonly month: number;
  readonly ladder: LadderCents;
  readonly flows: FlowCents;
}

/** Everything that has been read so far. */
export interface LogBooks {
  readonly taxRate: number;
  readonly firms: Map<number, FirmBook>;
  readonly contracts: Map<number, ContractInForce>;
  /** Cells by year, then by the key of their place. */
  readonly ladder: Map<number, Map<string, LadderCell>>;
  readonly months: MonthBook[];
  readonly policies: Map<string, { fixed: number; perUse: number }>;
  /** Where the log contradicts itself. */
  readonly contradictions: { readonly month: number; readonly text: string }[];
}

export function emptyLog(taxRate: number): LogBooks {
  return {
    taxRate,
    firms: new Map(),
    contracts: new Map(),
    ladder: new Map(),
    months: [],
    policies: new Map(),
    contradictions: [],
  };
}

export function emptyMonth(month: number): MonthBook {
  return { month, ladder: emptyLadder(), flows: emptyFlows() };
}

/** Key of a place within a year. */
export function keyOf({ origin, category, quadrant, mine }: LadderPlace): string {
  return `${origin} ${category} ${quadrant} ${mine}`;
}

/** Puts a payment on the ladder. */
export function place(
  books: LogBooks,
  book: MonthBook,
  at: LadderPlace,
  key: string,
  payment: LadderCents,
): void {
  const year = yearOfMonth(book.month);
  let cells = books.ladder.get(year);
  if (cells === undefined) books.ladder.set(year, (cells = new Map<string, LadderCell>()));
  let cell = cells.get(key);
  if (cell === undefined) cells.set(key, (cell = { at, cents: emptyLadder() }));
  addLadder(cell.cents, payment);
  addLadder(book.ladder, payment);
}

/** Adds to a firm's cash and to its taxable profit; less than 0 is a cost. */
export function earn(books: LogBooks, month: number, supplier: number, cents: number): void {
  moveCash(books, month, supplier, cents);
  const firm = books.firms.get(supplier);
  if (firm !== undefined) firm.yearProfit += cents;
}

/** Adds to a firm's cash alone. */
export function moveCash(books: LogBooks, month: number, supplier: number, cents: number): void {
  const firm = books.firms.get(supplier);
  if (firm === undefined) contradict(books, month, `supplier ${supplier} is paid before it is known`);
  else firm.cash += cents;
}

export function contradict({ contradictions }: LogBooks, month: number, text: string): void {
  contradictions.push({ month, text });
}
