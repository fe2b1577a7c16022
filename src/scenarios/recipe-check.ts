// What a recipe of the user's own leaves behind must be rules still: a name written wrong would change nothing, a number that is
// none would decide silently, and a probability of 7 would run.
import { unknownName, type Problem } from "../errors.ts";
import { rangeOfRule } from "./institution-ranges.ts";
import type { Institutions } from "./institutions.ts";
import { findPolicy } from "./policies.ts";
import { applyPolicies, applyPolicy, governs, type PolicyInForce } from "./policy.ts";

/** Parts of its strength at which a recipe is tried: on its ramp it may leave what it reaches not. */
const partsTried = [1, 0.5, 0.1];

/**
 * What is wrong with the rules that policies of the user's own make of the baseline's: each alone, at its strength and on the way
 * there; and all that are in force in one month together, for additions add up.
 */
export function recipeProblems(baseline: Institutions, policies: readonly PolicyInForce[]): Problem[] {
  const alone = policies.flatMap((inForce, i) =>
    inForce.strength > 0 && isOwn(inForce) ? problemsAlone(baseline, inForce, recipePath(i)) : [],
  );
  return alone.length > 0 || !policies.some(isOwn) ? alone : problemsTogether(baseline, policies);
}

function isOwn({ policy }: PolicyInForce): boolean {
  return findPolicy(policy.id) !== policy;
}

function recipePath(index: number): string {
  return `policies[${index}].policy.recipe`;
}

function problemsAlone(baseline: Institutions, inForce: PolicyInForce, path: string): Problem[] {
  for (const part of partsTried) {
    try {
      const [rules] = applyPolicy(baseline, baseline, inForce, inForce.strength * part);
      const found = [...faults(baseline, rules, path, [])];
      if (found.length === 0 && !governs(inForce.policy))
        found.push(...governingFaults(baseline, rules, path));
      if (found.length > 0) return found;
    } catch (error) {
      const value = error instanceof Error ? error.message : error;
      return [{ path, value, expected: "a recipe that changes the rules and throws nothing" }];
    }
  }
  return [];
}

/** How policies are delivered is read from those that govern the others: what another writes there would change nothing. */
function governingFaults(before: Institutions, after: Institutions, path: string): Problem[] {
  return (["delivery", "coordination"] as const).flatMap((name) => {
    const value = after.governance[name];
    if (value === before.governance[name]) return [];
    const expected = `no change of governance.${name} but by a programme or law of the pillar "institutionalisation": elsewhere it would change nothing`;
    return [{ path, value, expected }];
  });
}

/** A month in which a policy begins has most in force of those around it. */
function problemsTogether(baseline: Institutions, policies: readonly PolicyInForce[]): Problem[] {
  for (const month of new Set(policies.map(({ startMonth }) => startMonth))) {
    const strengths = policies.map(({ startMonth, endMonth, strength }) =>
      startMonth <= month && month < endMonth ? strength : 0,
    );
    const own = policies.findIndex((inForce, i) => strengths[i] > 0 && isOwn(inForce));
    if (own < 0) continue;
    const { rules } = applyPolicies(baseline, policies, strengths, month);
    const others = policies.flatMap(({ policy }, i) => (i !== own && strengths[i] > 0 ? [policy.id] : []));
    const found = [...faults(baseline, rules, recipePath(own), [])];
    if (found.length === 0) continue;
    return found.map(({ expected, ...problem }) => ({
      ...problem,
      expected: `${expected}, beside ${others.join(", ")} too`,
    }));
  }
  return [];
}

/** Where a tree of rules is none: names that it should not have or lacks, values of another kind than before, and out of range. */
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
    yield* numberFaults(after, path, at);
  } else if (typeof after !== typeof before) {
    yield { path, value: after, expected: `a ${typeof before} for ${rule}` };
  }
}

function* numberFaults(after: unknown, path: string, at: readonly string[]): Generator<Problem> {
  const rule = at.join(".");
  if (typeof after !== "number" || !Number.isFinite(after)) {
    yield { path, value: after, expected: `a finite number for ${rule}` };
    return;
  }
  const [lowest, highest] = rangeOfRule(at) ?? [-Infinity, Infinity];
  if (after >= lowest && after <= highest) return;
  const range = highest === Number.MAX_VALUE ? `of ${lowest} or more` : `from ${lowest} to ${highest}`;
  yield { path, value: after, expected: `a number ${range} for ${rule}` };
}
