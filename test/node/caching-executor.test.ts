import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { executeHere, type Executor, type RunPlan } from "../../src/analysis/executor.ts";
import { metricNames } from "../../src/engine/observations.ts";
import { cachingExecutor } from "../../src/node/caching-executor.ts";
import { defineScenario } from "../../src/scenarios/scenario.ts";
import { version } from "../../src/version.ts";
import { asNobody } from "./nobody.ts";
import { ownPolicy } from "../scenarios/own-policy.ts";

const root = mkdtempSync(join(tmpdir(), "eslabon-cache-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const size = { months: 14, burnInMonths: 0, population: 50 };
const baseline = defineScenario({ id: "baseline", ...size });
const planOf = (changes: Partial<RunPlan> = {}): RunPlan => ({
  scenarios: [baseline, defineScenario({ id: "cautious", parameters: { caution: 1.4 }, ...size })],
  seeds: ["007"],
  window: { fromMonth: 2, toMonth: 14 },
  tasks: [0, 1].map((scenario) => ({ scenario, seed: 0 })),
  ...changes,
});
const plan = planOf();
const truth = await executeHere(plan);

const sha256Of = (text: string) => createHash("sha256").update(text).digest("hex");

/** Keeps runs in a folder of its own, and counts those that are made. */
function keeping(name: string) {
  const folder = join(root, name);
  let made = 0;
  const counting: Executor = (asked, options) => {
    made += asked.tasks.length;
    return executeHere(asked, options);
  };
  const keep = cachingExecutor(folder, counting);
  return {
    folder,
    files: () => readdirSync(folder).map((file) => join(folder, file)),
    /** Results, and how many of the runs were made. */
    ask: async (asked: RunPlan = plan) => {
      made = 0;
      return { results: await keep(asked), made };
    },
  };
}

describe("runs that a folder keeps", () => {
  it("are made once, and the same as without", async () => {
    const { ask, files } = keeping("whole");
    expect(await ask()).toEqual({ results: truth, made: 2 });
    expect(files()).toHaveLength(2);
    expect(await ask()).toEqual({ results: truth, made: 0 });
  });

  it("are made again where a file was cut off, changed by a digit, emptied, or holds something else", async () => {
    const { ask, files } = keeping("spoilt");
    await ask();
    const [first, second] = files();
    const [text, other] = [first, second].map((file) => readFileSync(file, "utf8"));
    // What is no number is written as null, by a version that let it pass.
    const hollow = JSON.stringify({ ...truth[0], values: truth[0].values.map(() => null) });
    const spoilt = [
      [text.slice(0, 200), other.replace(/[1-8](?=\d*[,.])/, (digit) => `${Number(digit) + 1}`)],
      ["", JSON.stringify({ fingerprint: "0", values: truth[0].values })],
      [`${hollow}\n${sha256Of(hollow)}\n`, ""],
    ];
    for (const [ofFirst, ofSecond] of spoilt) {
      writeFileSync(first, ofFirst);
      writeFileSync(second, ofSecond);
      expect(await ask()).toEqual({ results: truth, made: 2 });
      expect([first, second].map((file) => readFileSync(file, "utf8"))).toEqual([text, other]);
    }
  });

  it("serve no other parameters, seeds, months or readings", async () => {
    const { ask } = keeping("others");
    await ask();
    const others: Partial<RunPlan>[] = [
      {
        scenarios: [0.7, 0.8].map((caution, i) =>
          defineScenario({ id: `s${i}`, parameters: { caution }, ...size }),
        ),
      },
      { scenarios: [51, 52].map((population, i) => defineScenario({ id: `s${i}`, ...size, population })) },
      { seeds: ["7"] },
      { window: { fromMonth: 3, toMonth: 14 } },
      { window: { fromMonth: 2, toMonth: 13 } },
      { reading: "facts" },
    ];
    for (const change of others) {
      const { results, made } = await ask(planOf(change));
      expect(made).toBe(2);
      expect(results).not.toEqual(truth);
    }
    expect((await ask()).made).toBe(0);
  });

  it("are known by the version and the metrics of the package too: what another gave is not taken for its own", async () => {
    const { ask, files } = keeping("named");
    await ask(planOf({ tasks: [{ scenario: 0, seed: 0 }] }));
    const key = JSON.stringify([version, metricNames, baseline.hash, "007", 2, 14]);
    expect(files()).toEqual([expect.stringMatching(`${sha256Of(key).slice(0, 32)}.json$`)]);
  });

  it("are known again under another place in the plan, and never kept of a policy that is code", async () => {
    const { ask } = keeping("places");
    await ask();
    const turned = planOf({ scenarios: plan.scenarios.toReversed() });
    expect(await ask(turned)).toEqual({ results: truth.toReversed(), made: 0 });
    // A seed is a text, however it is given.
    expect((await ask(planOf({ seeds: [7] }))).made).toBe(2);
    expect((await ask(planOf({ seeds: ["7"] }))).made).toBe(0);
    const code = planOf({
      scenarios: [
        baseline,
        defineScenario({ id: "own", policies: [{ policy: ownPolicy(), startMonth: 3 }], ...size }),
      ],
    });
    for (let time = 0; time < 2; time++) expect((await ask(code)).made).toBe(1);
  });

  it("stay when another process works on the folder, and what a killed one was writing goes", async () => {
    const { ask, folder } = keeping("shared");
    await ask();
    const { pid: dead } = spawnSync("true");
    const [ofDead, ofLiving] = [dead, process.pid].map((pid) => `.a.json.${hostname()}.${pid}.1.part`);
    for (const name of [ofDead, ofLiving]) writeFileSync(join(folder, name), "{");
    const results = await Promise.all([1, 2].map(() => ask(planOf({ seeds: [3] }))));
    expect(results[0].results).toEqual(results[1].results);
    expect(readdirSync(folder)).not.toContain(ofDead);
    expect(readdirSync(folder)).toContain(ofLiving);
    expect(readdirSync(folder)).toHaveLength(5);
  });

  it("are kept as they end, not when all have ended", async () => {
    const { ask, files, folder } = keeping("stopped");
    const tasks = [0, 1, 2].map((seed) => ({ scenario: 0, seed }));
    const three = planOf({ seeds: ["1", "2", "3"], tasks });
    const stopped = cachingExecutor(folder, executeHere)(three, {
      onProgress: (done) => {
        expect(files()).toHaveLength(done);
        if (done === 2) throw new Error("stopped");
      },
    });
    await expect(stopped).rejects.toThrow("stopped");
    expect((await ask(three)).made).toBe(1);
  });

  it("count as done from the start, and with those that are made in parts add up to all", async () => {
    const seeds = Array.from({ length: 260 }, (_, i) => i);
    const many = planOf({ seeds, tasks: seeds.map((seed) => ({ scenario: 0, seed })) });
    const folder = join(root, "parts");
    const told: (readonly [number, number])[] = [];
    // Who makes the runs takes no time and tells of the last of each part.
    const quick: Executor = ({ tasks }, { onProgress } = {}) => {
      onProgress?.(tasks.length, tasks.length);
      return Promise.resolve(tasks.map(() => truth[0]));
    };
    await cachingExecutor(folder, quick)(planOf({ seeds: [0, 1], tasks: many.tasks.slice(0, 2) }));
    await cachingExecutor(folder, quick)(many, { onProgress: (...done) => told.push(done) });
    expect(told).toEqual([
      [2, 260],
      [258, 260],
      [260, 260],
    ]);
  });

  it("end at a signal between parts, also where who makes them knows of none", async () => {
    const seeds = Array.from({ length: 300 }, (_, i) => i);
    const enough = new AbortController();
    let made = 0;
    const deaf: Executor = ({ tasks }) => {
      made += tasks.length;
      enough.abort(new Error("enough"));
      return Promise.resolve(tasks.map(() => truth[0]));
    };
    const many = planOf({ seeds, tasks: seeds.map((seed) => ({ scenario: 0, seed })) });
    const asked = cachingExecutor(join(root, "deaf"), deaf)(many, { signal: enough.signal });
    await expect(asked).rejects.toThrow("enough");
    expect(made).toBe(256);
  });

  it("refuse a folder that cannot be made or written before the first run", async () => {
    writeFileSync(join(root, "file"), "");
    const never: Executor = () => Promise.reject(new Error("a run was made"));
    const into = (folder: string) => cachingExecutor(folder, never)(plan);
    await expect(into(join(root, "file"))).rejects.toThrow("expected a folder, where a file stands");
    await expect(into(join(root, "file", "below"))).rejects.toThrow("a folder that keeps runs: 1 problem");
    await expect(into("")).rejects.toThrow("a folder that keeps runs: 1 problem");
  });

  it("are read from a folder that cannot be written", async () => {
    const { ask, folder } = keeping("locked");
    await ask();
    chmodSync(root, 0o755);
    chmodSync(folder, 0o555);
    await asNobody(async () => {
      expect((await ask()).made).toBe(0);
      await expect(ask(planOf({ seeds: [5] }))).rejects.toThrow("expected a folder that can be written");
    });
    chmodSync(folder, 0o700);
  });
});
