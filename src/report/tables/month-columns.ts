// What the tables of months have in common.
import { metrics, type MetricName } from "../../engine/observations.ts";
import { integer, text } from "./table-definition.ts";

/** Which month a row is of. */
export const monthColumns = [
  integer("month", "months", "months since January 2017"),
  text("date", "calendar month, as 2017-01"),
];

/** Unit of a metric in one month. */
export function monthUnit(name: MetricName): string {
  const { unit, kind } = metrics[name];
  return kind === "flow" ? `${unit} a month` : unit;
}
