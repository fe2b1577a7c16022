// Writes the rows of a table to a file in chunks, so that memory does not grow with their number. Doubles keep their bits in
// every format; the one exception is that -0 is written as 0.
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import type {
  Cell,
  ColumnDefinition,
  TableDefinition,
  TableRow,
} from "../../report/tables/table-definition.ts";
import { openOutput, type OutputFile } from "./output-file.ts";
import type { Chunks } from "./chunks.ts";
import { parquetChunks } from "./parquet-chunks.ts";

/** Formats of a table's file. */
export const exportFormats = ["csv", "jsonl", "parquet"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A file of a table that was written. */
export interface WrittenTable {
  readonly file: string;
  readonly table: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** A table on its way to its file. */
export interface TableWriter {
  /** Adds rows; any iterable, read once. */
  add(rows: Iterable<TableRow>): void;
  finish(): WrittenTable;
  abort(): void;
}

/** Cells that are kept in memory before they are written. */
const cellsPerChunk = 400_000;

/**
 * Opens `<folder>/<table>.<format>`, which appears when it is finished.
 *
 * @throws InputError when it cannot be written; TypeError when a row does not hold what its table says.
 */
export function openTable(definition: TableDefinition, folder: string, format: ExportFormat): TableWriter {
  const { name, columns } = definition;
  const file = `${name}.${format}`;
  const output: OutputFile = openOutput(join(folder, file));
  const chunks = chunksOf(definition, format);
  const most = Math.max(1, Math.floor(cellsPerChunk / columns.length));
  let waiting: TableRow[] = [];
  let rows = 0;
  const flush = () => {
    if (waiting.length > 0) output.write(chunks.rows(waiting));
    waiting = [];
  };
  output.write(chunks.begin());
  return {
    add(given) {
      for (const row of given) {
        waiting.push(checkedRow(definition, row));
        rows += 1;
        if (waiting.length === most) flush();
      }
    },
    finish() {
      flush();
      output.write(chunks.end());
      return { file, table: name, rows, ...output.finish() };
    },
    abort: () => output.abort(),
  };
}

function chunksOf(definition: TableDefinition, format: ExportFormat): Chunks {
  const names = definition.columns.map(({ name }) => name);
  switch (format) {
    case "csv":
      return {
        begin: () => stringify([names]),
        rows: (rows) => stringify(rows.map((row) => names.map((name) => csvCell(row[name])))),
        end: () => "",
      };
    case "jsonl":
      return {
        begin: () => "",
        rows: (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join(""),
        end: () => "",
      };
    case "parquet":
      return parquetChunks(definition);
  }
}

/** An empty cell is null: no text of the tables is empty. */
function csvCell(cell: Cell): string {
  return cell === null ? "" : String(cell);
}

function checkedRow({ name, columns }: TableDefinition, row: TableRow): TableRow {
  const cells: Record<string, Cell> = {};
  for (const column of columns) {
    const cell = row[column.name];
    if (!fits(column, cell)) {
      throw new TypeError(
        `table ${name}, column ${column.name}: found ${String(cell)}, expected ${column.type}`,
      );
    }
    cells[column.name] = cell === 0 ? 0 : cell;
  }
  return cells;
}

function fits({ type, nullable }: ColumnDefinition, cell: Cell | undefined): boolean {
  if (cell === null) return nullable;
  if (type === "integer") return Number.isSafeInteger(cell);
  if (type === "number") return Number.isFinite(cell);
  return type === "text" ? typeof cell === "string" : typeof cell === "boolean";
}
