import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import {
  compare,
  facts,
  parameters,
  policies,
  scenarios,
  simulate,
  type Comparison,
  type FactRow,
  type Run,
} from "../../src/index.ts";
import type { ComparisonOrigin } from "../../src/node/comparison-file.ts";
import type { Provenance } from "../../src/report/provenance.ts";
import { eslabon, eslabonHere, small, withHooks } from "./eslabon.ts";

const json = async (...words: string[]): Promise<unknown> => {
  const { status, stdout, stderr } = await eslabonHere(...words, "--json");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return JSON.parse(stdout);
};

describe("eslabon compare", () => {
  const asked = ["compare", "--seeds", "2", "--scenarios", "baseline,business-training", ...small];
  // Workers take longer to start than these runs to be made; those tests that are about them say so.
  const words = [...asked, "--workers", "0"];

  it("prints a table and what it means, in a pipe without colours and progress", () => {
    const { status, stdout, stderr } = eslabon(...words);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(
      /^1 scenario against "baseline", 2 seeds, January 2019 to April 2020 \(16 months\)/,
    );
    expect(stdout).toMatch(/^Scenario +Net local value/m);
    expect(stdout).toMatch(/^business-training +\S+/m);
    expect(stdout).toMatch(/net local value|Net local value exactly|Not told apart/);
    expect(stdout).not.toContain("\u001b");
  });

  it("prints each metric in full when asked", async () => {
    const { stdout } = await eslabonHere(...words, "--metrics", "bids,spendUsd", "--confidence", "0.9");
    expect(stdout).toContain("90 % intervals");
    expect(stdout).toMatch(/^bids, bids a year$/m);
    expect(stdout).toMatch(/^spendUsd, US\$ million a year$/m);
    expect(stdout).toMatch(
      /^Scenario +baseline +scenario +difference +relative +higher in +variance reduced$/m,
    );
  });

  const later = ["--window", "12:40"];
  let printed: Comparison & ComparisonOrigin & { summary: string[]; provenance: Provenance };
  beforeAll(async () => {
    printed = (await json(...words, ...later)) as typeof printed;
  });

  it("prints as JSON exactly what the library gives", () => {
    const size = { population: 50, months: 40 };
    const expected = compare(
      [
        { id: "baseline", title: "Baseline", ...size },
        { id: "business-training", title: "Business training", policies: ["business-training"], ...size },
      ],
      { seeds: 2, window: { fromMonth: 12, toMonth: 40 } },
    );
    const { summary, version, command, scenarioFiles, nation, provenance, ...comparison } = printed;
    expect(comparison).toEqual(JSON.parse(JSON.stringify(expected)));
    expect(summary.length).toBeGreaterThan(0);
    expect(command).toBe(`npx eslabon ${[...asked, ...later].join(" ")}`);
    expect(version).toMatch(/^\d+\./);
    expect(scenarioFiles.map(({ name }) => name)).toEqual(["baseline.yaml", "business-training.yaml"]);
    expect(nation).toEqual({ country: "Peru", demonym: "Peruvian" });
    expect(provenance).toMatchObject({ version, seeds: "seeds 1-2", population: 50, months: 40 });
  });

  it("gives the same on worker threads as in this one", async () => {
    expect(await json(...asked, ...later, "--workers", "2")).toEqual(printed);
  });

  it.each(["0", "2"])("stops at Ctrl-C with exit code 130 and no stack, with %s workers", async (workers) => {
    const cache = join(mkdtempSync(join(tmpdir(), "eslabon-stopped-")), "cache");
    const words = ["compare", "--seeds", "500", "--population", "50", "--workers", workers, "--cache", cache];
    const child = spawn(process.execPath, ["dist/cli.cjs", ...words]);
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    // It is made when the runs begin.
    while (!existsSync(cache)) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill("SIGINT");
    const code = await new Promise((resolve) => child.on("exit", resolve));
    expect(code).toBe(130);
    expect(stderr.trim()).toBe("Stopped.");
  });
});

describe("a command that never ends", () => {
  it("is told by its exit code", () => {
    const hook = `export function load(url, context, next) {
      return url.includes("cli-scenarios") ? new Promise(() => {}) : next(url, context);
    }`;
    const words = [...withHooks(hook), "dist/cli.cjs", "scenarios"];
    const { status, stdout } = spawnSync(process.execPath, words, { encoding: "utf8" });
    expect([status, stdout]).toEqual([13, ""]);
  });
});

