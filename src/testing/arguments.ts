// What the functions of this entry point are called with, checked before anything is drawn: who calls them without types should
// read what is wrong, not where reading it failed.
import type * as z from "zod/mini";
import { mostMonths } from "../data/limits.ts";
import { unknownName, type Problem } from "../errors.ts";
import { findPolicy, namesakeProblems, policies } from "../scenarios/policies.ts";
import { isPolicy } from "../scenarios/policy-request.ts";
import { problemsOf } from "../scenarios/schema-problems.ts";

/** Problems of what should be a policy; `byId` says whether an id of the catalogue will do. */
export function policyProblems(path: string, policy: unknown, byId: boolean): Problem[] {
  const expected = `${byId ? "the id of a policy" : "a policy of the catalogue"}, or one made by definePolicy`;
  if (typeof policy === "string" && byId) {
    return findPolicy(policy) === undefined
      ? [unknownName(path, policy, expected, Object.keys(policies))]
      : [];
  }
  return isPolicy(policy) ? namesakeProblems(policy, path) : [{ path, value: policy, expected }];
}

/** Problems of a list of policies, each by its id or itself, none twice. */
export function policyListProblems(path: string, list: unknown): Problem[] {
  if (!Array.isArray(list)) return [{ path, value: list, expected: "a list of policies" }];
  const ids = list.map((each: unknown) => (isPolicy(each) ? each.id : each));
  return list.flatMap((each: unknown, i) => {
    const found = policyProblems(`${path}[${i}]`, each, true);
    const first = ids.indexOf(ids[i]);
    if (found.length > 0 || first === i) return found;
    return [
      { path: `${path}[${i}]`, value: ids[i], expected: `each policy once; ${path}[${first}] is the same` },
    ];
  });
}

/** Problems of what should be a whole number of months, from some least one on. */
export function monthsProblems(path: string, months: unknown, least: number): Problem[] {
  if (Number.isInteger(months) && (months as number) >= least && (months as number) <= mostMonths) return [];
  return [{ path, value: months, expected: `a whole number of months from ${least} to ${mostMonths}` }];
}

/** Problems of options by their schema, those that do not exist included. */
export function shapeProblems<Shape extends z.core.$ZodLooseShape>(
  path: string,
  options: unknown,
  schema: z.ZodMiniObject<Shape, z.core.$strict>,
): Problem[] {
  const parsed = schema.safeParse(options);
  return parsed.success ? [] : problemsOf(parsed.error, options, path, () => Object.keys(schema.shape));
}
