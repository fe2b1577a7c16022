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
  return error.issues.flatMap((issue) => {
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
    return [{ path, value, expected: expectation(issue) }];
  });
}

/** A path with one more key. */
function joinPath(path: string, key: PropertyKey): string {
  if (typeof key === "number") return `${path}[${key}]`;
  return path === "" ? String(key) : `${path}.${String(key)}`;
}

function expectation(issue: core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.expected === "int"
        ? "a whole number"
        : `${/^[aeiou]/.test(issue.expected) ? "an" : "a"} ${issue.expected}`;
    case "too_small":
      if (issue.inclusive === false) return `more than ${issue.minimum}`;
      return `${issue.origin === "string" ? "a text of at least" : "at least"} ${issue.minimum}${issue.origin === "string" ? " characters" : ""}`;
    case "too_big":
      return `${issue.origin === "string" ? "a text of at most" : "at most"} ${issue.maximum}${issue.origin === "string" ? " characters" : ""}`;
    case "invalid_value":
      return `one of: ${issue.values.map(String).join(", ")}`;
    case "invalid_format":
      return 'a name in kebab-case, as "testing-centre"';
    case "invalid_union":
      return "the id of a policy, or a policy made by definePolicy";
    default:
      return issue.message;
  }
}
