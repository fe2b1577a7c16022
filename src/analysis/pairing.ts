// Which scenarios' runs can be paired: those of one country, horizon, burn-in and population.
import type { Problem } from "../errors.ts";
import { packProblems } from "../scenarios/pack-choice.ts";
import type { Scenario } from "../scenarios/scenario.ts";

/**
 * Why runs of a scenario could not be paired with another one's.
 *
 * @param path Where the scenario stands in what was asked; its keys are told below it.
 * @param whose The other one, in words.
 */
export function pairingProblems(scenario: Scenario, other: Scenario, path: string, whose: string): Problem[] {
  const sizes = (["months", "burnInMonths", "population"] as const).filter(
    (name) => scenario[name] !== other[name],
  );
  return [
    ...packProblems(`${path}.pack`, scenario.pack, other.pack, whose),
    ...sizes.map((name) => ({
      path: `${path}.${name}`,
      value: scenario[name],
      expected: `${other[name]}, as ${whose} has: runs of "${scenario.id}" cannot be paired with its runs`,
    })),
  ];
}
