import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { compare, planComparison } from "../../src/analysis/compare.ts";
import { assembleComparison, type Comparison } from "../../src/analysis/comparison.ts";
import { assembleDetails, withDetails } from "../../src/analysis/details/details.ts";
import { runTasks } from "../../src/analysis/executor.ts";
import type { StudyRow } from "../../src/analysis/study/rows.ts";
import { defineStudy, type StudyInput } from "../../src/analysis/study/study.ts";
import type { StudyEffect } from "../../src/analysis/study/tally.ts";
import { readSummary } from "../../src/cli/study-summary.ts";
import { runStudy } from "../../src/node/study/run-study.ts";
import { studyComparison } from "../../src/node/study/study-comparison.ts";

const folder = mkdtempSync(join(tmpdir(), "eslabon-study-comparison-"));
afterAll(() => rmSync(folder, { recursive: true }));

const size = { population: 50, months: 20, burnInMonths: 0 };
const scenarios = [
  { id: "baseline", ...size },
  { id: "portal", policies: [{ policy: "challenge-portal" as const, startMonth: 2 }], ...size },
];
/** With effects on more than the public's cost, in as few firms and months. */
const published = [
  ...scenarios,
  { id: "published", policies: [{ policy: "transparency-mandate" as const, startMonth: 2 }], ...size },
];
const windows = [
  { id: "all", fromMonth: 2, toMonth: 20 },
  { id: "late", fromMonth: 10, toMonth: 20 },
];

async function made(input: StudyInput, options = {}): Promise<string> {
  const path = join(folder, input.id);
  await runStudy(defineStudy(input), path, { workers: 0, ...options });
  return path;
}

