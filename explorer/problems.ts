// What the model or an address refuses, in the reader's language.
import { describeProblem, shownValue, type InputError, type Problem } from "../src/errors.ts";
import { AddressError } from "./address.ts";
import type { ChosenPolicy } from "./study.ts";
import { policyTitle } from "./text.ts";
import type { Language } from "./words/language.ts";
import { expectedEs } from "./words/problems-es.ts";

/**
 * Every problem of an error, a line each, with the titles of the chosen policies for their places in the list. What the model says
 * without Spanish words for it is said to be in English.
 */
export function problemsText(
  error: InputError,
  language: Language,
  chosen: readonly ChosenPolicy[] = [],
): string {
  const isOwn = error instanceof AddressError;
  const lines = error.problems.map((problem) => {
    const path = problem.path.replace(/^policies\[(\d+)\]/, (place, index: string) =>
      chosen.length === 0 ? place : `“${policyTitle(chosen[Number(index)].policy, language)}”`,
    );
    if (language === "en") return describeProblem({ ...problem, path });
    return lineEs({ ...problem, path }, isOwn ? problem.expected : inSpanish(problem.expected));
  });
  return lines.join("\n");
}

function lineEs({ path, value, nearest }: Problem, expected: string): string {
  const where = path === "" ? "" : `${path}: `;
  const found = value === null || value === undefined ? "no hay nada" : `hay ${shownValue(value)}`;
  const hint = nearest === undefined ? "" : `; ¿quiso decir "${nearest}"?`;
  return `${where}${found}, se espera ${expected}${hint}`;
}

function inSpanish(expected: string): string {
  const known = expectedEs.find(([english]) => english.test(expected));
  return known === undefined ? `(en inglés) ${expected}` : expected.replace(...known);
}
