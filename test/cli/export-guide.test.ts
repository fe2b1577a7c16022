import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import { spendTable } from "../../src/data/spend.ts";
import { defineScenario, type Run, simulate } from "../../src/index.ts";
import { eslabonIn, wordsOf } from "./eslabon.ts";

const guide = readFileSync("docs/export.md", "utf8");
const lines = [...guide.matchAll(/^ {4}npx eslabon (.+)$/gm)].map(([, line]) => line);
const recipes = (language: string) =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([^\`]+)^\`\`\``, "gm"))].map(([, text]) => text);
const folder = mkdtempSync(join(tmpdir(), "eslabon-export-"));

/** A command that runs a file in a language, of those that this machine has; null when it has none. */
function firstWith(commands: readonly string[], probe: readonly string[]): string | null {
  return commands.find((command) => spawnSync(command, probe).status === 0) ?? null;
}
const python = firstWith(["python3", "/usr/bin/python3"], ["-c", "import pandas"]);
const rscript = firstWith(["Rscript"], ["-e", "1"]);

let expected: number[];

beforeAll(async () => {
  expected = differences();
  symlinkSync(resolve("examples"), join(folder, "examples"));
  for (const line of lines) {
    const { status, stderr } = await eslabonIn(folder, ...wordsOf(line));
    expect(status, `${line}: ${stderr}`).toBe(0);
  }
});

/** The runs of the page's export, from the library: those of each scenario by seed. */
function worlds(): Run[][] {
  const size = { population: 60, months: 48 };
  const policies = { baseline: [], "supplier-portal": ["supplier-portal"] } as const;
  return Object.entries(policies).map(([id, names]) => {
    const scenario = defineScenario({ id, ...size, policies: names });
    return [1, 2].map((seed) => simulate(scenario, { seed }));
  });
}

/** The answer of the first recipes: US$ million a year by year. */
function differences(): number[] {
  const [baseline, portal] = worlds().map((runs) => runs.map(({ metrics }) => metrics.localValueNetUsd));
  return [0, 1, 2, 3].map((year) => {
    let sum = 0;
    portal.forEach((series, i) => {
      for (let month = 12 * year; month < 12 * year + 12; month++) sum += series[month] - baseline[i][month];
    });
    return sum / portal.length / 1e6;
  });
}

/** Pairs of a year and a number in what a recipe printed. */
function printed(text: string): number[][] {
  return [...text.matchAll(/(20\d\d)\s+(-?[\d.]+(?:e[+-]?\d+)?)\s*$/gm)].map(([, year, value]) => [
    Number(year),
    Number(value),
  ]);
}

function expectAnswer(rows: readonly (readonly number[])[]): void {
  expect(rows.map(([year]) => year)).toEqual([2017, 2018, 2019, 2020]);
  expect(Math.max(...expected.map(Math.abs))).toBeGreaterThan(0.001);
  rows.forEach(([, value], i) => expect(value).toBeCloseTo(expected[i], 3));
}

async function query(sql: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  const here = sql.replaceAll(/'((?:study-)?tables[^']*)'/g, (_, path: string) => `'${join(folder, path)}'`);
  const rows = (await connection.runAndReadAll(here)).getRows();
  connection.closeSync();
  return rows;
}

function run(command: string, recipe: string, option: string): string {
  const { status, stdout, stderr } = spawnSync(command, [option, recipe], { cwd: folder, encoding: "utf8" });
  expect(status, stderr).toBe(0);
  return stdout;
}

