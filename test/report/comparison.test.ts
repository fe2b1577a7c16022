import { describe, expect, it } from "vitest";
import { planComparison, type CompareOptions } from "../../src/analysis/compare.ts";
import { assembleComparison } from "../../src/analysis/comparison.ts";
import { metricNames, type MetricName } from "../../src/engine/observations.ts";
import { pairedEffect } from "../../src/analysis/effects.ts";
import { effectText } from "../../src/report/effect-text.ts";
import { comparisonReport } from "../../src/report/comparison.ts";
import { allSentences, comparisonSentences } from "../../src/report/comparison-sentences.ts";

const noise = [0, 6, -3, 2];
const million = 1e6;

/** A comparison whose runs gave what is said here: net local value by seed, and public cost, US$ million a year. */
function comparisonOf(
  effects: Record<string, { local: readonly number[]; cost?: number | readonly number[] }>,
  seeds = noise.length,
  options: Pick<CompareOptions, "interval" | "window"> = {},
) {
  const ids = ["baseline", ...Object.keys(effects)];
  const plan = planComparison(
    ids.map((id) => ({ id, months: 24 })),
    { seeds, ...options },
  );
  const reductions = plan.tasks.map(({ scenario, seed }) => {
    const effect = scenario === 0 ? undefined : effects[ids[scenario]];
    const values: Partial<Record<MetricName, number>> = {
      localValueNetUsd: (2000 + noise[seed % noise.length] + (effect?.local[seed] ?? 0)) * million,
      publicCostUsd: (1 + costOf(effect?.cost, seed)) * million,
      spendUsd: 4500 * million,
    };
    return { fingerprint: `${scenario}-${seed}`, values: metricNames.map((name) => values[name] ?? 0) };
  });
  return assembleComparison(plan, reductions);
}

function costOf(cost: number | readonly number[] | undefined, seed: number): number {
  return typeof cost === "number" ? cost : (cost?.[seed] ?? 0);
}

const steady = (around: number) => [around - 1, around + 1, around - 0.5, around + 0.5];
const unclear = [-20, 25, -15, 12];

