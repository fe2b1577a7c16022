// The facts over seeds, on any executor: a run is measured where it is made and not kept.
import type { Scenario } from "../scenarios/scenario.ts";
import { countProblems, refuseStudy } from "./asked.ts";
import { executeHere, followedBy, type Executor, type RunPlan } from "./executor.ts";
import type { FollowOptions } from "./follow-options.ts";
import { horizonProblems } from "./fact-definition.ts";
import { measuresOf } from "./fact-table.ts";
import { factRows, type FactRow } from "./facts.ts";

/**
 * The table of facts of a scenario's runs with the seeds 1 to `seeds`.
 *
 * @param execute Makes the runs. Default: here, one after the other; `executorOn` of `eslabon/node` makes them on worker threads.
 * @throws InputError for fewer than one seed, or a horizon that the facts do not fit into.
 */
export async function factsOf(
  scenario: Scenario,
  options: {
    /** How many, at least one; an interval takes two. */
    readonly seeds: number;
  } & FollowOptions,
  execute: Executor = executeHere,
): Promise<FactRow[]> {
  refuseStudy<{ readonly seeds: number }>(
    "facts",
    { scenario, options, needed: "the seeds", execute },
    {
      optionNames: { seeds: true },
      ofScenario: ({ months }) => horizonProblems(months),
      ofOptions: ({ seeds }) => countProblems(seeds),
    },
  );
  const { seeds } = options;
  const { months, hash, pack } = scenario;
  const list = Array.from({ length: seeds }, (_, i) => i + 1);
  const plan: RunPlan = {
    scenarios: [scenario],
    seeds: list,
    window: { fromMonth: 0, toMonth: months },
    reading: "facts",
    tasks: list.map((_, seed) => ({ scenario: 0, seed })),
  };
  const reductions = await execute(plan, followedBy(options));
  return factRows(
    reductions.map(({ reading = [] }, i) => ({
      seed: String(list[i]),
      scenarioHash: hash,
      targets: pack.facts,
      measures: measuresOf(reading),
    })),
  );
}
