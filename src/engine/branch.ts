// Scenarios that differ only by policies have the same months before the first of them: these are run once, and each
// scenario goes on from there, after the one before is rewound. The bits are those of the whole run.
import { defineScenario, type Scenario } from "../scenarios/scenario.ts";
import { inputOf } from "../scenarios/variant.ts";
import { createWorld } from "./genesis.ts";
import type { Observations, Run, SimulationEvent } from "./observations.ts";
import { markState, rewind, type Mark } from "./rewind.ts";
import { simulationOf } from "./run.ts";
import { tick } from "./tick.ts";
import type { World } from "./world.ts";

/** A run without policies up to a month, from which others go on, one after the other. */
export interface Trunk {
  readonly key: string;
  readonly seed: string | number;
  /** The first month that it has not run. */
  readonly month: number;
  readonly world: World;
  readonly observations: Observations;
  /** What happened up to there, kept apart from the world: a mark of so many events would be large. Null when events are off. */
  readonly events: readonly SimulationEvent[] | null;
  readonly mark: Mark;
}

/** Content that scenarios must share to have a trunk in common: all but their policies. */
export function trunkKey(scenario: Scenario): string {
  const { canonical } = scenario;
  const { policies: _, ...rest } = JSON.parse(canonical) as Record<string, unknown>;
  return JSON.stringify(rest);
}

/** First month in which a policy of a scenario is in force; the horizon when it has none. */
export function firstPolicyMonth({ policies, months }: Scenario): number {
  return Math.min(months, ...policies.map(({ startMonth }) => startMonth));
}

/** Runs a scenario without its policies up to a month, with its events if asked. */
export function growTrunk(scenario: Scenario, seed: string | number, month: number, events = false): Trunk {
  const bare = defineScenario({ ...inputOf(scenario), policies: [] });
  const world = createWorld(bare, seed, { events, everyGate: false });
  const observations: Observations = { rows: [] };
  while (world.month < month - 1) tick(world, observations);
  const past = world.events?.splice(0) ?? null;
  return {
    key: trunkKey(scenario),
    seed,
    month,
    world,
    observations,
    events: past,
    mark: markState(world),
  };
}

/**
 * A scenario's run, gone on from where the trunk ends. The trunk is rewound first, so any number of scenarios can follow.
 *
 * @throws RangeError when the scenario differs from the trunk by more than policies that start later.
 */
export function runFrom(trunk: Trunk, scenario: Scenario): Run {
  if (trunkKey(scenario) !== trunk.key || firstPolicyMonth(scenario) < trunk.month) {
    throw new RangeError(
      `"${scenario.id}" cannot go on from month ${trunk.month} of "${trunk.world.scenario.id}": it differs by more than policies that start later`,
    );
  }
  const world: { -readonly [Field in keyof World]: World[Field] } = trunk.world;
  rewind(trunk.mark);
  world.scenario = scenario;
  world.strengths = scenario.policies.map(() => 0);
  world.ended = scenario.policies.map(() => false);
  // A list of its own, which the next run that goes on from here does not empty.
  world.events = trunk.events === null ? null : [...trunk.events];
  return simulationOf(world, { seed: trunk.seed }, { rows: [...trunk.observations.rows] }).finish();
}
