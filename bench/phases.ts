// Time of each phase of a month. The phases are called here as `tick` calls them, with a clock between; the fingerprint
// must be that of the same run by `simulate`, or this file has fallen behind the tick.
import { createWorld } from "../src/engine/genesis.ts";
import { fingerprintOf, type Observations } from "../src/engine/observations.ts";
import { capabilities } from "../src/engine/phases/capabilities.ts";
import { delivery } from "../src/engine/phases/delivery.ts";
import { finance } from "../src/engine/phases/finance.ts";
import { innovation } from "../src/engine/phases/innovation.ts";
import { institutions } from "../src/engine/phases/institutions.ts";
import { market } from "../src/engine/phases/market.ts";
import { observe } from "../src/engine/phases/observe.ts";
import { procurement } from "../src/engine/phases/procurement.ts";
import { simulate } from "../src/engine/run.ts";
import { beginMonth } from "../src/engine/tick.ts";
import type { World } from "../src/engine/world.ts";
import { processorMilliseconds } from "../src/node/processor-time.ts";
import type { Scenario } from "../src/scenarios/scenario.ts";

/** A phase's part of a run. */
export interface PhaseShare {
  readonly phase: string;
  readonly milliseconds: number;
  readonly share: number;
}

const phases: readonly (readonly [string, (world: World, observations: Observations) => void])[] = [
  ["institutions", institutions],
  ["market", market],
  ["delivery", delivery],
  ["procurement", procurement],
  ["innovation", innovation],
  ["capabilities", capabilities],
  ["finance", finance],
  ["observe", observe],
];

/** A run with the milliseconds of each phase, and of making the world before them. */
export function timedRun(scenario: Scenario, seed: number) {
  const times = new Float64Array(phases.length + 1);
  const observations: Observations = { rows: [] };
  let last = processorMilliseconds();
  const world = createWorld(scenario, seed, { events: false, everyGate: false });
  const lap = (place: number) => {
    const now = processorMilliseconds();
    times[place] += now - last;
    last = now;
  };
  lap(phases.length);
  let contractMonths = 0;
  while (world.month < scenario.months - 1) {
    beginMonth(world);
    last = processorMilliseconds();
    phases.forEach(([, phase], place) => {
      phase(world, observations);
      lap(place);
    });
    contractMonths += world.book.contracts.length;
  }
  return { times, contractMonths, fingerprint: fingerprintOf(observations.rows), rows: observations.rows };
}

/** Names of the phases in the order of `timedRun`, and of the start. */
export const phaseNames: readonly string[] = [...phases.map(([name]) => name), "start of the world"];

/** Mean time of each phase over runs of a scenario, and of making the world before them. */
export function phaseShares(scenario: Scenario, runs: number): PhaseShare[] {
  const sums = new Float64Array(phaseNames.length);
  for (let seed = 1; seed <= runs; seed++) {
    const { times, fingerprint } = timedRun(scenario, seed);
    times.forEach((time, place) => (sums[place] += time));
    if (seed === 1 && fingerprint !== simulate(scenario, { seed }).fingerprint) {
      throw new Error("bench/phases.ts does not do what tick does: bring it up to date");
    }
  }
  const all = sums.reduce((sum, time) => sum + time, 0);
  return phaseNames.map((phase, place) => ({
    phase,
    milliseconds: sums[place] / runs,
    share: sums[place] / all,
  }));
}
