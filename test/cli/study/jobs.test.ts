import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { newFolder, resultOf, run, studyFile } from "./folders.ts";

const folder = newFolder();
const at = (name: string) => join(folder, name);
const file = studyFile(folder);
const command = `${process.execPath} ${resolve("dist/cli.js")}`;

function writeJob(kind: string, ...options: string[]): string {
  const out = at(`${kind} job`);
  run("study-job", file, "--out", out, "--kind", kind, "--tasks", "3", ...options);
  return out;
}

// Installed here where that can be done; the script says what is missing where it cannot.
execFileSync("scripts/cluster-tools.sh", { stdio: "inherit" });
const has = (...tools: string[]) => tools.every((tool) => spawnSync("which", [tool]).status === 0);
const slurm = process.getuid?.() === 0 && has("slurmctld", "slurmd", "munged", "sbatch");

beforeAll(() => run("study", file, "--out", at("local"), "--workers", "0"));

describe("a study's job", () => {
  it.skipIf(!has("parallel"))("of GNU parallel gives the same bytes as one machine", () => {
    const job = writeJob("parallel", "--command", command);
    execFileSync(join(job, "run.sh"), { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    expect(resultOf(join(job, "result"))).toEqual(resultOf(at("local")));
  });

  it("of Kubernetes is an indexed job, each pod a shard, and a merge", () => {
    const job = writeJob("kubernetes", "--image", "registry/eslabon:1", "--workers", "2");
    const shards = parse(readFileSync(join(job, "shards.yaml"), "utf8")) as {
      readonly spec: {
        readonly completionMode: string;
        readonly completions: number;
        readonly template: {
          readonly spec: { readonly containers: readonly { readonly command: string[] }[] };
        };
      };
    };
    expect(shards.spec).toMatchObject({ completionMode: "Indexed", completions: 3 });
    const [, , shell] = shards.spec.template.spec.containers[0].command;
    // The command that a pod runs, with the words that its shell would see.
    const words = execFileSync("bash", ["-euc", `npx() { printf '%s\\n' "$@"; }; ${shell}`], {
      encoding: "utf8",
      env: { ...process.env, JOB_COMPLETION_INDEX: "2" },
    }).split("\n");
    expect(words).toEqual([
      "eslabon",
      "study",
      `${job}/plan.json`,
      "--out",
      `${job}/shards/3`,
      "--shard",
      "3/3",
      "--workers",
      "2",
      "--continue",
      "",
    ]);
    expect(readFileSync(join(job, "merge.yaml"), "utf8")).toContain("{1..3}");
  });
});

describe.skipIf(!slurm)("on a Slurm cluster of one machine", () => {
  // Not within the test's own folder, which the daemon of munge may not enter.
  const cluster = mkdtempSync(join(tmpdir(), "eslabon-slurm-"));
  let environment: NodeJS.ProcessEnv = {};

  beforeAll(() => {
    const conf = execFileSync("scripts/slurm-one-node.sh", ["up", cluster], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
    environment = { ...process.env, SLURM_CONF: conf.trim().split("\n").at(-1) };
  });
  afterAll(() => {
    execFileSync("scripts/slurm-one-node.sh", ["down", cluster]);
  });

  it("an array job and the merge that depends on it give the same bytes as one machine", async () => {
    const job = writeJob("slurm", "--command", command);
    const numbers = execFileSync(join(job, "submit.sh"), { encoding: "utf8", env: environment });
    expect(numbers).toMatch(/^\d+ \d+\n$/);
    const waiting = () =>
      execFileSync("squeue", ["--noheader"], { encoding: "utf8", env: environment }) !== "";
    while (waiting()) await new Promise((later) => setTimeout(later, 300));
    const log = join(job, "logs", "merge.txt");
    expect(
      existsSync(join(job, "result", "finished.json")),
      existsSync(log) ? readFileSync(log, "utf8") : "",
    ).toBe(true);
    expect(resultOf(join(job, "result"))).toEqual(resultOf(at("local")));
  });
});
