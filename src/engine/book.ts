// The contracts in force, in columns: what a month of delivery touches of each contract and of its subcontracts lies side by
// side, because there are thousands and every one can fail every month. A row is used again when its contract has ended; it
// has a block of places for the contract's subcontracts. The contracts themselves stay plain records and know their row.
import type { Contract, Subcontract } from "../agents/contract.ts";
import { ContractKind, Origin, Quadrant } from "../agents/codes.ts";
import { drawPrefix, Process } from "../random.ts";
import { emptyListOf } from "./empty-list.ts";

/** Bits of a contract's row. */
export const RowFlag = { imported: 1, peruvian: 2, knowledgeIntensive: 4, capital: 8, free: 16 } as const;

/**
 * What a contract moves in a month besides its price lies side by side: it is used as a whole when a contract begins, fails or ends,
 * while what every month passes over (prices, the look for failures) is kept in columns of its own.
 */
export const RowAmount = {
  costCents: 0,
  importedCents: 1,
  passedOnCents: 2,
  passedOnImportedCents: 3,
  frontingCents: 4,
  preferenceCents: 5,
  savingCents: 6,
} as const;
/** Places of a row's amounts: a power of two, so that no row lies across two lines of the cache. */
const rowAmounts = 8;

/** The same of a subcontract or consortium share; its capacity is US$ a month at list price. */
export const PieceAmount = { capacityUsdPerMonth: 0, priceCents: 1, costCents: 2, importedCents: 3 } as const;
/** Amounts of a place. */
const pieceAmounts = 4;

/** Rows of the contracts in force. */
export class ContractRows {
  /** Key of the contract's failures, up to the month. */
  readonly failureKey: Int32Array;
  readonly flags: Uint8Array;
  /** Supplier id, or -1 for an import. */
  readonly supplier: Int32Array;
  readonly buyer: Int32Array;
  readonly place: Int32Array;
  /** What the buyer pays in a month without failures, cents. */
  readonly priceCents: Float64Array;
  /** What else such a month moves, cents; see {@link RowAmount}. */
  readonly amounts: Float64Array;
  /** How many of its subcontracts are in force; those of row r have the places from r × `piecesPerContract` on. */
  readonly pieces: Uint8Array;

  constructor(capacity: number) {
    this.failureKey = new Int32Array(capacity);
    this.flags = new Uint8Array(capacity);
    this.supplier = new Int32Array(capacity);
    this.buyer = new Int32Array(capacity);
    this.place = new Int32Array(capacity);
    this.priceCents = new Float64Array(capacity);
    this.amounts = new Float64Array(capacity * rowAmounts);
    this.pieces = new Uint8Array(capacity);
  }
}

/** Places of the subcontracts and consortium shares in force. */
export class PieceRows {
  readonly failureKey: Int32Array;
  readonly supplier: Int32Array;
  readonly partner: Uint8Array;
  /** What it books and what a month moves; see {@link PieceAmount}. */
  readonly amounts: Float64Array;

  constructor(capacity: number) {
    this.failureKey = new Int32Array(capacity);
    this.supplier = new Int32Array(capacity);
    this.partner = new Uint8Array(capacity);
    this.amounts = new Float64Array(capacity * pieceAmounts);
  }
}

/** An amount of a contract in force. */
export function rowAmount({ amounts }: ContractRows, row: number, which: number): number {
  return amounts[row * rowAmounts + which];
}

/** An amount of a subcontract in force. */
export function pieceAmount({ amounts }: PieceRows, place: number, which: number): number {
  return amounts[place * pieceAmounts + which];
}

/** Writes an amount of a subcontract. */
export function setPieceAmount({ amounts }: PieceRows, place: number, which: number, value: number): void {
  amounts[place * pieceAmounts + which] = value;
}

/** Contracts for which there is room at the start. */
const startCapacity = 2048;

/** Contracts in force with their rows. */
export class Book {
  readonly root: number;
  readonly piecesPerContract: number;
  /** Contracts in force, in no order. */
  readonly contracts = emptyListOf<Contract>();
  /** Contract of each row, or null for a row that is free. */
  readonly byRow = emptyListOf<Contract | null>();
  /** Rows that are free, the first `free` of the list: taken and given back without shrinking it, which engines do slowly. */
  readonly freeRows: number[] = [];
  free = 0;
  rows: ContractRows;
  pieces: PieceRows;

  constructor(root: number, piecesPerContract: number) {
    this.root = root;
    this.piecesPerContract = piecesPerContract;
    this.rows = new ContractRows(startCapacity);
    this.pieces = new PieceRows(startCapacity * piecesPerContract);
  }
}

type Column = Int32Array | Uint8Array | Float64Array;

function columnsOf(rows: ContractRows | PieceRows): Column[] {
  return Object.values(rows) as Column[];
}

function grow(book: Book): void {
  const capacity = book.rows.flags.length * 2;
  const rows = new ContractRows(capacity);
  const pieces = new PieceRows(capacity * book.piecesPerContract);
  const oldRows = columnsOf(book.rows);
  const oldPieces = columnsOf(book.pieces);
  columnsOf(rows).forEach((column, i) => column.set(oldRows[i]));
  columnsOf(pieces).forEach((column, i) => column.set(oldPieces[i]));
  book.rows = rows;
  book.pieces = pieces;
}

/** A row for a new contract: one that is free, or the next. */
export function takeRow(book: Book): number {
  if (book.free > 0) return book.freeRows[--book.free];
  const next = book.byRow.length;
  if (next === book.rows.flags.length) grow(book);
  book.byRow.push(null);
  return next;
}

