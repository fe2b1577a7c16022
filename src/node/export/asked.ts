// What is wrong with what an export is asked for.
import { followProblems } from "../../analysis/asked.ts";
import { unknownName, unknownNames, type Problem } from "../../errors.ts";
import type { ExportOptions } from "./export-folder.ts";
import { exportFormats } from "./table-writer.ts";

/**
 * What is wrong with names of tables; of one that cannot be filled it is told why.
 *
 * @param reason Why a table cannot be filled, and what would fill it; empty for one that nobody knows.
 */
export function tableProblems(
  path: string,
  names: readonly string[],
  known: readonly string[],
  reason: (name: string) => string,
): Problem[] {
  const what = `one of: ${known.join(", ")}`;
  const again = new Set(names.filter((name, i) => names.indexOf(name) < i));
  const unknown = [...new Set(names)].flatMap((name) => {
    if (known.includes(name)) return [];
    const why = reason(name);
    return why === ""
      ? unknownName(path, name, what, known)
      : { path, value: name, expected: `${what}; ${why}` };
  });
  return [...unknown, ...[...again].map((name) => ({ path, value: name, expected: "each table once" }))];
}

/** What is wrong with how a program asks for tables. */
export function optionProblems(
  options: ExportOptions,
  names: readonly string[],
  known: readonly string[],
  reason: (name: string) => string,
): Problem[] {
  const {
    out,
    format = "csv",
    overwrite,
    tables,
  } = options as {
    readonly [Name in keyof ExportOptions]: unknown;
  };
  const problems = [...unknownNames(options, names), ...followProblems(options)];
  if (typeof out !== "string" || out === "") {
    problems.push({ path: "out", value: out, expected: "the path of a folder" });
  }
  if (!(exportFormats as readonly unknown[]).includes(format)) {
    problems.push(unknownName("format", format, `one of: ${exportFormats.join(", ")}`, exportFormats));
  }
  if (overwrite !== undefined && typeof overwrite !== "boolean") {
    problems.push({ path: "overwrite", value: overwrite, expected: "true or false" });
  }
  if (tables === undefined) return problems;
  if (!Array.isArray(tables) || tables.length === 0) {
    problems.push({ path: "tables", value: tables, expected: "a list of at least one table's name" });
    return problems;
  }
  return [...problems, ...tableProblems("tables", tables.map(String), known, reason)];
}
