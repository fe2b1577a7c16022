// The data dictionary: every column of every table with type, unit and meaning, read from the definitions themselves.
import { flag, text, type TableDefinition, type TableRow } from "../../report/tables/table-definition.ts";

/** The dictionary as a table. */
export const dictionaryTable: TableDefinition = {
  name: "dictionary",
  meaning: "One row per column of every table of the export.",
  columns: [
    text("table", "table, and the name of its file"),
    text("column", "column"),
    text("type", "text, integer, number (double precision) or boolean"),
    text("unit", "unit; null for names and flags", true),
    flag("nullable", "whether a cell may be empty"),
    text("meaning", "what it says"),
  ],
};

/** A row for every column of the tables. */
export function* dictionaryRows(tables: readonly TableDefinition[]): Generator<TableRow> {
  for (const { name: table, columns } of tables) {
    for (const { name: column, type, unit, nullable, meaning } of columns) {
      yield { table, column, type, unit: unit === "" ? null : unit, nullable, meaning };
    }
  }
}
