import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { executeOnPool } from "../../src/node/pool.ts";
import { workerPool } from "../../src/node/worker-pool.ts";
import { scenarios } from "../../src/scenarios/catalogue.ts";

const folder = mkdtempSync(join(tmpdir(), "eslabon-pool-"));
copyFileSync("dist/worker-entry.cjs", join(folder, "worker-entry.cjs"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a task of a module of such lines gives. */
async function answer(name: string, ...lines: string[]): Promise<unknown> {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, lines.join("\n"));
  const pool = workerPool({ module: pathToFileURL(path), name: "work" }, 1);
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
    const path = join(folder, "counting.mjs");
    writeFileSync(
      path,
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
      return executeOnPool(plan, 1, { onRuns }, pathToFileURL(path));
    };
    expect(await runsOfThread("good")).toEqual([1]);
    expect(handedOver).toEqual([[0, [1]]]);
    expect(await runsOfThread("better")).toEqual([2]);
    await expect(runsOfThread("bad")).rejects.toThrow("a bad seed");
    expect(await runsOfThread("good")).toEqual([1]);
  });

  it("stops its threads at a signal, in the middle of what they do, and tells who waits the signal's reason", async () => {
    const path = join(folder, "endless.mjs");
    writeFileSync(path, "export const runBatch = () => { for (;;); };");
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
    await expect(executeOnPool(plan, 1, follow, pathToFileURL(path))).rejects.toBe(enough);
    await expect(executeOnPool(plan, 1, follow, pathToFileURL(path))).rejects.toBe(enough);
  });
});
