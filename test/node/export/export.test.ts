import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compare } from "../../../src/analysis/compare.ts";
import { simulate } from "../../../src/engine/run.ts";
import { openExport, putInPlace } from "../../../src/node/export/export-folder.ts";
import { exportRuns, exportTableNames } from "../../../src/node/export/export-runs.ts";
import { openTable, type ExportFormat, type WrittenTable } from "../../../src/node/export/table-writer.ts";
import { effectsTable } from "../../../src/report/tables/effects-table.ts";
import { runTables } from "../../../src/report/tables/run-tables.ts";
import { integer, number, text, type TableRow } from "../../../src/report/tables/table-definition.ts";
import { defineScenario } from "../../../src/scenarios/scenario.ts";
import { version } from "../../../src/version.ts";

const size = { months: 14, burnInMonths: 12, population: 60 };
const scenarios = [
  defineScenario({ id: "baseline", ...size }),
  defineScenario({ id: "portal", ...size, policies: [{ policy: "supplier-portal", startMonth: 2 }] }),
];
const folder = mkdtempSync(join(tmpdir(), "eslabon-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (format: string, file: string) => join(folder, format, file);

let written: readonly WrittenTable[];

beforeAll(async () => {
  for (const format of ["csv", "jsonl", "parquet"] as const) {
    written = await exportRuns(scenarios, {
      seeds: 2,
      out: join(folder, format),
      format,
      tables: exportTableNames,
    });
  }
});

/** The runs that were exported, in the order of their rows. */
const runs = [1, 2].flatMap((seed) =>
  scenarios.map((scenario) => simulate(scenario, { seed, events: true })),
);

/** Rows of a table as the runs give them. */
function rowsOf(table: string): TableRow[] {
  return runs.flatMap((run) => [...runTables[table].rows(run)]);
}

/** The bytes of a table's Parquet file. */
function parquetFile(table: string): ArrayBuffer {
  const bytes = readFileSync(at("parquet", `${table}.parquet`));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
}

/** Rows of a table's Parquet file from one on, with whole numbers as numbers. */
async function parquetRows(table: string, rowStart = 0): Promise<TableRow[]> {
  const file = parquetFile(table);
  const rows = (await parquetReadObjects({ file, rowStart })) as Record<string, unknown>[];
  return rows.map(
    (row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, cell]) => [name, typeof cell === "bigint" ? Number(cell) : cell]),
      ) as TableRow,
  );
}

const unordered = (rows: readonly TableRow[]) =>
  rows.map((row) => Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))));

