// The real engine, off the page's thread.
import { wholeRuns } from "../src/analysis/whole-runs.ts";
import { simulate, type Run, type Scenario } from "../src/index.ts";
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
    const [baseline, scenario] = bothRuns(scenarios, 1, (run) => yearly(run, mainMetric));
    return { kind: "preview", number, preview: { baseline, scenario } };
  }
  const window = windowOf(scenarios);
  const { seed } = ask;
  const [baseline, scenario] = bothRuns(scenarios, seed, (run) => summaryOf(run, window));
  return { kind: "pair", number, pair: { seed, baseline, scenario } };
}

/** What is read of both runs of a seed, the baseline's first. */
function bothRuns<Result>(
  scenarios: readonly Scenario[],
  seed: number,
  read: (run: Run) => Result,
): Result[] {
  const tasks = scenarios.map((_, scenario) => ({ scenario, seed: 0 }));
  return Array.from(wholeRuns({ scenarios, seeds: [seed] }, tasks), read);
}

self.addEventListener("message", ({ data }: MessageEvent<Ask>) => {
  try {
    self.postMessage(answer(data));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    self.postMessage({ kind: "failed", number: data.number, message } satisfies Answer);
  }
});
