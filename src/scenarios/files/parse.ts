// A scenario written as a file, in YAML or JSON. It says what a ScenarioInput says, with two comforts: months may be written
// as calendar months, and `extends` starts from another scenario.
import type { DataPack } from "../../data/packs/pack.ts";
import { packs } from "../../data/packs/packs.ts";
import { InputError, unknownName, unknownNames, refuseIfAny, type Problem } from "../../errors.ts";
import { mostMonths } from "../../data/limits.ts";
import { scenarios } from "../catalogue.ts";
import type { PolicyRequest } from "../policy-request.ts";
import { defineScenario, isScenario, type Scenario, type ScenarioInput } from "../scenario.ts";
import { inputOf } from "../variant.ts";
import { monthOf } from "./dates.ts";
import { parseFile } from "./document.ts";
import { inCalendar } from "./in-calendar.ts";
import { keysOf, type Locator } from "./positions.ts";
import { isPlainObject } from "../../plain-object.ts";

/** Version of the format of scenario files. */
export const scenarioFileVersion = 1;

/** The keys of a scenario file. */
const scenarioFileKeys = [
  "schema",
  "id",
  "title",
  "extends",
  "months",
  "burnInMonths",
  "population",
  "pack",
  "parameters",
  "beyondRanges",
  "policies",
  "without",
  "shocks",
] as const;

/** How a file is read. */
export interface ParseOptions {
  /** Its name in messages. Default "scenario". */
  readonly file?: string;
  /** Finds what `extends` names when it is no scenario of the catalogue; undefined when there is none. */
  readonly resolve?: (name: string) => Scenario | undefined;
  /** Finds a data pack that does not come with the library; undefined when there is none. */
  readonly resolvePack?: (name: string) => DataPack | undefined;
}

/**
 * The scenario that a text in YAML or JSON describes.
 *
 * @throws InputError naming every problem with line, column, path, value, expectation and the nearest known name.
 */
export function parseScenario(text: string, options: ParseOptions = {}): Scenario {
  const problems: Problem[] = [];
  if (typeof text !== "string") {
    problems.push({ path: "text", value: text, expected: "the text of a scenario file" });
  }
  refuseIfAny("reading a scenario", problems, parseOptionProblems(options));
  const { content, locate } = parseFile(text, options.file ?? "scenario");
  return scenarioOfContent(content, locate, options);
}

/** What is wrong with how a file is to be read. */
export function parseOptionProblems(options: unknown): Problem[] {
  if (!isPlainObject(options))
    return [{ path: "options", value: options, expected: "an object, or nothing" }];
  const { file = "", resolve, resolvePack } = options;
  const problems: Problem[] = [];
  if (typeof file !== "string") problems.push({ path: "file", value: file, expected: "the name of a file" });
  for (const [path, value] of Object.entries({ resolve, resolvePack })) {
    if (value !== undefined && typeof value !== "function") {
      problems.push({ path, value, expected: "a function of a name" });
    }
  }
  return problems;
}

/**
 * The scenario of a file's content, or of a part of a larger file.
 *
 * @throws InputError as {@link parseScenario}.
 */
export function scenarioOfContent(
  content: unknown,
  locate: Locator,
  { file = "scenario", resolve, resolvePack }: ParseOptions = {},
): Scenario {
  if (!isPlainObject(content)) {
    const place = locate([]);
    throw new InputError(file, [
      { path: "", value: content, expected: "keys and values: at least an id", place },
    ]);
  }
  const given = content;
  const problems = unknownNames(given, scenarioFileKeys);
  const { schema = scenarioFileVersion } = given;
  if (schema !== scenarioFileVersion) {
    problems.push({
      path: "schema",
      value: schema,
      expected: `${scenarioFileVersion}, the version of the format`,
    });
  }
  const base = baseOf(given, resolve, problems);
  const unknown = base === undefined && given["extends"] !== undefined ? saidByBase : {};
  const merged = merge({ ...unknown, ...given, ...packOf(given, resolvePack, problems) }, base, problems);
  let scenario: Scenario | undefined;
  try {
    scenario = defineScenario(merged.input as unknown as ScenarioInput);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // What stands in place of a month that is none is not what the file says.
    const told = new Set(problems.map(({ path }) => path));
    const found = error.problems.map((problem) => {
      const [path, expected] = [problem.path, problem.expected].map(merged.inFile);
      return inCalendar({ ...problem, path, expected }, given);
    });
    problems.push(...found.filter(({ path }) => !told.has(path)));
  }
  if (problems.length > 0 || scenario === undefined) {
    throw new InputError(
      file,
      problems.map((problem) => placed(problem, locate)),
    );
  }
  return scenario;
}

/** What is widest of all that a scenario may say which cannot be read: what else a file says is held against no more. */
const saidByBase = { months: mostMonths, beyondRanges: true } as const;

function baseOf(
  { extends: name }: Readonly<Record<string, unknown>>,
  resolve: ParseOptions["resolve"],
  problems: Problem[],
): Scenario | undefined {
  if (name === undefined) return undefined;
  if (typeof name !== "string") {
    problems.push({
      path: "extends",
      value: name,
      expected: "the id of a scenario, or a file beside this one",
    });
    return undefined;
  }
  if (Object.hasOwn(scenarios, name)) return scenarios[name];
  return named("extends", problems, () => {
    const base = resolve?.(name);
    if (isScenario(base)) return base;
    const what = "the id of a scenario of the catalogue, or a file beside this one";
    problems.push(unknownName("extends", name, what, Object.keys(scenarios)));
    return undefined;
  });
}

/** What a key names; what is wrong there goes to `problems`, with the key unless it stands in another file. */
function named<Found>(path: string, problems: Problem[], find: () => Found | undefined): Found | undefined {
  try {
    return find();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const each of error.problems) {
      const below = each.path === "" ? path : `${path}.${each.path}`;
      problems.push(each.place === undefined ? { ...each, path: below } : each);
    }
    return undefined;
  }
}

/** A pack beside the file, in place of its name. */
function packOf(
  { pack }: Readonly<Record<string, unknown>>,
  resolvePack: ParseOptions["resolvePack"],
  problems: Problem[],
): { readonly pack?: unknown } {
  if (pack !== undefined && typeof pack !== "string") {
    const expected = "the id of a data pack that comes with the library, or a folder beside this file";
    problems.push({ path: "pack", value: pack, expected });
    return {};
  }
  if (pack === undefined || Object.hasOwn(packs, pack)) return {};
  const before = problems.length;
  const found = named("pack", problems, () => resolvePack?.(pack));
  // Of one that cannot be read all is said.
  if (problems.length > before) return { pack: undefined };
  return found === undefined ? {} : { pack: found };
}

interface Merged {
  readonly input: Readonly<Record<string, unknown>>;
  /** A path of the input, or a text that names one, with where it stands in the file. */
  readonly inFile: (text: string) => string;
}

/** What the file says, over what it extends: parameters by name, policies by id, shocks added, all else replaced. */
function merge(
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
  const inFile = (text: string) =>
    text.replace(/\b(policies|shocks)\[(\d+)\]/g, (_, list: keyof typeof names, index: string) => {
      const name = names[list][Number(index)];
      return name === undefined ? `${list}[${Number(index) - names[list].length}]` : `extends.${list}${name}`;
    });
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

function placed(problem: Problem, locate: Locator): Problem {
  if (problem.place !== undefined) return problem;
  const keys = problem.path.startsWith("parameters.")
    ? ["parameters", problem.path.slice("parameters.".length)]
    : keysOf(problem.path);
  return { ...problem, place: locate(keys, "key") };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
