import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readStudyFile, runStudy } from "eslabon/node";
import { beforeAll, describe, expect, it, type TestContext } from "vitest";
import { parse } from "yaml";
import { eslabon } from "../eslabon.ts";
import { newFolder, resultOf, studyFile } from "./folders.ts";

const folder = newFolder();
const at = (name: string) => join(folder, name);
const file = studyFile(folder);
const program = `${process.execPath} ${resolve("dist/cli.js")}`;
const installing = resolve("scripts/cluster-tools.sh");
const slurm = resolve("scripts/slurm-one-node.sh");

function writeJob(kind: string, ...options: string[]): string {
  const out = at(`${kind} job`);
  const { status, stderr } = eslabon(
    "study-job",
    file,
    "--out",
    out,
    "--kind",
    kind,
    "--tasks",
    "2",
    ...options,
  );
  expect(status, stderr).toBe(0);
  return out;
}

/** Skips a test, with the reason, where a tool is missing. */
function need(skip: TestContext["skip"], ...tools: string[]): void {
  const missing = tools.filter((tool) => spawnSync("which", [tool]).status !== 0);
  if (missing.length > 0)
    skip(`${missing.join(", ")} missing: scripts/cluster-tools.sh installs what is needed`);
}

beforeAll(() => runStudy(readStudyFile(file), at("local"), { workers: 0 }));

describe("a study's job", () => {
  it("of GNU parallel gives the same bytes as one machine", ({ skip }) => {
    need(skip, "parallel");
    const job = writeJob("parallel", "--command", program);
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
    expect(shards.spec).toMatchObject({ completionMode: "Indexed", completions: 2 });
    const [, , shell] = shards.spec.template.spec.containers[0].command;
    // The command that a pod runs, with the words that its shell would see.
    const words = execFileSync("bash", ["-euc", `npx() { printf '%s\\n' "$@"; }; ${shell}`], {
      encoding: "utf8",
      env: { ...process.env, JOB_COMPLETION_INDEX: "1" },
    }).split("\n");
    expect(words).toEqual(
      `eslabon|study|${job}/plan.json|--out|${job}/shards/2|--shard|2/2|--workers|2|--continue|`.split("|"),
    );
    expect(readFileSync(join(job, "merge.yaml"), "utf8")).toContain("{1..2}");
  });

  it("of Slurm, an array job and the merge that depends on it, gives the same bytes as one machine", ({
    skip,
  }) => {
    need(skip, "slurmctld", "slurmd", "munged", "sbatch");
    if (process.getuid?.() !== 0) skip("a Slurm cluster of one machine is started by root alone");
    // Not within the test's own folder, which the daemon of munge may not enter.
    const cluster = mkdtempSync(join(tmpdir(), "eslabon-slurm-"));
    try {
      const up = execFileSync(slurm, ["up", cluster], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "inherit"],
      });
      const env = { ...process.env, SLURM_CONF: up.trim().split("\n").at(-1) };
      const job = writeJob("slurm", "--command", program);
      expect(execFileSync(join(job, "submit.sh"), { encoding: "utf8", env })).toMatch(/^\d+ \d+\n$/);
      execFileSync(slurm, ["idle", cluster]);
      const logs = ["1.txt", "2.txt", "merge.txt"].map((name) => join(job, "logs", name));
      const said = logs.map((log) => (existsSync(log) ? readFileSync(log, "utf8") : `no ${log}`)).join("\n");
      expect(existsSync(join(job, "result", "finished.json")), said).toBe(true);
      expect(resultOf(join(job, "result"))).toEqual(resultOf(at("local")));
    } finally {
      execFileSync(slurm, ["down", cluster]);
    }
  });
});

describe("the script that installs the tools of cluster jobs", () => {
  it("says what is missing where it cannot install it, and ends well", () => {
    const bin = newFolder();
    for (const tool of ["bash", "id", "paste"]) {
      symlinkSync(spawnSync("which", [tool], { encoding: "utf8" }).stdout.trim(), join(bin, tool));
    }
    const { status, stderr } = spawnSync(installing, {
      encoding: "utf8",
      env: { PATH: bin },
      stdio: ["ignore", "pipe", "pipe"],
    });
    expect(stderr).toBe(
      "missing sbatch slurmctld slurmd munged parallel: the tests of cluster jobs skip; apt-get install slurm-wlm munge parallel\n",
    );
    expect(status).toBe(0);
  });
});