describe("eslabon run", () => {
  it("ends at once at Ctrl-C: a run does not listen, and leaves nothing behind", async () => {
    const saved = join(mkdtempSync(join(tmpdir(), "eslabon-stopped-")), "first-month.json");
    const words = ["run", "baseline", "--population", "8000", "--checkpoint-at=-59", "--checkpoint", saved];
    const child = spawn(process.execPath, ["dist/cli.cjs", ...words]);
    let printed = "";
    child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    const ended = new Promise((resolve) => child.on("exit", (_, signal) => resolve(signal)));
    // The first of 240 months is over.
    while (!existsSync(saved)) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill("SIGINT");
    expect(await ended).toBe("SIGINT");
    expect(printed).toBe("");
  });

  it.runIf(existsSync("/dev/full"))("says so in words when the disk that its output goes to is full", () => {
    const script = "node dist/cli.cjs run baseline --population 50 --months 40 > /dev/full";
    const { status, stderr } = spawnSync("bash", ["-c", script], { encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toBe(
      'error: eslabon: 1 problem\n  - standard output: found "ENOSPC", expected room on the disk\n',
    );
  });

  it("prints a year a line, and the fingerprint of the same run by the library", async () => {
    const { stdout, status } = await eslabonHere("run", "baseline", "--seed", "abc", ...small);
    const run = simulate({ id: "baseline", population: 50, months: 40 }, { seed: "abc" });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^2017 +\d/m);
    expect(stdout).toMatch(/^2019 +\d/m);
    expect(stdout).toContain(`#${run.fingerprint}`);
  });

  it("prints the run as JSON, of the seed as it was written: 007 is not 7", async () => {
    const printed = (await json("run", "testing-centre", "--seed", "007", ...small)) as Pick<
      Run,
      "manifest" | "metrics" | "patches"
    >;
    expect(printed.metrics.spendUsd).toHaveLength(40);
    expect(printed.manifest).toMatchObject({
      scenario: "testing-centre",
      seed: "007",
      months: 40,
      population: 50,
    });
    expect(printed.patches[0]).toMatchObject({ policyId: "testing-centre", month: 24 });
  });

  it("prints every event on a line of its own", async () => {
    const { stdout } = await eslabonHere("run", "baseline", "--events", ...small);
    const events = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { type: string; month: number });
    const run = simulate({ id: "baseline", population: 50, months: 40 }, { seed: 1, events: true });
    expect(events).toEqual(JSON.parse(JSON.stringify(run.events)));
  });
});

