import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { mergeStudies, readStudyFile, replayRun, resumeStudy, runStudy, type StudyRow } from "eslabon/node";
import { beforeAll, describe, expect, it } from "vitest";
import { batchesOf, command, newFolder, resultOf, studyFile } from "./folders.ts";

const folder = newFolder();
const file = studyFile(folder);
const study = readStudyFile(file);
const reference = join(folder, "reference");
const at = (name: string) => join(folder, name);

/** A study that goes on for long after its first batches, so that what interrupts it comes before its end on any machine. */
const long = { file: studyFile(folder, 40), reference: join(folder, "long"), runs: 240 };

beforeAll(async () => {
  await runStudy(study, reference, { workers: 0 });
  await runStudy(readStudyFile(long.file), long.reference, { workers: 0 });
});

describe("a study", () => {
  it("has a row for each scenario, seed and draw, in the order of its runs", () => {
    const rows = readFileSync(join(reference, "rows.jsonl"), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as StudyRow);
    expect(rows.map((row) => row.run)).toEqual(Array.from({ length: 30 }, (_, i) => i));
    const keys = rows.map(({ scenario, seed, draw }) => `${scenario} ${seed} ${draw}`);
    expect(new Set(keys).size).toBe(30);
    expect(keys.slice(0, 4)).toEqual(["baseline 1/1 1", "matchmaking 1/1 1", "both 1/1 1", "baseline 2/1 1"]);
    expect(keys.at(-1)).toBe("both 5/2 2");
  });

  it.each([
    [2, 5],
    [4, 1],
  ])("gives the same bytes on %i workers in batches of %i", async (workers, batchSize) => {
    const out = at(`workers-${workers}`);
    await runStudy(study, out, { workers, batchSize });
    expect(resultOf(out)).toEqual(resultOf(reference));
  });

  it("gives the same bytes in three shards, merged in any order", async () => {
    const shards = [2, 3, 1].map((index) => ({ index, count: 3 }));
    const folders = shards.map(({ index }) => at(`shard-${index}`));
    for (const [i, shard] of shards.entries()) await runStudy(study, folders[i], { workers: 0, shard });
    await mergeStudies(folders, at("merged"));
    expect(resultOf(at("merged"))).toEqual(resultOf(reference));
    // What cannot be merged is told at once, and nothing is written.
    await runStudy(readStudyFile(studyFile(folder, 3)), at("other"), { workers: 0 });
    const wrong = mergeStudies([folders[0], folders[0], at("other"), at("nothing")], at("wrong"));
    await expect(wrong).rejects.toThrow("3 problems");
    await expect(wrong).rejects.toThrow(`${at("nothing")}: found "nothing", expected the folder of a study`);
    await expect(wrong).rejects.toThrow(
      /other: study: found "[0-9a-f]{16}", expected [0-9a-f]{16}, the study of/,
    );
    await expect(wrong).rejects.toThrow(
      /found "runs 9 to 17", expected each run once; runs 9 to 17 are in .*shard-2 too/,
    );
    const missing = mergeStudies([folders[0]], at("wrong"));
    await expect(missing).rejects.toThrow('found "no runs 0 to 8", expected every shard of the study');
    await expect(missing).rejects.toThrow('found "no runs 18 to 29", expected every shard of the study');
    expect(existsSync(at("wrong"))).toBe(false);
    // A finished folder is no place for another.
    const again = mergeStudies(folders, at("merged"));
    await expect(again).rejects.toThrow("expected a new folder; this one holds a study");
  });

  it("can be killed at any moment, again and again, and resumes to the same bytes", async () => {
    const out = at("killed");
    const moments = [0, 0].map(() => Math.floor(Math.random() * 30));
    let words = ["study", long.file, "--out", out];
    for (const ms of moments) {
      const before = batchesOf(out);
      const signal = { signal: "SIGKILL", out, batches: before.length + 2, ms } as const;
      const { code } = await command([...words, "--workers", "2", "--batch-size", "3"], signal);
      expect(code).toBeNull();
      const after = batchesOf(out);
      // What was there is there still, and something has been added.
      expect(after).toEqual(expect.arrayContaining(before));
      expect(after.length).toBeGreaterThan(before.length);
      words = ["resume", out];
    }
    await resumeStudy(out, { workers: 0, batchSize: 7 });
    expect(resultOf(out), `killed after ${moments.join(", ")} ms`).toEqual(resultOf(long.reference));
    expect(existsSync(join(out, "batches"))).toBe(false);
  });

  it("loses nothing when its worker threads are killed", async () => {
    const out = at("workers-killed");
    // As a thread begins to load, and as it says that it is ready: while it has work, or is about to.
    const moments = ["online", "message"];
    const killed: Promise<number>[] = [];
    const kill = (message: unknown) => {
      const { worker } = message as { readonly worker: Worker };
      const moment = moments[killed.length];
      if (moment === undefined) return;
      killed.push(new Promise((resolve) => worker.once("exit", resolve)));
      worker.once(moment, () => void worker.terminate());
    };
    subscribe("worker_threads", kill);
    await runStudy(study, out, { workers: 2, batchSize: 6 }).finally(() =>
      unsubscribe("worker_threads", kill),
    );
    // A thread that was not killed would have ended with 0.
    expect(await Promise.all(killed)).toEqual([1, 1]);
    expect(resultOf(out)).toEqual(resultOf(reference));
  });

  it("stops after the running batches on Ctrl-C, says how to go on, and goes on", async () => {
    const out = at("stopped");
    const words = ["study", long.file, "--out", out, "--workers", "0", "--batch-size", "3"];
    const { code, stderr } = await command(words, { signal: "SIGINT", out, batches: 1, ms: 0 });
    expect(code, stderr).toBe(130);
    expect(stderr).toMatch(/Stopping after the running batches; once more stops at once/);
    expect(stderr).toContain(`of ${long.runs} runs. eslabon resume ${out} goes on.`);
    expect(readdirSync(join(out, "batches")).filter((name) => name.endsWith(".part"))).toEqual([]);
    await expect(runStudy(study, out)).rejects.toThrow(
      "expected a new folder; this one holds a study: `resumeStudy` goes on with one that was stopped",
    );
    const { code: ended } = await command([...words, "--continue"]);
    expect(ended).toBe(0);
    expect(resultOf(out)).toEqual(resultOf(long.reference));
  });

  it("tells a program all that its summary says, when it has run, gone on or been merged", async () => {
    const summary = JSON.parse(readFileSync(join(reference, "summary.json"), "utf8")) as unknown;
    const [resumed, merged] = await Promise.all([
      command(["resume", reference, "--json"]),
      command(["merge", reference, "--out", at("merged-one"), "--json"]),
    ]);
    expect(JSON.parse(resumed.stdout)).toMatchObject({ folder: reference, done: 30, total: 30, summary });
    expect(JSON.parse(merged.stdout)).toMatchObject({ folder: at("merged-one"), summary });
    // A scheduler that starts a merge twice gets the same; another study is never taken for it.
    const other = at("other-study");
    await runStudy(readStudyFile(studyFile(folder, 1)), other, { workers: 0 });
    const [again, wrong] = await Promise.all(
      [reference, other].map((from) =>
        command(["merge", from, "--out", at("merged-one"), "--continue", "--json"]),
      ),
    );
    expect(again).toEqual(merged);
    expect(wrong).toMatchObject({ code: 2, stdout: "" });
    expect(wrong.stderr).toContain("the study that was asked for; the folder holds another");
  });

  it("replays each of its runs with the fingerprint of its row", async () => {
    const { run, row, place } = await replayRun(reference, 16);
    expect(place.draw).toBe(2);
    expect(run.fingerprint).toBe(row?.fingerprint);
    await expect(replayRun(reference, 30)).rejects.toThrow(
      `run: found 30, expected the index of a run of ${reference}: 0 to 29`,
    );
  });
});
