// Tidy tables: one row per thing that was seen, one column per variable, each with a type, a unit and a meaning. What a table
// says about itself is the data dictionary; whoever writes rows reads their types here.
import type { Run } from "../../engine/observations.ts";

/** What a cell holds: text, a whole number, a number of double precision, or true and false. */
export type CellType = "text" | "integer" | "number" | "boolean";

/** A cell; null where there is nothing to say. */
export type Cell = string | number | boolean | null;

/** A column of a table. */
export interface ColumnDefinition {
  readonly name: string;
  readonly type: CellType;
  /** Empty for names and flags. */
  readonly unit: string;
  readonly meaning: string;
  /** Whether a cell may be null. */
  readonly nullable: boolean;
}

/** A row: a cell for every column, by the column's name. */
export type TableRow = Readonly<Record<string, Cell>>;

/** A table without its rows. */
export interface TableDefinition {
  /** Also the name of its file. */
  readonly name: string;
  readonly meaning: string;
  readonly columns: readonly ColumnDefinition[];
}

/** A column of text. */
export function text(name: string, meaning: string, nullable = false): ColumnDefinition {
  return { name, type: "text", unit: "", meaning, nullable };
}

/** A column of whole numbers. */
export function integer(name: string, unit: string, meaning: string, nullable = false): ColumnDefinition {
  return { name, type: "integer", unit, meaning, nullable };
}

/** A column of numbers. */
export function number(name: string, unit: string, meaning: string, nullable = false): ColumnDefinition {
  return { name, type: "number", unit, meaning, nullable };
}

/** A column of true and false. */
export function flag(name: string, meaning: string, nullable = false): ColumnDefinition {
  return { name, type: "boolean", unit: "", meaning, nullable };
}

/** The columns by which rows of different tables find each other; {@link runKeys} fills them. */
export const runColumns: readonly ColumnDefinition[] = [
  text("scenario", "id of the scenario"),
  text("seed", "seed of the run, as text: 7 and 007 are two seeds"),
];

/** What the columns of a run hold in all of its rows. */
export function runKeys({
  manifest: { scenario, seed },
}: Run): Readonly<Record<"scenario" | "seed", string>> {
  return { scenario, seed };
}
