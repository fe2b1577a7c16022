// Value, unit and range of each number of the category tables: all that a run needs of them. Their words are in categories.ts.
import type { CategoryColumn } from "./category-columns.ts";
import { contestedCategoryTable, oligopolisticCategoryTable } from "./category-tables.ts";
import type { ParameterNumbers } from "./parameter.ts";
import { columnNumbers } from "./parameter-numbers.ts";
import { spendTable } from "./spend.ts";

/** By the parameter's name, as `consumables.criticality`. */
export const categoryNumbers: Readonly<Record<string, ParameterNumbers>> = Object.freeze(
  Object.fromEntries(
    spendTable.flatMap(({ id, spendUsdMillion2017 }) => {
      const numbers: Readonly<Record<string, number | undefined>> = {
        spendUsdMillion: spendUsdMillion2017,
        ...(contestedCategoryTable as Record<string, object>)[id],
        ...(oligopolisticCategoryTable as Record<string, object>)[id],
      };
      return Object.entries(numbers).map(
        ([column, value]) =>
          [`${id}.${column}`, withRange(column as CategoryColumn, value as number)] as const,
      );
    }),
  ),
);

function withRange(column: CategoryColumn, value: number): ParameterNumbers {
  const { unit, spread, relative, domain } = columnNumbers[column];
  const half = relative ? spread * value : spread;
  return {
    value,
    unit,
    low: Math.max(domain[0], decimal(value - half)),
    high: Math.min(domain[1], decimal(value + half)),
  };
}

/** The decimal number that a sum of decimals means: 0.12 + 0.05 is 0.17, which nobody would write as 0.16999999999999998. */
function decimal(sum: number): number {
  return Number(sum.toPrecision(12));
}
