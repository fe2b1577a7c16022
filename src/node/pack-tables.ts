// The tables of a pack's folder: which columns each has, and how a row becomes an entry of the pack and back.
import { categoryColumns } from "../data/category-columns.ts";
import type { DataPack } from "../data/packs/pack.ts";

/** What a column holds. */
export type ColumnKind = "text" | "number" | "yes-no" | "list";

/** A table of a folder. */
export interface PackTable {
  readonly columns: Readonly<Record<string, ColumnKind>>;
  /** A row as an entry, where the two differ. */
  readonly entry?: (cells: Readonly<Record<string, unknown>>) => unknown;
}

export type PackTableName = "mines" | "projects" | "categories" | "suppliers" | "parameters" | "facts";

/** The tables by name; files bear it. */
export const packTables: Readonly<Record<PackTableName, PackTable>> = {
  mines: {
    columns: {
      id: "text",
      name: "text",
      region: "text",
      outputTonnesPerYear: "number",
      sharesOwnerWith: "text",
      domesticOwned: "yes-no",
      source: "text",
    },
  },
  projects: {
    columns: {
      id: "text",
      name: "text",
      kind: "text",
      host: "text",
      region: "text",
      domesticOwned: "yes-no",
      capexUsdMillion: "number",
      addedTonnesPerYear: "number",
      start: "text",
      startMonth: "number",
      triggerUsdPerLb: "number",
      developmentMonths: "number",
      source: "text",
    },
    entry: ({ start, startMonth, triggerUsdPerLb, developmentMonths, ...rest }) => ({
      capexUsdMillion: null,
      addedTonnesPerYear: null,
      ...rest,
      start: withoutEmpty({ kind: start, startMonth, triggerUsdPerLb, developmentMonths }),
    }),
  },
  categories: {
    columns: {
      category: "text",
      ...(Object.fromEntries(Object.keys(categoryColumns).map((name) => [name, "number"])) as Record<
        string,
        "number"
      >),
      source: "text",
    },
  },
  suppliers: {
    columns: {
      name: "text",
      category: "text",
      region: "text",
      capacityUsdPerMonth: "number",
      certificateLevel: "number",
      mines: "list",
      experienceMonths: "number",
      source: "text",
    },
  },
  parameters: {
    columns: {
      name: "text",
      value: "number",
      low: "number",
      high: "number",
      source: "text",
      assumption: "text",
    },
  },
  facts: {
    columns: { fact: "text", low: "number", high: "number", source: "text" },
    entry: (cells) => ({ low: null, high: null, ...cells }),
  },
};

/** Columns and rows of a table as texts. */
export interface TableText {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** A pack's tables as texts, for writing; tables without a row are left out. */
export function cellsOf(pack: DataPack): Readonly<Record<string, TableText>> {
  const tables: readonly (readonly [PackTableName, readonly object[]])[] = [
    ["mines", pack.mines],
    [
      "projects",
      pack.projects.map(({ start: { kind, ...timing }, ...rest }) => ({ ...rest, start: kind, ...timing })),
    ],
    ["suppliers", pack.suppliers],
    ["parameters", Object.entries(pack.parameters).map(([name, record]) => ({ name, ...record }))],
    ["facts", pack.facts ?? []],
  ];
  return Object.fromEntries(
    tables
      .filter(([, rows]) => rows.length > 0)
      .map(([name, rows]) => {
        const columns = Object.keys(packTables[name].columns);
        return [name, { columns, rows: rows.map((row) => rowOf(row as Record<string, unknown>, columns)) }];
      }),
  );
}

function rowOf(entry: Readonly<Record<string, unknown>>, columns: readonly string[]): Record<string, string> {
  return Object.fromEntries(columns.map((column) => [column, cellOf(entry[column])]));
}

function cellOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(";");
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "number" || typeof value === "string" ? String(value) : "";
}

function withoutEmpty(cells: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== undefined));
}
