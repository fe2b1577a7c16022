import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defineStudy } from "../../../src/analysis/study/study.ts";
import { simulate } from "../../../src/engine/run.ts";
import { openExport } from "../../../src/node/export/export-folder.ts";
import { exportStudy, openFinishedStudy, studyTableNames } from "../../../src/node/export/export-study.ts";
import { runStudy } from "../../../src/node/study/run-study.ts";

const folder = mkdtempSync(join(tmpdir(), "eslabon-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (...names: string[]) => join(folder, ...names);

const size = { months: 14, burnInMonths: 6, population: 50 };
const study = defineStudy({
  id: "small",
  scenarios: [
    { id: "baseline", ...size },
    { id: "portal", ...size, policies: [{ policy: "supplier-portal", startMonth: 2 }] },
  ],
  seeds: 2,
  draws: { count: 2, parameters: ["trialMonths"] },
  metrics: ["spendUsd", "peruvianBids"],
  windows: [
    { id: "all", fromMonth: 2, toMonth: 14 },
    { id: "late", fromMonth: 8, toMonth: 14 },
  ],
  keep: ["monthly"],
});

beforeAll(async () => {
  await runStudy(study, at("study"), { workers: 0 });
  await exportStudy(at("study"), { out: at("tables"), format: "jsonl" });
});

const rowsOf = (table: string) =>
  readFileSync(at("tables", `${table}.jsonl`), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe("an exported study", () => {
  it("has every table that a study can fill", async () => {
    const names = studyTableNames(await openFinishedStudy(at("study")));
    expect(names).toEqual(["runs", "window-metrics", "monthly-metrics", "draws", "effects", "levels"]);
    const files = [
      ...names.map((name) => `${name}.jsonl`),
      "dictionary.csv",
      "dictionary.json",
      "manifest.json",
    ];
    expect(readdirSync(at("tables")).toSorted()).toEqual(files.toSorted());
  });

  it("has a row for every run and the months of each, as the runs gave them", () => {
    const runs = rowsOf("runs");
    expect(runs.map(({ run }) => run)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    const [{ trialMonths }] = rowsOf("draws");
    const made = simulate(
      { id: "baseline", ...size, parameters: { trialMonths: trialMonths as number } },
      { seed: "1/1" },
    );
    expect(runs[0]).toMatchObject({ seed: "1/1", draw: 1, fingerprint: made.fingerprint, error: null });
    const months = rowsOf("monthly-metrics").filter(({ run }) => run === 0);
    expect(months.map(({ spendUsd }) => spendUsd)).toEqual([...made.metrics.spendUsd]);
    expect(months[13]).toMatchObject({ month: 13, date: "2018-02" });
    const ofWindows = rowsOf("window-metrics").filter(({ run }) => run === 0);
    expect(ofWindows.map(({ window, fromMonth, toMonth }) => [window, fromMonth, toMonth])).toEqual([
      ["all", 2, 14],
      ["late", 8, 14],
    ]);
    for (const [metric, series] of [
      ["spendUsd", made.metrics.spendUsd],
      ["peruvianBids", made.metrics.peruvianBids],
    ] as const) {
      const aYear = (from: number) =>
        [...series].slice(from, 14).reduce((sum, value) => sum + value, 0) * (12 / (14 - from));
      ofWindows.forEach((row, i) => expect(row[metric] as number).toBeCloseTo(aYear([2, 8][i]), 3));
    }
  });

  it("has the effects and levels of the study's own summary", () => {
    const summary = JSON.parse(readFileSync(at("study", "summary.json"), "utf8")) as {
      effects: object[];
      levels: object[];
    };
    expect(rowsOf("effects")).toMatchObject(summary.effects);
    expect(rowsOf("levels")).toMatchObject(summary.levels);
    expect(rowsOf("effects")[0]).toMatchObject({ baseline: "baseline", fromMonth: 2, toMonth: 14 });
  });

  it("says in its manifest of which study it is", () => {
    expect(JSON.parse(readFileSync(at("tables", "manifest.json"), "utf8"))).toMatchObject({
      seeds: 2,
      study: {
        ...{ id: "small", question: study.question, hash: study.hash, runs: 8, failed: 0 },
        ...{ draws: study.draws, windows: study.windows, metrics: study.metrics, confidence: 0.95 },
        rowsSha256: createHash("sha256")
          .update(readFileSync(at("study", "rows.jsonl")))
          .digest("hex"),
      },
      scenarios: study.scenarios.map(({ id, hash }) => ({ id, hash })),
    });
  });

  it("has the tables that are asked for alone, is followed, and can be ended", async () => {
    const told: (readonly [number, number])[] = [];
    const onProgress = (...news: [number, number]) => told.push(news);
    await exportStudy(at("study"), { out: at("levels"), tables: ["levels"], onProgress });
    expect(told).toEqual([[8, 8]]);
    const beside = ["dictionary.csv", "dictionary.json", "manifest.json"];
    expect(readdirSync(at("levels")).toSorted()).toEqual([...beside, "levels.csv"].toSorted());
    const enough = new Error("enough");
    const asked = { out: at("ended"), signal: AbortSignal.abort(enough) };
    await expect(exportStudy(at("study"), asked)).rejects.toBe(enough);
    expect(existsSync(at("ended"))).toBe(false);
  });

  it("keeps pairs together however many rows there are", async () => {
    const tiny = { months: 3, burnInMonths: 0, population: 50 };
    const many = defineStudy({
      id: "many",
      scenarios: [0.6, 1, 1.4].map((caution, i) => ({ id: `s${i}`, ...tiny, parameters: { caution } })),
      seeds: 70,
      metrics: ["bids"],
      windows: [{ fromMonth: 0, toMonth: 3 }],
    });
    await runStudy(many, at("many"), { workers: 0 });
    await exportStudy(at("many"), { out: at("many-tables"), format: "jsonl", tables: ["effects"] });
    const { effects } = JSON.parse(readFileSync(at("many", "summary.json"), "utf8")) as { effects: object[] };
    const rows = readFileSync(at("many-tables", "effects.jsonl"), "utf8").trim().split("\n");
    expect(rows.map((line) => JSON.parse(line) as object)).toMatchObject(effects);
  });

  it("is never put in the place of a study, which has a manifest too", () => {
    expect(() => openExport(at("study"), "csv", true)).toThrow(
      "a new folder, or an older export: this is none",
    );
    expect(existsSync(at("study", "rows.jsonl"))).toBe(true);
  });
});

describe("a study that cannot be exported", () => {
  it("is a part of one", async () => {
    await runStudy(study, at("part"), { workers: 0, shard: { index: 1, count: 2 } });
    await expect(openFinishedStudy(at("part"))).rejects.toThrow(
      'found "part 1/2", expected a whole study: `mergeStudies` puts its parts together',
    );
  });

  it("is one that is not finished", async () => {
    const stop = new AbortController();
    const onProgress = () => stop.abort();
    await runStudy(study, at("stopped"), { workers: 0, batchSize: 2, signal: stop.signal, onProgress });
    await expect(openFinishedStudy(at("stopped"))).rejects.toThrow(
      "expected a finished study: `resumeStudy` goes on with it",
    );
  });

  it("is one that cannot fill the tables that are asked for", async () => {
    await expect(
      exportStudy(at("study"), { out: at("more"), tables: ["effects", "events"] }),
    ).rejects.toThrow(
      'tables: found "events", expected one of: runs, window-metrics, monthly-metrics, draws, effects, levels; a study keeps numbers',
    );
    expect(existsSync(at("more"))).toBe(false);
  });

  it("is one whose rows were changed", async () => {
    const rows = at("part", "rows.jsonl");
    writeFileSync(at("study", "rows.jsonl"), readFileSync(rows));
    await expect(openFinishedStudy(at("study"))).rejects.toThrow("expected the rows as they were written");
  });
});
