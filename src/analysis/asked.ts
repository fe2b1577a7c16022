// What every study is asked with. Who calls it without types should read what is missing, not where reading it failed.
import { InputError, type Problem } from "../errors.ts";
import { isScenario } from "../scenarios/scenario.ts";

/** Problems of what is no set of options, if any. */
export function optionsProblems(options: unknown, needed: string): Problem[] {
  if (typeof options === "object" && options !== null && !Array.isArray(options)) return [];
  return [{ path: "options", value: options, expected: `an object with at least ${needed}` }];
}

/**
 * Refuses what is no scenario, or no set of options.
 *
 * @throws InputError naming both.
 */
export function refuseUnlessAsked(what: string, scenario: unknown, options: unknown, needed: string): void {
  const problems = optionsProblems(options, needed);
  if (!isScenario(scenario)) {
    problems.unshift({ path: "scenario", value: scenario, expected: "a scenario made by defineScenario" });
  }
  if (problems.length > 0) throw new InputError(what, problems);
}
