// Writes the rows of a table to a file in chunks, so that memory does not grow with their number. Doubles keep their bits in
// every format; the one exception is that -0 is written as 0.
import { createHash } from "node:crypto";
import { join } from "node:path";
import type {
  Cell,
  ColumnDefinition,
  TableDefinition,
  TableRow,
} from "../../report/tables/table-definition.ts";
import { AtomicFile } from "../atomic-file.ts";
import { inWords, named } from "../disk-errors.ts";
import type { Chunks, PackedRows } from "./chunks.ts";
import { packColumns, parquetChunks } from "./parquet-chunks.ts";
import { csvChunks, jsonLinesChunks, packCsv, packJsonLines } from "./text-chunks.ts";

/** Formats of a table's file. */
export const exportFormats = ["csv", "jsonl", "parquet"] as const;
/** A format of a table's file. */
export type ExportFormat = (typeof exportFormats)[number];

/** A file of a table that was written. */
export interface WrittenTable {
  /** Its name in the export's folder. */
  readonly file: string;
  /** Name of the table. */
  readonly table: string;
  /** How many rows it has. */
  readonly rows: number;
  /** How large the file is. */
  readonly bytes: number;
  /** SHA-256 of the file's bytes, 64 hexadecimal digits. */
  readonly sha256: string;
}

/** A table on its way to its file. */
export interface TableWriter {
  /** Adds rows; any iterable, read once. */
  add(rows: Iterable<TableRow>): void;
  /** Adds rows that {@link packRows} packed for this table and format, here or in another thread. */
  addPacked(packed: PackedRows): void;
  finish(): WrittenTable;
  abort(): void;
}

/** Cells that are kept in memory before they are packed, and cells of a row group. */
const cellsPerChunk = 400_000;
/** Bytes that are kept in memory before they are written. */
const bytesPerWrite = 1_000_000;

/**
 * Opens `<folder>/<table>.<format>`, which appears when it is finished.
 *
 * @param shown The folder as errors call it.
 *
 * @throws InputError when it cannot be written; TypeError when a row does not hold what its table says.
 */
export function openTable(
  definition: TableDefinition,
  folder: string,
  format: ExportFormat,
  shown = folder,
): TableWriter {
  const { name } = definition;
  const file = `${name}.${format}`;
  const orInWords = <Result>(action: () => Result): Result => {
    try {
      return action();
    } catch (error) {
      throw refusedExport(named(error, join(shown, file)));
    }
  };
  const output = orInWords(() => new AtomicFile(join(folder, file)));
  const hash = createHash("sha256");
  let size = 0;
  const write = (content: Uint8Array | string) => {
    const chunk = typeof content === "string" ? Buffer.from(content) : content;
    hash.update(chunk);
    size += chunk.length;
    orInWords(() => output.write(chunk));
  };
  const chunks = chunksOf(definition, format);
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  let rows = 0;
  const flush = () => {
    if (bytes > 0) write(Buffer.concat(waiting));
    waiting = [];
    bytes = 0;
  };
  const writer: TableWriter = {
    add(given) {
      for (const packed of packRows(definition, format, given)) writer.addPacked(packed);
    },
    addPacked(packed) {
      rows += packed.rows;
      const chunk = chunks.put(packed);
      waiting.push(chunk);
      bytes += chunk.length;
      if (bytes >= bytesPerWrite) flush();
    },
    finish() {
      flush();
      write(chunks.end());
      orInWords(() => output.commit());
      return { file, table: name, rows, bytes: size, sha256: hash.digest("hex") };
    },
    abort: () => output.discard(),
  };
  write(chunks.begin());
  return writer;
}

/** What the system refused while an export was written, in words. */
export function refusedExport(error: unknown): unknown {
  return inWords(error, "writing an export", "nothing was left behind");
}

/**
 * Checks rows and packs them as a format's file takes them, a bounded number at a time.
 *
 * @throws TypeError when a row does not hold what its table says.
 */
export function* packRows(
  definition: TableDefinition,
  format: ExportFormat,
  rows: Iterable<TableRow>,
): Generator<PackedRows> {
  const pack = packings[format];
  const most = rowsPerChunk(definition);
  let waiting: TableRow[] = [];
  for (const row of rows) {
    waiting.push(checkedRow(definition, row));
    if (waiting.length < most) continue;
    yield pack(definition, waiting);
    waiting = [];
  }
  if (waiting.length > 0) yield pack(definition, waiting);
}

const packings = { csv: packCsv, jsonl: packJsonLines, parquet: packColumns } as const;

function rowsPerChunk({ columns }: TableDefinition): number {
  return Math.max(1, Math.floor(cellsPerChunk / columns.length));
}

function chunksOf(definition: TableDefinition, format: ExportFormat): Chunks {
  switch (format) {
    case "csv":
      return csvChunks(definition);
    case "jsonl":
      return jsonLinesChunks();
    case "parquet":
      return parquetChunks(definition, rowsPerChunk(definition));
  }
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
