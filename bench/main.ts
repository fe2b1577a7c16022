// npm run bench: what a run costs. Everything that is compared is measured in turns within one process, so that ratios hold
// even where the machine is busy; times are medians.
import { simulate } from "../src/engine/run.ts";
import { defineScenario, type ScenarioInput } from "../src/scenarios/scenario.ts";
import { table } from "../src/report/table.ts";
import { phaseShares, type PhaseShare } from "./phases.ts";

interface Timing {
  readonly milliseconds: number;
  readonly fastest: number;
}

interface Report {
  readonly node: string;
  readonly run: Timing & { readonly bids: number; readonly bidsPerSecond: number };
  readonly phases: readonly PhaseShare[];
  readonly memory: {
    readonly rssMegabytes: number;
    readonly heapMegabytes: number;
    readonly perRunMegabytes: number | null;
  };
  readonly populations: readonly (Timing & {
    readonly firms: number;
    readonly microsecondsPerFirmMonth: number;
  })[];
  /** Exponent of time over firms. */
  readonly exponent: number;
  /** Time over that of a run that observes nothing, taken in turns. */
  readonly ratios: { readonly events: number; readonly everyGate: number };
}

const sizes = [400, 800, 1600, 3200] as const;
const quick = process.argv.includes("--quick");
const rounds = quick ? 3 : 7;

function measure(scenario: ScenarioInput, options: { events?: boolean; funnel?: "every" }, seed: number) {
  const defined = defineScenario(scenario);
  const start = performance.now();
  const run = simulate(defined, { seed, ...options });
  return { milliseconds: performance.now() - start, run };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function timing(values: readonly number[]): Timing {
  return { milliseconds: median(values), fastest: Math.min(...values) };
}

/** Times of several kinds of run, in turns: slow spells of the machine hit all alike. */
function inTurns<Kind extends string>(kinds: Record<Kind, (seed: number) => number>): Record<Kind, number[]> {
  const names = Object.keys(kinds) as Kind[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Kind, number[]>;
  for (let seed = 1; seed <= rounds; seed++) {
    for (const name of names) times[name].push(kinds[name](seed));
  }
  return times;
}

/** Least-squares slope of log time over log firms. */
function exponentOf(points: readonly { readonly firms: number; readonly milliseconds: number }[]): number {
  const x = points.map(({ firms }) => Math.log(firms));
  const y = points.map(({ milliseconds }) => Math.log(milliseconds));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const above = x.reduce((sum, each, i) => sum + (each - mx) * (y[i] - my), 0);
  return above / x.reduce((sum, each) => sum + (each - mx) ** 2, 0);
}

function bench(): Report {
  const baseline = { id: "baseline" };
  for (let seed = 1; seed <= 5; seed++) measure(baseline, {}, seed);

  const bids = measure(baseline, {}, 1).run.metrics.bids.reduce((sum, count) => sum + count, 0);
  const modes = inTurns({
    plain: (seed) => measure(baseline, {}, seed).milliseconds,
    events: (seed) => measure(baseline, { events: true }, seed).milliseconds,
    everyGate: (seed) => measure(baseline, { funnel: "every" }, seed).milliseconds,
  });
  const ratio = (mode: "events" | "everyGate") => median(modes[mode].map((time, i) => time / modes.plain[i]));
  const plain = timing(modes.plain);

  const kinds = Object.fromEntries(
    sizes.map((population) => [
      String(population),
      (seed: number) => measure({ id: "size", population }, {}, seed).milliseconds,
    ]),
  );
  const months = 240;
  const bySize = inTurns(kinds);
  const populations = sizes.map((firms) => {
    const times = timing(bySize[firms]);
    return { firms, ...times, microsecondsPerFirmMonth: (times.milliseconds * 1000) / firms / months };
  });

  return {
    node: process.version,
    run: { ...plain, bids, bidsPerSecond: (bids * 1000) / plain.milliseconds },
    phases: phaseShares(defineScenario(baseline), rounds),
    memory: memory(),
    populations,
    exponent: exponentOf(populations),
    ratios: { events: ratio("events"), everyGate: ratio("everyGate") },
  };
}

function memory(): Report["memory"] {
  const megabyte = 1024 * 1024;
  const { gc } = globalThis as { gc?: () => void };
  gc?.();
  const before = process.memoryUsage().heapUsed;
  const { run } = measure({ id: "baseline" }, {}, 1);
  gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  // The run must be held until here, or there is nothing to weigh.
  const held = gc !== undefined && run.fingerprint !== "";
  return {
    rssMegabytes: rss / megabyte,
    heapMegabytes: heapUsed / megabyte,
    perRunMegabytes: held ? (heapUsed - before) / megabyte : null,
  };
}

function print(report: Report): void {
  const { run, phases, memory: used, populations, exponent, ratios } = report;
  const milliseconds = (value: number) => `${value.toFixed(1)} ms`;
  const right = (heading: string) => ({ heading, align: "right" as const });
  const tables = [
    table(
      [{ heading: "Run of 240 months, 800 firms" }, right("")],
      [
        ["median", milliseconds(run.milliseconds)],
        ["fastest", milliseconds(run.fastest)],
        ["bids a second", Math.round(run.bidsPerSecond).toLocaleString("en")],
        ["memory of the process", `${used.rssMegabytes.toFixed(0)} MB`],
        ["heap after collection", `${used.heapMegabytes.toFixed(0)} MB`],
        [
          "of it one run's results",
          used.perRunMegabytes === null ? "-" : `${used.perRunMegabytes.toFixed(1)} MB`,
        ],
        ["with events, over without", `${ratios.events.toFixed(2)}x`],
        ["with every gate counted, over the first only", `${ratios.everyGate.toFixed(2)}x`],
      ],
    ),
    table(
      [{ heading: "Phase" }, right("share"), right("a run")],
      phases.map(({ phase, share, milliseconds: time }) => [
        phase,
        `${(share * 100).toFixed(1)} %`,
        milliseconds(time),
      ]),
    ),
    table(
      [right("Firms"), right("median"), right("a firm and month")],
      populations.map(({ firms, milliseconds: time, microsecondsPerFirmMonth }) => [
        String(firms),
        milliseconds(time),
        `${microsecondsPerFirmMonth.toFixed(2)} µs`,
      ]),
    ),
  ].map(({ text }) => text);
  console.log(
    [`Node ${report.node}`, ...tables, `Time grows as firms to the power of ${exponent.toFixed(2)}.`].join(
      "\n\n",
    ),
  );
}

const report = bench();
if (process.argv.includes("--json")) console.log(JSON.stringify(report, null, 2));
else print(report);
