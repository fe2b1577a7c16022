// What the model or an address refuses, in the reader's language.
import { describeProblem, shownValue, type InputError, type Problem } from "../src/errors.ts";
import { AddressError } from "./address.ts";
import type { ChosenPolicy } from "./study.ts";
import { monthText, policyTitle, wordsOf } from "./text.ts";
import type { Language } from "./words/language.ts";
import { expectedEs } from "./words/problems-es.ts";

/**
 * Every problem of an error, a line each, told of the chosen policies as the controls show them. What the model says without Spanish
 * words for it is said to be in English.
 */
export function problemsText(
  error: InputError,
  language: Language,
  chosen: readonly ChosenPolicy[] = [],
): string {
  const isOwn = error instanceof AddressError;
  const lines = error.problems.map((given) => {
    const problem = asShown(given, language, chosen);
    if (language === "en") return describeProblem(problem);
    return lineEs(problem, isOwn ? problem.expected : inSpanish(problem.expected));
  });
  return lines.join("\n");
}

/** A problem with a chosen policy by its title and the name of its control, and months as dates. */
function asShown(problem: Problem, language: Language, chosen: readonly ChosenPolicy[]): Problem {
  const { value } = problem;
  const [, index = "", name = ""] = /^policies\[(\d+)\]\.?(.*)$/.exec(problem.path) ?? [];
  const policy = index === "" ? undefined : chosen[Number(index)];
  if (policy === undefined) return problem;
  const words = wordsOf(language);
  const title = `“${policyTitle(policy.policy, language)}”`;
  if (typeof value === "number" && name === "startMonth")
    return { ...problem, path: `${title}, ${words.starts}`, value: monthText(value, words) };
  // The first month no longer in force; the control shows the last one that is.
  if (typeof value === "number" && name === "endMonth")
    return { ...problem, path: `${title}, ${words.ends}`, value: monthText(value - 1, words) };
  return { ...problem, path: name === "" ? title : `${title}, ${name}` };
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
