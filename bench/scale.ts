// What happens to the cost of a bid, of a month of a contract and of a month of a firm when there are more firms, how total
// time grows, and what a run at full scale takes in time and memory.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { simulate } from "../src/engine/run.ts";
import { metricNames } from "../src/engine/observations.ts";
import { defineScenario } from "../src/scenarios/scenario.ts";
import { exponentOf, kernel, millisecondsOf, type Measure } from "./measures.ts";
import { phaseNames, timedRun } from "./phases.ts";

const fullScale = 8000;
/** Compilers need as many months as a few default runs have. */
const warmUpRuns = 40;
const megabyte = 1024 * 1024;

/** Cost of a bid, a contract-month and a firm-month at each population over few months, and the exponent of all time. */
export function measureScale(populations: readonly number[], months: number): Measure[] {
  const smallest = defineScenario({ id: "warm-up", population: populations[0], burnInMonths: 0, months });
  for (let seed = 1; seed <= warmUpRuns; seed++) timedRun(smallest, seed);
  const points: { size: number; time: number }[] = [];
  const measures = populations.flatMap((population) => {
    const scenario = defineScenario({ id: "size", population, burnInMonths: 0, months });
    const reference = Math.min(millisecondsOf(kernel), millisecondsOf(kernel));
    const runs = [1, 2].map(() => timedRun(scenario, 1));
    const fastest = (place: number) => Math.min(...runs.map(({ times }) => times[place]));
    const phase = (...names: string[]) =>
      names.reduce((sum, name) => sum + fastest(phaseNames.indexOf(name)), 0);
    const bidsAt = metricNames.indexOf("bids");
    const bids = runs[0].rows.reduce((sum, row) => sum + row[bidsAt], 0);
    points.push({ size: population, time: phase(...phaseNames) });
    const each = (what: string, milliseconds: number, count: number): Measure => ({
      name: `${what}, ${population} firms`,
      value: (milliseconds * 1e6) / count,
      unit: "ns",
      kernels: milliseconds / count / reference,
    });
    return [
      each("a bid", phase("procurement"), bids),
      each("a month of a contract", phase("delivery"), runs[0].contractMonths),
      each("a month of a firm", phase("capabilities", "finance", "observe"), population * months),
    ];
  });
  return [
    ...measures,
    {
      name: `exponent of time over firms, ${populations[0]} to ${populations[populations.length - 1]}`,
      value: exponentOf(points),
      unit: "",
      kernels: null,
      target: { bound: "at most", value: 1.1 },
    },
  ];
}

/** A run at full scale in a process of its own, for its peak of memory; the second of two is timed. */
export function measureFullScale(): Measure[] {
  const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), "--full-scale"], {
    encoding: "utf8",
  });
  const { milliseconds, kernels, peakMegabytes } = JSON.parse(child.stdout) as FullScale;
  return [
    {
      name: `run of ${fullScale} firms`,
      value: milliseconds,
      unit: "ms",
      kernels,
      target: { bound: "at most", value: 1000 },
    },
    {
      name: `peak memory at ${fullScale} firms`,
      value: peakMegabytes,
      unit: "MB",
      kernels: null,
      target: { bound: "at most", value: 500 },
    },
  ];
}

interface FullScale {
  readonly milliseconds: number;
  readonly kernels: number;
  readonly peakMegabytes: number;
}

/** What the process of {@link measureFullScale} does. */
export function runFullScale(): FullScale {
  const scenario = defineScenario({ id: "full-scale", population: fullScale });
  simulate(scenario, { seed: 1 });
  kernel();
  const reference = Math.min(millisecondsOf(kernel), millisecondsOf(kernel));
  const milliseconds = millisecondsOf(() => simulate(scenario, { seed: 2 }));
  const peakMegabytes = (process.resourceUsage().maxRSS * 1024) / megabyte;
  return { milliseconds, kernels: milliseconds / reference, peakMegabytes };
}
