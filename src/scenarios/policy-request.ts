// A policy as a scenario asks for it, and the check that makes it a policy in force.
import * as z from "zod/mini";
import { unknownName, type Problem } from "../errors.ts";
import { findPolicy, namesakeProblems, policies as catalogue, type PolicyId } from "./policies.ts";
import type { Policy, PolicyInForce } from "./policy.ts";
import { fixedCost, wholeMonths } from "./policy-definition.ts";
import type { PolicySettings } from "./policy-settings.ts";
import { problemsOf } from "./schema-problems.ts";
import { isPlainObject } from "../plain-object.ts";

/** When, how strongly and at what fixed cost a policy is put in force. */
export interface PolicyTiming {
  /** First month in force; month 0 is January 2017. Default 24 (January 2019). */
  readonly startMonth?: number;
  /** First month no longer in force. Default: the end of the horizon. */
  readonly endMonth?: number;
  /**
   * Months from the first effect, which comes after the delay, to full strength, linear; 0 for at once. Default: the policy's.
   */
  readonly rampMonths?: number;
  /** Months from the start, when the fixed cost begins, to the first effect. Default: the policy's. */
  readonly delayMonths?: number;
  /** Part of the full design that is put in force, 0..1. Default 1. */
  readonly strength?: number;
  /**
   * Fixed public cost of the full design, US$ a year, from the first month in force on: the ramp does not lessen it, a `strength`
   * below 1 does. At most 1e10. Default: the policy's.
   */
  readonly fixedCostUsdPerYear?: number;
}

/** Settings of a policy, by name. */
export type SettingsOf<Asked> = Asked extends Policy<infer Settings> ? Settings : never;

/** A policy of the catalogue by its id, with those of its settings that differ from their defaults. */
export type CatalogueRequest = {
  [Id in PolicyId]: PolicyTiming & {
    /** Id of the policy. */
    readonly policy: Id;
    /** Values of its settings by name; those that are left out have their defaults. */
    readonly settings?: Partial<PolicySettings[Id]>;
  };
}[PolicyId];

/** A policy of the catalogue whose id is known at run time only, with its default settings. */
export interface PlainRequest extends PolicyTiming {
  /** Id of the policy. */
  readonly policy: PolicyId;
  /** None: which settings there are is not known where the id is not. */
  readonly settings?: never;
}

/** A policy itself, made by `definePolicy`, with an id that no policy of the catalogue has; its schema checks its settings. */
export interface OwnPolicyRequest extends PolicyTiming {
  /** What `definePolicy` returned. */
  readonly policy: Policy;
  /** Values of its settings by name. Default: those of its schema. */
  readonly settings?: object;
}

/** A policy as a scenario asks for it: which, and how it differs from its default. */
export type PolicyRequest = CatalogueRequest | PlainRequest | OwnPolicyRequest;

/** Month in which a policy starts when the scenario does not say: January 2019, the year of the paper's fieldwork. */
export const defaultStartMonth = 24;

/** The keys of a request. */
export const requestSchema = z.strictObject({
  policy: z.union([z.string(), z.custom<Policy>(isPolicy)]).check(z.meta({ description: "id of a policy" })),
  settings: z
    .optional(z.record(z.string(), z.unknown()))
    .check(z.meta({ description: "settings that differ from the policy's defaults" })),
  startMonth: z
    .optional(wholeMonths)
    .check(z.meta({ description: "first month in force, from January 2017; default 24, January 2019" })),
  endMonth: z
    .optional(wholeMonths)
    .check(z.meta({ description: "first month no longer in force; default: the end of the horizon" })),
  rampMonths: z
    .optional(wholeMonths)
    .check(z.meta({ description: "months from its first effect to full strength; default: the policy's" })),
  delayMonths: z
    .optional(wholeMonths)
    .check(z.meta({ description: "months from start to its first effect; default: the policy's" })),
  strength: z
    .optional(z.number().check(z.minimum(0), z.maximum(1)))
    .check(z.meta({ description: "part of the full design that is put in force; default 1" })),
  fixedCostUsdPerYear: z
    .optional(fixedCost)
    .check(z.meta({ description: "fixed public cost while in force, US$ a year; default: the policy's" })),
});

/** The policies that are asked for, in force; what is wrong with them goes to `problems`. */
export function checkPolicies(
  given: readonly unknown[],
  months: number | undefined,
  problems: Problem[],
): PolicyInForce[] {
  const seen = new Map<string, number>();
  return given.flatMap((entry, index) => {
    const path = `policies[${index}]`;
    const id = policyIdOf(entry);
    const first = id === undefined ? undefined : seen.get(id);
    if (first !== undefined) {
      problems.push({ path, value: id, expected: `each policy once; policies[${first}] is the same` });
    }
    if (id !== undefined) seen.set(id, first ?? index);
    return checkPolicy(entry, path, months, problems) ?? [];
  });
}

