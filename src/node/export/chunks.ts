// What every format of an export does with a table: rows are packed wherever they are made, and put into the file in its place.
import type { Cell } from "../../report/tables/table-definition.ts";

/** Checked rows of a table in the form that their format's file takes; plain, so that a thread can send them. */
export type PackedRows =
  | { readonly rows: number; readonly bytes: Uint8Array }
  /** By column; for formats whose bytes depend on where they stand in the file. */
  | { readonly rows: number; readonly columns: readonly (readonly Cell[])[] };

/** What begins and ends a format's file, and what stands between. */
export interface Chunks {
  readonly begin: () => Uint8Array | string;
  /** The bytes of packed rows that stand next in the file; may keep some back for the next call. */
  readonly put: (packed: PackedRows) => Uint8Array;
  /** Rows kept back, and the end. */
  readonly end: () => Uint8Array | string;
}

/** Bytes that packed rows take while they wait, roughly. */
export function weightOf(packed: PackedRows): number {
  if ("bytes" in packed) return packed.bytes.length;
  const pointerBytes = 8;
  let weight = 0;
  for (const column of packed.columns) {
    for (const cell of column) weight += pointerBytes + (typeof cell === "string" ? cell.length : 0);
  }
  return weight;
}
