// A CSV table with known columns: its rows with typed cells, and everything that is wrong with it, by line and cell.
import { parse } from "csv-parse/sync";
import { unknownName, type Place, type Problem } from "../errors.ts";
import type { ColumnKind } from "./pack-tables.ts";

/** A row of a table; empty cells are left out. */
export interface TableRow {
  readonly cells: Readonly<Record<string, unknown>>;
  readonly place: Place;
  /** Place of each cell: the line, and the number of the cell in it. */
  readonly places: ReadonlyMap<string, Place>;
}

const mostRows = 20_000;

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Reads a table; problems are collected, and rows with problems keep what is right of them. Undefined where it is no table. */
export function readTable(
  text: string,
  file: string,
  columns: Readonly<Record<string, ColumnKind>>,
  problems: Problem[],
): readonly TableRow[] | undefined {
  let records: readonly CsvRecord[];
  try {
    records = parse(text, {
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly CsvRecord[];
  } catch (error) {
    const { lines = 1 } = error as { lines?: number };
    const expected = `a CSV table: ${error instanceof Error ? error.message : String(error)}`;
    problems.push({ path: "", value: file, expected, place: { file, line: lines, column: 1 } });
    return undefined;
  }
  const [header, ...body] = records;
  const isHeader = header?.record.some((name) => Object.hasOwn(columns, name)) ?? false;
  if (header === undefined || !isHeader) {
    const value = header?.record.join(",") ?? "an empty table";
    const expected = `a first line with columns, by commas: ${Object.keys(columns).join(", ")}`;
    problems.push({ path: "", value, expected, place: { file, line: 1, column: 1 } });
    return undefined;
  }
  checkHeader(header, file, columns, problems);
  if (body.length > mostRows) {
    const place = { file, line: header.info.lines, column: 1 };
    problems.push({ path: "", value: `${body.length} rows`, expected: `at most ${mostRows} rows`, place });
    return undefined;
  }
  return body.map((each) => readRow(each, header.record, file, columns, problems));
}

function checkHeader(
  { record, info }: CsvRecord,
  file: string,
  columns: Readonly<Record<string, ColumnKind>>,
  problems: Problem[],
): void {
  const known = Object.keys(columns);
  record.forEach((name, i) => {
    const place = { file, line: info.lines, column: i + 1 };
    if (!Object.hasOwn(columns, name)) {
      problems.push({ ...unknownName("", name, `a column: ${known.join(", ")}`, known), place });
    } else if (record.indexOf(name) !== i) {
      problems.push({ path: "", value: name, expected: "each column once", place });
    }
  });
}

function readRow(
  { record, info }: CsvRecord,
  header: readonly string[],
  file: string,
  columns: Readonly<Record<string, ColumnKind>>,
  problems: Problem[],
): TableRow {
  const line = info.lines;
  const places = new Map(header.map((name, i) => [name, { file, line, column: i + 1 }]));
  if (record.length !== header.length) {
    const place = { file, line, column: Math.min(record.length, header.length) + 1 };
    problems.push({
      path: "",
      value: record.length === 1 ? "1 cell" : `${record.length} cells`,
      expected: `${header.length} cells, as the first line has`,
      place,
    });
  }
  const cells = header.flatMap((name, i): (readonly [string, unknown])[] => {
    const text = record[i] ?? "";
    if (text === "" || !Object.hasOwn(columns, name)) return [];
    const value = valueOf(text, columns[name]);
    if (value !== undefined) return [[name, value]];
    const expected =
      columns[name] === "number" ? "a number as 1234.5, without separators of thousands" : "yes or no";
    problems.push({ path: name, value: text, expected, place: { file, line, column: i + 1 } });
    return [];
  });
  return { cells: Object.fromEntries(cells), place: { file, line, column: 1 }, places };
}

function valueOf(text: string, kind: ColumnKind): unknown {
  switch (kind) {
    case "text":
      return text;
    case "list":
      return text.split(";").map((each) => each.trim());
    case "yes-no":
      return text === "yes" ? true : text === "no" ? false : undefined;
    case "number":
      return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined;
  }
}
