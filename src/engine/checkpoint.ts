// A run saved as plain data after any month, to be continued later or elsewhere, or to branch into scenarios whose policies
// start later. The bits are those of the run that was never stopped. What is read is never trusted: a state is held against its
// hash, against a fresh world of its scenario and against the invariants, and nothing in it is ever executed.
import { refuseIfAny, unknownNames, type Problem } from "../errors.ts";
import { canonicalJson } from "../scenarios/canonical.ts";
import { defineScenario, isScenario, type Scenario, type ScenarioInput } from "../scenarios/scenario.ts";
import { recordOf, scenarioOf } from "../scenarios/scenario-record.ts";
import { version } from "../version.ts";
import { trunkKey } from "./branch.ts";
import { createWorld } from "./genesis.ts";
import { worldViolations } from "./invariants.ts";
import { metricNames, type Observations } from "./observations.ts";
import {
  insideOf,
  observerProblems,
  simulationOf,
  startSimulation,
  type Observer,
  type Simulation,
} from "./run.ts";
import { checkState, hashOf, refusal, stateFormat, type SavedState } from "./saved-state.ts";
import { misfitOf } from "./state-conformity.ts";
import { decodeState, encodeState } from "./state-graph.ts";
import type { World } from "./world.ts";
import { isPlainObject } from "../plain-object.ts";

/** How a state is restored. */
export interface RestoreOptions {
  /**
   * Goes on under this scenario instead of the saved one. It may differ by its name and by policies that start after the saved
   * month. Needed when the saved scenario holds policies of one's own, which are code that no state holds.
   */
  readonly scenario?: Scenario | ScenarioInput;
  /** Called after each month that is still to be run. */
  readonly observers?: readonly Observer[];
  /**
   * Runs the saved scenario and seed again up to the month and refuses a state that is not the same bit for bit: for states from
   * people one does not trust. Default false.
   */
  readonly verify?: boolean;
}

/** The state of a run after the month last run. Saving does not change the run. */
export function saveState(simulation: Simulation): SavedState {
  const { world, observations, seed } = insideOf(simulation);
  const { scenario, month } = world;
  const outside = new Map<object, string>([[scenario, "scenario"]]);
  const content = {
    format: stateFormat,
    version,
    scenario: recordOf(scenario),
    policies: scenario.policies.map(({ policy }) => policy.id),
    seed,
    month,
    ...encodeState({ world, rows: observations.rows }, outside),
  };
  return { ...content, hash: hashOf(content) };
}

/**
 * A run that goes on from a saved state, as JSON gave it back: stepped by hand or finished as any other.
 *
 * @throws InputError for what is no saved state, was changed, was written by another version or format, or belongs to another
 * scenario, and for an option that it does not have, naming what is wrong. Then nothing has been made.
 */
export function restoreSimulation(state: unknown, options: RestoreOptions = {}): Simulation {
  refuseIfAny("options of a restored run", optionProblems(options));
  const saved = checkState(state);
  const own = ownScenario(saved, options);
  const scenario = options.scenario === undefined ? own : chosen(options.scenario);
  if (scenario !== own) checkBranch(saved, scenario);
  const { world, observations } = readWorld(saved, own);
  if (options.verify === true) verify(saved, own, world);
  const { strengths, ended } = world;
  const place = ({ policy }: Scenario["policies"][number]) => saved.policies.indexOf(policy.id);
  const going: { -readonly [Field in keyof World]: World[Field] } = world;
  going.scenario = scenario;
  going.strengths = scenario.policies.map((policy) => strengths[place(policy)] ?? 0);
  going.ended = scenario.policies.map((policy) => ended[place(policy)] ?? false);
  const { observers = [] } = options;
  return simulationOf(world, { seed: saved.seed, observers }, observations);
}

/** A misspelt `verify` would trust a state that nobody vouches for. */
function optionProblems(options: unknown): Problem[] {
  if (!isPlainObject(options)) {
    return [{ path: "", value: options, expected: `an object of ${optionNames.join(", ")}` }];
  }
  const { observers, verify } = options;
  const problems = [...unknownNames(options, optionNames), ...observerProblems(observers)];
  if (verify === undefined || typeof verify === "boolean") return problems;
  return [...problems, { path: "verify", value: verify, expected: "true or false" }];
}

const optionNames: readonly (keyof RestoreOptions)[] = ["scenario", "observers", "verify"];

