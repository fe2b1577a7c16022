// The facts over seeds, on any executor: a run is measured where it is made and not kept.
import { InputError } from "../errors.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import { refuseUnlessAsked } from "./asked.ts";
import { executeHere, type ExecuteOptions, type Executor, type RunPlan } from "./executor.ts";
import { horizonProblems } from "./fact-definition.ts";
import { measuresOf } from "./fact-table.ts";
import { factRows, type FactRow } from "./facts.ts";

/**
 * The table of facts of a scenario's runs with the seeds 1 to `seeds`.
 *
 * @throws InputError for fewer than one seed, or a horizon that the facts do not fit into.
 */
export async function factsOf(
  scenario: Scenario,
  options: { readonly seeds: number } & ExecuteOptions,
  execute: Executor = executeHere,
): Promise<FactRow[]> {
  refuseUnlessAsked("facts", scenario, options, "the seeds", execute);
  const { seeds, onProgress } = options;
  const { months, hash, pack } = scenario;
  const problems = horizonProblems(scenario.months);
  if (!Number.isInteger(seeds) || seeds < 1) {
    problems.push({ path: "seeds", value: seeds, expected: "a whole number of at least one" });
  }
  if (problems.length > 0) throw new InputError("facts", problems);
  const list = Array.from({ length: seeds }, (_, i) => i + 1);
  const plan: RunPlan = {
    scenarios: [scenario],
    seeds: list,
    window: { fromMonth: 0, toMonth: months },
    reading: "facts",
    tasks: list.map((_, seed) => ({ scenario: 0, seed })),
  };
  const reductions = await execute(plan, { onProgress });
  return factRows(
    reductions.map(({ reading = [] }, i) => ({
      seed: String(list[i]),
      scenarioHash: hash,
      targets: pack.facts,
      measures: measuresOf(reading),
    })),
  );
}
