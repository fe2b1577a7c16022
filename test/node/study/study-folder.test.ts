import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StudyRow } from "../../../src/analysis/study/rows.ts";
import { defineStudy } from "../../../src/analysis/study/study.ts";
import { replayRun } from "../../../src/node/study/replay-run.ts";
import { resumeStudy, runStudy, type StudyProgress } from "../../../src/node/study/run-study.ts";
import { openStudyFolder } from "../../../src/node/study/study-folder.ts";
import { version } from "../../../src/version.ts";

const folder = mkdtempSync(join(tmpdir(), "eslabon-study-folder-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (...names: string[]) => join(folder, ...names);

const size = { population: 50, months: 14, burnInMonths: 0 };
const study = defineStudy({
  id: "small",
  question: "Does anybody bid?",
  scenarios: [
    { id: "baseline", ...size },
    { id: "published", policies: [{ policy: "transparency-mandate", startMonth: 2 }], ...size },
  ],
  seeds: 3,
  draws: { count: 2, parameters: ["trialMonths"] },
  metrics: ["bids", "publicCostUsd", "projectsWithResearchCentre"],
  windows: [
    { id: "all", fromMonth: 2, toMonth: 14 },
    { id: "late", fromMonth: 8, toMonth: 14 },
  ],
  confidence: 0.8,
});
const here = { workers: 0, batchSize: 2 };

/** Runs the study, or a part of it, until so many runs are there. */
async function until(name: string, runs: number, shard?: { readonly index: number; readonly count: number }) {
  const stop = new AbortController();
  const onProgress = ({ done }: StudyProgress) => {
    if (done >= runs) stop.abort();
  };
  await runStudy(study, at(name), { ...here, shard: shard ?? null, signal: stop.signal, onProgress });
  return at(name);
}

/** A copy with one of its files changed. */
function changed(from: string, name: string, file: string, change: (text: string) => string): string {
  cpSync(at(from), at(name), { recursive: true });
  writeFileSync(at(name, file), change(readFileSync(at(name, file), "utf8")));
  return at(name);
}

const json = (...names: string[]) =>
  JSON.parse(readFileSync(at(...names), "utf8")) as Record<string, unknown>;
const sha256Of = (text: string) => createHash("sha256").update(text).digest("hex");

/** Says in a batch that one of its runs failed, as the process that made it would have. */
const withFailure = (run: number) => (text: string) => {
  const [header, ...lines] = text.trimEnd().split("\n");
  const rows = lines.map((line) => {
    const { fingerprint, values, ...row } = JSON.parse(line) as StudyRow;
    return row.run === run ? { ...row, error: "an invariant" } : { ...row, fingerprint, values };
  });
  const body = rows.map((row) => `${JSON.stringify(row)}\n`).join("");
  return `${JSON.stringify({ ...(JSON.parse(header) as object), sha256: sha256Of(body) })}\n${body}`;
};

const toldOfSecond: (readonly [number, number])[] = [];

beforeAll(async () => {
  await runStudy(study, at("whole"), here);
  await until("begun", 4);
  const onProgress = ({ done, total }: StudyProgress) => toldOfSecond.push([done, total]);
  await runStudy(study, at("second"), { ...here, shard: { index: 2, count: 3 }, onProgress });
});

describe("the folder of a finished study", () => {
  it("sums up what was asked, and names the rows that it sums up", () => {
    const { effects, levels, scenarios, ...said } = json("whole", "summary.json");
    expect(said).toEqual({
      study: { id: "small", question: "Does anybody bid?", hash: study.hash },
      version,
      baseline: "baseline",
      seeds: 3,
      draws: study.draws,
      windows: study.windows,
      confidence: 0.8,
      runs: 12,
      failed: 0,
      failures: [],
      rowsSha256: sha256Of(readFileSync(at("whole", "rows.jsonl"), "utf8")),
    });
    expect(scenarios).toMatchObject([{ id: "baseline" }, { id: "published" }]);
    expect([effects, levels]).toMatchObject([{ length: 6 }, { length: 12 }]);
  });

  it("has its effects as a table too, with ties in words", () => {
    const { effects } = json("whole", "summary.json") as {
      effects: Record<string, string | number | null>[];
    };
    const rows = parse<Record<string, string>>(readFileSync(at("whole", "effects.csv")), { columns: true });
    expect(Object.keys(rows[0])).toEqual(Object.keys(effects[0]));
    const cell = (value: string | number | null) => (value === null ? "" : String(value));
    expect(rows).toEqual(
      effects.map(({ tie, ...effect }) => ({
        ...Object.fromEntries(Object.entries(effect).map(([name, value]) => [name, cell(value)])),
        tie: tie ? "yes" : "no",
      })),
    );
    expect(new Set(rows.map(({ tie }) => tie)).size).toBe(2);
  });

  it("tells the runs that failed, on the way and at the end", async () => {
    const path = changed("begun", "failed", "batches/000000002-000000004.jsonl", withFailure(3));
    const told: StudyProgress[] = [];
    const { finished } = await resumeStudy(path, { ...here, onProgress: (progress) => told.push(progress) });
    expect(told[0]).toMatchObject({ done: 4, total: 12, failed: 1 });
    expect(told.at(-1)).toMatchObject({ done: 12, total: 12, failed: 1 });
    expect(finished?.failed).toBe(1);
    const failures = [{ run: 3, scenario: "published", seed: "2/1", draw: 1, error: "an invariant" }];
    expect(json("failed", "summary.json")).toMatchObject({ runs: 12, failed: 1, failures });
  });

  it("that holds a part has its runs alone, and no summary, which would be of these only", async () => {
    expect(openStudyFolder(at("second")).finished).toMatchObject({
      runs: { from: 4, to: 8 },
      summarySha256: null,
    });
    expect(() => json("second", "summary.json")).toThrow("ENOENT");
    expect(toldOfSecond).toEqual([0, 2, 4].map((done) => [done, 4]));
    expect(await resumeStudy(at("second"), here)).toMatchObject({ done: 4, total: 4 });
  });

  it.each([
    ["of another study", /"study": "[0-9a-f]{16}"/, '"study": "0123456789abcdef"'],
    ["of another version", /"version": "[^"]+"/, '"version": "0.0.1"'],
    ["of runs before its own", '"from": 4', '"from": 2'],
    ["of runs after its own", '"to": 8', '"to": 10'],
    ["with more failures than runs", '"failed": 0', '"failed": 5'],
    ["with half a failure", '"failed": 0', '"failed": 0.5'],
    ["without the hash of its rows", /"rowsSha256": "[0-9a-f]+"/, '"rowsSha256": "none"'],
  ])("is not opened by a record %s", async (name, part, other) => {
    const path = changed("second", name, "finished.json", (text) => text.replace(part, other));
    await expect(resumeStudy(path, here)).rejects.toThrow(
      `${join(path, "finished.json")}: found "not what the manifest says", expected the file as it was written`,
    );
  });
});

describe("the folder of a study that runs", () => {
  it.each([
    ["of another hash", /"studyHash": "[0-9a-f]{16}"/, '"studyHash": "0123456789abcdef"'],
    ["of runs before its own", '"from": 0', '"from": 2'],
    ["of fewer runs than its own", '"to": 12', '"to": 10'],
    ["of a part that there is not", '"shard": null', '"shard": { "index": 3, "count": 2 }'],
    ["that is no object", /[^]+/, "null"],
  ])("is not gone on with by a manifest %s", async (name, part, other) => {
    const path = changed("begun", name, "manifest.json", (text) => text.replace(part, other));
    await expect(resumeStudy(path, here)).rejects.toThrow(
      /manifest\.json: found ".+", expected the file as it was written; it was changed or cut off since/,
    );
  });

  it.each([
    ["a batch in the middle", "000000004-000000006.jsonl", "found 6, expected run 4"],
    ["the last batch", "000000010-000000012.jsonl", 'found "the end", expected run 10'],
  ])("does not come to an end once %s has gone meanwhile", async (name, batch, words) => {
    const path = at(name);
    const onProgress = ({ done, total }: StudyProgress) => {
      if (done === total) rmSync(join(path, "batches", batch));
    };
    await expect(runStudy(study, path, { ...here, onProgress })).rejects.toThrow(words);
    expect(readdirSync(path).toSorted()).toEqual(["batches", "manifest.json"]);
    await resumeStudy(path, here);
    expect(json(name, "finished.json")).toEqual(json("whole", "finished.json"));
  });
});

describe("a run of a study", () => {
  it("is held against its own row, while the study runs and when it is finished", async () => {
    for (const [name, runs] of [
      ["begun", [0, 1, 2, 3]],
      ["second", [4, 7]],
      ["whole", [10, 11]],
    ] as const) {
      for (const run of runs) expect((await replayRun(at(name), run)).row).toMatchObject({ run });
    }
    expect((await replayRun(at("begun"), 4)).row).toBeUndefined();
  });

  it("is one of the folder's, by its index", async () => {
    for (const run of [3, 8, 4.5, -1]) {
      await expect(replayRun(at("second"), run)).rejects.toThrow(
        `run: found ${run}, expected the index of a run of ${at("second")}: 4 to 7`,
      );
    }
  });
});
