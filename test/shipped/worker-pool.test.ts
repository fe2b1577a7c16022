import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { exportRuns, executorOn, readStudyFile, runStudy, type StudyRow } from "eslabon/node";
import { afterAll, describe, expect, it, vi } from "vitest";
import type { RunPlan } from "../../src/analysis/executor.ts";
import { executeOnPool } from "../../src/node/pool.ts";
import { workerPool } from "../../src/node/worker-pool.ts";
import { scenarios } from "../../src/scenarios/catalogue.ts";
import { studyFile } from "../cli/study/folders.ts";

const folder = mkdtempSync(join(tmpdir(), "eslabon-pool-"));
copyFileSync("dist/worker-entry.cjs", join(folder, "worker-entry.cjs"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The address of a module of such lines. */
function moduleOf(name: string, ...lines: string[]): URL {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, lines.join("\n"));
  return pathToFileURL(path);
}

/** What a task of a module of such lines gives. */
async function answer(name: string, ...lines: string[]): Promise<unknown> {
  const pool = workerPool({ module: moduleOf(name, ...lines), name: "work" }, 1);
  try {
    return await pool.run("a task");
  } finally {
    await pool.destroy();
  }
}

describe("a pool of worker threads", () => {
  it("imports its module and never requires it, so that a thread may be stopped while it loads", async () => {
    const stack = await answer(
      "loading",
      "const loading = new Error().stack;",
      "export const work = (task) => task + ' of ' + loading;",
    );
    expect(stack).toMatch(/^a task of Error\n/);
    expect(stack).not.toMatch(/require|node:internal\/modules\/cjs/);
  });

  it("says why its module cannot be loaded", async () => {
    await expect(answer("broken", "throw new Error('no such engine');")).rejects.toThrow("no such engine");
  });

  it("goes on to the next plan with the threads that it has, and with new ones after a failure", async () => {
    const url = moduleOf(
      "counting",
      `let runs = 0;
      export const runBatch = ({ seeds, tasks }) => {
        if (seeds.includes("bad")) throw new Error("a bad seed");
        return tasks.map(() => (runs += 1));
      };`,
    );
    const handedOver: unknown[] = [];
    const onRuns = (from: number, reductions: readonly unknown[]) => handedOver.push([from, reductions]);
    const runsOfThread = async (seed: string) => {
      const plan = {
        scenarios: [scenarios.baseline],
        seeds: ["unused", seed],
        window: { fromMonth: 0, toMonth: 12 },
        tasks: [{ scenario: 0, seed: 1 }],
      };
      return executeOnPool(plan, 1, { onRuns }, url);
    };
    expect(await runsOfThread("good")).toEqual([1]);
    expect(handedOver).toEqual([[0, [1]]]);
    expect(await runsOfThread("better")).toEqual([2]);
    await expect(runsOfThread("bad")).rejects.toThrow("a bad seed");
    expect(await runsOfThread("good")).toEqual([1]);
  });

  it("gives each batch what it needs of its plan, and says of which tasks its results are", async () => {
    const url = moduleOf(
      "telling",
      `export const runBatch = ({ scenarios, seeds, window, reading, tasks }) =>
        tasks.map(({ scenario, seed }) => [scenarios[scenario].id, seeds[seed], window.toMonth, reading]);`,
    );
    const { baseline, scholarships } = scenarios;
    const tasks = [2, 1].flatMap((seed) => [1, 0, 1].map((scenario) => ({ scenario, seed })));
    const plan: RunPlan = {
      ...{ scenarios: [baseline, scholarships], seeds: ["unused", "b", "c"], reading: "facts", tasks },
      window: { fromMonth: 0, toMonth: 12 },
    };
    const expected = tasks.map(({ scenario, seed }) => [
      plan.scenarios[scenario].id,
      plan.seeds[seed],
      12,
      "facts",
    ]);
    const parts: (readonly [number, unknown])[] = [];
    const done: (readonly [number, number])[] = [];
    const reductions = await executeOnPool(
      plan,
      1,
      {
        onRuns: (from, runs) => parts.push(...runs.map((run, i) => [from + i, run] as const)),
        onProgress: (...news) => done.push(news),
      },
      url,
    );
    expect(reductions).toEqual(expected);
    // Batches end in any order, and are two runs of a seed and its last one.
    expect(parts.toSorted(([a], [b]) => a - b)).toEqual(expected.map((run, i) => [i, run]));
    expect(done.map(([count], i) => count - (done[i - 1]?.[0] ?? 0)).toSorted()).toEqual([1, 1, 2, 2]);
    expect(done.at(-1)).toEqual([6, 6]);
  });

  it("is let alone by the time that it waited before, once it has another plan", async () => {
    const url = moduleOf("patient", "export const runBatch = ({ tasks }) => tasks.map(() => 1);");
    const plan: RunPlan = {
      scenarios: [scenarios.baseline],
      seeds: [1],
      window: { fromMonth: 0, toMonth: 12 },
      tasks: [{ scenario: 0, seed: 0 }],
    };
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      await executeOnPool(plan, 1, {}, url);
      const second = executeOnPool(plan, 1, {}, url);
      vi.advanceTimersByTime(60_000);
      expect(await second).toEqual([1]);
    } finally {
      vi.useRealTimers();
    }
  });

  it("stops its threads at a signal, in the middle of what they do, and tells who waits the signal's reason", async () => {
    const url = moduleOf("endless", "export const runBatch = () => { for (;;); };");
    const plan = {
      scenarios: [scenarios.baseline],
      seeds: [1, 2, 3],
      window: { fromMonth: 0, toMonth: 12 },
      tasks: [0, 1, 2].map((seed) => ({ scenario: 0, seed })),
    };
    const controller = new AbortController();
    const enough = new Error("enough");
    setTimeout(() => controller.abort(enough), 200);
    const follow = { signal: controller.signal };
    await expect(executeOnPool(plan, 1, follow, url)).rejects.toBe(enough);
    await expect(executeOnPool(plan, 1, follow, url)).rejects.toBe(enough);
  });
});

