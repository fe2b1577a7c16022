// What can be asked of the model: a horizon, a population, parameter overrides and policies. Validated at once, all
// problems together, and frozen.
import * as z from "zod";
import { parameterNames, parameters as parameterRecords, resolveParameters } from "../data/parameters.ts";
import { InputError, unknownName, type Problem } from "../errors.ts";
import { hashWords } from "../random.ts";
import { compositionProblems } from "./composition.ts";
import { baselineInstitutions } from "./institutions.ts";
import { findPolicy, policies as catalogue, type PolicyId } from "./policies.ts";
import type { Policy, PolicyInForce } from "./policy.ts";

/** A policy as a scenario asks for it: its id, or the policy itself, and how it differs from its default. */
export interface PolicyRequest {
  /** Id of a catalogue policy, or one made by `definePolicy`. */
  readonly policy: PolicyId | (string & {}) | Policy<never> | Policy;
  /** Settings that differ from the policy's defaults. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** First month in force; month 0 is January 2017. Default 24 (January 2019). */
  readonly startMonth?: number;
  /** First month no longer in force. Default: the end of the horizon. */
  readonly endMonth?: number;
  /** Months from start to full strength. Default: the policy's. */
  readonly rampMonths?: number;
  /** Part of the full design that is put in force, 0..1. Default 1. */
  readonly strength?: number;
  /** Fixed public cost while in force, US$ a year. Default: the policy's. */
  readonly fixedCostUsdPerYear?: number;
}

/** A scenario as a user writes it; everything but the id has a default. */
export interface ScenarioInput {
  /** Kebab-case name. */
  readonly id: string;
  /** A line for tables and charts. Default: the id. */
  readonly title?: string;
  /** Months observed from January 2017. Default 180. */
  readonly months?: number;
  /** Months run before that under the baseline's rules, not observed. Default 60. */
  readonly burnInMonths?: number;
  /** Firms at the start, about; about 8,000 is full scale. Default 800. */
  readonly population?: number;
  /** Parameter values that differ from the default, by name. */
  readonly parameters?: Readonly<Record<string, number>>;
  /** Whether parameters may leave the ranges of their records. Default false. */
  readonly beyondRanges?: boolean;
  /** Policies in force: ids, or requests with settings and dates. */
  readonly policies?: readonly (PolicyRequest | PolicyId | (string & {}) | Policy)[];
}

/** A valid, frozen scenario; see {@link defineScenario}. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly months: number;
  readonly burnInMonths: number;
  readonly population: number;
  readonly parameters: Readonly<Record<string, number>>;
  readonly beyondRanges: boolean;
  readonly policies: readonly PolicyInForce[];
  /** The scenario's content as canonical JSON, the same whatever the order in which it was written. */
  readonly canonical: string;
  /** Hash of the canonical content, 16 hexadecimal digits. The id and the title are no part of it. */
  readonly hash: string;
  /** False when a policy is code that the record cannot hold: then the canonical form does not suffice to run it again. */
  readonly reproducible: boolean;
}

/** Month in which a policy starts when the scenario does not say: January 2019, the year of the paper's fieldwork. */
const defaultStartMonth = 24;

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const wholeMonths = z.number().int().min(0).max(1200);
const requestSchema = z.strictObject({
  policy: z.union([z.string(), z.custom<Policy>(isPolicy)]),
  settings: z.record(z.string(), z.unknown()).optional(),
  startMonth: wholeMonths.optional(),
  endMonth: wholeMonths.optional(),
  rampMonths: wholeMonths.optional(),
  strength: z.number().min(0).max(1).optional(),
  fixedCostUsdPerYear: z.number().min(0).optional(),
});
const scenarioSchema = z.strictObject({
  id: z.string().regex(kebabCase),
  title: z.string().min(1).max(200).optional(),
  months: z.number().int().min(1).max(1200).default(180),
  burnInMonths: z.number().int().min(0).max(600).default(60),
  population: z.number().int().min(50).max(100_000).default(800),
  parameters: z.record(z.string(), z.unknown()).default({}),
  beyondRanges: z.boolean().default(false),
  policies: z.array(z.unknown()).default([]),
});

/**
 * Validates a scenario and fills in its defaults.
 *
 * @throws InputError listing every problem with its path, the value found, what was expected and the nearest known name.
 */
export function defineScenario(input: ScenarioInput): Scenario {
  const parsed = scenarioSchema.safeParse(input);
  const problems: Problem[] = parsed.success ? [] : problemsOf(parsed.error, input, "");
  const given = (parsed.success ? parsed.data : lenient(input)) as z.infer<typeof scenarioSchema>;
  const parameters = checkParameters(given.parameters ?? {}, given.beyondRanges, problems);
  const policies = checkPolicies(given.policies ?? [], horizonOf(given.months), problems);
  if (problems.length === 0 && policies.length > 1) {
    problems.push(...compositionProblems(baselineInstitutions(resolveParameters(parameters)), policies));
  }
  if (problems.length > 0)
    throw new InputError(`scenario ${JSON.stringify(given.id ?? "without id")}`, problems);

  const { id, title = id, months, burnInMonths, population, beyondRanges } = given;
  const canonical = canonicalJson({
    months,
    burnInMonths,
    population,
    parameters,
    policies: policies.map(describePolicy).sort((a, b) => (a.policy < b.policy ? -1 : 1)),
  });
  return deepFreeze({
    id,
    title,
    months,
    burnInMonths,
    population,
    parameters,
    beyondRanges,
    policies,
    canonical,
    hash: contentHash(canonical),
    reproducible: policies.every(({ policy }) => findPolicy(policy.id) === policy),
  });
}

