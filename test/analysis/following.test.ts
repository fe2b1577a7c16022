import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  attribute,
  calibrate,
  choose,
  compareOver,
  compareUntil,
  defineScenario,
  factsOf,
  type FollowOptions,
  planComparison,
  sensitivity,
  studyKnobs,
  testHypotheses,
  treasuryEffects,
} from "../../src/index.ts";
import { cachingExecutor, compareOnWorkers, executorOn, exportRuns } from "../../src/node.ts";

const size = { population: 50, months: 18, burnInMonths: 2 };
const baseline = defineScenario({ id: "baseline", ...size });
const timing = { startMonth: 0, rampMonths: 0 };
const policies = [
  { policy: "matchmaking", ...timing },
  { policy: "transparency-mandate", ...timing },
] as const;
/** Policies that are chosen, and those of knobs, start after two years. */
const long = defineScenario({ id: "long", ...size, months: 26 });
const pair = defineScenario({ id: "pair", ...size, policies });
/** Facts need the whole horizon. */
const whole = defineScenario({ id: "whole", population: 50, burnInMonths: 1 });
const plan = planComparison([baseline, pair], { seeds: 2 });
const window = { fromMonth: 0, toMonth: 18 };
const choice = {
  budget: 1e6,
  policies: ["matchmaking", "transparency-mandate"],
  seeds: 2,
  window: { fromMonth: 24, toMonth: 26 },
} as const;

const studies: Readonly<Record<string, (follow: FollowOptions) => Promise<unknown>>> = {
  attribute: (follow) => attribute(pair, { seeds: 2, ...follow }),
  calibrate: (follow) => calibrate(whole, { seeds: 2, parameters: ["caution"], ...follow }),
  choose: (follow) => choose(long, { ...choice, ...follow }),
  compareOnWorkers: (follow) => compareOnWorkers([baseline, pair], { seeds: 2, workers: 0, ...follow }),
  compareOver: (follow) => compareOver(plan, [{ trialMonths: 3 }], follow),
  compareUntil: (follow) => compareUntil([baseline, pair], { halfWidth: 1, ...follow }),
  factsOf: (follow) => factsOf(whole, { seeds: 2, ...follow }),
  sensitivity: (follow) =>
    sensitivity(pair, { method: "morris", parameters: ["caution"], samples: 2, ...follow }),
  studyKnobs: (follow) => studyKnobs(long, { seeds: 2, names: ["caution"], ...follow }),
  testHypotheses: (follow) => testHypotheses({ seeds: 2, population: 50, months: 36, ...follow }),
  treasuryEffects: (follow) => treasuryEffects(pair, { seed: 1, ...follow }),
};

describe("who follows a study", () => {
  const folder = mkdtempSync(join(tmpdir(), "eslabon-following-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const enough = new Error("enough");

  it.each(Object.entries(studies))("can end %s after a run, and is told why", async (_, study) => {
    const controller = new AbortController();
    const told: number[] = [];
    const onProgress = (done: number) => {
      told.push(done);
      controller.abort(enough);
    };
    await expect(study({ signal: controller.signal, onProgress })).rejects.toBe(enough);
    expect(told).toEqual([1]);
    await expect(study({ signal: AbortSignal.abort(enough) })).rejects.toBe(enough);
  });

  it.each(Object.entries(studies))("is told by %s of what is nobody to follow it", async (_, study) => {
    const asked = study({ signal: "stop" as never, onProgress: 7 as never });
    await expect(asked).rejects.toThrow('signal: found "stop", expected an AbortSignal');
    await expect(asked).rejects.toThrow("onProgress: found 7, expected a function of (done, total)");
  });

  it.each(["choose", "compareUntil", "studyKnobs"] as const)(
    "hears of the runs of all stages of %s, one after the other",
    async (name) => {
      const told: (readonly [number, number])[] = [];
      const bounds = { halfWidth: 1e15, firstSeeds: 5, mostSeeds: 6 };
      const follow = { onProgress: (done: number, total: number) => told.push([done, total]) };
      if (name === "compareUntil") await compareUntil([baseline, pair], { ...bounds, ...follow });
      else await studies[name](follow);
      expect(told.map(([done]) => done)).toEqual(told.map((_, i) => i + 1));
      expect(told.every(([done, total]) => done <= total)).toBe(true);
      expect(told.at(-1)?.[0]).toBe(told.at(-1)?.[1]);
    },
  );

  it("can end any executor, one with a folder that keeps runs, and an export, of which nothing is left", async () => {
    const tasks = Array.from({ length: 40 }, (_, seed) => ({ scenario: 0, seed }));
    const many = { scenarios: [baseline], seeds: tasks.map((_, i) => i + 1), window, tasks };
    for (const execute of [executorOn(0), cachingExecutor(join(folder, "kept"), executorOn(0))]) {
      const controller = new AbortController();
      const onProgress = (done: number) => {
        if (done > 1) controller.abort(enough);
      };
      await expect(execute(many, { signal: controller.signal, onProgress })).rejects.toBe(enough);
    }
    const controller = new AbortController();
    const out = join(folder, "tables");
    const asked = { seeds: 3, out, workers: 0, signal: controller.signal };
    const stop = () => controller.abort(enough);
    await expect(exportRuns([baseline], { ...asked, onProgress: stop })).rejects.toBe(enough);
    expect(existsSync(out)).toBe(false);
  });
});