describe("runs on worker threads of one's own place", () => {
  const out = (name: string) => join(folder, name);

  it("are told to who follows them", async () => {
    const url = moduleOf("followed", "export const runBatch = ({ tasks }) => tasks.map(() => 1);");
    const plan: RunPlan = {
      scenarios: [scenarios.baseline],
      seeds: [1, 2],
      window: { fromMonth: 0, toMonth: 12 },
      tasks: [0, 1].map((seed) => ({ scenario: 0, seed })),
    };
    const told: number[] = [];
    expect(await executorOn(1, url)(plan, { onProgress: (done) => told.push(done) })).toEqual([1, 1]);
    expect(told).toEqual([1, 2]);
  });

  it("of a study are all there, but for one that no thread survives", async () => {
    // Runs of the study are 30, in groups of three. Of run 16 a thread dies always, of run 4 the first three times.
    const url = moduleOf(
      "dying",
      `import { appendFileSync, readFileSync } from "node:fs";
      function deaths() {
        appendFileSync(${JSON.stringify(out("deaths"))}, "x");
        return readFileSync(${JSON.stringify(out("deaths"))}).length;
      }
      export function runRange({ from, to }) {
        if (from <= 16 && to > 16) process.exit(7);
        if (from <= 4 && to > 4 && deaths() <= 3) process.exit(7);
        const row = (run) => ({ run, scenario: "any", seed: "1", draw: 1, fingerprint: "f", values: [[1, 1]] });
        return Array.from({ length: to - from }, (_, i) => row(from + i));
      }`,
    );
    const study = readStudyFile(studyFile(folder));
    await runStudy(study, out("study"), { workers: 2, batchSize: 3, workerUrl: url });
    const rows = readFileSync(join(out("study"), "rows.jsonl"), "utf8")
      .trimEnd()
      .split("\n");
    const failed = rows
      .map((line) => JSON.parse(line) as StudyRow)
      .filter(({ error }) => error !== undefined);
    expect(rows).toHaveLength(30);
    expect(failed).toMatchObject([
      {
        run: 16,
        scenario: "matchmaking",
        seed: "1/2",
        error: expect.stringMatching(/^the worker died: .*7/) as string,
      },
    ]);
  });

  it("of a study end it where they cannot be made at all", async () => {
    const url = moduleOf("broken-study", "throw new Error('no such engine');");
    const study = readStudyFile(studyFile(folder));
    const running = runStudy(study, out("broken"), { workers: 2, workerUrl: url });
    await expect(running).rejects.toThrow("no such engine");
    expect(readdirSync(join(out("broken"), "batches"))).toEqual([]);
  });

  it("of an export are written in their order, however few of them a thread hands over at once", async () => {
    const url = moduleOf(
      "one-by-one",
      `export const exportBatch = ([{ scenario, seed }]) => {
        const bytes = new TextEncoder().encode(JSON.stringify([scenario, seed]) + "\\n");
        return [{ fingerprint: "f", reduction: null, tables: [[{ rows: 1, bytes }]] }];
      };`,
    );
    const asked = { seeds: 4, out: out("tables"), tables: ["runs"], format: "jsonl", workers: 1 } as const;
    await exportRuns([scenarios.baseline, scenarios["scholarships"]], { ...asked, workerUrl: url });
    const written = readFileSync(join(out("tables"), "runs.jsonl"), "utf8")
      .trimEnd()
      .split("\n");
    const pairs = [0, 1, 2, 3].flatMap((seed) => [0, 1].map((scenario) => JSON.stringify([scenario, seed])));
    expect(written).toEqual(pairs);
  });

  it("of an export say what they needed when a thread ends before its time, and leave nothing behind", async () => {
    const url = moduleOf("ending", "export const exportBatch = () => process.exit(7);");
    const asked = { seeds: 4, out: out("ended"), workers: 2, workerUrl: url };
    await expect(exportRuns([scenarios.baseline], asked)).rejects.toThrow(
      /workers: found "worker exited.*7", expected workers that live to the end; fewer of them, as `workers: 1`/,
    );
    expect(readdirSync(folder).filter((name) => name.includes("ended"))).toEqual([]);
  });
});
