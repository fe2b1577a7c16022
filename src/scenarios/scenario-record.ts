// A scenario as plain data, sent to a worker or kept with a state, and made again there: its recipes are found by the ids of
// its policies.
import { InputError } from "../errors.ts";
import { defineScenario, type Scenario, type ScenarioInput } from "./scenario.ts";

/** A reproducible scenario without code. */
export interface ScenarioRecord {
  readonly id: string;
  readonly title: string;
  readonly beyondRanges: boolean;
  readonly canonical: string;
  readonly hash: string;
}

/** What it takes to make a scenario again elsewhere. It must be reproducible. */
export function recordOf({ id, title, beyondRanges, canonical, hash }: Scenario): ScenarioRecord {
  return { id, title, beyondRanges, canonical, hash };
}

/**
 * The scenario of a record.
 *
 * @throws InputError when its content does not give the record's hash: it was written by another version.
 */
export function scenarioOf({ id, title, beyondRanges, canonical, hash }: ScenarioRecord): Scenario {
  const content = JSON.parse(canonical) as Omit<ScenarioInput, "id">;
  const scenario = defineScenario({ ...content, id, title, beyondRanges });
  if (scenario.hash !== hash) {
    const expected = `${hash}, the hash that the record names`;
    throw new InputError(`scenario "${id}"`, [{ path: "hash", value: scenario.hash, expected }]);
  }
  return scenario;
}