describe("exported tables", () => {
  it.each(Object.keys(runTables))("%s hold the runs' numbers bit for bit in every format", async (table) => {
    const expected = unordered(rowsOf(table));
    expect(expected.length).toBeGreaterThan(0);
    expect(unordered(await parquetRows(table))).toEqual(expected);
    const lines = readFileSync(at("jsonl", `${table}.jsonl`), "utf8")
      .trim()
      .split("\n");
    expect(unordered(lines.map((line) => JSON.parse(line) as TableRow))).toEqual(expected);
    const { columns } = runTables[table].definition;
    const cells = parse<Record<string, string>>(readFileSync(at("csv", `${table}.csv`)), { columns: true });
    const typed = cells.map((row) =>
      Object.fromEntries(
        columns.map(({ name, type }) => {
          const cell = row[name];
          if (cell === "") return [name, null];
          return [name, type === "text" ? cell : type === "boolean" ? cell === "true" : Number(cell)];
        }),
      ),
    );
    expect(unordered(typed)).toEqual(expected);
  });

  it("are read by DuckDB with the same sums", async () => {
    const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
    const connection = await instance.connect();
    const reader = await connection.runAndReadAll(
      `select max(spendUsd), count(*)::int from '${at("parquet", "monthly-metrics.parquet")}'`,
    );
    const rows = rowsOf("monthly-metrics");
    const highest = Math.max(...rows.map(({ spendUsd }) => spendUsd as number));
    expect(reader.getRows()).toEqual([[highest, rows.length]]);
    connection.closeSync();
  });

  it("come with a manifest that names every file with its rows and checksum, and every fingerprint", () => {
    const manifest = JSON.parse(readFileSync(at("csv", "manifest.json"), "utf8")) as {
      files: { file: string; rows: number; sha256: string; bytes: number }[];
      scenarios: { hash: string; content: object; fingerprints: string[] }[];
      seeds: string[];
    };
    for (const { file, sha256, bytes } of manifest.files) {
      const content = readFileSync(at("csv", file));
      expect(createHash("sha256").update(content).digest("hex")).toBe(sha256);
      expect(content.length).toBe(bytes);
    }
    expect(manifest).toMatchObject({ version, platform: { node: process.version }, seeds: ["1", "2"] });
    expect(manifest.scenarios).toMatchObject(
      scenarios.map(({ id, title, hash, reproducible, parameters, canonical }) => {
        const content = JSON.parse(canonical) as unknown;
        return { id, title, hash, reproducible, parameters, content };
      }),
    );
    expect(manifest.scenarios[1].fingerprints[1]).toBe(simulate(scenarios[1], { seed: 2 }).fingerprint);
    const named = [...manifest.files.map(({ file }) => file), "manifest.json", "dictionary.json"];
    expect(readdirSync(join(folder, "csv")).toSorted()).toEqual(named.toSorted());
  });

  it("come with a dictionary that explains every column", () => {
    const rows = parse<Record<string, string>>(readFileSync(at("csv", "dictionary.csv")), { columns: true });
    const definitions = [...Object.values(runTables).map(({ definition }) => definition), effectsTable];
    expect(rows).toEqual(
      definitions.flatMap(({ name: table, columns }) =>
        columns.map(({ name: column, type, unit, nullable, meaning }) => {
          expect(meaning, `${table}.${column}`).toMatch(/\w/);
          return { table, column, type, unit, nullable: String(nullable), meaning };
        }),
      ),
    );
    const { tables } = JSON.parse(readFileSync(at("csv", "dictionary.json"), "utf8")) as { tables: unknown };
    expect(tables).toEqual(JSON.parse(JSON.stringify(definitions)));
  });
});