describe("eslabon facts", () => {
  it("prints every fact, and as JSON what the library gives", async () => {
    const { stdout } = await eslabonHere("facts", "--seeds", "2", "--population", "50");
    const printed = (await json("facts", "--seeds", "2", "--population", "50")) as {
      facts: FactRow[];
      summary: string;
    };
    const scenario = { id: "baseline", population: 50 };
    expect(printed.facts).toEqual(
      JSON.parse(JSON.stringify(facts([1, 2].map((seed) => simulate(scenario, { seed }))))),
    );
    for (const { id } of printed.facts) expect(stdout).toMatch(new RegExp(`^${id} `, "m"));
    expect(stdout).toMatch(/\neslabon \S+, peru-2017, seeds 1-2, 50 firms, 180 months, #[0-9a-f]{16}\n$/);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain(printed.summary);
  });
});

describe("eslabon funnel", () => {
  it("prints the gates in order and where most fall", async () => {
    const { stdout } = await eslabonHere("funnel", "baseline", "--category", "metal-structures", ...small);
    expect(stdout).toMatch(/^Gate +come to it +of all +fall there +of those$/m);
    expect(stdout.match(/^[a-z-]+(?= +[\d,]+ +)/gm)).toEqual([
      "reserved",
      "not-informed",
      "not-registered",
      "not-certified",
      "too-small",
      "no-finance",
      "not-trusted",
      "outbid",
      "won",
    ]);
    expect(stdout).toMatch(/times that Peruvian firms of metal-structures were looked at/);
  });

  it("prints the same as JSON", async () => {
    const printed = (await json("funnel", "baseline", "--origin", "global", ...small)) as {
      origin: string;
      steps: { gate: string; reached: number }[];
    };
    expect(printed.origin).toBe("global");
    expect(printed.steps[0].reached).toBeGreaterThan(0);
  });
});

describe("eslabon scenarios", () => {
  it("lists the catalogue", async () => {
    const { stdout } = await eslabonHere("scenarios");
    for (const id of Object.keys(scenarios)) expect(stdout).toMatch(new RegExp(`^${id} `, "m"));
    const printed = (await json("scenarios")) as { id: string; hash: string }[];
    expect(printed.map(({ hash }) => hash)).toEqual(Object.values(scenarios).map(({ hash }) => hash));
  });
});

describe("eslabon --help", () => {
  it("lists the commands and loads none of them", async () => {
    const { status, stdout } = eslabon("--help");
    expect(status).toBe(0);
    for (const name of ["compare", "run", "facts", "funnel", "scenarios"]) {
      expect(stdout).toMatch(new RegExp(`^ {2}${name} `, "m"));
    }
    expect((await eslabonHere("--version")).stdout).toBe("0.1.0\n");
  });
});

describe("what the command line prints where colours are shown", () => {
  const painted = (environment: Record<string, string>, ...words: string[]) =>
    spawnSync(process.execPath, ["dist/cli.cjs", ...words, ...small], {
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "", ...environment },
    }).stdout;
  // eslint-disable-next-line no-control-regex -- an escape code begins with a control character
  const escapeCodes = /\u001b\[[0-9;]*m/g;

  it("has colours and charts that fit the width, and in a pipe only when FORCE_COLOR asks for them", () => {
    const text = painted({ FORCE_COLOR: "1", COLUMNS: "70" }, "run", "baseline");
    expect(text).toMatch(escapeCodes);
    const lines = text.replaceAll(escapeCodes, "").split("\n");
    expect(lines.filter((line) => /[▁-█]{3}/.test(line))).toHaveLength(10);
    for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(70);
    for (const environment of [{ FORCE_COLOR: "0" }, { NO_COLOR: "1" }]) {
      const plain = painted(environment, "run", "baseline");
      expect(plain).toMatch(/\neslabon .+ #[0-9a-f]{16}\n$/);
      expect(plain.match(escapeCodes) ?? /[▁-█]/.exec(plain)).toBeNull();
    }
  });

  it("draws the effects of a comparison below its table", () => {
    const words = ["compare", "--seeds", "2", "--scenarios", "local-content-owned", "--workers", "0"];
    const text = painted({ FORCE_COLOR: "1" }, ...words).replaceAll(escapeCodes, "");
    expect(text).toMatch(/^Net local value, .*interval\nlocal-content-owned +.*●.*\n +.*0/m);
  });
});

describe("eslabon policies, policy and parameters", () => {
  it("list every policy and parameter of the library, with sources", async () => {
    expect(await json("policies")).toHaveLength(Object.keys(policies).length);
    expect(Object.keys((await json("parameters")) as object)).toEqual(Object.keys(parameters));
    expect((await eslabonHere("policies")).stdout).toMatch(/^testing-centre +Testing centre +Innovation/m);
    expect((await eslabonHere("parameters", "trial")).stdout).toMatch(/^trialMonths +3 +2 to 6 +months/m);
  });

  it("print a policy in full, and the nearest name for one that is not known", async () => {
    const { stdout } = await eslabonHere("policy", "testing-centre");
    expect(stdout).toContain(policies["testing-centre"].afterwards);
    expect(stdout).toMatch(/^slotsPerMonth +1 +0 to 20 +trials a month/m);
    const { status, stderr } = await eslabonHere("policy", "testing-center");
    expect(status).toBe(2);
    expect(stderr).toContain('did you mean "testing-centre"?');
    expect((await eslabonHere("parameters", "nosuchthing")).status).toBe(2);
  });
});

describe("eslabon audit", () => {
  it("prints what policies changed and cost, and the changes as JSON Patch", async () => {
    const words = ["audit", "testing-centre", ...small];
    const { stdout } = await eslabonHere(...words);
    expect(stdout).toMatch(/^testing-centre +testing\.slotsPerMonth +0 +0\.\d+ +January 2019 to/m);
    expect(stdout).toMatch(/ Moved in\n/);
    expect(stdout).toContain(
      "A rule then stays where it was led to, until another line leads it on or back.",
    );
    const patches = JSON.parse((await eslabonHere(...words, "--patch")).stdout) as { operations: object[] }[];
    expect(patches[0].operations[0]).toMatchObject({ op: "replace", path: "/testing/slotsPerMonth" });
    const { treasury } = (await json(...words)) as { treasury: { policy: string }[] };
    expect(treasury.map(({ policy }) => policy)).toEqual(["testing-centre"]);
  });
});

describe("eslabon validate, and files wherever a command takes a scenario", () => {
  const files = ["examples/scenarios/portal-and-centre.yaml", "examples/scenarios/bust.yaml"];

  it("prints what files mean in full, as tables and as JSON", async () => {
    const { stdout } = await eslabonHere("validate", ...files);
    expect(stdout).toContain("challenge-portal: from January 2019 to the end");
    expect(stdout).toContain("testing-centre: from July 2021 to December 2028");
    const { scenarios: read, problems } = (await json("validate", ...files)) as {
      scenarios: object[];
      problems: object[];
    };
    expect(read).toHaveLength(2);
    expect(problems).toEqual([]);
  });

  it("names every problem of every file with its place", async () => {
    const folder = mkdtempSync(join(tmpdir(), "eslabon-"));
    const file = join(folder, "wrong.yaml");
    writeFileSync(file, "id: wrong\nmonth: 3\npolicies: [testing-center]\n");
    const { status, stderr, stdout } = await eslabonHere("validate", file, join(folder, "missing.yaml"));
    const program = await eslabonHere("validate", file, files[0], "--json");
    rmSync(folder, { recursive: true });
    const read = JSON.parse(program.stdout) as { scenarios: object[]; problems: object[] };
    expect([program.status, read.scenarios.length, read.problems.length]).toEqual([2, 1, 2]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(`${file}:2:1: month: found "month"`);
    expect(stderr).toContain(`${file}:3:12: policies[0].policy: found "testing-center"`);
    expect(stderr).toContain("a file that exists");
  });

  it("tells the problem of a file once from which several start", async () => {
    const folder = mkdtempSync(join(tmpdir(), "eslabon-"));
    const [base, one, two] = ["base", "one", "two"].map((name) => join(folder, `${name}.yaml`));
    writeFileSync(base, "id: base\nparameters: { learningRate: 9 }\n");
    for (const file of [one, two])
      writeFileSync(file, `id: ${basename(file, ".yaml")}\nextends: base.yaml\n`);
    const told = [
      await eslabonHere("validate", base, one, two),
      await eslabonHere("compare", "--baseline", base, "--scenarios", `${one},${two}`),
    ];
    rmSync(folder, { recursive: true });
    for (const { stderr } of told) expect(stderr).toMatch(/: 1 problem\n.+learningRate: found 9.+\n$/);
  });

  it("runs and compares them, on workers too", async () => {
    const { stdout } = await eslabonHere("run", files[1], "--population", "50");
    expect(stdout).toContain("The same in a bust");
    const words = ["compare", "--scenarios", files.join(","), "--seeds", "2", "--population", "50"];
    const { scenarios, fingerprints } = (await json(...words, "--workers", "1")) as Comparison;
    expect(scenarios.map(({ id }) => id)).toEqual(["baseline", "portal-and-centre", "bust"]);
    expect(stdout).toContain(`#${fingerprints[2][0]}`);
  });
});

describe("eslabon packs and pack", () => {
  it("list the data packs, print one with its gaps, and put several side by side", async () => {
    expect((await eslabonHere("packs")).stdout).toMatch(/^chile +Chile, about 2017 +11 +0/m);
    const { stdout } = await eslabonHere("pack", "chile");
    expect(stdout).toContain("Where metrics say Peruvian, read Chilean.");
    expect((await eslabonHere("pack", "peru-2017")).stdout).toMatch(/^Peru, 2017 \(peru-2017\)\.\n/);
    expect(stdout).toMatch(/^Gaps:\n- Mines: neither/m);
    const side = await eslabonHere(
      "packs",
      "peru-2017",
      "examples/packs/three-mines",
      "--seeds",
      "2",
      "--population",
      "50",
      "--workers",
      "0",
    );
    expect(side.stdout).toMatch(/^procurement +[\d,]+ \[/m);
    expect(side.stdout).toContain("They are not paired effects");
  });

  it("write a folder whole or not at all, also where the disk takes the first part of a file only", () => {
    const out = join(mkdtempSync(join(tmpdir(), "eslabon-pack-")), "pack");
    // As on a disk that is full: files end after a kilobyte, and what is written beyond is first cut short and then refused.
    const script = 'ulimit -f 1; node dist/cli.cjs pack chile --out "$0"';
    const { status, stderr } = spawnSync("bash", ["-c", script, out], { encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toContain('found "EFBIG", expected room for larger files; nothing was left behind');
    expect(readdirSync(dirname(out))).toEqual([]);
  });

  it("give runs and facts of another country", async () => {
    const run = (await json("run", "baseline", "--pack", "chile", ...small)) as {
      manifest: { content: string };
    };
    expect(run.manifest.content).toContain('"pack":"chile"');
    const rows = (await json("facts", "--pack", "chile", "--seeds", "2", "--population", "50")) as {
      facts: FactRow[];
    };
    expect(rows.facts.map(({ id }) => id)).toEqual(["exporter-share", "innovating-share"]);
    expect((await eslabonHere("run", "baseline", "--pack", "chili")).stderr).toContain(
      'did you mean "chile"?',
    );
  });
});
