// Which parameters a calibration should vary: those that move the fitted facts most, by Morris's elementary effects.
import type { ParameterName } from "../../data/parameter-values.ts";
import type { Scenario } from "../../scenarios/scenario.ts";
import { defaultConfidence } from "../effects.ts";
import type { Executor } from "../executor.ts";
import { morrisDesign, morrisEffects } from "../sensitivity/morris.ts";
import { assumptionsOf, parametersAt } from "../sensitivity/parameter-space.ts";
import type { FittedFact } from "./implausibility.ts";
import { simulatedMoments } from "./simulated-moments.ts";

/** A parameter, and the fact that it moves most over its range. */
export interface ScreenedParameter {
  /** Name of the parameter. */
  readonly parameter: ParameterName;
  /** Id of the fact on which it is strongest. */
  readonly fact: string;
  /** Mean size of the effect, over that of the parameter which moves the fact most; 1 for that one. */
  readonly strength: number;
}

/** Every assumption by what it does to the facts, the strongest first. */
export async function screen(
  scenario: Scenario,
  facts: readonly FittedFact[],
  { trajectories, seeds, key }: { trajectories: number; seeds: number; key: string },
  execute: Executor,
): Promise<ScreenedParameter[]> {
  const names = assumptionsOf(scenario.pack);
  const design = morrisDesign(names.length, trajectories, `calibration ${key} screen`);
  const values = design.points.map((point) => parametersAt(scenario.pack, names, point));
  const moments = await simulatedMoments(scenario, values, facts, seeds, execute);
  const sizes = facts.map((_, fact) => {
    // A fact that a point cannot be measured by does not move there.
    const outputs = moments.map((ofPoint) => ofPoint[fact]?.value ?? Number.NaN);
    const known = outputs.filter(Number.isFinite);
    const middle = known.length === 0 ? 0 : known.reduce((sum, value) => sum + value, 0) / known.length;
    return morrisEffects(
      design,
      outputs.map((value) => (Number.isFinite(value) ? value : middle)),
      defaultConfidence,
    ).map(({ muStar }) => muStar.mean);
  });
  const largest = sizes.map((ofFact) => Math.max(...ofFact));
  return names
    .map((parameter, i) => {
      const strengths = sizes.map((ofFact, fact) => (largest[fact] === 0 ? 0 : ofFact[i] / largest[fact]));
      const strength = Math.max(...strengths);
      return { parameter, fact: facts[strengths.indexOf(strength)].id, strength };
    })
    .toSorted((a, b) => b.strength - a.strength);
}
