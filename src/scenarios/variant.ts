// A scenario made from another: the same but for what is changed.
import { defineScenario, type PolicyRequest, type Scenario, type ScenarioInput } from "./scenario.ts";

/**
 * A scenario with some of its parts replaced. A policy that lasted to the end of the horizon lasts to the end of the new one.
 *
 * @throws InputError when the result is not valid.
 */
export function variantOf(scenario: Scenario, changes: Partial<ScenarioInput>): Scenario {
  const { id, title, months, burnInMonths, population, parameters, beyondRanges } = scenario;
  const policies = scenario.policies.map(({ endMonth, ...inForce }): PolicyRequest => ({
    ...inForce,
    ...(endMonth === months ? {} : { endMonth }),
  }));
  return defineScenario({
    ...{ id, title, months, burnInMonths, population, parameters, beyondRanges, policies },
    ...changes,
  });
}
