// What can be asked of the model: a horizon, a population, parameter overrides and policies. Validated at once, all
// problems together, and frozen.
import type { ParameterPoint } from "../data/parameter-values.ts";
import * as z from "zod/mini";
import { defaultPopulation } from "../data/category-tables.ts";
import { fewestFirms, mostBurnInMonths, mostFirms, mostMonths } from "../data/limits.ts";
import type { DataPack } from "../data/packs/pack.ts";
import { domainOf } from "../data/parameter-domains.ts";
import { parameterNames, parameterNumbers } from "../data/parameter-values.ts";
import { InputError, unknownName, type Problem } from "../errors.ts";
import { canonicalJson, contentHash } from "./canonical.ts";
import { catalogue } from "./catalogue-list.ts";
import { compositionProblems } from "./composition.ts";
import { baselineInstitutions } from "./institutions.ts";
import { kebabCase, kebabCaseInWords } from "./kebab-case.ts";
import { choosePack, packContent, parameterIn, parametersOf, valuesOver } from "./pack-choice.ts";
import { spendProblems } from "./pack-check.ts";
import { findPolicy, type PolicyId } from "./policies.ts";
import type { Policy, PolicyInForce } from "./policy.ts";
import { checkPolicies, describePolicy, isPolicy, type PolicyRequest } from "./policy-request.ts";
import { recipeProblems } from "./recipe-check.ts";
import { isLine, lineInWords } from "./plain-text.ts";
import { problemsOf } from "./schema-problems.ts";
import { checkShocks, type Shock } from "./shocks.ts";
import { isPlainObject } from "../plain-object.ts";

/** A scenario as a user writes it; everything but the id has a default. */
export interface ScenarioInput {
  /** Kebab-case name. */
  readonly id: string;
  /** A line for tables and charts, at most 200 characters. Default: the id. */
  readonly title?: string;
  /** Months observed from January 2017, 1 to 1,200. Default 180: to the end of 2031. */
  readonly months?: number;
  /** Months run before that under the baseline's rules, not observed, 0 to 600. Default 60. */
  readonly burnInMonths?: number;
  /** Firms at the start, about, 50 to 100,000; about 8,000 is full scale. Default 800. */
  readonly population?: number;
  /** Data pack: the id of one that comes with the library, or one of your own. Default "peru-2017". */
  readonly pack?: string | DataPack;
  /** Parameter values that differ from the data pack's, by name, in the unit of the parameter's record. Default: none. */
  readonly parameters?: ParameterPoint;
  /** Whether parameters may leave the ranges of their records, as far as they make sense. Default false. */
  readonly beyondRanges?: boolean;
  /** Policies in force: ids, or requests with settings and dates; each once. Default: none. */
  readonly policies?: readonly (PolicyRequest | PolicyId | Policy)[];
  /** What happens from outside: prices, projects, a supplier's exit, a change of government. Default: none. */
  readonly shocks?: readonly Shock[];
}

/** A valid, frozen scenario; see {@link defineScenario}. */
export interface Scenario {
  /** Kebab-case name. */
  readonly id: string;
  /** A line for tables and charts. */
  readonly title: string;
  /** Months observed from January 2017. */
  readonly months: number;
  /** Months run before that under the baseline's rules, not observed. */
  readonly burnInMonths: number;
  /** Firms at the start, about; about 8,000 is full scale. */
  readonly population: number;
  /** The data pack: a country's mines, projects, suppliers and numbers. */
  readonly pack: DataPack;
  /** Parameter values that differ from the pack's, by name. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Whether parameters may leave the ranges of their records. */
  readonly beyondRanges: boolean;
  /** Policies in force, in the order of their ids. */
  readonly policies: readonly PolicyInForce[];
  /** What happens from outside, in a fixed order. */
  readonly shocks: readonly Shock[];
  /** The scenario's content as canonical JSON, the same whatever the order in which it was written. */
  readonly canonical: string;
  /** Hash of the canonical content, 16 hexadecimal digits. The id and the title are no part of it. */
  readonly hash: string;
  /** False when a policy is code that the record cannot hold: then the canonical form does not suffice to run it again. */
  readonly reproducible: boolean;
}

/** The keys of a scenario. */
export const scenarioSchema = z.strictObject({
  id: z.string().check(z.regex(kebabCase, kebabCaseInWords)),
  title: z.optional(z.string().check(z.minLength(1), z.maxLength(200), z.refine(isLine, lineInWords))),
  months: z._default(z.int().check(z.minimum(1), z.maximum(mostMonths)), 180),
  burnInMonths: z._default(z.int().check(z.minimum(0), z.maximum(mostBurnInMonths)), 60),
  population: z._default(z.int().check(z.minimum(fewestFirms), z.maximum(mostFirms)), defaultPopulation),
  pack: z.optional(z.unknown()),
  parameters: z._default(z.record(z.string(), z.unknown()), {}),
  beyondRanges: z._default(z.boolean(), false),
  policies: z._default(z.array(z.unknown()), []),
  shocks: z._default(z.array(z.unknown()), []),
});

