// What every study is asked with. Who calls it without types should read what is missing, not where reading it failed.
import { refuseIfAny, unknownNames, type Problem } from "../errors.ts";
import { isScenario, scenarioProblems, type Scenario } from "../scenarios/scenario.ts";
import { followOptionNames, type FollowOptions } from "./follow-options.ts";
import { isPlainObject } from "../plain-object.ts";

/** Problems of what is no set of options, if any; `needed` says what it must have. */
export function optionsProblems(options: unknown, needed?: string): Problem[] {
  if (isPlainObject(options)) return [];
  const expected = needed === undefined ? "an object, or nothing" : `an object with at least ${needed}`;
  return [{ path: "options", value: options, expected }];
}

/** What results of this library have, by which they are known: another copy of it, or a file, may have given them. */
const marks = {
  run: { keys: ["manifest", "patches", "treasury"], made: "a run, as simulate returns" },
  comparison: { keys: ["scenarios", "metrics", "effects"], made: "a comparison, as compare returns" },
  plan: {
    keys: ["scenarios", "seeds", "window", "metrics", "tasks"],
    made: "a plan, as planComparison returns",
  },
  study: {
    keys: ["scenarios", "seeds", "windows", "metrics", "hash"],
    made: "a study, as defineStudy returns",
  },
  layout: { keys: ["runs", "groups", "groupSize"], made: "a layout, as layoutOf returns" },
} as const;

/** A problem where a value is not what it should be, by its name. */
export function resultProblems(path: string, value: unknown, of: keyof typeof marks): Problem[] {
  const { keys, made } = marks[of];
  const given: unknown = typeof value === "object" ? value : null;
  if (given !== null && keys.every((key) => key in (given as object))) return [];
  return [{ path, value, expected: made }];
}

/** Problems of a value that should be a list of runs. */
export function runListProblems(path: string, value: unknown): Problem[] {
  if (!Array.isArray(value)) return [{ path, value, expected: "a list of runs, as simulate returns" }];
  return value.flatMap((run, i) => resultProblems(`${path}[${i}]`, run, "run"));
}

/** A problem where a value is nothing that could make runs. */
export function executorProblems(execute: unknown): Problem[] {
  if (typeof execute === "function") return [];
  return [{ path: "execute", value: execute, expected: "a function, as executorOn of eslabon/node gives" }];
}

/** What somebody who may write without types asks a study. */
export interface Asked {
  readonly scenario: unknown;
  readonly options: unknown;
  /** What the options must have, in words. */
  readonly needed: string;
  /** Who is to make the runs; left out where none are made. */
  readonly execute?: unknown;
}

/** What a study finds wrong beyond what every study asks for. */
export interface OwnProblems<Options> {
  /** Its options, beside those of who follows: a name written wrong would leave a default in its place. */
  readonly optionNames: Readonly<Record<keyof Options, true>>;
  readonly ofScenario?: (scenario: Scenario) => readonly Problem[];
  /** Held against the scenario where it is one: a wrong scenario must not keep wrong options from being told. */
  readonly ofOptions: (options: Options, scenario: Scenario | undefined) => readonly Problem[];
}

/**
 * All that is wrong with what a study is asked: what is no scenario, no set of options or nobody who could make runs, and what the
 * study itself finds wrong with those that are.
 */
export function studyProblems<Options>(asked: Asked, own: OwnProblems<Options>): Problem[] {
  const { scenario: given, options, needed, execute } = asked;
  const scenario = isScenario(given) ? given : undefined;
  const noOptions = optionsProblems(options, needed);
  const known = [...Object.keys(own.optionNames), ...followOptionNames];
  const ofOptions = (set: Options & FollowOptions) => [
    ...unknownNames(set, known),
    ...own.ofOptions(set, scenario),
    ...followProblems(set),
  ];
  return [
    ...(scenario === undefined ? scenarioProblems(given) : (own.ofScenario?.(scenario) ?? [])),
    ...noOptions,
    ...("execute" in asked ? executorProblems(execute) : []),
    ...(noOptions.length > 0 ? [] : ofOptions(options as Options & FollowOptions)),
  ];
}

/**
 * Refuses a study for all of them.
 *
 * @throws InputError naming all of it.
 */
export function refuseStudy<Options>(what: string, asked: Asked, own: OwnProblems<Options>): void {
  refuseIfAny(what, studyProblems(asked, own));
}

/**
 * Problems of who follows the runs, if any.
 *
 * @param told What who follows is told.
 */
export function followProblems(
  { onProgress, signal }: Pick<FollowOptions, "signal"> & { readonly onProgress?: unknown },
  told = "(done, total)",
): Problem[] {
  const problems: Problem[] = [];
  if (onProgress !== undefined && typeof onProgress !== "function") {
    problems.push({ path: "onProgress", value: onProgress, expected: `a function of ${told}` });
  }
  if (signal !== undefined && typeof (signal as Partial<AbortSignal> | null)?.throwIfAborted !== "function") {
    problems.push({ path: "signal", value: signal, expected: "an AbortSignal" });
  }
  return problems;
}

/** A problem where a count, of seeds unless named, is no whole number or less than the fewest that do. */
export function countProblems(value: unknown, fewest = 1, path = "seeds"): Problem[] {
  if (Number.isInteger(value) && (value as number) >= fewest) return [];
  return [{ path, value, expected: `a whole number of at least ${fewest}` }];
}

/** A problem where a value is no path, by its name. */
export function pathProblems(path: string, value: unknown, of: string): Problem[] {
  return typeof value === "string" && value !== "" ? [] : [{ path, value, expected: `the path of ${of}` }];
}