/** The policy that an entry asks for, as far as it can be told. */
function policyIdOf(entry: unknown): string | undefined {
  const nameOf = (named: unknown) =>
    typeof named === "string" ? named : isPolicy(named) ? named.id : undefined;
  return nameOf(entry) ?? nameOf((entry as { policy?: unknown } | null | undefined)?.policy);
}

function checkPolicy(
  entry: unknown,
  path: string,
  months: number | undefined,
  problems: Problem[],
): PolicyInForce | undefined {
  const request = typeof entry === "string" || isPolicy(entry) ? { policy: entry } : entry;
  if (!isPlainObject(request)) {
    const expected = "the id of a policy, or keys and values with one as policy";
    problems.push({ path, value: entry, expected });
    return undefined;
  }
  const parsed = requestSchema.safeParse(request);
  const before = problems.length;
  if (!parsed.success) {
    problems.push(...problemsOf(parsed.error, request, path, () => Object.keys(requestSchema.shape)));
  }
  // What is wrong with its timing does not hide what is wrong with its name and its settings.
  const asked = (parsed.success ? parsed.data : Object(request)) as { policy?: unknown; settings?: unknown };
  const policy = policyNamed(asked.policy, `${path}.policy`, problems);
  const settings = policy === undefined ? undefined : checkSettings(policy, asked.settings, path, problems);
  if (!parsed.success) return undefined;
  const { startMonth = defaultStartMonth, rampMonths, delayMonths, strength = 1 } = parsed.data;
  const horizon = months ?? Infinity;
  const endMonth = parsed.data.endMonth ?? Math.max(horizon, startMonth + 1);
  if (startMonth >= horizon) {
    const byDefault =
      parsed.data.startMonth === undefined ? ", or give a startMonth: this is the default" : "";
    const expected = `a month before the horizon of ${horizon} months${byDefault}`;
    problems.push({ path: `${path}.startMonth`, value: startMonth, expected });
  }
  if (endMonth <= startMonth) {
    const expected = `a month after startMonth (${startMonth})`;
    problems.push({ path: `${path}.endMonth`, value: endMonth, expected });
  } else if (parsed.data.endMonth !== undefined && endMonth > horizon) {
    problems.push({
      path: `${path}.endMonth`,
      value: endMonth,
      expected: `a month up to the horizon of ${horizon}`,
    });
  }
  if (policy === undefined || settings === undefined || problems.length > before) return undefined;
  return {
    policy,
    settings,
    startMonth,
    endMonth,
    rampMonths: rampMonths ?? policy.rampMonths,
    delayMonths: delayMonths ?? policy.delayMonths,
    strength,
    fixedCostUsdPerYear: parsed.data.fixedCostUsdPerYear ?? policy.fixedCostUsdPerYear,
  };
}

/** The policy that a request names or holds; a name that nobody knows goes to `problems`. */
function policyNamed(named: unknown, path: string, problems: Problem[]): Policy | undefined {
  if (isPolicy(named)) {
    problems.push(...namesakeProblems(named, path));
    return named;
  }
  if (typeof named !== "string") return undefined;
  const policy = findPolicy(named);
  if (policy === undefined)
    problems.push(unknownName(path, named, "the id of a policy", Object.keys(catalogue)));
  return policy;
}

/** A policy's settings with their defaults; what is wrong with them goes to `problems`. */
function checkSettings(
  policy: Policy,
  given: unknown,
  path: string,
  problems: Problem[],
): Record<string, unknown> | undefined {
  // That settings are no table is said with the request's other keys.
  if (typeof (given ?? {}) !== "object" || Array.isArray(given)) return undefined;
  const checked = z.safeParse(policy.settings, given ?? {});
  if (checked.success) return checked.data as Record<string, unknown>;
  problems.push(...problemsOf(checked.error, given, `${path}.settings`, () => settingNames(policy)));
  return undefined;
}

/** Names of a policy's settings. */
function settingNames(policy: Policy): string[] {
  const { shape } = policy.settings as unknown as { shape?: Record<string, unknown> };
  return shape === undefined ? [] : Object.keys(shape);
}

/** Whether a value is what definePolicy makes. Another copy of this library may have made it, so its shape is looked at. */
export function isPolicy(value: unknown): value is Policy {
  if (typeof value !== "object" || value === null) return false;
  const { id, recipe, settings } = value as Partial<Record<keyof Policy, unknown>>;
  const schema = settings as { safeParse?: unknown } | null | undefined;
  return typeof id === "string" && typeof recipe === "function" && typeof schema?.safeParse === "function";
}

/** A policy in force as plain content. */
export function describePolicy({ policy, settings, ...window }: PolicyInForce) {
  return { policy: policy.id, settings, ...window };
}
