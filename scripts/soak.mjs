// npm run soak -- --runs 100000: many short runs in one process, whose memory must stay flat.
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { runs: { type: "string", default: "100000" } } });
const runs = Number(values.runs);
if (!(Number.isInteger(runs) && runs >= 100)) {
  console.error(`--runs: found ${values.runs}, expected a whole number of at least 100`);
  process.exit(1);
}
const { restoreSimulation, saveState, simulate, startSimulation } = await import("../dist/index.js");

/** Growth that is still flat: what the collector has not yet given back. */
const allowedBytes = 16_000_000;
const scenario = {
  id: "soak",
  months: 2,
  burnInMonths: 0,
  population: 50,
  policies: [{ policy: "testing-centre", startMonth: 1 }],
};

function heapBytes() {
  globalThis.gc();
  return process.memoryUsage().heapUsed + process.memoryUsage().external;
}

/** Runs before the first sample: code is compiled, tables that are made once grow to their size. */
const warmUpRuns = 300;
const samples = [];
for (let run = -warmUpRuns; run < runs; run++) {
  simulate(scenario, { seed: run, events: run % 3 === 0 });
  if (run % 50 === 0) {
    const simulation = startSimulation(scenario, { seed: run });
    simulation.step();
    restoreSimulation(saveState(simulation)).finish();
  }
  if (run >= 0 && (run + 1) % Math.floor(runs / 10) === 0) samples.push(heapBytes());
}
// A single sample swings by what the collector happens to keep; the middle of each half does not, and a leak moves it.
const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const growth = middle(samples.slice(5)) - middle(samples.slice(0, 5));
const megabytes = samples.map((bytes) => (bytes / 1e6).toFixed(1)).join(" ");
console.log(`${runs} runs, memory in MB after each tenth: ${megabytes}`);
if (growth > allowedBytes) {
  console.error(`memory grew by ${(growth / 1e6).toFixed(1)} MB`);
  process.exit(1);
}
