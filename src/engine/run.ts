// One scenario and seed, from the first month to the last.
import { regionNames, originNames } from "../agents/codes.ts";
import { InputError, unknownName, unknownNames, type Problem } from "../errors.ts";
import { defineScenario, isScenario, type Scenario, type ScenarioInput } from "../scenarios/scenario.ts";
import { centsPerUsd, yearOfMonth } from "../units.ts";
import { version } from "../version.ts";
import { funnelTables } from "./funnel.ts";
import { createWorld } from "./genesis.ts";
import { ladderTables } from "./ladder-tables.ts";
import {
  fingerprintOf,
  metricNames,
  seriesOf,
  type MetricName,
  type Observations,
  type Run,
} from "./observations.ts";
import { tick } from "./tick.ts";
import type { World } from "./world.ts";

/** How a run is started. */
export interface RunOptions {
  /** Text or integer; 7 and "7" are the same seed. */
  readonly seed: string | number;
  /** Record every event with its reasons. Default false: free when off. */
  readonly events?: boolean;
  /** Which gates the funnel counts: the first that a firm fails, or every one. Default "first". */
  readonly funnel?: "first" | "every";
  /** Called after each month, burn-in included. What it does cannot change the run. */
  readonly observers?: readonly Observer[];
}

/** Sees each month after it is over. */
export type Observer = (month: MonthView) => void;

/** A month as an observer sees it. */
export interface MonthView {
  /** Month 0 is January 2017; negative in the burn-in. */
  readonly month: number;
  /**
   * A metric's number of this month, as in a run's series.
   *
   * @throws InputError for a name that is no metric.
   */
  readonly metric: (name: MetricName) => number;
  /** Suppliers as they stand after it, as copies: a firm's place in the list is its number. */
  readonly suppliers: () => Run["suppliers"];
}

/** A run that is stepped by hand. */
export interface Simulation {
  /** The month last run, 0 being January 2017; before the first step, the month before the burn-in. */
  readonly month: number;
  /** Whether the last month of the horizon has been run. */
  readonly done: boolean;
  /**
   * Runs one month and returns its view.
   *
   * @throws RangeError when the run is over.
   */
  step(): MonthView;
  /** Runs the months that are left, if any, and hands over the results. */
  finish(): Run;
}

/**
 * Runs a scenario: a pure function of scenario and seed.
 *
 * @throws InputError for a scenario or option that is not valid, naming every problem.
 */
export function simulate(scenario: Scenario | ScenarioInput, options: RunOptions): Run {
  return startSimulation(scenario, options).finish();
}

/** Prepares a run to be stepped by hand; see {@link simulate}. */
export function startSimulation(scenario: Scenario | ScenarioInput, options: RunOptions): Simulation {
  const wrong = optionProblems(options);
  const valid = isScenario(scenario) ? scenario : defineBeside(scenario, wrong);
  if (wrong.length > 0) throw new InputError("options of a run", wrong);
  const world = createWorld(valid, options.seed, {
    events: options.events === true,
    everyGate: options.funnel === "every",
  });
  return simulationOf(world, options);
}

/** What a simulation is made of. */
export interface Inside {
  readonly world: World;
  readonly observations: Observations;
  readonly seed: string | number;
}

const insides = new WeakMap<Simulation, Inside>();

/**
 * What a simulation is made of, for saving it.
 *
 * @throws InputError for what is no simulation of this library.
 */
export function insideOf(simulation: Simulation): Inside {
  const inside = insides.get(simulation);
  if (inside === undefined) {
    const expected = "what startSimulation or restoreSimulation returns";
    throw new InputError("a simulation", [{ path: "simulation", value: simulation, expected }]);
  }
  return inside;
}

/** Steps a world and hands over what it observed, with what was observed of it before. */
export function simulationOf(
  world: World,
  options: RunOptions,
  observations: Observations = { rows: [] },
): Simulation {
  const { scenario } = world;
  const simulation: Simulation = {
    get month() {
      return world.month;
    },
    get done() {
      return world.month >= scenario.months - 1;
    },
    step() {
      if (simulation.done)
        throw new RangeError(`the run of "${scenario.id}" ended with month ${world.month}`);
      tick(world, observations);
      const view = viewOf(world, observations);
      for (const observer of options.observers ?? []) observer(view);
      return view;
    },
    finish() {
      while (!simulation.done) simulation.step();
      return runOf(world, observations, options.seed);
    },
  };
  insides.set(simulation, { world, observations, seed: options.seed });
  return simulation;
}

function viewOf(world: World, observations: Observations): MonthView {
  const row = observations.rows[observations.rows.length - 1];
  return {
    month: world.month,
    metric: (name) => {
      const place = metricNames.indexOf(name);
      if (place >= 0) return row[place];
      throw new InputError("a month", [unknownName("metric", name, "the name of a metric", metricNames)]);
    },
    suppliers: () => summaries(world),
  };
}

