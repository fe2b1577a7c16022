// Parameters of a pack's folder: a row of parameters.csv is one, a row of categories.csv holds several with one source. What one
// row says no other may say again, in whichever of the two tables it stands.
import { unknownName, type Place, type Problem } from "../errors.ts";
import { isParameterName, parameterNames } from "../data/parameter-values.ts";
import { spendTable, type CategoryId } from "../data/spend.ts";
import type { TableRow } from "./pack-table.ts";

/** A parameter as a row gives it. */
interface Entry {
  readonly name: string;
  /** Column of the cell that holds its value. */
  readonly column: string;
  readonly record: object;
}

/** Takes the parameters of a table into `values`; what is wrong with their names goes to `problems`. */
export function readParameters(
  table: "categories" | "parameters",
  rows: readonly TableRow[],
  values: Map<string, object>,
  places: Map<string, Place>,
  problems: Problem[],
): void {
  for (const row of rows) {
    const entries = table === "parameters" ? parameterOf(row, problems) : numbersOf(row, problems);
    for (const { name, column, record } of entries) {
      const path = `parameters.${name}`;
      const place = row.places.get(column) ?? row.place;
      if (values.has(name)) problems.push({ path, value: name, expected: "each parameter once", place });
      values.set(name, record);
      places.set(path, place);
    }
  }
}

function parameterOf({ cells, places, place }: TableRow, problems: Problem[]): Entry[] {
  const { name = "", ...record } = cells;
  // A record of entries cannot have such a key.
  if (typeof name === "string" && name !== "" && name !== "__proto__") {
    return [{ name, column: isParameterName(name) ? "value" : "name", record }];
  }
  const problem = unknownName("name", name, "the name of a parameter", parameterNames);
  problems.push({ ...problem, place: places.get("name") ?? place });
  return [];
}

const categories = spendTable.map(({ id }) => id);

function numbersOf({ cells, places, place }: TableRow, problems: Problem[]): Entry[] {
  const { category, source = "", ...numbers } = cells;
  if (!categories.includes(category as CategoryId)) {
    const problem = unknownName("category", category ?? "", `one of: ${categories.join(", ")}`, categories);
    problems.push({ ...problem, place: places.get("category") ?? place });
    return [];
  }
  const prefix = `${String(category)}.`;
  return Object.entries(numbers).flatMap(([column, value]): Entry[] => {
    const name = `${prefix}${column}`;
    if (isParameterName(name)) return [{ name, column, record: { value, source } }];
    const known = parameterNames.filter((each) => each.startsWith(prefix));
    const columns = known.map((each) => each.slice(prefix.length)).join(", ");
    const expected = `no number: ${String(category)} has ${columns}`;
    problems.push({ path: column, value, expected, place: places.get(column) ?? place });
    return [];
  });
}
