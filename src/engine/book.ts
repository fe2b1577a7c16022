// The contracts in force, in columns: what a month of delivery touches of each contract and of its subcontracts lies side by
// side, because there are thousands and every one can fail every month. A row is used again when its contract has ended; it
// has a block of places for the contract's subcontracts. The contracts themselves stay plain records and know their row.
import type { Contract } from "../agents/contract.ts";
import { ContractKind, Origin, Quadrant } from "../agents/codes.ts";
import { drawPrefix, Process } from "../random.ts";

/** Bits of a contract's row. */
export const RowFlag = { imported: 1, peruvian: 2, knowledgeIntensive: 4, capital: 8, free: 16 } as const;

/** Rows of the contracts in force. */
export interface ContractRows {
  /** Key of the contract's failures, up to the month. */
  readonly failureKey: Int32Array;
  readonly flags: Uint8Array;
  /** Supplier id, or -1 for an import. */
  readonly supplier: Int32Array;
  readonly buyer: Int32Array;
  readonly place: Int32Array;
  readonly priceCents: Float64Array;
  readonly costCents: Float64Array;
  readonly importedCents: Float64Array;
  readonly passedOnCents: Float64Array;
  readonly passedOnImportedCents: Float64Array;
  readonly frontingCents: Float64Array;
  readonly preferenceCents: Float64Array;
  readonly savingCents: Float64Array;
  /** Subcontracts in force; those of row r have the places from r × `piecesPerContract` on. */
  readonly pieces: Uint8Array;
}

/** Places of the subcontracts and consortium shares in force. */
export interface PieceRows {
  readonly capacityUsd: Float64Array;
  readonly failureKey: Int32Array;
  readonly supplier: Int32Array;
  readonly partner: Uint8Array;
  readonly priceCents: Float64Array;
  readonly costCents: Float64Array;
  readonly importedCents: Float64Array;
}

/** Contracts in force with their rows. */
export interface Book {
  readonly root: number;
  readonly piecesPerContract: number;
  /** Contracts in force, in no order. */
  readonly contracts: Contract[];
  /** Contract of each row, or null for a row that is free. */
  readonly byRow: (Contract | null)[];
  readonly freeRows: number[];
  rows: ContractRows;
  pieces: PieceRows;
}

const startCapacity = 2048;

export function createBook(root: number, piecesPerContract: number): Book {
  return {
    root,
    piecesPerContract,
    contracts: [],
    byRow: [],
    freeRows: [],
    rows: contractRows(startCapacity),
    pieces: pieceRows(startCapacity * piecesPerContract),
  };
}

function contractRows(capacity: number): ContractRows {
  return {
    failureKey: new Int32Array(capacity),
    flags: new Uint8Array(capacity),
    supplier: new Int32Array(capacity),
    buyer: new Int32Array(capacity),
    place: new Int32Array(capacity),
    priceCents: new Float64Array(capacity),
    costCents: new Float64Array(capacity),
    importedCents: new Float64Array(capacity),
    passedOnCents: new Float64Array(capacity),
    passedOnImportedCents: new Float64Array(capacity),
    frontingCents: new Float64Array(capacity),
    preferenceCents: new Float64Array(capacity),
    savingCents: new Float64Array(capacity),
    pieces: new Uint8Array(capacity),
  };
}

function pieceRows(capacity: number): PieceRows {
  return {
    capacityUsd: new Float64Array(capacity),
    failureKey: new Int32Array(capacity),
    supplier: new Int32Array(capacity),
    partner: new Uint8Array(capacity),
    priceCents: new Float64Array(capacity),
    costCents: new Float64Array(capacity),
    importedCents: new Float64Array(capacity),
  };
}

type Column = Int32Array | Uint8Array | Float64Array;

function columnsOf(rows: ContractRows | PieceRows): Column[] {
  return Object.values(rows) as Column[];
}

function grow(book: Book): void {
  const capacity = book.rows.flags.length * 2;
  const rows = contractRows(capacity);
  const pieces = pieceRows(capacity * book.piecesPerContract);
  const oldRows = columnsOf(book.rows);
  const oldPieces = columnsOf(book.pieces);
  columnsOf(rows).forEach((column, i) => column.set(oldRows[i]));
  columnsOf(pieces).forEach((column, i) => column.set(oldPieces[i]));
  book.rows = rows;
  book.pieces = pieces;
}

/** A row for a new contract: one that is free, or the next. */
function takeRow(book: Book): number {
  const free = book.freeRows.pop();
  if (free !== undefined) return free;
  const next = book.byRow.length;
  if (next === book.rows.flags.length) grow(book);
  book.byRow.push(null);
  return next;
}

/** Puts a contract into the book. */
export function enter(book: Book, contract: Contract): void {
  const row = takeRow(book);
  const { rows, pieces, root } = book;
  contract.listed = book.contracts.length;
  book.contracts.push(contract);
  contract.row = row;
  book.byRow[row] = contract;
  rows.failureKey[row] = drawPrefix(root, Process.deliveryFailure, contract.key, 0);
  rows.flags[row] = flagsOf(contract);
  rows.supplier[row] = contract.supplier === null ? -1 : contract.supplier.id;
  rows.buyer[row] = contract.buyer;
  rows.place[row] = contract.place;
  rows.priceCents[row] = contract.priceCents;
  rows.costCents[row] = contract.costCents;
  rows.importedCents[row] = contract.importedCents;
  rows.passedOnCents[row] = contract.subcontractCents;
  rows.passedOnImportedCents[row] = contract.subcontractImportedCents;
  rows.frontingCents[row] = contract.frontingCents;
  rows.preferenceCents[row] = contract.preferenceCents;
  rows.savingCents[row] = contract.savingCents;
  rows.pieces[row] = contract.subcontracts.length;
  let place = row * book.piecesPerContract;
  for (const piece of contract.subcontracts) {
    pieces.failureKey[place] = drawPrefix(root, Process.subcontractFailure, piece.key, 0);
    pieces.capacityUsd[place] = piece.capacityUsd;
    pieces.supplier[place] = piece.supplier.id;
    pieces.partner[place] = piece.partner ? 1 : 0;
    pieces.priceCents[place] = piece.priceCents;
    pieces.costCents[place] = piece.costCents;
    pieces.importedCents[place] = piece.importedCents;
    place += 1;
  }
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
  const { contracts, byRow, freeRows, rows } = book;
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
  freeRows.push(row);
}

/** What second-tier firms that left the market would have done, the holder buys elsewhere at the same cost. */
export function takeOver(book: Book, row: number, hasLeft: (supplier: number) => boolean): void {
  const { rows, pieces, piecesPerContract } = book;
  const start = row * piecesPerContract;
  for (let place = start + rows.pieces[row] - 1; place >= start; place--) {
    if (!hasLeft(pieces.supplier[place])) continue;
    rows.costCents[row] = rows.costCents[row] + pieces.costCents[place];
    rows.importedCents[row] = rows.importedCents[row] + pieces.importedCents[place];
    rows.passedOnCents[row] = rows.passedOnCents[row] - pieces.priceCents[place];
    rows.passedOnImportedCents[row] = rows.passedOnImportedCents[row] - pieces.importedCents[place];
    rows.pieces[row] = rows.pieces[row] - 1;
    const last = start + rows.pieces[row];
    for (const column of columnsOf(pieces)) column[place] = column[last];
  }
}
