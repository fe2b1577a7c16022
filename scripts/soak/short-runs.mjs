// The runs of the soak: every scenario of the catalogue in turn, short and small, no two of them alike.
import {
  restoreSimulation,
  saveState,
  scenarios,
  simulate,
  startSimulation,
  variantOf,
} from "../../dist/index.js";

const ids = Object.keys(scenarios);

/** Fewest firms that a scenario may have, and a year; both grow a little with a run's number. */
const fewestFirms = 50;
const fewestMonths = 12;

/** Of so many runs one is saved half way, restored and finished; it takes as long as thirty others. */
const runsToASavedOne = 500;

/** The scenario of a run: its policies begin in the second month, so that they act within the year. */
function scenarioOf(run) {
  const from = scenarios[ids[run % ids.length]];
  const rampMonths = run % 3;
  return variantOf(from, {
    months: fewestMonths + (run % 3),
    burnInMonths: 0,
    population: fewestFirms + (run % 5),
    policies: from.policies.map(({ policy, settings }) => ({ policy, settings, startMonth: 1, rampMonths })),
  });
}

/** Makes a run and returns its fingerprint; some with events, some with every gate counted, some from a saved state. */
export function shortRun(run) {
  const scenario = scenarioOf(run);
  const options = { seed: run, events: run % 3 === 0, funnel: run % 5 === 0 ? "every" : "first" };
  if (run % runsToASavedOne !== 0) return simulate(scenario, options).fingerprint;
  const simulation = startSimulation(scenario, options);
  while (simulation.month < fewestMonths / 2) simulation.step();
  return restoreSimulation(saveState(simulation)).finish().fingerprint;
}
