import { describe, expect, it } from "vitest";
import { madePairs, pairsFor } from "../../explorer/kept.ts";
import { firstStudy, type Study } from "../../explorer/study.ts";
import { briefRun, pairOf } from "./brief-runs.ts";

const studyOf = (months: number): Study => ({ ...firstStudy, months });
const pair = (seed: number) => pairOf(seed, briefRun({}), briefRun({}));

describe("the pairs of runs that the page has made", () => {
  it("are kept for their scenario, however many of them are asked for, and for no other", () => {
    const study = studyOf(36);
    madePairs(study).set(1, { pair: pair(1), seconds: 1 });
    expect(madePairs({ ...study, seeds: 50 }).size).toBe(1);
    const [first] = study.policies;
    const others: Partial<Study>[] = [
      { pack: "chile" },
      { population: 50 },
      { months: 37 },
      { policies: [] },
      { policies: study.policies.toReversed() },
      { policies: [{ ...first, strength: 0.5 }, ...study.policies.slice(1)] },
      { policies: [{ ...first, settings: { nothing: 1 } }, ...study.policies.slice(1)] },
    ];
    for (const other of others) expect(madePairs({ ...study, ...other }).size, JSON.stringify(other)).toBe(0);
  });

  it("are those of twenty scenarios: who was asked for longest ago goes first", () => {
    const isKept = (months: number) => madePairs(studyOf(months)).size > 0;
    for (let months = 100; months < 120; months++) {
      madePairs(studyOf(months)).set(1, { pair: pair(1), seconds: 1 });
    }
    expect(isKept(100)).toBe(true);
    // One more than there is room for.
    madePairs(studyOf(120)).set(1, { pair: pair(1), seconds: 1 });
    expect([isKept(100), isKept(119), isKept(120)]).toEqual([true, true, true]);
    expect(isKept(101)).toBe(false);
  });

  it("are handed over by seed as many as are asked for, with the time until the last of them was there", () => {
    const made = madePairs(studyOf(200));
    for (const [seed, seconds] of [
      [3, 0.5],
      [1, 0.9],
      [2, 0.7],
      [4, 5],
    ]) {
      made.set(seed, { pair: pair(seed), seconds });
    }
    const found = pairsFor(made, 3);
    expect(found.pairs.map(({ seed }) => seed)).toEqual([1, 2, 3]);
    expect(found.seconds).toBe(0.9);
    expect(pairsFor(new Map(), 3)).toEqual({ pairs: [], seconds: 0 });
  });
});
