// Parquet: one row group per chunk; whole numbers as 64-bit integers, numbers as doubles.
import { ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import type { CellType, TableDefinition, TableRow } from "../../report/tables/table-definition.ts";
import { version } from "../../version.ts";
import type { Chunks } from "./chunks.ts";

const parquetTypes = {
  text: "STRING",
  integer: "INT64",
  number: "DOUBLE",
  boolean: "BOOLEAN",
} as const satisfies Record<CellType, string>;

/** How a table's rows become a Parquet file. */
export function parquetChunks({ columns }: TableDefinition): Chunks {
  const bytes = new ByteWriter();
  const columnData = (rows: readonly TableRow[]) =>
    columns.map(({ name, type, nullable }) => ({
      name,
      type: parquetTypes[type],
      nullable,
      data: rows.map((row) => {
        const cell = row[name];
        return type === "integer" && typeof cell === "number" ? BigInt(cell) : cell;
      }),
    }));
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaFromColumnData({ columnData: columnData([]) }),
    createdBy: `eslabon ${version}`,
  });
  // Offsets in the file count on; the buffer starts anew after each chunk.
  const taken = () => {
    const chunk = bytes.getBytes().slice();
    bytes.index = 0;
    return chunk;
  };
  return {
    begin: taken,
    rows(rows) {
      void writer.write({ columnData: columnData(rows), rowGroupSize: rows.length });
      return taken();
    },
    end() {
      void writer.finish();
      return taken();
    },
  };
}
