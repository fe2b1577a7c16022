// What a schema finds wrong, as problems in this library's words.
import type { core } from "zod/mini";
import { unknownName, type Problem } from "../errors.ts";

/** The problems of a value, with paths below `prefix`; unknown keys are held against the known names of their place. */
export function problemsOf(
  error: core.$ZodError,
  input: unknown,
  prefix: string,
  known: (path: string) => readonly string[],
): Problem[] {
  return error.issues.filter(isNews).flatMap((issue): Problem[] => {
    const path = issue.path.reduce<string>(joinPath, prefix);
    if (issue.code === "unrecognized_keys") {
      const names = known(path);
      return issue.keys.map((key) =>
        unknownName(joinPath(path, key), key, `one of: ${names.join(", ")}`, names),
      );
    }
    const value = issue.path.reduce<unknown>(
      (at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key],
      input,
    );
    const names = namesFor(issue);
    if (names?.length === 1) return [{ path, value, expected: names[0] }];
    if (names !== undefined) return [unknownName(path, value, `one of: ${names.join(", ")}`, names)];
    return [{ path, value, expected: expectation(issue) }];
  });
}

/** Of a number that is too large for its place, that no whole number is so large says nothing more. */
function isNews(issue: core.$ZodIssue, _: number, all: readonly core.$ZodIssue[]): boolean {
  const isOfIntegers =
    (issue.code === "too_big" && issue.maximum === Number.MAX_SAFE_INTEGER) ||
    (issue.code === "too_small" && issue.minimum === Number.MIN_SAFE_INTEGER);
  return !isOfIntegers || !all.some((each) => each !== issue && each.path.join() === issue.path.join());
}

/** The names of which one must stand in a place, where it is one of some. */
function namesFor(issue: core.$ZodIssue): string[] | undefined {
  if (issue.code === "invalid_value") return issue.values.map(String);
  return issue.code === "invalid_union" && "options" in issue ? issue.options?.map(String) : undefined;
}

/** A path with one more key. */
function joinPath(path: string, key: PropertyKey): string {
  if (typeof key === "number") return `${path}[${key}]`;
  return path === "" ? String(key) : `${path}.${String(key)}`;
}

/** Kinds of values as somebody calls them who writes a file. */
const kindsInWords: Readonly<Record<string, string>> = {
  int: "a whole number",
  string: "a text",
  boolean: "true or false",
  array: "a list",
  record: "keys and values",
  object: "keys and values",
};

function expectation(issue: core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return kindsInWords[issue.expected] ?? `a ${issue.expected}`;
    case "too_small":
      if (issue.inclusive === false) return `more than ${issue.minimum}`;
      if (issue.origin === "string") return "a text that is not empty";
      return issue.origin === "array" ? `a list of at least ${issue.minimum}` : `at least ${issue.minimum}`;
    case "too_big":
      if (issue.origin === "string") return `a text of at most ${issue.maximum} characters`;
      return issue.origin === "array" ? `a list of at most ${issue.maximum}` : `at most ${issue.maximum}`;
    case "invalid_union":
      return "the id of a policy, or a policy made by definePolicy";
    default:
      return issue.message;
  }
}
