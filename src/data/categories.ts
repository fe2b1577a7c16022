// One parameter record for each number of the category tables: the numbers with the words of their columns.
import { categoryColumns, type CategoryColumn, type ColumnFacts } from "./category-columns.ts";
import { categoryNumbers } from "./category-numbers.ts";
import type { ParameterRecord } from "./parameter.ts";
import { spendTable } from "./spend.ts";

/** One record per number of the category tables, by name. */
export const categoryParameters: Readonly<Record<string, ParameterRecord>> = Object.freeze(
  Object.fromEntries(Object.keys(categoryNumbers).map((name) => [name, record(name)])),
);

function record(name: string): ParameterRecord {
  const [id, column] = name.split(".") as [string, CategoryColumn];
  const { meaning, section, reason }: ColumnFacts = categoryColumns[column];
  const row = spendTable.find((each) => each.id === id);
  const facts = { ...categoryNumbers[name], meaning: `${row?.name}: ${meaning}`, section };
  return column === "spendUsdMillion"
    ? { ...facts, source: row?.source ?? "" }
    : { ...facts, assumption: reason };
}
