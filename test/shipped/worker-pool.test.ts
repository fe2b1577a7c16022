import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { workerPool } from "../../src/node/worker-pool.ts";

const folder = mkdtempSync(join(tmpdir(), "eslabon-pool-"));
copyFileSync("dist/worker-entry.cjs", join(folder, "worker-entry.cjs"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a task of a module of such lines gives. */
async function answer(name: string, ...lines: string[]): Promise<unknown> {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, lines.join("\n"));
  const pool = workerPool({ module: pathToFileURL(path), name: "work", workerData: null }, 1);
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
});
