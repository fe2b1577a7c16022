// What several policies on one value mean. Raised values take the highest, lowered ones the lowest, additions add up: none of
// that depends on an order. Two policies that would set one value, so that the later won, cannot stand together.
import type { Problem } from "../errors.ts";
import type { Institutions } from "./institutions.ts";
import { applyPolicy, type PolicyInForce } from "./policy.ts";

/** A problem for each pair of policies in force together whose outcome would depend on their order. */
export function compositionProblems(baseline: Institutions, policies: readonly PolicyInForce[]): Problem[] {
  const alone = policies.map((inForce) => after(baseline, baseline, inForce));
  return policies.flatMap((other, second) =>
    policies.slice(0, second).flatMap((one, first) => {
      if (!overlap(one, other)) return [];
      const path = difference(after(alone[first], baseline, other), after(alone[second], baseline, one));
      if (path === null) return [];
      const expected = `no policy beside "${one.policy.id}" that sets ${path.join(".")} too: which of them held would depend on their order, as it does not of recipes that raise or lower from the baseline`;
      return [{ path: `policies[${second}]`, value: other.policy.id, expected }];
    }),
  );
}

function after(rules: Institutions, baseline: Institutions, inForce: PolicyInForce): Institutions {
  return inForce.strength === 0 ? rules : applyPolicy(rules, baseline, inForce, inForce.strength)[0];
}

function overlap(a: PolicyInForce, b: PolicyInForce): boolean {
  return a.startMonth < b.endMonth && b.startMonth < a.endMonth;
}

/** Where two trees of rules first differ, or null. Branches that both left alone are one object. */
function difference(a: unknown, b: unknown, path: readonly string[] = []): readonly string[] | null {
  if (Object.is(a, b) || areEqualButForRounding(a, b)) return null;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return path;
  for (const name of Object.keys(a)) {
    const inner = (branch: object) => (branch as Readonly<Record<string, unknown>>)[name];
    const found = difference(inner(a), inner(b), [...path, name]);
    if (found !== null) return found;
  }
  return null;
}

/** Sums and products of three numbers differ in their last bits by the order in which they are taken. */
function areEqualButForRounding(a: unknown, b: unknown): boolean {
  if (typeof a !== "number" || typeof b !== "number") return false;
  return Math.abs(a - b) <= 4 * Number.EPSILON * Math.max(Math.abs(a), Math.abs(b));
}
