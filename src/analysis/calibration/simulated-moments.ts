// The facts of a scenario at many points of its parameters, all with the same seeds, so that points differ by their
// parameters and not by luck (McFadden 1989: simulated moments with common random numbers).
import type { Scenario } from "../../scenarios/scenario.ts";
import type { Executor } from "../executor.ts";
import type { FactDefinition } from "../fact-definition.ts";
import { measuresOf } from "../fact-table.ts";
import { withParameters } from "../sensitivity/parameter-space.ts";
import { momentOf, type FactMoment } from "./implausibility.ts";

/** Moments by set of values, then by fact. */
export async function simulatedMoments(
  scenario: Scenario,
  values: readonly Readonly<Record<string, number>>[],
  facts: readonly Pick<FactDefinition, "id">[],
  seeds: number,
  execute: Executor,
): Promise<(FactMoment | null)[][]> {
  const list = Array.from({ length: seeds }, (_, i) => i + 1);
  const reductions = await execute({
    scenarios: values.map((each) => withParameters(scenario, each)),
    seeds: list,
    window: { fromMonth: 0, toMonth: scenario.months },
    reading: "facts",
    tasks: values.flatMap((_, index) => list.map((__, seed) => ({ scenario: index, seed }))),
  });
  return values.map((_, index) => {
    const ofPoint = reductions
      .slice(index * seeds, (index + 1) * seeds)
      .map(({ reading = [] }) => measuresOf(reading));
    return facts.map(({ id }) => momentOf(ofPoint.map((measures) => measures[id])));
  });
}
