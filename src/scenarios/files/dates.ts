// Calendar months at the border: `2019-01` in files is month 24 inside.
import { baseYear, monthsPerYear, yearOfMonth } from "../../units.ts";

const calendarMonth = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** Month counted from January 2017 of a text as `2019-01`, or undefined. */
export function monthOf(text: unknown): number | undefined {
  const match = typeof text === "string" ? calendarMonth.exec(text) : null;
  if (match === null) return undefined;
  return (Number(match[1]) - baseYear) * monthsPerYear + Number(match[2]) - 1;
}

/** A month counted from January 2017 as `2019-01`. */
export function calendarOf(month: number): string {
  const year = yearOfMonth(month);
  const ofYear = month - (year - baseYear) * monthsPerYear + 1;
  return `${year}-${String(ofYear).padStart(2, "0")}`;
}
