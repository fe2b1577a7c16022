// A study written as a file, in YAML or JSON: what a StudyInput says, with scenarios by id, by file or in place, windows in
// calendar months, and one population and horizon for all scenarios if wanted.
import { InputError, unknownName, refuseIfAny, type Problem } from "../../errors.ts";
import { parameterNames } from "../../data/parameter-values.ts";
import { scenarios as catalogue } from "../../scenarios/catalogue.ts";
import { monthOf } from "../../scenarios/files/dates.ts";
import { parseFile } from "../../scenarios/files/document.ts";
import { parseOptionProblems, scenarioOfContent, type ParseOptions } from "../../scenarios/files/parse.ts";
import { inCalendar } from "../../scenarios/files/in-calendar.ts";
import { keysOf, type Locator } from "../../scenarios/files/positions.ts";
import type { Scenario, ScenarioInput } from "../../scenarios/scenario.ts";
import { variantOf } from "../../scenarios/variant.ts";
import { checkStudy, studyKeys, type Study, type StudyInput } from "./study.ts";
import { isPlainObject } from "../../plain-object.ts";

/** Version of the format of study files. */
export const studyFileVersion = 1;

const sizeKeys = ["population", "months", "burnInMonths"] as const;
const fileKeys = ["schema", ...studyKeys, ...sizeKeys] as const;

/**
 * The study that a text in YAML or JSON describes.
 *
 * @throws InputError naming every problem with line, column, path, value, expectation and the nearest known name.
 */
export function parseStudy(text: string, options: ParseOptions = {}): Study {
  const expected = "the text of a study file";
  refuseIfAny(
    "reading a study",
    typeof text === "string" ? [] : [{ path: "text", value: text, expected }],
    parseOptionProblems(options),
  );
  const { file = "study", ...resolvers } = options;
  const { content, locate } = parseFile(text, file);
  if (!isPlainObject(content)) {
    const expected = "keys and values: at least an id, scenarios and seeds";
    throw new InputError(file, [{ path: "", value: content, expected, place: locate([]) }]);
  }
  const problems: Problem[] = [];
  const { schema = studyFileVersion, ...given } = content;
  if (schema !== studyFileVersion) {
    const expected = `${studyFileVersion}, the version of the format`;
    problems.push({ path: "schema", value: schema, expected });
  }
  for (const name of Object.keys(given)) {
    if ((fileKeys as readonly string[]).includes(name)) continue;
    problems.push(unknownName(name, name, `one of: ${fileKeys.join(", ")}`, fileKeys));
  }
  const scenarios = scenariosOf(given, { file, ...resolvers }, locate, problems);
  const known = Object.fromEntries(
    Object.entries(given).filter(([name]) => (studyKeys as readonly string[]).includes(name)),
  );
  const found: Problem[] = [];
  const input = {
    ...known,
    scenarios,
    windows: windowsOf(given["windows"], found),
  } as unknown as StudyInput;
  const study = checkStudy(input, found);
  // Of a scenario that could not be read all is said.
  const unread = (path: string) =>
    Array.isArray(scenarios) && scenarios.some((each, i) => each === undefined && path === `scenarios[${i}]`);
  const news = found.filter(({ path }) => !unread(path));
  problems.push(...news.map((problem) => inCalendar(problem, given)));
  if (study === undefined || problems.length > 0) {
    throw new InputError(
      file,
      eachOnce(problems).map((problem) => ({
        ...problem,
        place: problem.place ?? locate(placeKeys(problem.path), "key"),
      })),
    );
  }
  return study;
}

/** What the study's own size does to every scenario alike is told once. */
function eachOnce(problems: readonly Problem[]): Problem[] {
  const isFirst = ({ path, place }: Problem, i: number) =>
    place !== undefined || problems.findIndex((each) => each.path === path) === i;
  return problems.filter(
    (problem, i) => !(sizeKeys as readonly string[]).includes(problem.path) || isFirst(problem, i),
  );
}

/** Names of parameters have points in them. */
function placeKeys(path: string): (string | number)[] {
  const [, rest] = /^draws\.parameters\.(.+)$/.exec(path) ?? [];
  if (rest === undefined) return keysOf(path);
  const name = parameterNames.find((each) => rest.startsWith(`${each}.`)) ?? rest;
  return ["draws", "parameters", name, ...keysOf(rest.slice(name.length))];
}

/** The scenarios of a list, each in its place; undefined for one that cannot be read. */
function scenariosOf(
  given: Readonly<Record<string, unknown>>,
  options: ParseOptions,
  locate: Locator,
  problems: Problem[],
): unknown {
  const { scenarios } = given;
  if (!Array.isArray(scenarios)) return scenarios;
  const size = Object.fromEntries(
    sizeKeys.filter((key) => given[key] !== undefined).map((key) => [key, given[key]]),
  ) as Partial<ScenarioInput>;
  return scenarios.map((entry: unknown, i) => {
    const path = `scenarios[${i}]`;
    try {
      const scenario = scenarioOf(entry, i, options, locate, problems);
      if (scenario === undefined) return undefined;
      return Object.keys(size).length === 0 ? scenario : variantOf(scenario, size);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(
        ...error.problems.map((problem) =>
          problem.place === undefined
            ? inSize(problem, path)
            : problem.place.file === options.file && problem.path !== ""
              ? { ...problem, path: `${path}.${problem.path}` }
              : problem,
        ),
      );
      return undefined;
    }
  });
}

/** What the study's own size does to a scenario is told where the study says it, as far as it does. */
function inSize(problem: Problem, path: string): Problem {
  const own = (sizeKeys as readonly string[]).includes(problem.path);
  if (own) return problem;
  return { ...problem, path: problem.path === "" ? path : `${path}.${problem.path}` };
}

function scenarioOf(
  entry: unknown,
  index: number,
  { file = "study", resolve, resolvePack }: ParseOptions,
  locate: Locator,
  problems: Problem[],
): Scenario | undefined {
  const path = `scenarios[${index}]`;
  const what = "a scenario of the catalogue, a file beside this one, or a scenario in place";
  if (typeof entry === "string") {
    const found = Object.hasOwn(catalogue, entry) ? catalogue[entry] : resolve?.(entry);
    if (found === undefined) problems.push(unknownName(path, entry, what, Object.keys(catalogue)));
    return found;
  }
  if (!isPlainObject(entry)) {
    problems.push({ path, value: entry, expected: what });
    return undefined;
  }
  return scenarioOfContent(entry, (keys, which) => locate(["scenarios", index, ...keys], which), {
    file,
    ...(resolve === undefined ? {} : { resolve }),
    ...(resolvePack === undefined ? {} : { resolvePack }),
  });
}

/** Windows with calendar months as counts from January 2017. */
function windowsOf(given: unknown, problems: Problem[]): unknown {
  if (!Array.isArray(given)) return given;
  return given.map((each: unknown, i) => {
    if (typeof each !== "object" || each === null) return each;
    const months = Object.entries(each).filter(
      ([name, value]) => (name === "fromMonth" || name === "toMonth") && typeof value === "string",
    );
    return {
      ...each,
      ...Object.fromEntries(
        months.map(([name, value]: [string, unknown]) => {
          const month = monthOf(value);
          if (month !== undefined) return [name, month];
          const expected = "a calendar month, as 2019-01, or a count of months from January 2017";
          problems.push({ path: `windows[${i}].${name}`, value, expected });
          // Any valid month in its place, so that what else is wrong is still found.
          return [name, name === "fromMonth" ? 0 : 1];
        }),
      ),
    };
  });
}