describe("the sentences of a comparison", () => {
  const sentences = comparisonSentences(
    comparisonOf({
      winner: { local: steady(40), cost: 10 },
      second: { local: [19, 21, 20.5, 19.5] },
      harmful: { local: [-14, -16, -14.5, -15.5], cost: 2 },
      vague: { local: unclear },
      idle: { local: [0, 0, 0, 0], cost: 0.5 },
    }),
  );

  it("name the scenario that adds most, with its interval, cost and return, and its lead over the next", () => {
    expect(sentences[0]).toBe(
      "winner adds most net local value: US$ +40.0 [38.5, 41.5] million a year (+2.0 % of the baseline's US$ 2,001 million). " +
        "It costs the public US$ 10.0 million a year more in each of the 4 seeds, so a public dollar brings US$ 4.0 [3.9, 4.1] of net local value. " +
        "It adds US$ +20.0 [18.7, 21.3] million a year more than second, the next.",
    );
  });

  it("do not take a public cost for sure that is not told apart from nothing", () => {
    const uncertain = comparisonOf({ winner: { local: steady(40), cost: [-1, 2, -2, 1.8] } });
    expect(comparisonSentences(uncertain)[0]).toMatch(
      /What it costs the public is not told apart from nothing: US\$ \+0\.2 \[-3\.0, 3\.4\] million a year\.$/,
    );
    expect(comparisonReport(uncertain)).toMatch(/ \+0\.2 \[-3\.0, 3\.4\] +-$/m);
  });

  it("do not say most of a scenario that is alone", () => {
    expect(comparisonSentences(comparisonOf({ winner: { local: steady(40) } }))).toEqual([
      expect.stringMatching(/^winner adds net local value: US\$ \+40\.0 \[38\.5, 41\.5\] million a year/),
    ]);
  });

  it("say what a winner saves the public, and hold it against no scenario that changes nothing", () => {
    const [first] = comparisonSentences(
      comparisonOf({ winner: { local: steady(40), cost: -5 }, idle: { local: [0, 0, 0, 0] } }),
    );
    expect(first).toMatch(
      /^winner adds most .*\)\. It costs the public US\$ 5\.0 million a year less in each of the 4 seeds\.$/,
    );
  });

  it("name first what lowers most, each by the name that a reader gave it", () => {
    const lowering = comparisonOf({
      bad: { local: [-9, -10, -11, -10] },
      worst: { local: [-29, -31, -29, -31] },
      good: { local: steady(20) },
    });
    const named = comparisonSentences(lowering, "seeds", (id) => `“${id}”`);
    expect(named).toEqual([
      expect.stringMatching(/^“good” adds most net local value: .* more than “bad”, the next\.$/),
      "Lowering it: “worst” -30.0 [-31.8, -28.2] and “bad” -10.0 [-11.3, -8.7] (US$ million a year).",
    ]);
  });

  it("sort the others into raising, lowering, not told apart and unchanged", () => {
    expect(sentences.slice(1)).toEqual([
      "Also raising it: second +20.0 [18.5, 21.5] (US$ million a year).",
      "Lowering it: harmful -15.0 [-16.5, -13.5] (US$ million a year).",
      "Not told apart from no effect with 4 seeds: vague.",
      "Net local value exactly as in the baseline, seed by seed: idle.",
    ]);
  });

  it("call the pairs what they are", () => {
    const drawn = comparisonSentences(
      comparisonOf({ vague: { local: unclear }, idle: { local: [0, 0, 0, 0] } }),
      "parameter draws",
    );
    expect(drawn.slice(1)).toEqual([
      "Not told apart from no effect with 4 parameter draws: vague.",
      "Net local value exactly as in the baseline, parameter draw by parameter draw: idle.",
    ]);
  });

  it("do not crown a winner that is not told apart from the next", () => {
    const [first] = comparisonSentences(
      comparisonOf({ one: { local: [40, 10, 45, 15] }, two: { local: [10, 40, 15, 42] } }),
    );
    expect(first).toMatch(/It is not told apart from one\.$/);
    expect(first).toContain("It costs the public nothing.");
  });

  it("do not say most where one that is not told apart from no effect adds more by its mean", () => {
    const [first] = comparisonSentences(
      comparisonOf({ sure: { local: steady(10) }, vague: { local: [-20, 65, -15, 52] } }),
    );
    expect(first).toMatch(
      /^sure adds most net local value of those told apart from no effect: US\$ \+10\.0 /,
    );
    expect(first).toMatch(/It is not told apart from vague\.$/);
  });

  it("claim nothing of what is the same in too few seeds, and say why", () => {
    const alike = comparisonOf({
      flat: { local: [3, 3, 3, 3], cost: 10 },
      sure: { local: steady(40), cost: 10 },
    });
    const [first, ...others] = comparisonSentences(alike);
    expect(first).toMatch(
      /^sure adds most .* It costs the public US\$ 10\.0 million a year more in each of the 4 seeds, so a /,
    );
    expect(others).toEqual([
      "The same in each of the 4 seeds, which are too few to tell that from chance: flat +3.0 [?] (US$ million a year).",
    ]);
    expect(comparisonSentences(comparisonOf({ flat: { local: [3, 3, 3, 3] } }))[0]).toBe(
      "No scenario raises net local value by more than chance could.",
    );
  });

  it("say so when nothing helps", () => {
    expect(comparisonSentences(comparisonOf({ vague: { local: unclear } }))).toEqual([
      "No scenario raises net local value by more than chance could.",
      "Not told apart from no effect with 4 seeds: vague.",
    ]);
  });

  it("warn of chance where many scenarios are compared", () => {
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`s${i}`, { local: unclear }]));
    expect(comparisonSentences(comparisonOf(many)).at(-1)).toBe(
      "Of 20 comparisons at 95 % about 1 would stand out by chance alone.",
    );
  });

  it("tell of few scenarios too which finding falls for being one of several, and else nothing", () => {
    const few = { ...{ vague: { local: unclear } }, other: { local: unclear } };
    // Differences of 4 ± 2.7 on four seeds: p is 0.03 alone, and 0.09 among three.
    expect(comparisonSentences(comparisonOf({ ...few, weak: { local: [4, 8, 1.5, 6] } })).at(-1)).toBe(
      "Adjusted for their number (Holm, 3 comparisons), weak is no longer told apart.",
    );
    expect(comparisonSentences(comparisonOf({ ...few, weak: { local: [4, 8, 1.5, 6] } }))[0]).toMatch(
      /^weak adds most net local value, taken by itself: US\$ \+4\.9 /,
    );
    expect(comparisonSentences(comparisonOf({ ...few, strong: { local: steady(40) } })).at(-1)).toBe(
      "Not told apart from no effect with 4 seeds: vague and other.",
    );
    // What lowers may fall too; what is the same in too few seeds is one of several, and what changes nothing is not.
    const both = { weak: { local: [4, 8, 1.5, 6] }, bad: { local: [-4, -8, -1.5, -6] } };
    const rest = { flat: { local: [3, 3, 3, 3] }, idle: { local: [0, 0, 0, 0] } };
    expect(comparisonSentences(comparisonOf({ ...few, ...both, ...rest })).at(-1)).toBe(
      "Adjusted for their number (Holm, 5 comparisons), weak and bad are no longer told apart.",
    );
  });

  it("tell which findings fall when adjusted for their number", () => {
    // Differences of 6 ± 2 on four seeds: p is 0.01 alone, and above 0.05 among twenty.
    const many = Object.fromEntries(Array.from({ length: 19 }, (_, i) => [`s${i}`, { local: unclear }]));
    const weak = { local: [4, 8, 4, 8] };
    expect(comparisonSentences(comparisonOf({ ...many, weak })).at(-1)).toMatch(
      /by chance alone; adjusted for their number \(Holm\), weak no longer does\.$/,
    );
    const bad = { local: [-4, -8, -4, -8] };
    expect(comparisonSentences(comparisonOf({ ...many, weak, bad })).at(-1)).toMatch(
      /^Of 21 comparisons at 95 % about 1 would stand out by chance alone; adjusted for their number \(Holm\), weak and bad no longer do\.$/,
    );
    const strong = { local: [4, 4.001, 4, 4.001] };
    expect(comparisonSentences(comparisonOf({ ...many, strong })).at(-1)).toMatch(
      /all that do still do when adjusted for their number \(Holm\)\.$/,
    );
  });
});