describe("a finished study", () => {
  /** p-values of effects on the same scenarios and metrics. */
  const expectSameTests = (said: readonly StudyEffect[], compared: Comparison["effects"]) => {
    expect(said.map(({ scenario, metric }) => [scenario, metric])).toEqual(
      compared.map(({ scenario, metric }) => [scenario, metric]),
    );
    said.forEach((effect, i) => {
      for (const name of ["pValue", "adjustedPValue"] as const) {
        const expected = compared[i][name];
        if (expected === null) expect(effect[name]).toBeNull();
        else expect(effect[name]).toBeCloseTo(expected, 9);
      }
    });
  };
  const confidence = 0.9;
  const all = made({ id: "kept", scenarios, seeds: 3, windows, confidence, keep: ["monthly"] });

  /** A copy of the study, some of whose rows say that their runs failed; nothing else tells that they did not. */
  async function withFailures(name: string, failed: readonly number[]): Promise<string> {
    const path = join(folder, name);
    cpSync(await all, path, { recursive: true });
    const rows = readFileSync(join(path, "rows.jsonl"), "utf8").split("\n");
    for (const run of failed) {
      const { values: _, fingerprint: __, monthly: ___, ...row } = JSON.parse(rows[run]) as StudyRow;
      rows[run] = JSON.stringify({ ...row, error: "an invariant does not hold" });
    }
    const text = rows.join("\n");
    writeFileSync(join(path, "rows.jsonl"), text);
    const file = join(path, "finished.json");
    const finished = JSON.parse(readFileSync(file, "utf8")) as object;
    const rowsSha256 = createHash("sha256").update(text).digest("hex");
    writeFileSync(file, JSON.stringify({ ...finished, failed: failed.length, rowsSha256 }));
    return path;
  }

  it("is the comparison that its scenarios, seeds and window make", async () => {
    const { comparison, leftOut } = await studyComparison(await all, "late");
    const seeds = ["1", "2", "3"];
    expect(comparison).toEqual(
      compare(scenarios, { seeds, confidence, window: { fromMonth: 10, toMonth: 20 } }),
    );
    expect(leftOut).toBe(0);
  });

  it("that names its metrics adjusts p-values for all of them, as the comparison of the same runs does", async () => {
    const metrics = ["localValueNetUsd", "taxesUsd", "registrations", "publicCostUsd"] as const;
    const path = await made({ id: "named", scenarios: published, seeds: 3, windows, metrics });
    const { comparison, finished } = await studyComparison(path, "late");
    const compared = compare(published, { seeds: 3, window: { fromMonth: 10, toMonth: 20 }, metrics });
    expect(comparison.effects).toEqual(compared.effects);
    const said = readSummary(path, finished).effects.filter(({ window }) => window === "late");
    expectSameTests(said, compared.effects);
    expect(said.some(({ pValue, adjustedPValue }) => Number(adjustedPValue) > Number(pValue))).toBe(true);
  });

  it("whose summary was changed by a digit is sent to its rows", async () => {
    const path = join(folder, "edited");
    cpSync(await all, path, { recursive: true });
    const { finished } = await studyComparison(path);
    const file = join(path, "summary.json");
    writeFileSync(file, readFileSync(file, "utf8").replace(/"difference": -?[0-9]/, "$&7"));
    expect(() => readSummary(path, finished)).toThrow(
      `summary.json: found "other content", expected the summary as it was written; it was changed since, and eslabon export ${path}`,
    );
  });

  it("has the paths over time that its runs have", async () => {
    const { paths } = await studyComparison(await all);
    const plan = withDetails(planComparison(scenarios, { seeds: 3, confidence }));
    expect(paths).toEqual(assembleDetails(plan, [...runTasks(plan, plan.tasks)]).paths);
  });

  it("leaves out the seeds of which a run failed, and is refused where fewer than two are whole", async () => {
    const { comparison, paths, leftOut } = await studyComparison(await withFailures("one-failed", [3]));
    const plan = withDetails(planComparison(scenarios, { seeds: ["1", "3"], confidence }));
    const reductions = [...runTasks(plan, plan.tasks)];
    expect(leftOut).toBe(1);
    expect(comparison).toEqual(assembleComparison(plan, reductions));
    expect(paths).toEqual(assembleDetails(plan, reductions).paths);
    await expect(studyComparison(await withFailures("two-failed", [0, 3]))).rejects.toThrow(
      "found 1, expected at least two seeds, or draws, without a failed run",
    );
  });

  it("is refused once its rows were changed", async () => {
    const path = join(folder, "other-rows");
    cpSync(await all, path, { recursive: true });
    const file = join(path, "rows.jsonl");
    writeFileSync(file, readFileSync(file, "utf8").replace(/"values":\[\[\d/, "$&7"));
    await expect(studyComparison(path)).rejects.toThrow("expected the rows as they were written");
  });

  it("names its windows where another is asked for", async () => {
    await expect(studyComparison(await all, "lat")).rejects.toThrow(
      /found "lat", expected a window of the study: all, late; did you mean "late"/,
    );
  });

  it("with drawn parameters has intervals over its draws, as its summary says", async () => {
    const path = await made({
      id: "drawn",
      scenarios: published,
      seeds: 2,
      metrics: ["localValueNetUsd", "bids"],
      draws: { count: 3, design: "random", parameters: ["trialMonths"] },
    });
    const { comparison, paths, finished } = await studyComparison(path);
    expect(comparison.seeds).toEqual(["1", "2", "3"]);
    expect(paths).toBeUndefined();
    const summary = readSummary(path, finished).effects;
    for (const { metric, difference, low, high, n, scenario } of comparison.effects) {
      const said = summary.find(
        (each) => each.scenario === scenario && each.metric === metric,
      ) as StudyEffect;
      expect(n).toBe(3);
      expect(difference).toBeCloseTo(said.difference ?? Number.NaN, 4);
      expect(low).toBeCloseTo(said.low ?? Number.NaN, 4);
      expect(high).toBeCloseTo(said.high ?? Number.NaN, 4);
    }
    expectSameTests(summary, comparison.effects);
    expect(summary.some(({ pValue, adjustedPValue }) => Number(adjustedPValue) > Number(pValue))).toBe(true);
    expect(comparison.derived.at(-1)).toMatchObject({
      value: null,
      reason: expect.stringContaining("not kept") as string,
    });
  });

  it("is refused before it is finished", async () => {
    const stop = new AbortController();
    const onProgress = () => stop.abort();
    const path = await made({ id: "begun", scenarios, seeds: 4 }, { signal: stop.signal, onProgress });
    await expect(studyComparison(path)).rejects.toThrow(
      'found "a study that lacks runs", expected a study that is finished; `resumeStudy` goes on with it',
    );
  });

  it("is refused as a shard", async () => {
    const path = await made({ id: "part", scenarios, seeds: 4 }, { shard: { index: 1, count: 2 } });
    await expect(studyComparison(path)).rejects.toThrow(/`mergeStudies` puts the shards together/);
  });
});
