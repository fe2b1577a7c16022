// A scenario made from another: the same but for what is changed.
import { InputError } from "../errors.ts";
import type { PolicyRequest } from "./policy-request.ts";
import { packs } from "../data/packs/packs.ts";
import { defineScenario, scenarioProblems, type Scenario, type ScenarioInput } from "./scenario.ts";

/**
 * A scenario with some of its parts replaced. A policy that lasted to the end of the horizon lasts to the end of the new one.
 *
 * @throws InputError for what is no scenario or no set of changes, and when the result is not valid.
 */
export function variantOf(scenario: Scenario, changes: Partial<ScenarioInput>): Scenario {
  const problems = scenarioProblems(scenario);
  if (typeof changes !== "object" || (changes as unknown) === null) {
    problems.push({ path: "changes", value: changes, expected: "an object with what is changed" });
  }
  if (problems.length > 0) throw new InputError("a variant of a scenario", problems);
  return defineScenario({ ...inputOf(scenario), ...changes });
}

/** What `defineScenario` takes to make this scenario again. */
export function inputOf(scenario: Scenario): ScenarioInput {
  const { id, title, months, burnInMonths, population, pack, parameters, beyondRanges, shocks } = scenario;
  return {
    id,
    title,
    months,
    burnInMonths,
    population,
    pack: packs[pack.id] === pack ? pack.id : pack,
    parameters,
    beyondRanges,
    policies: scenario.policies.map(({ endMonth, ...inForce }): PolicyRequest => ({
      ...inForce,
      ...(endMonth === months ? {} : { endMonth }),
    })),
    shocks,
  };
}