describe("an export", () => {
  it("refuses a folder that is there, and overwrites only an older export", () => {
    expect(() => openExport(join(folder, "csv"), "csv")).toThrow("expected a folder that does not exist yet");
    mkdirSync(join(folder, "other"));
    expect(() => openExport(join(folder, "other"), "csv", true)).toThrow("this is none");
    openExport(join(folder, "csv"), "csv", true).abort();
    expect(existsSync(at("csv", "manifest.json"))).toBe(true);
  });

  it("does not take the place of what came to stand there while its runs were made", async () => {
    const late = join(folder, "late");
    const notes = join(late, "notes.txt");
    const onProgress = () => {
      mkdirSync(late, { recursive: true });
      writeFileSync(notes, "mine");
    };
    for (const [overwrite, words] of [
      [false, "expected a folder that does not exist yet"],
      [true, "this is none"],
    ] as const) {
      rmSync(late, { recursive: true, force: true });
      const asked = { seeds: 1, tables: ["runs"], workers: 0, out: late, overwrite, onProgress };
      await expect(exportRuns(scenarios, asked)).rejects.toThrow(words);
      expect(readFileSync(notes, "utf8")).toBe("mine");
      expect(readdirSync(folder).filter((name) => name.includes("late"))).toEqual(["late"]);
    }
  });

  it("leaves the older one where it stands when the new one cannot take its place", () => {
    const old = join(folder, "older");
    mkdirSync(old);
    writeFileSync(join(old, "manifest.json"), "old");
    expect(() => putInPlace(join(folder, "gone"), old)).toThrow("ENOENT");
    expect(readFileSync(join(old, "manifest.json"), "utf8")).toBe("old");
    expect(readdirSync(folder).filter((name) => name.startsWith("older"))).toEqual(["older"]);
  });

  it("has the usual tables where none are named, effects with them where there are pairs, of the months that are asked for", async () => {
    const told: (readonly [number, number])[] = [];
    const out = join(folder, "usual");
    const dead = join(folder, `.usual.${hostname()}.${spawnSync("true").pid}.1.part`);
    mkdirSync(dead);
    const listeners = process.listenerCount("exit");
    const window = { fromMonth: 6, toMonth: 12 };
    const onProgress = (...news: [number, number]) => told.push(news);
    const files = await exportRuns(scenarios, {
      seeds: 2,
      out,
      format: "jsonl",
      window,
      workers: 0,
      onProgress,
    });
    const usual = ["runs", "monthly-metrics", "funnel", "ladder", "suppliers", "treasury"];
    expect(files.map(({ table }) => table)).toEqual([...usual, "effects", "dictionary"]);
    expect(told).toEqual([1, 2, 3, 4].map((done) => [done, 4]));
    const [first] = readFileSync(join(out, "effects.jsonl"), "utf8").split("\n");
    const [{ metric, difference }] = compare(scenarios, { seeds: 2, window }).effects;
    expect(JSON.parse(first)).toMatchObject({ metric, difference, ...window });
    // What a killed process left goes, and this one leaves nobody who waits for its end.
    expect(existsSync(dead)).toBe(false);
    expect(process.listenerCount("exit")).toBe(listeners);
    await exportRuns(scenarios, { seeds: 1, out: join(folder, "single"), workers: 0 });
    expect(existsSync(join(folder, "single", "effects.csv"))).toBe(false);
  });

  it("leaves nothing behind when it fails", async () => {
    const unpaired = [scenarios[0], { ...size, id: "larger", population: 61 }];
    await expect(
      exportRuns(unpaired, { seeds: 2, out: join(folder, "failing"), tables: ["runs", "effects"] }),
    ).rejects.toThrow("cannot be paired");
    expect(readdirSync(folder).filter((name) => name.startsWith("failing"))).toEqual([]);
  });

  it("makes no run when it is ended before it begins", async () => {
    const enough = new Error("enough");
    const onProgress = () => expect.unreachable();
    const asked = { seeds: 1, workers: 0, out: at("csv", "ended"), signal: AbortSignal.abort(enough) };
    await expect(exportRuns(scenarios, { ...asked, onProgress })).rejects.toBe(enough);
    expect(existsSync(asked.out)).toBe(false);
  });

  it("tells which files of tables it wrote", () => {
    expect(written.map(({ table }) => table)).toEqual([...exportTableNames, "dictionary"]);
    for (const { file, bytes, rows } of written) {
      expect(readFileSync(at("parquet", file)).length, file).toBe(bytes);
      expect(rows, file).toBeGreaterThan(0);
    }
  });

  it("names everything that is wrong with what is asked", async () => {
    const asked = {
      seeds: 0,
      out: "",
      format: "xml" as ExportFormat,
      tables: ["evnts", "effects", "runs", "runs"],
      overwrite: "no" as never,
      window: { fromMonth: 0, toMonth: 15 },
      onProgress: 7 as never,
      workrs: 2,
    };
    const twice = [scenarios[0], { ...size, id: "baseline" }];
    const nowhere = { seeds: 1, out: "nowhere" };
    await expect(exportRuns(scenarios, { ...nowhere, tables: [] })).rejects.toThrow(
      "tables: found [], expected a list of at least one table's name",
    );
    await expect(exportRuns([], nowhere)).rejects.toThrow("expected a list of at least one scenario");
    await expect(exportRuns(twice, asked)).rejects.toThrow(
      [
        "an export: 11 problems",
        '  - scenarios[1].id: found "baseline", expected an id of its own; scenarios[0] has the same',
        "  - seeds: found 0, expected a whole number of seeds from 1 to 1000000, or a list of seeds",
        '  - workrs: found "workrs", expected one of: out, format, overwrite, tables, onProgress, signal, seeds, window, workers, workerUrl; did you mean "workers"?',
        "  - onProgress: found 7, expected a function of (done, total)",
        '  - out: found "", expected the path of a folder',
        '  - format: found "xml", expected one of: csv, jsonl, parquet',
        '  - overwrite: found "no", expected true or false',
        '  - tables: found "evnts", expected one of: runs, monthly-metrics, funnel, funnel-by-buyer, ladder, suppliers, treasury, tenders, candidates, contracts, events; did you mean "events"?',
        '  - tables: found "effects", expected one of: runs, monthly-metrics, funnel, funnel-by-buyer, ladder, suppliers, treasury, tenders, candidates, contracts, events; effects need at least two scenarios, the baseline first, and two seeds',
        '  - tables: found "runs", expected each table once',
        "  - window.toMonth: found 15, expected a whole month from 1 to 14, the first that is no longer counted",
      ].join("\n"),
    );
  });

  it("says in one error where it cannot write, in a program's words", async () => {
    await expect(exportRuns(scenarios, { seeds: 1, out: join(folder, "csv") })).rejects.toThrow(
      `an export: 1 problem\n  - out: found "${join(folder, "csv")}", expected a folder that does not exist yet; \`overwrite: true\` replaces an older export`,
    );
    expect(() => openExport("/proc/nowhere/out", "csv")).toThrow(
      "expected a folder that can be made, and stays; nothing was left behind",
    );
  });

  it("takes any iterable of rows, in many row groups, and refuses what a table does not say", async () => {
    const columns = [text("name", "a"), number("value", "", "b"), integer("count", "", "c", true)];
    const definition = { name: "any", meaning: "", columns };
    function* rows(): Generator<TableRow> {
      for (let i = 0; i < 270_000; i++) yield { name: `n${i % 3}`, value: i / 7, count: null };
    }
    const writer = openTable(definition, join(folder, "parquet"), "parquet");
    writer.add(rows());
    expect(writer.finish().rows).toBe(270_000);
    expect(await parquetRows("any", 269_999)).toEqual([{ name: "n2", value: 269_999 / 7, count: null }]);
    const { row_groups: groups, schema } = parquetMetadata(parquetFile("any"));
    expect(groups.map(({ num_rows: count }) => Number(count))).toEqual([133_333, 133_333, 3_334]);
    expect(schema.slice(1).map(({ type, repetition_type: kind }) => [type, kind])).toEqual([
      ["BYTE_ARRAY", "REQUIRED"],
      ["DOUBLE", "REQUIRED"],
      ["INT64", "OPTIONAL"],
    ]);
    const strict = openTable({ ...definition, name: "strict" }, folder, "csv" satisfies ExportFormat);
    const sound = { name: "x", value: 1, count: 1 };
    for (const [wrong, words] of [
      [{ value: Number.NaN }, "column value: found NaN, expected number"],
      [{ name: 3 }, "column name: found 3, expected text"],
      [{ value: null }, "column value: found null, expected number"],
      [{ count: 0.5 }, "column count: found 0.5, expected integer"],
      [{ count: 2 ** 53 }, "column count: found 9007199254740992, expected integer"],
    ] as const) {
      expect(() => strict.add([{ ...sound, ...wrong }])).toThrow(`table strict, ${words}`);
    }
    strict.abort();
  });

  it("writes a zero without a sign in every format, so that nobody takes it for two values", async () => {
    const columns = [number("value", "", "a")];
    for (const format of ["csv", "jsonl", "parquet"] as const) {
      const writer = openTable({ name: "zero", meaning: "", columns }, join(folder, format), format);
      writer.add([{ value: -0 }]);
      writer.finish();
    }
    expect(readFileSync(at("csv", "zero.csv"), "utf8")).toBe("value\n0\n");
    expect(readFileSync(at("jsonl", "zero.jsonl"), "utf8")).toBe('{"value":0}\n');
    expect(Object.is((await parquetRows("zero"))[0]["value"], 0)).toBe(true);
  });
});
