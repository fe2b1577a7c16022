import { execFileSync, spawnSync } from "node:child_process";
import {
  accessSync,
  constants,
  existsSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readStudyFile, runStudy } from "eslabon/node";
import { beforeAll, describe, expect, it, type TestContext } from "vitest";
import { parse } from "yaml";
import { jobFiles } from "../../../src/node/study/job-files.ts";
import { eslabonHere } from "../eslabon.ts";
import { newFolder, resultOf, studyFile } from "./folders.ts";

const folder = newFolder();
const at = (name: string) => join(folder, name);
const file = studyFile(folder);
const program = `${process.execPath} ${resolve("dist/cli.cjs")}`;
const installing = resolve("scripts/cluster-tools.sh");
const slurm = resolve("scripts/slurm-one-node.sh");

let jobs = 0;

async function writeJob(kind: string, ...options: string[]): Promise<string> {
  const out = at(`${kind} job ${(jobs += 1)}`);
  const words = ["study-job", file, "--out", out, "--kind", kind, "--tasks", "2"];
  const { status, stderr } = await eslabonHere(...words, ...options);
  expect(status, stderr).toBe(0);
  return out;
}

/** Skips a test, with the reason, where a tool is missing. */
function need(skip: TestContext["skip"], ...tools: string[]): void {
  const missing = tools.filter((tool) => spawnSync("which", [tool]).status !== 0);
  if (missing.length > 0)
    skip(`${missing.join(", ")} missing: scripts/cluster-tools.sh installs what is needed`);
}

/** What is read here of a job of Kubernetes. */
interface KubernetesJob {
  readonly spec: {
    readonly template: {
      readonly spec: {
        readonly containers: readonly { readonly command: readonly string[] }[];
        readonly volumes: object;
      };
    };
  };
}

const settings = {
  ...{ id: "small", folder: "/jobs/small", tasks: 2, workers: 1, command: "npx eslabon" },
  ...{ time: "1:00:00", image: "eslabon:1", claim: "disk" },
};

beforeAll(() => runStudy(readStudyFile(file), at("local"), { workers: 0 }));

describe("a study's job", () => {
  it("of GNU parallel gives the same bytes as one machine", async ({ skip }) => {
    need(skip, "parallel");
    const job = await writeJob("parallel", "--command", program);
    execFileSync(join(job, "run.sh"), { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    expect(resultOf(join(job, "result"))).toEqual(resultOf(at("local")));
  });

  it("of Kubernetes is an indexed job, each pod a shard, and a merge", async () => {
    const asked = ["--image", "registry/eslabon:1", "--claim", "disk", "--workers", "2"];
    const job = await writeJob("kubernetes", ...asked);
    const of = (name: string) => parse(readFileSync(join(job, name), "utf8")) as KubernetesJob;
    const [shards, merge] = [of("shards.yaml"), of("merge.yaml")];
    expect(shards.spec).toMatchObject({ completionMode: "Indexed", completions: 2, parallelism: 2 });
    expect(merge.spec).not.toHaveProperty("completions");
    for (const [{ spec }, cpu] of [
      [shards, "2"],
      [merge, "1"],
    ] as const) {
      // Pods that are evicted are started again, and go on.
      expect(spec).toMatchObject({ backoffLimit: 100, template: { spec: { restartPolicy: "OnFailure" } } });
      const { containers, volumes } = spec.template.spec;
      expect(containers).toMatchObject([
        {
          image: "registry/eslabon:1",
          resources: { requests: { cpu } },
          volumeMounts: [{ name: "job", mountPath: job }],
        },
      ]);
      expect(volumes).toEqual([{ name: "job", persistentVolumeClaim: { claimName: "disk" } }]);
    }
    const [, , shell] = shards.spec.template.spec.containers[0].command;
    // The command that a pod runs, with the words that its shell would see.
    const words = execFileSync("bash", ["-euc", `npx() { printf '%s\\n' "$@"; }; ${shell}`], {
      encoding: "utf8",
      env: { ...process.env, JOB_COMPLETION_INDEX: "1" },
    }).split("\n");
    expect(words).toEqual(
      `eslabon|study|${job}/plan.json|--out|${job}/shards/2|--shard|2/2|--workers|2|--continue|`.split("|"),
    );
    expect(merge.spec.template.spec.containers[0].command[2]).toMatch(/\/\{1\.\.2\} --out .* --continue$/);
    // The merge is not started before the shards have ended.
    const [, first, wait, second] =
      /(apply -f shards).*(wait --for=condition=complete).*(apply -f merge)/s.exec(
        readFileSync(join(job, "apply.sh"), "utf8"),
      ) ?? [];
    expect([first, wait, second]).not.toContain(undefined);
  });

  it("of Kubernetes is not of a study whose id is too long for the names of its jobs", async () => {
    const named = (letters: number) => {
      const long = at(`id-${letters}.yaml`);
      const text = readFileSync(file, "utf8").replace("id: small", `id: ${"a".repeat(letters)}`);
      writeFileSync(long, text);
      return eslabonHere(
        "study-job",
        long,
        "--out",
        at(`job-${letters}`),
        "--kind",
        "kubernetes",
        "--tasks",
        "2",
      );
    };
    expect((await named(57)).status).toBe(0);
    const { status, stderr } = await named(58);
    expect(status).toBe(2);
    expect(stderr).toContain("expected at most 57 characters: jobs of kubernetes are named after it");
    expect(existsSync(at("job-58"))).toBe(false);
  });

  it("of Slurm asks for its cores and its time, to be told before that is over, and to be started again", async () => {
    const job = await writeJob("slurm", "--workers", "3", "--time", "1-02:00:00");
    const [array, merge, submit] = ["array.sh", "merge.sh", "submit.sh"].map((name) =>
      readFileSync(join(job, name), "utf8"),
    );
    for (const line of ["array=1-2", "cpus-per-task=3", "time=1-02:00:00", "signal=TERM@120", "requeue"]) {
      expect(array).toContain(`\n#SBATCH --${line}\n`);
    }
    expect(array).toMatch(/^exec srun .* --workers 3 --continue$/m);
    for (const line of ["cpus-per-task=1", "time=1-02:00:00"])
      expect(merge).toContain(`\n#SBATCH --${line}\n`);
    expect(merge).toMatch(/ --continue$/m);
    // A merge whose shards have failed would wait for ever.
    expect(submit).toMatch(/--dependency="afterok:[^"]+" --kill-on-invalid-dep=yes merge\.sh/);
    for (const name of ["array.sh", "merge.sh", "submit.sh"]) accessSync(join(job, name), constants.X_OK);
    // One worker is the thread of the task itself.
    const alone = jobFiles("parallel", { ...settings, workers: 1 }).files["run.sh"];
    expect(alone).toMatch(/--halt soon,fail=1[^]*--workers 0 --continue/);
  });

  it("of Slurm, an array job and the merge that depends on it, gives the same bytes as one machine", async ({
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
      const job = await writeJob("slurm", "--command", program);
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