/**
 * Validates a scenario and fills in its defaults.
 *
 * @throws InputError listing every problem with its path, the value found, what was expected and the nearest known name.
 */
export function defineScenario(input: ScenarioInput): Scenario {
  if (!isPlainObject(input)) {
    throw new InputError("a scenario", [noScenario("", input, "an object with an id")]);
  }
  const parsed = scenarioSchema.safeParse(input);
  const problems: Problem[] = parsed.success
    ? []
    : problemsOf(parsed.error, input, "", () => Object.keys(scenarioSchema.shape));
  const given = (parsed.success ? parsed.data : lenient(input)) as z.infer<typeof scenarioSchema>;
  const pack = choosePack(given.pack, problems);
  const parameters = checkParameters(given.parameters ?? {}, pack, given.beyondRanges, problems);
  problems.push(...spendProblems(valuesOver(pack, parameters)));
  const asked = checkPolicies(given.policies ?? [], horizonOf(given.months), problems);
  const shocks = checkShocks(
    given.shocks ?? [],
    { ...given, pack, months: horizonOf(given.months), parameters: valuesOver(pack, parameters) },
    problems,
  );
  if (problems.length === 0 && asked.length > 0) {
    const baseline = baselineInstitutions(parametersOf({ pack, parameters }));
    problems.push(...recipeProblems(baseline, asked));
    if (problems.length === 0 && asked.length > 1) {
      problems.push(...compositionProblems(baseline, asked));
    }
  }
  if (problems.length > 0)
    throw new InputError(`scenario ${JSON.stringify(given.id ?? "without id")}`, problems);

  const { id, title = id, months, burnInMonths, population, beyondRanges } = given;
  // By id, as in the canonical form: what a run records of them is in one order, whatever the order of a file.
  const policies = asked.sort((a, b) => (a.policy.id < b.policy.id ? -1 : 1));
  const canonical = canonicalJson({
    months,
    burnInMonths,
    population,
    ...packContent(pack),
    parameters,
    policies: policies.map(describePolicy),
    ...(shocks.length === 0 ? {} : { shocks }),
  });
  return deepFreeze({
    id,
    title,
    months,
    burnInMonths,
    population,
    pack,
    parameters,
    beyondRanges,
    policies,
    shocks,
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

/** A problem where a value, called `scenario`, is none made by {@link defineScenario}. */
export function scenarioProblems(scenario: unknown): Problem[] {
  if (isScenario(scenario)) return [];
  return [noScenario("scenario", scenario, "a scenario made by defineScenario")];
}

/** A problem where no scenario stands: who gives an id of the catalogue, or nearly one, is told how a program names what it stands for. */
function noScenario(path: string, value: unknown, wanted: string): Problem {
  const known = catalogue.map(({ id }) => id);
  const inCode = (id: string) => `${wanted}, or scenarios["${id}"]`;
  if (typeof value !== "string") return { path, value, expected: inCode("baseline") };
  if (known.includes(value)) return { path, value, expected: inCode(value) };
  const { nearest } = unknownName(path, value, wanted, known);
  const expected = inCode(nearest ?? "baseline");
  return nearest === undefined ? { path, value, expected } : { path, value, expected, nearest };
}

function checkParameters(
  given: object,
  pack: DataPack,
  beyondRanges: boolean,
  problems: Problem[],
): Record<string, number> {
  const values: Record<string, number> = {};
  for (const [name, value] of Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const path = `parameters.${name}`;
    if (!Object.hasOwn(parameterNumbers, name)) {
      problems.push(unknownName(path, name, "the name of a parameter", parameterNames));
      continue;
    }
    const { low, high, unit, value: usual } = parameterIn(pack, name);
    const [lowest, highest] = domainOf(name);
    if (typeof value !== "number" || !Number.isFinite(value)) {
      problems.push({ path, value, expected: `a finite number (${unit})` });
    } else if (value < lowest || value > highest) {
      const expected = `a number from ${lowest} to ${highest} (${unit}): no other makes sense`;
      problems.push({ path, value, expected });
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

/** What can still be checked of an input whose outline is wrong, so that one error names all problems. */
function lenient(input: unknown): Record<string, unknown> {
  const given = (typeof input === "object" && input !== null ? input : {}) as Record<string, unknown>;
  const { parameters, policies, shocks, beyondRanges } = given;
  return {
    ...given,
    beyondRanges: beyondRanges === true,
    parameters: z.record(z.string(), z.unknown()).safeParse(parameters).data ?? {},
    policies: Array.isArray(policies) ? policies : [],
    shocks: Array.isArray(shocks) ? shocks : [],
  };
}

function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) {
    if (typeof inner === "object" && inner !== null && !Object.isFrozen(inner) && !isPolicy(inner))
      deepFreeze(inner);
  }
  return Object.freeze(value);
}