/** The horizon that windows are held against; none when the horizon itself is wrong. */
function horizonOf(months: unknown): number | undefined {
  return typeof months === "number" && Number.isInteger(months) && months > 0 ? months : undefined;
}

/** Whether a value is a scenario made by {@link defineScenario}. */
export function isScenario(value: unknown): value is Scenario {
  return typeof value === "object" && value !== null && "canonical" in value && Object.isFrozen(value);
}

function checkParameters(given: object, beyondRanges: boolean, problems: Problem[]): Record<string, number> {
  const values: Record<string, number> = {};
  for (const [name, value] of Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const path = `parameters.${name}`;
    if (!Object.hasOwn(parameterRecords, name)) {
      problems.push(unknownName(path, name, "the name of a parameter", parameterNames));
      continue;
    }
    const { low, high, unit, value: usual } = parameterRecords[name];
    if (typeof value !== "number" || !Number.isFinite(value)) {
      problems.push({ path, value, expected: `a finite number (${unit})` });
    } else if (!beyondRanges && (value < low || value > high)) {
      problems.push({
        path,
        value,
        expected: `a number from ${low} to ${high} (${unit}), or beyondRanges: true`,
      });
    } else if (value !== usual) {
      values[name] = value;
    }
  }
  return values;
}

function checkPolicies(
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
  if (typeof entry === "string") return entry;
  if (isPolicy(entry)) return entry.id;
  const { policy } = (typeof entry === "object" && entry !== null ? entry : {}) as { policy?: unknown };
  return policy === undefined ? undefined : policyIdOf(policy);
}

function checkPolicy(
  entry: unknown,
  path: string,
  months: number | undefined,
  problems: Problem[],
): PolicyInForce | undefined {
  const request = typeof entry === "string" || isPolicy(entry) ? { policy: entry } : entry;
  const parsed = requestSchema.safeParse(request);
  if (!parsed.success) {
    problems.push(...problemsOf(parsed.error, request, path));
    return undefined;
  }
  const {
    policy: named,
    settings = {},
    startMonth = defaultStartMonth,
    rampMonths,
    strength = 1,
  } = parsed.data;
  const policy = typeof named === "string" ? findPolicy(named) : named;
  if (policy === undefined) {
    problems.push(
      unknownName(
        `${path}.policy`,
        typeof named === "string" ? named : "",
        "the id of a policy",
        Object.keys(catalogue),
      ),
    );
    return undefined;
  }
  const before = problems.length;
  const horizon = months ?? Infinity;
  const endMonth = parsed.data.endMonth ?? Math.max(horizon, startMonth + 1);
  if (startMonth >= horizon) {
    const expected = `a month before the horizon of ${horizon} months`;
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
  const checked = policy.settings.safeParse(settings);
  if (!checked.success)
    problems.push(...problemsOf(checked.error, settings, `${path}.settings`, settingNames(policy)));
  if (problems.length > before) return undefined;
  return {
    policy,
    settings: checked.data as Record<string, unknown>,
    startMonth,
    endMonth,
    rampMonths: rampMonths ?? policy.rampMonths,
    strength,
    fixedCostUsdPerYear: parsed.data.fixedCostUsdPerYear ?? policy.fixedCostUsdPerYear,
  };
}

/** Names of a policy's settings. */
function settingNames(policy: Policy<never> | Policy): string[] {
  const { shape } = policy.settings as unknown as { shape?: Record<string, unknown> };
  return shape === undefined ? [] : Object.keys(shape);
}

/** Whether a value is what definePolicy makes. Another copy of this library may have made it, so its shape is looked at. */
function isPolicy(value: unknown): value is Policy {
  if (typeof value !== "object" || value === null) return false;
  const { id, recipe, settings } = value as Partial<Record<keyof Policy, unknown>>;
  const schema = settings as { safeParse?: unknown } | null | undefined;
  return typeof id === "string" && typeof recipe === "function" && typeof schema?.safeParse === "function";
}

function describePolicy({ policy, settings, ...window }: PolicyInForce) {
  return { policy: policy.id, settings, ...window };
}

function problemsOf(error: z.ZodError, input: unknown, prefix: string, known?: readonly string[]): Problem[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.reduce<string>(joinPath, prefix);
    if (issue.code === "unrecognized_keys") {
      const names = known ?? Object.keys(prefix === "" ? scenarioSchema.shape : requestSchema.shape);
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

function joinPath(path: string, key: PropertyKey): string {
  if (typeof key === "number") return `${path}[${key}]`;
  return path === "" ? String(key) : `${path}.${String(key)}`;
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.expected === "int"
        ? "a whole number"
        : `${/^[aeiou]/.test(issue.expected) ? "an" : "a"} ${issue.expected}`;
    case "too_small":
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

/** What can still be checked of an input whose outline is wrong, so that one error names all problems. */
function lenient(input: unknown): Record<string, unknown> {
  const given = (typeof input === "object" && input !== null ? input : {}) as Record<string, unknown>;
  const { parameters, policies } = given;
  return {
    ...given,
    parameters: typeof parameters === "object" && parameters !== null ? parameters : {},
    policies: Array.isArray(policies) ? policies : [],
  };
}

/** JSON with the keys of every object in order. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** 64-bit hash of a text, as 16 hexadecimal digits. */
function contentHash(text: string): string {
  const units = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return [0, 1].map((seed) => (hashWords(units, seed) >>> 0).toString(16).padStart(8, "0")).join("");
}

function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) {
    if (typeof inner === "object" && inner !== null && !Object.isFrozen(inner) && !isPolicy(inner))
      deepFreeze(inner);
  }
  return Object.freeze(value);
}
