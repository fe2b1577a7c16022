import { describe, expect, it } from "vitest";
import { effectOn } from "../../explorer/readings.ts";
import type { PathMetric, RunSummary } from "../../explorer/summary.ts";
import { takeView } from "../../explorer/take.ts";
import { intervalText, wordsOf } from "../../explorer/text.ts";
import { funnelView, ladderView, matrixView, pathsView } from "../../explorer/views.ts";
import type { MetricName } from "../../src/index.ts";
import { briefRun, pairOf } from "./brief-runs.ts";
import { shown, textsOf, withDocument } from "./document.ts";

const en = wordsOf("en");
/** Money of three runs in each world, US$: 30 more a pair with the policies, and of exports 2 less. */
const values = (seed: number, more: number): Partial<Record<MetricName, number>> => ({
  inCountryUsd: (200 + seed + more * seed) * 1e6,
  exportsUsd: (20 - (more * seed) / 10) * 1e6,
});
const summary = (seed: number, more: number): RunSummary =>
  briefRun(values(seed, more), {
    fingerprint: `${more === 0 ? "without" : "with"} ${seed}`,
    reached: [1000, 500, 400, 300, 200, 100, 80, 60, more === 0 ? 5 : 20],
    paths: {
      peruvianDirectUsd: [1e6 * seed, 2e6 * seed + more * 1e6],
      workingSuppliers: [10 * seed, 10 * seed + more],
    } as unknown as RunSummary["paths"],
    categories: { consumables: { spendUsd: 1e8, peruvianUsd: (more === 0 ? 0.2 : 0.35) * 1e8 } },
  });
const pairs = [1, 2, 3].map((seed) => pairOf(seed, summary(seed, 0), summary(seed, 20)));
const data = { pairs, language: "en", pack: "peru-2017", width: 700 } as const;

/** The table of a view: its headings, then its rows. */
const tableOf = (place: ParentNode) => [...place.querySelectorAll("tr")].map((row) => textsOf(row, "th, td"));
const filesOf = (place: ParentNode) =>
  [...place.querySelectorAll("button")].map((button) => button.getAttribute("data-file"));
const titlesOf = (place: ParentNode) =>
  [...place.querySelectorAll("button[data-file]")].map((button) => button.getAttribute("data-title"));

withDocument();

describe("a view of the explorer", () => {
  it("of the ladder has both worlds, their difference and its interval under their headings", () => {
    const page = shown(ladderView(data));
    const [head, first] = tableOf(page);
    expect(head).toEqual([en.rung, en.baseline, en.scenario, en.difference, en.interval]);
    const effect = effectOn(pairs, "inCountryUsd");
    if (effect === null) throw new Error("no effect");
    expect(first).toEqual([en.ladder.inCountryUsd, "202", "242", "+40.0", intervalText(effect, en)]);
    expect(tableOf(page)[7].slice(0, 4)).toEqual([en.ladder.exportsUsd, "20.0", "16.0", "−4.0"]);
    expect(page.querySelectorAll("figure svg")).toHaveLength(1);
    expect(filesOf(page)).toEqual(["ladder.svg", "ladder.png"]);
    expect(titlesOf(page)).toEqual([en.ladderTitle, en.ladderTitle]);
  });

  it("of the gates has both worlds under their headings", () => {
    const page = shown(funnelView(data));
    expect(tableOf(page)[0]).toEqual([en.gate, en.baseline, en.scenario]);
    expect(tableOf(page).at(-1)).toEqual([en.gates.won, "5.0", "20.0"]);
    expect(filesOf(page)).toEqual(["funnel.svg", "funnel.png"]);
  });

  it("of the years has both worlds in each, money in millions and counts as they are, and names its file by the metric", () => {
    const chosen: PathMetric[] = [];
    const of = (metric: PathMetric) => shown(pathsView(data, metric, (next) => chosen.push(next)));
    const money = of("peruvianDirectUsd");
    expect(tableOf(money)).toEqual([
      ["", en.baseline, en.scenario],
      ["2017", "2.0", "2.0"],
      ["2018", "4.0", "24.0"],
    ]);
    expect(filesOf(money)).toEqual(["path-peruvianDirectUsd.svg", "path-peruvianDirectUsd.png"]);
    expect(textsOf(money, "option[selected]")).toEqual([en.paths.peruvianDirectUsd]);
    const count = of("workingSuppliers");
    expect(tableOf(count).at(-1)).toEqual(["2018", "20.0", "40.0"]);
    expect(textsOf(count, "h3")).toEqual([en.paths.workingSuppliers]);

    const select = count.querySelector("select");
    for (const option of count.querySelectorAll("option")) {
      option.toggleAttribute("selected", option.value === "exportsUsd");
    }
    select?.dispatchEvent(new Event("change"));
    expect(chosen).toEqual(["exportsUsd"]);
  });

  it("of risk and cost has both worlds' shares under their headings", () => {
    const page = shown(matrixView(data));
    const [head, row] = tableOf(page);
    expect(head.slice(-2)).toEqual([`${en.share}, ${en.baseline}`, `${en.share}, ${en.scenario}`]);
    expect([row[0], ...row.slice(2)]).toEqual([en.categories.consumables, "100", "20.0 %", "35.0 %"]);
    expect(filesOf(page)).toEqual(["matrix.svg", "matrix.png"]);
  });

  it("of what can be taken has each run's fingerprint beside its seed, and the file's command", () => {
    const study = { pack: "chile", population: 120, months: 84, seeds: 3, policies: [] };
    const page = shown(takeView(() => ({ study, pairs }), "en"));
    expect(tableOf(page)).toEqual([
      [en.seed, en.baseline, en.scenario],
      ...[1, 2, 3].map((seed) => [String(seed), `without ${seed}`, `with ${seed}`]),
    ]);
    expect(textsOf(page, "pre")).toEqual([
      "npx eslabon compare --scenarios scenario.yaml --pack chile --population 120 --months 84 --seeds 3",
    ]);
    expect(filesOf(page).filter((file) => file !== null)).toEqual(["effect.svg", "effect.png"]);
    expect(titlesOf(page)).toEqual([en.mainChart, en.mainChart]);
  });
});
