// Random rules, random worlds in the middle of their months, and random finished runs.
import fc from "fast-check";
import * as z from "zod/mini";
import { saveState } from "../engine/checkpoint.ts";
import type { SavedState } from "../engine/saved-state.ts";
import type { Run } from "../engine/observations.ts";
import { simulate, startSimulation } from "../engine/run.ts";
import { baselineInstitutions, type Institutions } from "../scenarios/institutions.ts";
import { parametersOf } from "../scenarios/pack-choice.ts";
import { applyPolicies } from "../scenarios/policy.ts";
import { defineScenario, type ScenarioInput } from "../scenarios/scenario.ts";
import { refuseIfAny } from "../errors.ts";
import { shapeProblems } from "./arguments.ts";
import { scenarioInputs, seeds } from "./scenario-arbitraries.ts";

/** What runs are made of and what they keep. */
export interface RunSize {
  /** The scenarios. Default: `scenarioInputs(24)`. */
  readonly scenarios?: fc.Arbitrary<ScenarioInput>;
  /** Record every event. Default false. */
  readonly events?: boolean;
}

/** Months of the longest scenario, where the size says nothing of scenarios. */
const usualMonths = 24;

const sizeSchema = z.strictObject({
  scenarios: z.optional(z.custom(isArbitrary, "an arbitrary of scenarios, as scenarioInputs makes")),
  events: z.optional(z.boolean()),
});

/** Whether fast-check, or another copy of it, made a value. */
function isArbitrary(value: unknown): boolean {
  const { generate, shrink } = Object(value) as { generate?: unknown; shrink?: unknown };
  return typeof generate === "function" && typeof shrink === "function";
}

/** The rules of a month: a baseline with random parameters, and random policies at random strengths. */
export const institutions: fc.Arbitrary<Institutions> = fc
  .tuple(
    scenarioInputs(),
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }),
  )
  .map(([input, strengths]) => {
    const scenario = defineScenario(input);
    const baseline = baselineInstitutions(parametersOf(scenario));
    const given = scenario.policies.map((_, i) => strengths[i] ?? 1);
    return applyPolicies(baseline, scenario.policies, given, 0).rules;
  });

/**
 * A world after some month of a random run, as `saveState` writes it; `restoreSimulation` goes on from there.
 *
 * @throws InputError naming everything in the size that is not one.
 */
export function worlds(size: RunSize = {}): fc.Arbitrary<SavedState> {
  refuseIfAny("worlds", shapeProblems("size", size, sizeSchema));
  const { scenarios = scenarioInputs(usualMonths), events = false } = size;
  return fc.tuple(scenarios, seeds, fc.double({ min: 0, max: 1, noNaN: true })).map(([input, seed, part]) => {
    const simulation = startSimulation(input, { seed, events });
    const { months, burnInMonths } = defineScenario(input);
    const last = Math.floor(part * (months + burnInMonths)) - burnInMonths;
    while (simulation.month < last && !simulation.done) simulation.step();
    return shownAs(
      saveState(simulation),
      `the world after month ${simulation.month} of ${told(input, seed)}`,
    );
  });
}

/**
 * A finished run of a random scenario and seed.
 *
 * @throws InputError naming everything in the size that is not one.
 */
export function runs(size: RunSize = {}): fc.Arbitrary<Run> {
  refuseIfAny("runs", shapeProblems("size", size, sizeSchema));
  const { scenarios = scenarioInputs(usualMonths), events = false } = size;
  return fc
    .tuple(scenarios, seeds)
    .map(([input, seed]) => shownAs(simulate(input, { seed, events }), `a run of ${told(input, seed)}`));
}

/** What makes it again, instead of all that it holds, is what a failing property shows. */
function shownAs<Value extends object>(value: Value, text: string): Value {
  return Object.defineProperty(value, fc.toStringMethod, { value: () => text });
}

function told(input: ScenarioInput, seed: string | number): string {
  return `${JSON.stringify(input)} with seed ${JSON.stringify(seed)}`;
}