describe("the guide of exports", () => {
  it("has a program that writes the tables of its commands", () => {
    const [program] = recipes("js");
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(resolve("."), join(folder, "node_modules/eslabon"), "dir");
    writeFileSync(join(folder, "program.mjs"), program);
    expect(run(process.execPath, "program.mjs", "--no-warnings")).toContain("monthly-metrics.csv 192\n");
    const [ours, theirs] = ["my-tables", "tables"].map((name) =>
      readFileSync(join(folder, name, "monthly-metrics.csv"), "utf8"),
    );
    expect(ours).toBe(theirs);
    expect(existsSync(join(folder, "my-study-tables", "effects.parquet"))).toBe(true);
  });

  it("has recipes in three languages", () => {
    expect([recipes("sql"), recipes("python"), recipes("r")].map(({ length }) => length)).toEqual([4, 1, 1]);
  });

  it("reads the tables in DuckDB", async () => {
    expectAnswer((await query(recipes("sql")[0])).map((row) => row.map(Number)));
  });

  it("tells in DuckDB what suppliers of services gain, all of them and nobody else", async () => {
    const services = spendTable.filter(({ kind }) => kind === "service").map(({ id }) => id);
    const [, named] = /name in \(([^)]+)\)/.exec(recipes("sql")[1]) ?? [];
    expect([...named.matchAll(/'([^']+)'/g)].map(([, id]) => id)).toEqual(services);
    const [baseline, portal] = worlds().map((runs) =>
      runs.map(({ ladder }) =>
        ladder.byCategory
          .filter(({ year, category }) => year >= 2019 && services.includes(category))
          .reduce((sum, row) => sum + row.peruvianWithSubcontractsUsd / 2 / 1e6, 0),
      ),
    );
    const gained = portal.reduce((sum, usd, i) => sum + (usd - baseline[i]) / portal.length, 0);
    const rows = await query(recipes("sql")[1]);
    expect(rows.map(([scenario]) => scenario)).toEqual(["supplier-portal"]);
    expect(rows[0][1]).toBeCloseTo(gained, 6);
  });

  it("tells in DuckDB by how much winners are cheaper than the next", async () => {
    const distances = new Map<string, number[]>();
    for (const seed of [1, 2]) {
      const run = simulate({ id: "baseline", population: 60, months: 48 }, { seed, events: true });
      for (const event of run.events ?? []) {
        if (event.type !== "tender" || event.month < 0 || event.bids.length < 2) continue;
        const [winner, next] = event.bids.map(({ expectedCostUsdPerMonth }) => expectedCostUsdPerMonth);
        distances.set(event.quadrant, [...(distances.get(event.quadrant) ?? []), next / winner - 1]);
      }
    }
    const rows = await query(recipes("sql")[2]);
    expect(rows.map(([quadrant]) => quadrant)).toEqual([...distances.keys()].toSorted());
    for (const [quadrant, tenders, distance] of rows) {
      const all = distances.get(String(quadrant))!.toSorted((a, b) => a - b);
      expect(Number(tenders)).toBe(all.length);
      const middle = (all[Math.floor((all.length - 1) / 2)] + all[Math.ceil((all.length - 1) / 2)]) / 2;
      expect(distance).toBeCloseTo(middle, 9);
    }
  });

  it("reads a study's tables in DuckDB, with the effects of the study's own summary", async () => {
    const rows = await query(recipes("sql")[3]);
    const { effects } = JSON.parse(readFileSync(join(folder, "results/portal/summary.json"), "utf8")) as {
      effects: { scenario: string; window: string; metric: string; difference: number }[];
    };
    const wanted = effects.filter(({ metric }) => metric === "adoptions");
    expect(rows).toHaveLength(wanted.length);
    for (const [scenario, window, difference] of rows) {
      const effect = wanted.find((each) => each.scenario === scenario && each.window === window);
      expect(difference).toBeCloseTo(effect!.difference, 9);
    }
  });

  it.skipIf(python === null)("reads them in Python (skipped where pandas is not installed)", () => {
    expectAnswer(printed(run(python!, recipes("python")[0], "-c")));
  });

  it.skipIf(rscript === null)("reads them in R (skipped where R is not installed)", () => {
    expectAnswer(printed(run(rscript!, recipes("r")[0], "-e")));
  });
});
