// A scenario written as a file, in YAML or JSON. It says what a ScenarioInput says, with two comforts: months may be written
// as calendar months, and `extends` starts from another scenario.
import type { DataPack } from "../../data/packs/pack.ts";
import { packs } from "../../data/packs/packs.ts";
import { InputError, unknownName, unknownNames, refuseIfAny, type Problem } from "../../errors.ts";
import { mostMonths } from "../../data/limits.ts";
import { scenarios } from "../catalogue.ts";
import { defineScenario, isScenario, type Scenario, type ScenarioInput } from "../scenario.ts";
import { parseFile } from "./document.ts";
import { inCalendar } from "./in-calendar.ts";
import { merge } from "./merge.ts";
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

function placed(problem: Problem, locate: Locator): Problem {
  if (problem.place !== undefined) return problem;
  const keys = problem.path.startsWith("parameters.")
    ? ["parameters", problem.path.slice("parameters.".length)]
    : keysOf(problem.path);
  return { ...problem, place: locate(keys, "key") };
}
