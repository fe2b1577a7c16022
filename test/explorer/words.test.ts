import { describe, expect, it } from "vitest";
import { settingsOf } from "../../explorer/settings.ts";
import { answerText } from "../../explorer/text.ts";
import { firstStudy } from "../../explorer/study.ts";
import type { Pair, RunSummary } from "../../explorer/summary.ts";
import { settingsEs } from "../../explorer/words/settings-es.ts";
import { startIds, startTitles } from "../../explorer/words/start-titles.ts";
import { metricNames, policies, scenarios } from "../../src/index.ts";

/** A pair of runs of which only local value and public cost are told, US$ million a year. */
function pair(seed: number, baseline: number, scenario: number, cost: number): Pair {
  const run = (value: number, paid: number) => {
    const values = metricNames.map((name) =>
      name === "localValueNetUsd" ? value * 1e6 : name === "publicCostUsd" ? paid * 1e6 : 0,
    );
    return { values } as unknown as RunSummary;
  };
  return { seed, baseline: run(baseline, 1), scenario: run(scenario, 1 + cost) };
}

const study = { ...firstStudy, policies: [{ policy: "testing-centre" }] };

describe("the words of the explorer", () => {
  it("tell in Spanish of every setting of every policy, and of none that does not exist", () => {
    const names = Object.values(policies).flatMap((policy) => settingsOf(policy).map(({ name }) => name));
    expect(Object.keys(settingsEs).toSorted()).toEqual([...new Set(names)].toSorted());
  });

  it("call a start by the title that it has in the catalogue", () => {
    for (const id of startIds) expect(startTitles[id].en).toBe(scenarios[id].title);
  });

  it("say an effect with its interval, its size and what a public dollar brings", () => {
    const pairs = [pair(1, 1000, 1008, 2), pair(2, 1000, 1010, 2), pair(3, 1000, 1012, 2)];
    const { sentence, rest } = answerText(study, pairs, "en");
    expect(sentence).toBe(
      "With “Testing centre”, Peru captures US$ 10.0 million more a year [5.0, 15.0] than without.",
    );
    expect(rest).toBe(
      "That is +1.0 % of the US$ 1,000 million of net local value a year without it. The public pays US$ 2.0 million more a year, so a public dollar brings US$ 5.0 [2.5, 7.5] of net local value.",
    );
    expect(answerText(study, pairs, "es").sentence).toBe(
      "Con “Centro de pruebas”, el Perú captura US$ 10.0 millones más al año [5.0, 15.0] que sin ello.",
    );
  });

  it("say a loss as a loss, chance as chance, and nothing as nothing", () => {
    const says = (...pairs: Pair[]) => answerText(study, pairs, "en").sentence;
    expect(says(pair(1, 100, 90, 0), pair(2, 100, 89, 0))).toContain("less a year [4.1, 16.9]");
    expect(says(pair(1, 100, 90, 0), pair(2, 100, 112, 0))).toContain("not told apart");
    expect(says(pair(1, 100, 100, 0), pair(2, 90, 90, 0))).toContain("exactly what it was");
    expect(says(pair(1, 100, 100, 0))).toContain("An interval needs two");
    expect(says()).toContain("under way");
  });
});
