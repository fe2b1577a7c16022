// What a scenario file says, over what it extends: parameters by name, policies by id, shocks added, all else replaced.
import { unknownName, type Problem } from "../../errors.ts";
import { isPlainObject } from "../../plain-object.ts";
import type { PolicyRequest } from "../policy-request.ts";
import type { Scenario, ScenarioInput } from "../scenario.ts";
import { inputOf } from "../variant.ts";
import { monthOf } from "./dates.ts";

/** A file's content and its base as one input. */
export interface Merged {
  readonly input: Readonly<Record<string, unknown>>;
  /** A path of the input, or a text that names one, with where it stands in the file. */
  readonly inFile: (text: string) => string;
}

/** The input of a file's content over its base, if it has one; what is wrong with what it takes from it goes to `problems`. */
export function merge(
  given: Readonly<Record<string, unknown>>,
  base: Scenario | undefined,
  problems: Problem[],
): Merged {
  const { policies, shocks, parameters } = given;
  const own = listOf(policies).map((entry, i) => withMonths(entry, `policies[${i}]`, problems));
  const inherited = inheritedPolicies(base, own, given, problems);
  const ownShocks = listOf(shocks).map((entry, i) => withMonths(entry, `shocks[${i}]`, problems));
  const inheritedShocks = base?.shocks ?? [];
  const kept = base === undefined ? {} : withoutNames(inputOf(base));
  const said = ["id", "title", "months", "burnInMonths", "population", "pack", "beyondRanges"].filter(
    (key) => key in given,
  );
  const input = {
    ...kept,
    ...Object.fromEntries(said.map((key) => [key, given[key]])),
    ...(parameters === undefined
      ? {}
      : { parameters: isPlainObject(parameters) ? { ...base?.parameters, ...parameters } : parameters }),
    policies: policies === undefined || Array.isArray(policies) ? [...inherited, ...own] : policies,
    shocks: shocks === undefined || Array.isArray(shocks) ? [...inheritedShocks, ...ownShocks] : shocks,
  };
  // Policies of the base are called by their ids, for of those that are taken out and replaced none has its place any more.
  const names = {
    policies: inherited.map(({ policy }) => `.${typeof policy === "string" ? policy : policy.id}`),
    shocks: inheritedShocks.map((_, i) => `[${i}]`),
  };
  const isOwn = (name: string) => isPlainObject(parameters) && Object.hasOwn(parameters, name);
  const inFile = (text: string) => {
    const [, parameter] = /^parameters\.(.+)$/.exec(text) ?? [];
    if (base !== undefined && parameter !== undefined && !isOwn(parameter)) return `extends.${text}`;
    return text.replace(/\b(policies|shocks)\[(\d+)\]/g, (_, list: keyof typeof names, index: string) => {
      const name = names[list][Number(index)];
      return name === undefined ? `${list}[${Number(index) - names[list].length}]` : `extends.${list}${name}`;
    });
  };
  return { input, inFile };
}

/** A scenario's name and title are its own. */
function withoutNames({ id: _, title: __, ...rest }: ScenarioInput): Partial<ScenarioInput> {
  return rest;
}

/** Policies of the base that the file neither takes out nor asks for itself. */
function inheritedPolicies(
  base: Scenario | undefined,
  own: readonly unknown[],
  { without, extends: from }: Readonly<Record<string, unknown>>,
  problems: Problem[],
): readonly PolicyRequest[] {
  const ids = base?.policies.map(({ policy }) => policy.id) ?? [];
  if (without !== undefined && !Array.isArray(without)) {
    problems.push({ path: "without", value: without, expected: "a list of ids of policies" });
  }
  const out = listOf(without);
  if (base === undefined) {
    const expected = "extends beside it: policies are taken out of the scenario that it names";
    if (from === undefined && out.length > 0) problems.push({ path: "without", value: without, expected });
    return [];
  }
  out.forEach((id, index) => {
    if (typeof id !== "string" || !ids.includes(id)) {
      const what = "the id of a policy that the extended scenario has";
      problems.push(unknownName(`without[${index}]`, String(id), what, ids));
    }
  });
  const replaced = own.map((entry) => (isPlainObject(entry) ? entry["policy"] : entry));
  const requests = (inputOf(base).policies ?? []) as readonly PolicyRequest[];
  return requests.filter((_, i) => !out.includes(ids[i]) && !replaced.includes(ids[i]));
}

const monthKeys = ["startMonth", "endMonth", "month"] as const;

/** An entry with its calendar months as counts from January 2017. */
function withMonths(entry: unknown, path: string, problems: Problem[]): unknown {
  if (!isPlainObject(entry)) return entry;
  const months = monthKeys.flatMap((key): (readonly [string, unknown])[] => {
    const value = entry[key];
    if (typeof value !== "string") return [];
    const month = monthOf(value);
    if (month !== undefined && month >= 0) return [[key, month]];
    const expected = "a calendar month from 2017-01 on, as 2019-01, or a count of months from January 2017";
    problems.push({ path: `${path}.${key}`, value, expected });
    // What else is wrong with the entry is still looked at, with any valid month in this place.
    return [[key, 0]];
  });
  const points = entry["path"];
  return {
    ...entry,
    ...Object.fromEntries(months),
    ...(Array.isArray(points)
      ? { path: points.map((point: unknown, i) => withMonths(point, `${path}.path[${i}]`, problems)) }
      : {}),
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