function runOf(world: World, observations: Observations, seed: string | number): Run {
  const { scenario, ledger, funnel } = world;
  const categoryIds = world.categories.map(({ id }) => id);
  const buyerIds = world.buyers.map(({ id }) => id);
  const mineIds = world.mines.map(({ id }) => id);
  // Copies, because the world can be rewound and go on.
  const counters = structuredClone(funnel);
  const { categories, sites } = ledger;
  const books = { categories, sites, years: structuredClone(ledger.years) };
  const fingerprint = fingerprintOf(observations.rows);
  const run = {
    fingerprint,
    manifest: {
      version,
      scenario: scenario.id,
      scenarioHash: scenario.hash,
      content: scenario.canonical,
      reproducible: scenario.reproducible,
      seed: String(seed),
      parameters: scenario.parameters,
      months: scenario.months,
      burnInMonths: scenario.burnInMonths,
      population: scenario.population,
      fingerprint,
    },
    scenario,
    seed: String(seed),
    metrics: seriesOf(observations.rows.slice(scenario.burnInMonths)),
    patches: [...world.patches],
    treasury: [...ledger.publicCents].sort().map(([policy, cents]) => {
      const fixedCents = ledger.fixedCents.get(policy) ?? 0;
      return {
        policy,
        paidUsd: cents / centsPerUsd,
        fixedUsd: fixedCents / centsPerUsd,
        perUseUsd: (cents - fixedCents) / centsPerUsd,
      };
    }),
    suppliers: summaries(world),
    ...(world.events === null ? {} : { events: world.events }),
  };
  return madeWhenRead(run, {
    funnel: () => funnelTables(counters, yearOfMonth(0), categoryIds, buyerIds),
    ladder: () => ladderTables(books, yearOfMonth(0), categoryIds, mineIds),
  });
}

/** Adds properties that are worked out when first read: most runs of a study are read for their metrics only. */
function madeWhenRead<Known extends object, Made extends object>(
  known: Known,
  make: { readonly [Name in keyof Made]: () => Made[Name] },
): Known & Made {
  for (const name of Object.keys(make) as (keyof Made)[]) {
    let made: Made[typeof name] | undefined;
    Object.defineProperty(known, name, { enumerable: true, get: () => (made ??= make[name]()) });
  }
  return known as Known & Made;
}

function summaries(world: World): Run["suppliers"] {
  return world.suppliers.map((firm) => ({
    id: firm.id,
    name: firm.name,
    origin: originNames[firm.origin] as "global" | "chilean" | "peruvian",
    region: regionNames[firm.region],
    categories: firm.categories.map((index) => world.categories[index].id),
    enteredMonth: firm.enteredMonth,
    leftMonth: firm.leftMonth,
    technical: firm.technical,
    organisational: firm.organisational,
    standards: firm.standards,
    certificateLevel: firm.certificateLevel,
    capacityUsdPerMonth: firm.capacityUsdPerMonth,
    cashUsd: firm.cashCents / centsPerUsd,
    startCapacityUsdPerMonth: firm.startCapacityUsdPerMonth,
    directWorkUsdPerMonth: firm.directUsdPerMonth,
    // The holders of a departed firm's subcontracts took them over; its own columns are not read any more.
    subcontractWorkUsdPerMonth: firm.inMarket ? firm.subcontractUsdPerMonth : 0,
    directContracts: firm.directContracts,
    subcontracts: firm.inMarket ? firm.subcontracts : 0,
    deliveries: firm.deliveries,
    failures: firm.failures,
    adoptions: firm.adoptions,
    exporting: firm.exporting,
  }));
}

/** Problems of a seed, if any. */
export function seedProblems(seed: unknown, path: string): Problem[] {
  const good =
    (typeof seed === "string" && seed !== "") || (typeof seed === "number" && Number.isSafeInteger(seed));
  // Beyond 2^53 two integers are one number: two seeds would be one.
  const expected = "a seed: a text that is not empty, or an integer within 2^53";
  return good ? [] : [{ path, value: seed, expected }];
}

/** Defines a scenario; when it is refused, one error names what is wrong with the options too. */
function defineBeside(input: ScenarioInput, wrong: readonly Problem[]): Scenario {
  try {
    return defineScenario(input);
  } catch (error) {
    if (!(error instanceof InputError) || wrong.length === 0) throw error;
    const below = (place: string, problems: readonly Problem[]) =>
      problems.map((each) => ({ ...each, path: each.path === "" ? place : `${place}.${each.path}` }));
    throw new InputError("a run", [...below("scenario", error.problems), ...below("options", wrong)]);
  }
}

function optionProblems(options: RunOptions): Problem[] {
  const given = (typeof options === "object" && options !== null ? options : {}) as Partial<RunOptions>;
  const known = ["seed", "events", "funnel", "observers"];
  const problems = [...seedProblems(given.seed, "seed"), ...unknownNames(given, known)];
  if (given.events !== undefined && typeof given.events !== "boolean") {
    problems.push({ path: "events", value: given.events, expected: "true or false" });
  }
  if (given.funnel !== undefined && given.funnel !== "first" && given.funnel !== "every") {
    problems.push({ path: "funnel", value: given.funnel, expected: '"first" or "every"' });
  }
  return [...problems, ...observerProblems(given.observers)];
}

/** Problems of a list of observers, which may be left out. */
export function observerProblems(observers: unknown): Problem[] {
  const good =
    observers === undefined ||
    (Array.isArray(observers) && observers.every((each) => typeof each === "function"));
  const expected = "a list of functions of the month's view";
  return good ? [] : [{ path: "observers", value: observers, expected }];
}
