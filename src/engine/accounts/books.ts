// The books that are kept while an event log is read.
import type { OriginName, QuadrantName } from "../../agents/codes.ts";
import type { CategoryId } from "../../data/spend.ts";
import { yearOfMonth } from "../../units.ts";
import { addLadder, emptyFlows, emptyLadder, type FlowCents, type LadderCents } from "./amounts.ts";
import type { ContractInForce } from "./contract-in-force.ts";

/** Where a payment stands on the ladder of value. */
export interface LadderPlace {
  readonly origin: OriginName;
  readonly category: CategoryId;
  readonly quadrant: QuadrantName;
  readonly mine: string;
}

/** What is known of a firm; cents. */
export interface FirmBook {
  readonly origin: OriginName;
  cash: number;
  /** Profit since the last tax. */
  yearProfit: number;
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
  readonly ladder: Map<string, LadderPlace & { readonly year: number; readonly cents: LadderCents }>;
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

/** Puts a payment on the ladder. */
export function place(books: LogBooks, book: MonthBook, at: LadderPlace, payment: LadderCents): void {
  const year = yearOfMonth(book.month);
  const { origin, category, quadrant, mine } = at;
  const key = `${year} ${origin} ${category} ${quadrant} ${mine}`;
  const cell = books.ladder.get(key) ?? { year, origin, category, quadrant, mine, cents: emptyLadder() };
  books.ladder.set(key, cell);
  addLadder(cell.cents, payment);
  addLadder(book.ladder, payment);
}

/** Moves a firm's cash, and with it its taxable profit unless told otherwise. */
export function moveCash(
  books: LogBooks,
  month: number,
  supplier: number,
  cents: number,
  { taxable = true } = {},
): void {
  const firm = books.firms.get(supplier);
  if (firm === undefined) {
    contradict(books, month, `supplier ${supplier} is paid before it is known`);
    return;
  }
  firm.cash += cents;
  if (taxable) firm.yearProfit += cents;
}

export function contradict({ contradictions }: LogBooks, month: number, text: string): void {
  contradictions.push({ month, text });
}
