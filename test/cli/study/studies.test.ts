import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { eslabon } from "../eslabon.ts";
import { batchesOf, interrupted, newFolder, resultOf, run, studyFile } from "./folders.ts";

const folder = newFolder();
const file = studyFile(folder);
const reference = join(folder, "reference");
const at = (name: string) => join(folder, name);

interface Row {
  readonly run: number;
  readonly scenario: string;
  readonly seed: string;
  readonly draw: number;
}

beforeAll(() => run("study", file, "--out", reference, "--workers", "0"));

describe("a study", () => {
  it("has a row for each scenario, seed and draw, in the order of its runs", () => {
    const rows = readFileSync(join(reference, "rows.jsonl"), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Row);
    expect(rows.map((row) => row.run)).toEqual(Array.from({ length: 30 }, (_, i) => i));
    const keys = rows.map(({ scenario, seed, draw }) => `${scenario} ${seed} ${draw}`);
    expect(new Set(keys).size).toBe(30);
    expect(keys.slice(0, 4)).toEqual(["baseline 1/1 1", "matchmaking 1/1 1", "both 1/1 1", "baseline 2/1 1"]);
    expect(keys.at(-1)).toBe("both 5/2 2");
  });

  it.each([
    ["2", "5"],
    ["4", "1"],
  ])("gives the same bytes on %s workers in batches of %s", (workers, size) => {
    const out = at(`workers-${workers}`);
    run("study", file, "--out", out, "--workers", workers, "--batch-size", size);
    expect(resultOf(out)).toEqual(resultOf(reference));
  });

  it("gives the same bytes in three shards, merged in any order", () => {
    const shards = ["2", "3", "1"].map((index) => {
      const out = at(`shard-${index}`);
      run("study", file, "--out", out, "--workers", "0", "--shard", `${index}/3`);
      return out;
    });
    run("merge", ...shards, "--out", at("merged"));
    expect(resultOf(at("merged"))).toEqual(resultOf(reference));
    // What cannot be merged is told at once, and nothing is written.
    run(
      "study",
      studyFile(newFolder(), readFileSync(file, "utf8").replace("seeds: 5", "seeds: 3")),
      "--out",
      at("other"),
      "--workers",
      "0",
    );
    const wrong = eslabon("merge", shards[0], shards[0], at("other"), at("nothing"), "--out", at("wrong"));
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain("3 problems");
    expect(wrong.stderr).toContain(`${at("nothing")}: found "nothing", expected the folder of a study`);
    expect(wrong.stderr).toMatch(/other: study: found "[0-9a-f]{16}", expected [0-9a-f]{16}, the study of/);
    expect(wrong.stderr).toMatch(
      /found "runs 9 to 17", expected each run once; runs 9 to 17 are in .*shard-2 too/,
    );
    const missing = eslabon("merge", shards[0], "--out", at("wrong"));
    expect(missing.stderr).toContain('found "no runs 0 to 8", expected every shard of the study');
    expect(missing.stderr).toContain('found "no runs 18 to 29", expected every shard of the study');
    expect(existsSync(at("wrong"))).toBe(false);
    // A finished folder is no place for another.
    const again = eslabon("merge", ...shards, "--out", at("merged"));
    expect(again.stderr).toContain("expected a new folder; this one holds a study");
  });

  it("can be killed at any moment, again and again, and resumes to the same bytes", async () => {
    const out = at("killed");
    const moments = [0, 0].map(() => Math.floor(Math.random() * 60));
    let words = ["study", file, "--out", out];
    for (const ms of moments) {
      const before = batchesOf(out);
      const signal = { signal: "SIGKILL", batches: before.length + 2, ms } as const;
      const { code } = await interrupted([...words, "--workers", "2", "--batch-size", "3"], out, signal);
      expect(code).toBeNull();
      const after = batchesOf(out);
      // What was there is there still, and something has been added.
      expect(after).toEqual(expect.arrayContaining(before));
      expect(after.length).toBeGreaterThan(before.length);
      words = ["resume", out];
    }
    run(...words, "--workers", "0", "--batch-size", "7");
    expect(resultOf(out), `killed after ${moments.join(", ")} ms`).toEqual(resultOf(reference));
    expect(existsSync(join(out, "batches"))).toBe(false);
  });

  it("loses nothing when its worker threads are killed", async () => {
    const out = at("workers-killed");
    const seed = 1 + Math.floor(Math.random() * 1e6);
    process.env["KILLS"] = `4,${seed}`;
    const preload = ["--import", "./test/cli/study/kill-workers.mjs"];
    const { code, stderr } = await interrupted(
      ["study", file, "--out", out, "--workers", "2", "--batch-size", "6"],
      out,
      undefined,
      preload,
    );
    expect(code, stderr).toBe(0);
    expect(stderr.match(/killing a worker/g)?.length).toBeGreaterThan(1);
    expect(resultOf(out), `seed ${seed}`).toEqual(resultOf(reference));
  });

  it("stops after the running batches on Ctrl-C, says how to go on, and goes on", async () => {
    const out = at("stopped");
    const words = ["study", file, "--out", out, "--workers", "0", "--batch-size", "3"];
    const { code, stderr } = await interrupted(words, out, { signal: "SIGINT", batches: 1, ms: 0 });
    expect(code, stderr).toBe(130);
    expect(stderr).toMatch(/Stopping after the running batches; once more stops at once/);
    expect(stderr).toContain(`of 30 runs. eslabon resume ${out} goes on.`);
    expect(readdirSync(join(out, "batches")).filter((name) => name.endsWith(".part"))).toEqual([]);
    const refused = eslabon(...words);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain(
      "expected a new folder; this one holds a study: eslabon resume goes on with it",
    );
    run(...words, "--continue");
    expect(resultOf(out)).toEqual(resultOf(reference));
  });

  it("replays each of its runs with the fingerprint of its row", () => {
    const { stdout, status } = eslabon("replay", reference, "16");
    expect(status).toBe(0);
    expect(stdout).toContain("Run 16, draw 2.");
    expect(stdout).toContain("The fingerprint is the one of its row.");
    const beyond = eslabon("replay", reference, "30");
    expect(beyond.stderr).toContain(`run: found 30, expected the index of a run of ${reference}: 0 to 29`);
  });
});
