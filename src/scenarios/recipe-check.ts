// What a recipe of the user's own leaves behind must be rules still: a name written wrong would change nothing, and a number that
// is none would decide silently.
import { unknownName, type Problem } from "../errors.ts";
import type { Institutions } from "./institutions.ts";
import { findPolicy } from "./policies.ts";
import { applyPolicy, type PolicyInForce } from "./policy.ts";

/** What is wrong with the rules that policies of the user's own make of the baseline's, each alone and at its strength. */
export function recipeProblems(baseline: Institutions, policies: readonly PolicyInForce[]): Problem[] {
  return policies.flatMap((inForce, i) => {
    if (inForce.strength === 0 || findPolicy(inForce.policy.id) === inForce.policy) return [];
    const path = `policies[${i}].policy.recipe`;
    try {
      const [rules] = applyPolicy(baseline, baseline, inForce, inForce.strength);
      return [...faults(baseline, rules, path, [])];
    } catch (error) {
      const value = error instanceof Error ? error.message : error;
      return [{ path, value, expected: "a recipe that changes the rules and throws nothing" }];
    }
  });
}

/** Where a tree of rules is none: names that it should not have or lacks, and values of another kind than before. */
function* faults(before: unknown, after: unknown, path: string, at: readonly string[]): Generator<Problem> {
  if (Object.is(before, after)) return;
  const rule = at.join(".");
  if (typeof before === "object" && before !== null) {
    if (typeof after !== "object" || after === null) {
      yield { path, value: after, expected: `the branch ${rule} of the rules` };
      return;
    }
    const known = Object.keys(before);
    for (const name of Object.keys(after)) {
      if (known.includes(name)) continue;
      const names = known.map((each) => [...at, each].join("."));
      yield unknownName(path, [...at, name].join("."), "the name of a rule", names);
    }
    for (const name of known) {
      const inner = (branch: object) => (branch as Readonly<Record<string, unknown>>)[name];
      yield* faults(inner(before), inner(after), path, [...at, name]);
    }
  } else if (typeof before === "number") {
    if (!Number.isFinite(after)) yield { path, value: after, expected: `a finite number for ${rule}` };
  } else if (typeof after !== typeof before) {
    yield { path, value: after, expected: `a ${typeof before} for ${rule}` };
  }
}
