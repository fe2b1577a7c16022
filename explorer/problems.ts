// What the model or an address refuses, in the reader's language and by the names of the page's controls.
import { describeProblem, shownValue, type InputError, type Problem } from "../src/errors.ts";
import { policies, type PolicyId } from "../src/index.ts";
import { AddressError } from "./address.ts";
import { settingsOf } from "./settings.ts";
import { firstStudy, type Study } from "./study.ts";
import { monthText, policyTitle, settingText, wordsOf } from "./text.ts";
import type { Language } from "./words/language.ts";
import { expectedEs } from "./words/problems-es.ts";

/** What was asked, as far as it is known; a problem's words name its policies and speak of its country. */
export type Asked = Pick<Study, "pack" | "policies">;

const nothingAsked: Asked = { pack: firstStudy.pack, policies: [] };

/**
 * Every problem of an error, a line each, told as the controls show what it is about. What the model says without Spanish words for it is
 * said to be in English. `asked` is what was asked; an address's error holds it.
 */
export function problemsText(error: InputError, language: Language, asked: Asked = nothingAsked): string {
  const isOfAddress = error instanceof AddressError;
  const isOwn = isOfAddress && !error.isOfModel;
  const study = isOfAddress ? (error.study ?? asked) : asked;
  const words = wordsOf(language, study.pack);
  const lines = error.problems.map((given) => {
    const problem = asShown(given, language, study);
    const line =
      language === "en"
        ? lineEn(problem)
        : lineEs(problem, isOwn ? problem.expected : inSpanish(problem.expected));
    return line.replace(
      /startMonth \((\d+)\)/,
      (_, month: string) => `“${words.starts}” (${monthText(Number(month), words)})`,
    );
  });
  return lines.join("\n");
}

/** A problem by the name of its control, and months as dates. */
function asShown(given: Problem, language: Language, asked: Asked): Problem {
  const { value } = given;
  const path = placeText(given.path, language, asked);
  // The other place of a policy that stands twice is a number of the model's own.
  const expected = given.expected.replace(/; policies\[\d+\] is the same$/, "");
  const problem = { ...given, path, expected };
  // A month before the first has no date on the page.
  if (!Number.isInteger(value) || (value as number) < 0) return problem;
  const words = wordsOf(language, asked.pack);
  const month = value as number;
  if (/\bstartMonth$/.test(given.path)) return { ...problem, value: monthText(month, words) };
  // The first month no longer in force; the control shows the last one that is.
  if (/\bendMonth$/.test(given.path)) return { ...problem, value: monthText(month - 1, words) };
  return problem;
}

/** Where a problem is: a part of an address with its letter, a control of the sample, or a chosen policy and its control. */
function placeText(path: string, language: Language, { pack, policies: chosen }: Asked): string {
  const words = wordsOf(language, pack);
  const parts: Readonly<Record<string, string>> = {
    v: words.addressVersion,
    l: words.language,
    k: words.pack,
    n: words.population,
    m: words.until,
    s: words.seeds,
    p: words.policy,
  };
  if (Object.hasOwn(parts, path)) return `${parts[path]} (${path})`;
  const sample: Readonly<Record<string, string>> = {
    pack: words.pack,
    population: words.population,
    months: words.until,
  };
  if (Object.hasOwn(sample, path)) return sample[path];
  const [, index, name = ""] = /^(?:policies|p)\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
  if (index === undefined) return path;
  const id = chosen[Number(index)]?.policy ?? "";
  if (!Object.hasOwn(policies, id)) {
    const place = `${words.policy} ${Number(index) + 1}`;
    return name === "" || name === "policy" ? place : `${place}, ${name}`;
  }
  const title = `“${policyTitle(id, language)}”`;
  const times: Readonly<Record<string, string>> = {
    startMonth: words.starts,
    endMonth: words.ends,
    strength: words.strength,
    ...words.timing,
  };
  const setting = settingsOf(policies[id as PolicyId]).find((each) => name === `settings.${each.name}`);
  const told = setting === undefined ? (times[name] ?? name) : settingText(setting, pack, language);
  return told === "" ? title : `${title}, ${told}`;
}

function lineEn(problem: Problem): string {
  return isNothing(problem.value)
    ? describeProblem({ ...problem, value: null }).replace("found null", "found nothing")
    : describeProblem(problem);
}

/** An empty field is NaN. */
function isNothing(value: unknown): boolean {
  return value === null || value === undefined || Number.isNaN(value);
}

function lineEs({ path, value, nearest }: Problem, expected: string): string {
  const where = path === "" ? "" : `${path}: `;
  const found = isNothing(value) ? "no hay nada" : `hay ${shownValue(value)}`;
  const hint = nearest === undefined ? "" : `; ¿quiso decir "${nearest}"?`;
  return `${where}${found}, se espera ${expected}${hint}`;
}

function inSpanish(expected: string): string {
  const known = expectedEs.find(([english]) => english.test(expected));
  return known === undefined ? `(en inglés) ${expected}` : expected.replace(...known);
}
