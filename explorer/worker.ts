// The real engine, off the page's thread.
import { wholeRuns } from "../src/analysis/executor.ts";
import { simulate, type Run } from "../src/index.ts";
import { worlds } from "./asks.ts";
import type { Answer, Ask } from "./messages.ts";
import { chainOf, charactersOf, storyOf } from "./story.ts";
import { scenariosOf, windowOf } from "./study.ts";
import { mainMetric, summaryOf, yearly } from "./summary.ts";

let told: readonly [Run, Run] | null = null;

function answer(ask: Ask): Answer {
  const { number } = ask;
  if (ask.kind === "story") {
    if (told === null) throw new RangeError("no runs to tell of: ask for the cast first");
    const { supplier } = ask;
    const [baseline, scenario] = told;
    return {
      kind: "story",
      number,
      supplier,
      baseline: storyOf(baseline, supplier),
      scenario: storyOf(scenario, supplier),
    };
  }
  const { study } = ask;
  const scenarios = scenariosOf(study);
  if (ask.kind === "cast") {
    const options = { seed: ask.seed, events: true };
    told = [simulate(scenarios[0], options), simulate(scenarios[1], options)];
    return { kind: "cast", number, characters: charactersOf(...told), chain: chainOf(told[1]) };
  }
  if (ask.kind === "preview") {
    const { world } = ask;
    const run = simulate(scenarios[worlds.indexOf(world)], { seed: 1 });
    return { kind: "preview", number, world, localValueNetUsd: yearly(run, mainMetric) };
  }
  const window = windowOf(scenarios);
  const { seed } = ask;
  const tasks = scenarios.map((_, scenario) => ({ scenario, seed: 0 }));
  const [baseline, scenario] = Array.from(wholeRuns({ scenarios, seeds: [seed] }, tasks), (run) =>
    summaryOf(run, window),
  );
  return { kind: "pair", number, pair: { seed, baseline, scenario } };
}

self.addEventListener("message", ({ data }: MessageEvent<Ask>) => {
  try {
    self.postMessage(answer(data));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    self.postMessage({ kind: "failed", number: data.number, message } satisfies Answer);
  }
});
