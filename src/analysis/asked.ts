// What every study is asked with. Who calls it without types should read what is missing, not where reading it failed.
import { refuseIfAny, type Problem } from "../errors.ts";
import { scenarioProblems } from "../scenarios/scenario.ts";

/** Problems of what is no set of options, if any; `needed` says what it must have. */
export function optionsProblems(options: unknown, needed?: string): Problem[] {
  if (typeof options === "object" && options !== null && !Array.isArray(options)) return [];
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

/**
 * Refuses what is no scenario, no set of options, or, where somebody is to make runs, nobody who could.
 *
 * @throws InputError naming all of them.
 */
export function refuseUnlessAsked(
  what: string,
  scenario: unknown,
  options: unknown,
  needed: string,
  execute?: unknown,
): void {
  refuseIfAny(
    what,
    scenarioProblems(scenario),
    optionsProblems(options, needed),
    execute === undefined ? [] : executorProblems(execute),
  );
}

/** A problem where a value is no path, by its name. */
export function pathProblems(path: string, value: unknown, of: string): Problem[] {
  return typeof value === "string" && value !== "" ? [] : [{ path, value, expected: `the path of ${of}` }];
}
