// Parquet: row groups of so many rows, whoever packed them; whole numbers as 64-bit integers, numbers as doubles.
import { ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import type { Cell, CellType, TableDefinition, TableRow } from "../../report/tables/table-definition.ts";
import { version } from "../../version.ts";
import type { Chunks, PackedRows } from "./chunks.ts";

const parquetTypes = {
  text: "STRING",
  integer: "INT64",
  number: "DOUBLE",
  boolean: "BOOLEAN",
} as const satisfies Record<CellType, string>;

/** Rows by column. */
export function packColumns({ columns }: TableDefinition, rows: readonly TableRow[]): PackedRows {
  return { rows: rows.length, columns: columns.map(({ name }) => rows.map((row) => row[name])) };
}

/** A Parquet file with so many rows in a group. */
export function parquetChunks({ columns }: TableDefinition, rowsPerGroup: number): Chunks {
  const bytes = new ByteWriter();
  const columnData = (waiting: readonly (readonly Cell[])[]) =>
    columns.map(({ name, type, nullable }, i) => ({
      name,
      type: parquetTypes[type],
      nullable,
      data:
        type === "integer"
          ? waiting[i].map((cell) => (typeof cell === "number" ? BigInt(cell) : cell))
          : [...waiting[i]],
    }));
  const none = columns.map((): Cell[] => []);
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaFromColumnData({ columnData: columnData(none) }),
    createdBy: `eslabon ${version}`,
  });
  let waiting = none;
  let rows = 0;
  // Offsets in the file count on; the buffer starts anew after each chunk.
  const taken = () => {
    const chunk = bytes.getBytes().slice();
    bytes.index = 0;
    return chunk;
  };
  const writeGroup = (size: number) => {
    const group = waiting.map((column) => column.slice(0, size));
    waiting = waiting.map((column) => column.slice(size));
    rows -= size;
    void writer.write({ columnData: columnData(group), rowGroupSize: size });
  };
  return {
    begin: taken,
    put(packed) {
      if (!("columns" in packed)) throw new TypeError("rows packed as text have no columns");
      packed.columns.forEach((column, i) => {
        for (const cell of column) waiting[i].push(cell);
      });
      rows += packed.rows;
      while (rows >= rowsPerGroup) writeGroup(rowsPerGroup);
      return taken();
    },
    end() {
      if (rows > 0) writeGroup(rows);
      void writer.finish();
      return taken();
    },
  };
}
