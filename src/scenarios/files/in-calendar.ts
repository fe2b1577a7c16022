// Months that a file writes as calendar months, where something is wrong with them: inside they are counts.
import type { Problem } from "../../errors.ts";
import { monthOf } from "./dates.ts";
import { keysOf } from "./positions.ts";

/**
 * A problem of a file with what the file says where it has a calendar month: the bounds that the month is held against are counts, so
 * that it tells the count too.
 *
 * @param content Of the file, in which the problem's path stands.
 */
export function inCalendar(problem: Problem, content: unknown): Problem {
  const written = keysOf(problem.path).reduce<unknown>(
    (at, key) => (at as Readonly<Record<PropertyKey, unknown>> | null | undefined)?.[key],
    content,
  );
  const month = monthOf(written);
  if (month === undefined || month !== problem.value) return problem;
  return {
    ...problem,
    value: written,
    expected: `${problem.expected}; ${String(written)} is month ${month}`,
  };
}
