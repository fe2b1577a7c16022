// A default run after warm-up, and what is asked of it besides: events, every gate, a start from shared months.
import { firstPolicyMonth, growTrunk, runFrom } from "../src/engine/branch.ts";
import { simulate } from "../src/engine/run.ts";
import { defineScenario } from "../src/scenarios/scenario.ts";
import { inTurns, millisecondsOf, type Measure } from "./measures.ts";

/** Runs before the first that counts: compilers need about so many. */
const warmUpRuns = 8;

export function measureRuns(turns: number): Measure[] {
  const baseline = defineScenario({ id: "baseline" });
  const policy = defineScenario({ id: "policy", policies: ["testing-centre"] });
  const shared = firstPolicyMonth(policy);
  for (let seed = 1; seed <= warmUpRuns; seed++) {
    simulate(baseline, { seed });
    runFrom(growTrunk(policy, seed, shared), policy);
  }
  const { bids } = simulate(baseline, { seed: 1 }).metrics;
  const allBids = bids.reduce((sum, count) => sum + count, 0);
  const clean = inTurns(
    {
      plain: (seed) => millisecondsOf(() => simulate(baseline, { seed })),
      everyGate: (seed) => millisecondsOf(() => simulate(baseline, { seed, funnel: "every" })),
      branched: (seed) => {
        const trunk = growTrunk(policy, seed, shared);
        return millisecondsOf(() => runFrom(trunk, policy));
      },
    },
    turns,
  );
  // By themselves, for the events of a run are swept up at the cost of the next one.
  const withEvents = inTurns(
    { events: (seed) => millisecondsOf(() => simulate(baseline, { seed, events: true })) },
    turns,
  );
  const times = { ...clean, ...withEvents };
  const time = (name: string, kind: keyof typeof times, atMost?: number): Measure => ({
    name,
    value: times[kind].milliseconds,
    unit: "ms",
    kernels: times[kind].kernels,
    ...(atMost === undefined ? {} : { target: { bound: "at most", value: atMost } }),
  });
  const branchedShare = (policy.months - shared) / (policy.months + policy.burnInMonths);
  return [
    time("run", "plain", 60),
    time("run with every gate counted", "everyGate", 100),
    time("run with events", "events"),
    time("run from shared months", "branched", 60 * branchedShare),
    {
      name: "bids a second",
      value: (allBids * 1000) / times.plain.milliseconds,
      unit: "bids/s",
      kernels: null,
    },
  ];
}