/** A place for a subcontract of the contract that a row was taken for; its amounts are the caller's to write. */
export function addPiece(book: Book, row: number, supplier: number, key: number, partner: boolean): number {
  const { rows, pieces } = book;
  const place = row * book.piecesPerContract + rows.pieces[row];
  rows.pieces[row] = rows.pieces[row] + 1;
  pieces.failureKey[place] = drawPrefix(book.root, Process.subcontractFailure, key, 0);
  pieces.supplier[place] = supplier;
  pieces.partner[place] = partner ? 1 : 0;
  return place;
}

/** Sum of an amount over the subcontracts of a row. */
export function sumOfPieces({ rows, pieces, piecesPerContract }: Book, row: number, which: number): number {
  const start = row * piecesPerContract;
  let sum = 0;
  for (let place = start; place < start + rows.pieces[row]; place++) sum += pieceAmount(pieces, place, which);
  return sum;
}

/** The subcontracts of a contract that are in force, read out. */
export function piecesOf({ rows, pieces, piecesPerContract }: Book, row: number): Subcontract[] {
  return Array.from({ length: rows.pieces[row] }, (_, i) => {
    const place = row * piecesPerContract + i;
    return {
      supplier: pieces.supplier[place],
      capacityUsdPerMonth: pieceAmount(pieces, place, PieceAmount.capacityUsdPerMonth),
      priceCents: pieceAmount(pieces, place, PieceAmount.priceCents),
      costCents: pieceAmount(pieces, place, PieceAmount.costCents),
      importedCents: pieceAmount(pieces, place, PieceAmount.importedCents),
      partner: pieces.partner[place] === 1,
    };
  });
}

/** Puts a contract into the book, in the row that was taken for it and after its subcontracts. */
export function enter(book: Book, contract: Contract): void {
  const { row } = contract;
  const { rows, root } = book;
  contract.listed = book.contracts.length;
  book.contracts.push(contract);
  book.byRow[row] = contract;
  rows.failureKey[row] = drawPrefix(root, Process.deliveryFailure, contract.key, 0);
  rows.flags[row] = flagsOf(contract);
  rows.supplier[row] = contract.supplier === null ? -1 : contract.supplier.id;
  rows.buyer[row] = contract.buyer;
  rows.place[row] = contract.place;
  rows.priceCents[row] = contract.priceCents;
  rows.amounts[row * rowAmounts + RowAmount.costCents] = contract.costCents;
  rows.amounts[row * rowAmounts + RowAmount.importedCents] = contract.importedCents;
  rows.amounts[row * rowAmounts + RowAmount.passedOnCents] = contract.subcontractCents;
  rows.amounts[row * rowAmounts + RowAmount.passedOnImportedCents] = contract.subcontractImportedCents;
  rows.amounts[row * rowAmounts + RowAmount.frontingCents] = contract.frontingCents;
  rows.amounts[row * rowAmounts + RowAmount.preferenceCents] = contract.preferenceCents;
  rows.amounts[row * rowAmounts + RowAmount.savingCents] = contract.savingCents;
}

function flagsOf({ supplier, kind, quadrant, lot }: Contract): number {
  let flags = 0;
  if (supplier === null) flags |= RowFlag.imported;
  else if (supplier.origin === Origin.peruvian) flags |= RowFlag.peruvian;
  if (kind === ContractKind.innovation || quadrant === Quadrant.highRiskHighCost)
    flags |= RowFlag.knowledgeIntensive;
  if (lot?.capital === true) flags |= RowFlag.capital;
  return flags;
}

/** Takes a contract out of the book; its row is free again. */
export function remove(book: Book, contract: Contract): void {
  const { contracts, byRow, rows } = book;
  const last = contracts.pop();
  if (last !== undefined && last !== contract) {
    contracts[contract.listed] = last;
    last.listed = contract.listed;
  }
  const { row } = contract;
  contract.row = -1;
  contract.listed = -1;
  byRow[row] = null;
  rows.supplier[row] = -1;
  rows.flags[row] = RowFlag.free;
  rows.pieces[row] = 0;
  book.freeRows[book.free++] = row;
}

/** What second-tier firms that left the market would have done, the holder buys elsewhere at the same cost. */
export function takeOver(book: Book, row: number, hasLeft: (supplier: number) => boolean): void {
  const { rows, pieces, piecesPerContract } = book;
  const start = row * piecesPerContract;
  for (let place = start + rows.pieces[row] - 1; place >= start; place--) {
    if (!hasLeft(pieces.supplier[place])) continue;
    rows.amounts[row * rowAmounts + RowAmount.costCents] =
      rows.amounts[row * rowAmounts + RowAmount.costCents] +
      pieces.amounts[place * pieceAmounts + PieceAmount.costCents];
    rows.amounts[row * rowAmounts + RowAmount.importedCents] =
      rows.amounts[row * rowAmounts + RowAmount.importedCents] +
      pieces.amounts[place * pieceAmounts + PieceAmount.importedCents];
    rows.amounts[row * rowAmounts + RowAmount.passedOnCents] =
      rows.amounts[row * rowAmounts + RowAmount.passedOnCents] -
      pieces.amounts[place * pieceAmounts + PieceAmount.priceCents];
    rows.amounts[row * rowAmounts + RowAmount.passedOnImportedCents] =
      rows.amounts[row * rowAmounts + RowAmount.passedOnImportedCents] -
      pieces.amounts[place * pieceAmounts + PieceAmount.importedCents];
    rows.pieces[row] = rows.pieces[row] - 1;
    const last = start + rows.pieces[row];
    for (const column of [pieces.failureKey, pieces.supplier, pieces.partner]) column[place] = column[last];
    pieces.amounts.copyWithin(place * pieceAmounts, last * pieceAmounts, (last + 1) * pieceAmounts);
  }
}
