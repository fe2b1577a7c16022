import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Answer, Ask } from "../../explorer/messages.ts";
import { chainOf, charactersOf, storyOf } from "../../explorer/story.ts";
import { scenariosOf, windowOf, type Study } from "../../explorer/study.ts";
import { summaryOf, yearly } from "../../explorer/summary.ts";
import { simulate } from "../../src/index.ts";

const study: Study = {
  pack: "peru-2017",
  population: 50,
  months: 40,
  seeds: 3,
  policies: [{ policy: "local-content-rule", startMonth: 7 }],
};
const scenarios = scenariosOf(study);
const runs = (seed: number) => scenarios.map((scenario) => simulate(scenario, { seed, events: true }));

describe("what a worker answers", () => {
  let tell: (event: { data: Ask }) => void = () => undefined;
  const answers: Answer[] = [];
  const answerTo = (data: Ask) => {
    tell({ data });
    return answers.at(-1);
  };

  beforeAll(async () => {
    vi.stubGlobal("self", {
      addEventListener: (_: string, hear: typeof tell) => (tell = hear),
      postMessage: (answer: Answer) => answers.push(answer),
    });
    vi.resetModules();
    await import("../../explorer/worker.ts");
  });
  afterAll(() => {
    vi.unstubAllGlobals();
  });

  it("to a story before it has any runs says what is missing", () => {
    expect(answerTo({ kind: "story", number: 4, supplier: 1 })).toEqual({
      kind: "failed",
      number: 4,
      message: "no runs to tell of: ask for the cast first",
    });
  });

  it("to a pair is both runs of the seed in brief, over the months that count", () => {
    const [baseline, scenario] = runs(3).map((run) => summaryOf(run, windowOf(scenarios)));
    expect(baseline.fingerprint).not.toBe(scenario.fingerprint);
    expect(answerTo({ kind: "pair", number: 5, study, seed: 3 })).toEqual({
      kind: "pair",
      number: 5,
      pair: { seed: 3, baseline, scenario },
    });
  });

  it("to a preview is net local value of each year in both worlds, of the first seed", () => {
    const [baseline, scenario] = runs(1).map((run) => yearly(run, "localValueNetUsd"));
    expect(baseline).not.toEqual(scenario);
    expect(answerTo({ kind: "preview", number: 6, study })).toEqual({
      kind: "preview",
      number: 6,
      preview: { baseline, scenario },
    });
  });

  it("to the question for whom to tell of is both runs' firms, and who supplies whom with the policies", () => {
    const [baseline, scenario] = runs(2);
    expect(chainOf(baseline)).not.toEqual(chainOf(scenario));
    expect(answerTo({ kind: "cast", number: 7, study, seed: 2 })).toEqual({
      kind: "cast",
      number: 7,
      characters: charactersOf(baseline, scenario),
      chain: chainOf(scenario),
    });
    const differs = scenario.suppliers.findIndex(
      (_, id) => JSON.stringify(storyOf(baseline, id)) !== JSON.stringify(storyOf(scenario, id)),
    );
    expect(answerTo({ kind: "story", number: 7, supplier: differs })).toEqual({
      kind: "story",
      number: 7,
      supplier: differs,
      baseline: storyOf(baseline, differs),
      scenario: storyOf(scenario, differs),
    });
  });

  it("to what the model refuses is its own words", () => {
    const refused = answerTo({ kind: "pair", number: 8, study: { ...study, population: -1 }, seed: 1 });
    expect(refused).toMatchObject({ kind: "failed", number: 8 });
    expect(refused).toHaveProperty("message", expect.stringContaining("population"));
  });
});
