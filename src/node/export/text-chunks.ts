// CSV and JSON lines: the bytes of a row are the same wherever it stands.
import { stringify } from "csv-stringify/sync";
import type { Cell, TableDefinition, TableRow } from "../../report/tables/table-definition.ts";
import type { Chunks, PackedRows } from "./chunks.ts";

/** Rows as lines of a CSV file. */
export function packCsv({ columns }: TableDefinition, rows: readonly TableRow[]): PackedRows {
  const text = stringify(rows.map((row) => columns.map(({ name }) => csvCell(row[name]))));
  return { rows: rows.length, bytes: Buffer.from(text) };
}

/** Rows as lines of JSON. */
export function packJsonLines(_: TableDefinition, rows: readonly TableRow[]): PackedRows {
  return { rows: rows.length, bytes: Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join("")) };
}

/** A CSV file. */
export function csvChunks({ columns }: TableDefinition): Chunks {
  return textChunks(stringify([columns.map(({ name }) => name)]));
}

/** A file of JSON lines. */
export function jsonLinesChunks(): Chunks {
  return textChunks("");
}

function textChunks(head: string): Chunks {
  return {
    begin: () => head,
    put(packed) {
      if ("bytes" in packed) return packed.bytes;
      throw new TypeError("rows packed by column are no text");
    },
    end: () => "",
  };
}

/** An empty cell is null: no text of the tables is empty. */
function csvCell(cell: Cell): string {
  return cell === null ? "" : String(cell);
}
