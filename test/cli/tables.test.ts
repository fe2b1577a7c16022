import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { eslabonHere, eslabonIn } from "./eslabon.ts";

const folder = mkdtempSync(join(tmpdir(), "eslabon-tables-"));
const at = (name: string) => join(folder, name);
/** Scenarios of a moment. */
const [baseline, portal, rule] = ["baseline", "supplier-portal", "local-content-rule"].map((id) => {
  const file = at(`${id}.yaml`);
  const policies = id === "baseline" ? "[]" : `[{ policy: ${id}, startMonth: 2, rampMonths: 0 }]`;
  writeFileSync(file, `id: ${id}\npopulation: 50\nmonths: 24\nburnInMonths: 6\npolicies: ${policies}\n`);
  return file;
});
const tiny = ["export", baseline, "--seeds", "1", "--tables", "runs", "--out"];

/** Bytes of a table that holds more than the names of its columns. */
const beyondHeadings = 4_000;

/** Bytes of a file; none of a folder, or of what has gone. */
function sizeOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true ? found.size : 0;
}

/** What is in a folder by name, as bytes. */
function contentOf(name: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(at(name)).map((file) => [file, readFileSync(join(at(name), file)).toString("base64")]),
  );
}

describe("eslabon export", () => {
  it.each([
    ["csv", ["0", "2"]],
    ["parquet", ["0", "1"]],
  ] as const)("writes the same bytes of %s for any number of workers", async (format, numbers) => {
    const words = ["export", baseline, portal, rule, "--seeds", "2", "--format", format];
    for (const workers of numbers) {
      const name = `${format}-${workers}`;
      const { status, stdout, stderr } = await eslabonHere(
        ...words,
        ...["--tables", "all", "--workers", workers, "--out", at(name)],
      );
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect(stdout).toContain("12 tables of 6 runs in");
      expect(contentOf(name)).toEqual(contentOf(`${format}-0`));
    }
    expect(Object.keys(contentOf(`${format}-0`))).toHaveLength(15);
  });

  it.each([
    ["SIGINT", "0", 130],
    ["SIGINT", "2", 130],
    ["SIGTERM", "2", 143],
  ] as const)("leaves nothing half-written at %s, with %s workers", async (signal, workers, code) => {
    const place = mkdtempSync(join(folder, "stopped-"));
    const words = ["export", "baseline", "--seeds", "9999", "--population", "50", "--workers", workers];
    const child = spawn(process.execPath, ["dist/cli.cjs", ...words, "--out", join(place, "out")]);
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    const ended = new Promise((resolve) => child.on("exit", resolve));
    // Rows are on the disk, and thousands are still to come.
    const written = () =>
      readdirSync(place, { recursive: true, encoding: "utf8" }).map((name) => sizeOf(join(place, name)));
    while (!written().some((bytes) => bytes > beyondHeadings))
      await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill(signal);
    expect(await ended).toBe(code);
    expect(stderr.trim()).toBe("Stopped.");
    expect(readdirSync(place)).toEqual([]);
  });

  it("does not touch what stands in its place", async () => {
    writeFileSync(at("notes.txt"), "mine");
    for (const more of [[], ["--overwrite"]]) {
      const { status, stderr } = await eslabonHere(...tiny, at("notes.txt"), ...more);
      expect(status).toBe(2);
      expect(stderr).toContain(`--out: found "${at("notes.txt")}", expected a `);
    }
    expect(readFileSync(at("notes.txt"), "utf8")).toBe("mine");
  });

  it("is put in the place of an older one where that is asked for, of runs and of a study", async () => {
    const study = at("study.yaml");
    writeFileSync(study, `id: small\nscenarios: [baseline.yaml, supplier-portal.yaml]\nseeds: 2\n`);
    await eslabonHere("study", study, "--out", at("study"), "--workers", "0");
    const out = ["--out", at("older")];
    expect((await eslabonHere(...tiny, at("older"))).status).toBe(0);
    const refused = await eslabonHere("export", at("study"), ...out);
    expect(refused.stderr).toContain(
      "a folder that does not exist yet; --overwrite replaces an older export",
    );
    for (const [words, files] of [
      [["export", at("study"), "--tables", "runs"], ["runs.jsonl"]],
      [tiny.slice(0, -1), ["runs.jsonl"]],
    ] as const) {
      const { status, stderr } = await eslabonHere(...words, ...out, "--overwrite", "--format", "jsonl");
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      const beside = ["dictionary.csv", "dictionary.json", "manifest.json"];
      expect(readdirSync(at("older")).toSorted()).toEqual([...beside, ...files]);
      expect(readdirSync(folder).filter((name) => name.includes("older"))).toEqual(["older"]);
    }
  });

  it.each([
    ["a folder below a file", "notes.txt/out", "expected a folder, where a file stands"],
    ["a folder of the system", "/proc/nowhere/out", "expected a folder that can be made, and stays"],
  ])("says that it cannot write to %s", async (_, out, words) => {
    writeFileSync(at("notes.txt"), "mine");
    const { status, stderr } = await eslabonHere(...tiny, out.startsWith("/") ? out : at(out));
    expect(status).toBe(2);
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it("takes the id of a scenario for one, whatever stands under that name", async () => {
    mkdirSync(at("matchmaking"));
    const words = ["export", "matchmaking", ...tiny.slice(2, -1), "--population", "50", "--months", "30"];
    const { status, stderr } = await eslabonIn(folder, ...words, "--out", "by-id");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  it("tells of a study which tables it cannot fill and why, and refuses what its runs, made already, cannot be asked", async () => {
    const study = at("told.yaml");
    writeFileSync(study, `id: told\nscenarios: [baseline.yaml, supplier-portal.yaml]\nseeds: 2\n`);
    await eslabonHere("study", study, "--out", at("told"), "--workers", "0");
    const one = await eslabonHere("export", at("told"), "--tables", "runs", "--out", at("one"));
    expect(one.stdout).toContain("1 table of 4 runs in ");
    const { stdout } = await eslabonHere("export", at("told"), "--out", at("of-told"));
    expect(stdout).toContain(`4 tables of 4 runs in ${at("of-told")}: manifest.json says what they are.`);
    expect(stdout).toMatch(/^Without monthly-metrics: the study kept no months: with `keep: \[monthly\]`/m);
    expect(stdout).toMatch(
      /^Without funnel, .+, events: .+ eslabon export <scenarios\.\.\.> makes these tables\.$/m,
    );
    const asked = Object.entries({ seeds: "3", workers: "0", population: "50", months: "24", pack: "chile" });
    const words = asked.flatMap(([name, value]) => [`--${name}`, value]);
    const refused = await eslabonHere("export", at("told"), baseline, ...words, "--out", at("refused"));
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain("expected the folder of one study, or scenarios; not both");
    for (const [name, value] of asked) {
      expect(refused.stderr).toContain(`--${name}: found "${value}", expected no --${name} beside a study`);
    }
  });

  it("names the table for which there was no room, and leaves nothing behind", () => {
    const script = 'ulimit -f 1; node dist/cli.cjs export "$0" --seeds 1 --tables monthly-metrics --out "$1"';
    const { status, stderr } = spawnSync("bash", ["-c", script, baseline, at("full")], { encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toContain(
      `${at("full/monthly-metrics.csv")}: found "EFBIG", expected room for larger files; nothing was left behind`,
    );
    expect(readdirSync(folder).filter((name) => name.includes("full"))).toEqual([]);
  });

  it("makes the folders above its own", async () => {
    expect((await eslabonHere(...tiny, `${at("new/deep")}/`)).status).toBe(0);
    expect(existsSync(at("new/deep/runs.csv"))).toBe(true);
    expect(readdirSync(at("new"))).toEqual(["deep"]);
  });
});

describe("wrong words to export and diff", () => {
  it.each([
    ["export baseline", ['--out: found "nothing", expected the name of a folder']],
    [
      "export baseline basline baseline --seeds 0 --format csb --tables run --workers -1 --out x",
      [
        "6 problems",
        '--format: found "csb", expected one of: csv, jsonl, parquet; did you mean "csv"?',
        '--seeds: found "0", expected a whole number of at least 1',
        '--workers: found "-1", expected a whole number of at least 0',
        '--tables: found "run", expected one of: runs, monthly-metrics,',
        '"basline", expected a scenario of the catalogue (eslabon scenarios lists them), or a file; did you mean "baseline"?',
        'found "baseline", expected each scenario once',
      ],
    ],
    ["export baseline --tables effects --out x", ["effects need at least two scenarios, the baseline first"]],
    ["export src --out x", ['found "no manifest.json", expected the folder of a study']],
    ["export nowhere/study --out x", ['found "nowhere/study", expected a file that exists']],
    ["diff baseline", ["missing required argument 'second'"]],
    [
      "diff baseline testing-center --months x",
      [
        "2 problems",
        '--months: found "x", expected a whole number of at least 1',
        'did you mean "testing-centre"?',
      ],
    ],
    ["diff baseline matchmaking --seed=", ['--seed: found "", expected a seed: a text that is not empty']],
  ])("eslabon %s are refused", async (words, expected) => {
    const { status, stdout, stderr } = await eslabonHere(...words.split(" "));
    expect(status).toBe(2);
    expect(stdout).toBe("");
    for (const line of expected) expect(stderr).toContain(line);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(existsSync("x")).toBe(false);
  });

  it("help says what both take", async () => {
    const help = async (name: string) => (await eslabonHere(name, "--help")).stdout.replaceAll(/\s+/g, " ");
    expect(await help("export")).toContain("or the folder of a study");
    for (const option of ["--seeds", "--tables", "--format", "--overwrite", "--workers"]) {
      expect(await help("export")).toContain(option);
    }
    expect(await help("diff")).toContain("prints where they part, why, and what came of it");
  });
});

describe("eslabon diff", () => {
  const words = ["diff", baseline, rule];

  it("prints the first decision with its phase, and who gained and lost", async () => {
    const { status, stdout, stderr } = await eslabonHere(...words);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout.replaceAll(/\s+/g, " ")).toMatch(
      /The first decision that differs is of .+, in the phase of \w+\./,
    );
    expect(stdout).toMatch(/^Gained most +owner/m);
    expect(stdout).toMatch(/^Lost most +owner/m);
  });

  it("prints the same as JSON, firm by firm", async () => {
    const { decision, firms } = JSON.parse((await eslabonHere(...words, "--json")).stdout) as {
      decision: { month: number; phase: string };
      firms: { gained: number; changed: { name: string; workUsd: number }[] };
    };
    expect(decision.month).toBeGreaterThanOrEqual(2);
    expect(firms.gained).toBe(firms.changed.filter(({ workUsd }) => workUsd > 0).length);
  });
});