const chosen = (scenario: Scenario | ScenarioInput) =>
  isScenario(scenario) ? scenario : defineScenario(scenario);

/** The scenario that was saved, its policies in the order that it had. */
function ownScenario({ scenario: record, policies }: SavedState, options: RestoreOptions): Scenario {
  if (options.scenario !== undefined) {
    const given = chosen(options.scenario);
    const ids = given.policies.map(({ policy }) => policy.id);
    if (given.hash === record.hash && JSON.stringify(ids) === JSON.stringify(policies)) return given;
  }
  const content = parsedContent(record.canonical);
  const order = (entry: unknown) => policies.indexOf(String((entry as { policy?: unknown } | null)?.policy));
  const asked = (Array.isArray(content["policies"]) ? (content["policies"] as unknown[]) : []).toSorted(
    (a, b) => order(a) - order(b),
  );
  return scenarioOf({ ...record, canonical: JSON.stringify({ ...content, policies: asked }) });
}

function parsedContent(canonical: string): Readonly<Record<string, unknown>> {
  try {
    const content: unknown = JSON.parse(canonical);
    if (isPlainObject(content)) {
      return content;
    }
  } catch {
    // The refusal below says the same of every text that holds no scenario.
  }
  throw refusal({ path: "scenario.canonical", value: canonical, expected: "the content of a scenario" });
}

/** A scenario can follow another from a month on when nothing that it says of the months before is different. */
function checkBranch({ scenario: record, month }: SavedState, scenario: Scenario): void {
  const before = (canonical: string) => {
    const { policies } = parsedContent(canonical) as { policies?: readonly { startMonth?: number }[] };
    return canonicalJson((policies ?? []).filter(({ startMonth = 0 }) => startMonth <= month));
  };
  const same =
    trunkKey(scenario) === trunkKey({ canonical: record.canonical } as Scenario) &&
    before(scenario.canonical) === before(record.canonical);
  if (same) return;
  const expected = `"${record.id}" (${record.hash}), or one that differs by nothing but policies that start after month ${month}`;
  throw refusal({ path: "scenario", value: `"${scenario.id}" (${scenario.hash})`, expected });
}

function verify(saved: SavedState, scenario: Scenario, { events, funnel }: World): void {
  const replay = startSimulation(scenario, {
    seed: saved.seed,
    events: events !== null,
    funnel: funnel.everyGate ? "every" : "first",
  });
  while (replay.month < saved.month && !replay.done) replay.step();
  const { hash } = saveState(replay);
  if (hash === saved.hash) return;
  const expected = `${hash}, that of the run of "${scenario.id}" with seed ${saved.seed}`;
  throw refusal({ path: "hash", value: saved.hash, expected });
}

function readWorld(saved: SavedState, scenario: Scenario): { world: World; observations: Observations } {
  const { month, seed } = saved;
  const read = decodeState(saved, new Map([["scenario", scenario]])) as { world?: World; rows?: unknown };
  const fresh = createWorld(scenario, seed, {
    events: Array.isArray(read.world?.events),
    everyGate: read.world?.funnel?.everyGate === true,
  });
  // Events are of many kinds, and one is no pattern for another.
  fresh.events?.splice(0);
  const misfit = misfitOf(read.world, fresh);
  if (misfit !== undefined || read.world === undefined) {
    throw refusal({
      path: misfit ?? "world",
      value: "something else",
      expected: "what a run's state has there",
    });
  }
  const { world } = read;
  const rows = Array.isArray(read.rows) ? (read.rows as unknown[]) : [];
  const inTime = world.month === month && month >= fresh.month && month < scenario.months;
  if (!inTime || rows.length !== month - fresh.month || !rows.every(isRow)) {
    const expected = `a month of "${scenario.id}", with a row of metrics for each month up to it`;
    throw refusal({ path: "month", value: `month ${month}, ${rows.length} rows`, expected });
  }
  checkInvariants(world, seed);
  return { world, observations: { rows } };
}

function isRow(row: unknown): row is Float64Array {
  return row instanceof Float64Array && row.length === metricNames.length;
}

function checkInvariants(world: World, seed: string | number): void {
  let broken: string | undefined;
  try {
    broken = worldViolations(world, undefined, seed)[0]?.message;
  } catch (error) {
    // The checks read every part of a world, and stumble where one is missing.
    broken = error instanceof Error ? error.message : String(error);
  }
  if (broken !== undefined) {
    throw refusal({ path: "world", value: broken, expected: "a state that keeps the invariants" });
  }
}