describe("the report of a comparison", () => {
  const comparison = comparisonOf({ less: { local: steady(5) }, more: { local: steady(40), cost: 10 } });

  it("is a table sorted by effect, with a return only where the public pays", () => {
    const lines = comparisonReport(comparison).split("\n");
    expect(lines[0]).toContain(
      '2 scenarios against "baseline", 4 seeds, January 2017 to December 2018 (24 months)',
    );
    const rows = lines.filter((line) => /^(more|less) {2}/.test(line)).map((line) => line.split(/ {2,}/));
    expect(rows).toEqual([
      ["more", "+40.0 [38.5, 41.5]", "none", "none", "none", "+10.0", "4.0 [3.9, 4.1]"],
      ["less", "+5.0 [3.5, 6.5]", "none", "none", "none", "none", "-"],
    ]);
  });

  it("says how many scenarios and months it is of, and how its intervals are formed", () => {
    const one = comparisonOf({ more: { local: [1, 2, 4, 9, 3, 5] } }, 6, {
      interval: "bootstrap",
      window: { fromMonth: 12, toMonth: 13 },
    });
    const [text, note] = [comparisonReport(one), "Differences in US$ million of 2017 a year; mines' cost is"];
    expect(text.split("\n\n")[0].replaceAll("\n", " ")).toBe(
      '1 scenario against "baseline", 6 seeds, January 2018 to January 2018 (1 month). Paired differences with 95 % intervals by resampling (BCa).',
    );
    expect(text).toContain(note);
    // The lead over the next is of the same kind.
    const unlike = comparisonOf(
      { more: { local: [1, 2, 4, 9, 3, 50] }, less: { local: [0, 1, 2, 1, 0, 1] } },
      6,
      { interval: "bootstrap" },
    );
    const [, more, less] = unlike.levels.filter(({ metric }) => metric === "localValueNetUsd");
    const lead = effectText(pairedEffect(less.values, more.values, 0.95, "bootstrap"));
    expect(comparisonSentences(unlike)[0]).toContain(`It adds US$ ${lead} million a year more than less,`);
  });

  it("tells small findings from none, and a return from a saving", () => {
    const small = comparisonOf({
      little: { local: steady(4).map((each) => each / 100), cost: 0.02 },
      saving: { local: steady(-9), cost: -0.5 },
    });
    expect(comparisonSentences(small)[0]).toContain(
      "US$ +0.04 [0.03, 0.05] million a year (+0.002 % of the baseline's US$ 2,001 million). " +
        "It costs the public US$ 0.02 million a year more in each of the 4 seeds, so a public dollar brings US$ 2.0",
    );
    const cells = (id: string) =>
      comparisonReport(small)
        .split("\n")
        .find((line) => line.startsWith(`${id}  `))
        ?.split(/ {2,}/);
    expect(cells("little")?.slice(-2)).toEqual(["+0.02", "2.0 [1.3, 2.7]"]);
    expect(cells("saving")?.slice(-2)).toEqual(["-0.5", "-"]);
    const found = small.derived.find(
      ({ scenario, name }) => scenario === "saving" && name === "localValuePerPublicUsd",
    );
    expect(found).toMatchObject({ value: null, low: null, high: null, reason: "the public pays less" });
  });

  it("gives the return on public money its interval, in whole dollars where that is far too wide for more", () => {
    const costs = comparisonOf({
      narrow: { local: steady(40), cost: 10 },
      wide: { local: steady(9), cost: [0.045, 0.105, 0.046, 0.104] },
      unsure: { local: steady(9), cost: [-1, 2, -2, 1.8] },
      idle: { local: [0, 0, 0, 0], cost: 0.5 },
    });
    const returns = comparisonReport(costs, null, { width: 80 })
      .split("\n")
      .flatMap((line) => /^(narrow|wide|unsure|idle) {2}.+ {2}(\S.*)$/.exec(line)?.slice(1).join(": ") ?? []);
    expect(returns).toEqual(["narrow: 4.0 [3.9, 4.1]", "wide: 120 [80, 367]", "unsure: -", "idle: none"]);
  });

  it("names the columns that a narrow terminal has no room for", () => {
    expect(comparisonReport(comparison, null, {}, "Chilean")).toContain("  Chilean-owned direct  ");
    const narrow = comparisonReport(comparison, null, { width: 60 });
    expect(narrow.replaceAll(/\s+/g, " ")).toContain(
      "No room for: Peruvian-owned direct, Knowledge-intensive.",
    );
    for (const line of narrow.split("\n")) expect(line.length).toBeLessThanOrEqual(60);
    const charted = comparisonReport(comparison, null, { width: 40, charts: true });
    expect(charted).toContain("●");
    // The axis is in millions, as the heading says.
    expect(charted).not.toContain(",000");
    expect(charted).toMatch(/^ +0 +.*\b40$/m);
    for (const line of charted.split("\n")) expect(line.length, line).toBeLessThanOrEqual(40);
  });

  it("says of effects that are the same in every seed what their intervals of no width rest on", () => {
    const alike = comparisonOf({
      flat: { local: [3, 3, 3, 3], cost: 10 },
      idle: { local: [0, 0, 0, 0], cost: 1 },
    });
    const rests = (name: string) =>
      `The same in all 4 seeds: ${name}. Only 4 equal differences give no interval, [?], and are not told apart from none: that so few agree in their sign has p = 0.125 by chance. A fixed cost is what it is all the same.`;
    const enough = comparisonOf({ flat: { local: Array.from({ length: 8 }, () => 3) } }, 8);
    // A return has no bounds where what is gained has none.
    expect(comparisonReport(alike)).toMatch(/^flat .* -$/m);
    expect(alike.derived.find(({ name }) => name === "localValuePerPublicUsd")).toMatchObject({
      ...{ value: 0.3, low: null, high: null },
      reason: "too few pairs, all alike",
    });
    expect(comparisonReport(enough).replaceAll("\n", " ")).toContain(
      "The same in all 8 seeds: flat (net local value). An interval of no width rests on 8 equal differences, which is right for a fixed cost and too sure for a count: that so many agree in their sign has p = 0.008 by chance.",
    );
    expect(comparisonSentences(enough)[0]).toMatch(/^flat adds net local value: US\$ \+3\.0 \[3\.0, 3\.0\]/);
    const of = (...metrics: MetricName[]) =>
      comparisonReport(alike, metrics.length === 0 ? null : metrics).replaceAll("\n", " ");
    // The table shows public cost without intervals.
    expect(of()).toContain(rests("flat (net local value)"));
    expect(of("publicCostUsd")).toContain(rests("flat and idle"));
    expect(comparisonReport(comparison)).not.toContain("The same in all");
    expect(of()).toMatch(/flat +\+3\.0 \[\?\] /);
    expect(of("publicCostUsd")).toMatch(/flat +1\.00 +11\.00 +\+10\.0 \[\?\] /);
    expect(alike.effects.find(({ metric }) => metric === "publicCostUsd")).toMatchObject({
      pValue: 0.125,
      adjustedPValue: 0.25,
    });
  });

  it("tells seeds in which nothing changes from those that are higher, and cautions of what few of them move", () => {
    const rare = comparisonOf(
      { seldom: { local: [5, 0, 6, 0, 5, 0, 6, 0], cost: 1 }, vague: { local: [0, 5, 0, 0, 0, 0, 6, 0] } },
      8,
    );
    const text = comparisonReport(rare, ["localValueNetUsd"]);
    expect(text).toMatch(/^seldom .* 50 %, same in 50 % /m);
    expect(text.replaceAll("\n", " ")).toContain(
      "Moved in half of the seeds or fewer: seldom (4 of 8); of what happens so seldom intervals hold less often than they say.",
    );
    expect(comparisonReport(comparison, ["localValueNetUsd"])).not.toContain("Moved in half");
  });

  it("holds it against metrics that are shown together that they are several", () => {
    const weak = comparisonOf({
      weak: { local: [4, 8, 1.5, 6], cost: [-1, 2, -2, 1.8] },
      vague: { local: unclear, cost: [1, -2, 2, -1.8] },
    });
    const falls =
      "Adjusted for their number (Holm, 4 comparisons), weak (localValueNetUsd) is no longer told apart.";
    const of = (...metrics: MetricName[]) => comparisonReport(weak, metrics).replaceAll("\n", " ");
    expect(of("localValueNetUsd", "publicCostUsd")).toContain(falls);
    expect(allSentences(weak, ["localValueNetUsd", "publicCostUsd"])[0]).toBe(falls);
    expect(of("localValueNetUsd").match(/Adjusted for their number/g)).toHaveLength(1);
    expect(of("publicCostUsd").match(/Adjusted for their number/g)).toHaveLength(1);
    // Of a metric alone no more is held against it than its own effects, ties left out.
    const costly = comparisonOf({
      dear: { local: steady(40), cost: [4, 8, 1.5, 6] },
      vague: { local: steady(30), cost: [1, -2, 2, -1.8] },
      idle: { local: [0, 0, 0, 0] },
    });
    expect(allSentences(costly, ["publicCostUsd"])[0]).toBe(
      "Adjusted for their number (Holm, 2 comparisons), dear is no longer told apart.",
    );
  });

  it("shows metrics in full when asked for", () => {
    const full = comparisonReport(comparison, ["publicCostUsd", "bids"]);
    expect(full).toMatch(/^publicCostUsd, US\$ million a year$/m);
    expect(full).toMatch(/^more +1\.00 +11\.00 +\+10\.0 \[\?\] +\+1,000\.0 % +100 % +-$/m);
    expect(full).toMatch(/^bids, bids a year$/m);
    // Of a baseline of nothing no change is a share.
    expect(full).toMatch(/^more +0 +0 +none +- +- +-$/m);
  });
});
