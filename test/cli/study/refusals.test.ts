import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { mergeStudies, readStudyFile, replayRun, resumeStudy, runStudy } from "eslabon/node";
import { beforeAll, describe, expect, it } from "vitest";
import { eslabonHere } from "../eslabon.ts";
import { batchesOf, command, newFolder, resultOf, studyFile } from "./folders.ts";

const folder = newFolder();
const at = (name: string) => join(folder, name);
const file = studyFile(folder);
const study = readStudyFile(file);
/** An unfinished study: all batches are there, and no more. */
const unfinished = at("unfinished");
const here = { workers: 0 };

/** Runs the study where files stay below 3 KB, as on a disk that is full: batches fit, and all rows do not. */
function fullDisk() {
  const script = 'ulimit -f 3; node dist/cli.cjs study "$0" --out "$1" --workers 0 --batch-size 12';
  return spawnSync("bash", ["-c", script, file, unfinished], { encoding: "utf8" });
}
let ending: ReturnType<typeof fullDisk>;

beforeAll(async () => {
  ending = fullDisk();
  await runStudy(study, at("whole"), here);
});

/** A copy of a study, the unfinished one if not said, with one of its files changed. */
function changed(name: string, path: string, change: (text: string) => string, from = unfinished): string {
  cpSync(from, at(name), { recursive: true });
  const target = join(at(name), path);
  writeFileSync(target, change(readFileSync(target, "utf8")));
  return at(name);
}

/** What a process of this machine that is dead left beside a file or folder. */
function deadPartOf(path: string): string {
  const { pid } = spawnSync("true");
  return join(dirname(path), `.${basename(path)}.${hostname()}.${pid}.1.part`);
}

const firstBatch = () => join("batches", batchesOf(unfinished).toSorted()[0]);

describe("a study's folder", () => {
  it("of a full disk keeps what was finished, and resumes when there is room", async () => {
    expect(ending.status).toBe(2);
    expect(ending.stderr).toContain(
      `${join(unfinished, "rows.jsonl")}: found "EFBIG", expected room for larger files; what was finished is kept: eslabon resume`,
    );
    expect(ending.stderr).not.toMatch(/^\s+at /m);
    expect(readdirSync(unfinished).toSorted()).toEqual(["batches", "manifest.json"]);
    cpSync(unfinished, at("full"), { recursive: true });
    await resumeStudy(at("full"), here);
    expect(resultOf(at("full"))).toEqual(resultOf(at("whole")));
  });

  it("that cannot be made is refused in words", async () => {
    await expect(runStudy(study, join(file, "below-a-file"), here)).rejects.toThrow(
      'found "ENOTDIR", expected a folder, where a file stands; no run was made',
    );
  });

  it("is not overwritten", async () => {
    mkdirSync(at("mine"));
    copyFileSync(file, join(at("mine"), "notes.txt"));
    await expect(runStudy(study, at("mine"), here)).rejects.toThrow("expected a new folder, or an empty one");
    expect(existsSync(join(at("mine"), "manifest.json"))).toBe(false);
  });

  it("with changed batches is refused with the name of each, and its runs are made again once they are removed", async () => {
    const batch = firstBatch();
    const cut = changed("cut", batch, (text) => text.slice(0, -40));
    await expect(resumeStudy(cut, here)).rejects.toThrow(
      `${join(cut, batch)}: found "other content", expected a batch of this study as it was written`,
    );
    // Changed by a digit; and whole, but of another study by its first line.
    for (const [name, part, other] of [
      ["digit", /"values":\[\[-?[0-9]/, "$&7"],
      ["of-another", /"study":"[0-9a-f]{16}"/, '"study":"0123456789abcdef"'],
    ] as const) {
      const mixed = changed(name, batch, (text) => text.replace(part, other));
      await expect(resumeStudy(mixed, here)).rejects.toThrow(`${join(mixed, batch)}: found "other content"`);
    }
    const gone = changed("gone-batch", batch, (text) => text);
    rmSync(join(gone, batch));
    symlinkSync("nowhere", join(gone, batch));
    await expect(resumeStudy(gone, here)).rejects.toThrow(`${join(gone, batch)}: found "nothing"`);
    // By its name of other runs, or of more than it holds.
    for (const other of ["000000003-000000015.jsonl", "000000000-000000015.jsonl"]) {
      const renamed = join(at(`as ${other}`), "batches", other);
      cpSync(unfinished, at(`as ${other}`), { recursive: true });
      renameSync(join(at(`as ${other}`), batch), renamed);
      await expect(resumeStudy(at(`as ${other}`), here)).rejects.toThrow(`${renamed}: found "other content"`);
    }
    rmSync(join(cut, batch));
    await resumeStudy(cut, here);
    expect(resultOf(cut)).toEqual(resultOf(at("whole")));
  });

  it.each([
    [
      "cut off",
      (text: string) => text.slice(0, 300),
      /expected the file as it was written; it was changed or cut off since/,
    ],
    [
      "changed",
      (text: string) => text.replace('"seeds": 5', '"seeds": 6'),
      /expected the file as it was written/,
    ],
    [
      "of another version",
      (text: string) => text.replace(/"version": "[^"]+"/, '"version": "0.0.1"'),
      /version: found "0.0.1", expected \S+, this version: results of two versions/,
    ],
    [
      "of another format",
      (text: string) => text.replace('"format": 1', '"format": 9'),
      /format: found 9, expected 1, the format of this version/,
    ],
  ])("with a manifest that was %s is refused", async (name, change, words) => {
    await expect(resumeStudy(changed(name, "manifest.json", change), here)).rejects.toThrow(words);
  });

  it("must be one", async () => {
    await expect(resumeStudy(folder, here)).rejects.toThrow(
      'found "no manifest.json", expected the folder of a study',
    );
  });

  it("of another model does not go on: one of its runs is made again first", async () => {
    const foreign = changed("foreign", firstBatch(), (text) => {
      const [header, first, ...rows] = text.split("\n");
      // A run that failed cannot tell; the next can.
      const failed = first.replace(/"fingerprint":.*/, '"error":"an invariant"}');
      rows[0] = rows[0].replace(/"fingerprint":"..../, '"fingerprint":"0000');
      const body = [failed, ...rows].join("\n");
      const sum = createHash("sha256").update(body).digest("hex");
      return `${header.replace(/[0-9a-f]{64}/, sum)}\n${body}`;
    });
    await expect(resumeStudy(foreign, here)).rejects.toThrow(
      "as its row says: the model that made the study was another one",
    );
  });

  it("is taken over from a process that was killed while it began, or while it ended", async () => {
    mkdirSync(at("begun"));
    writeFileSync(deadPartOf(join(at("begun"), "manifest.json")), "{");
    await runStudy(study, at("begun"), here);
    expect(readdirSync(at("begun")).toSorted()).toEqual(readdirSync(at("whole")).toSorted());
    // All is written; parts of an earlier death and the batches are there still.
    mkdirSync(join(at("begun"), "batches"));
    writeFileSync(deadPartOf(join(at("begun"), "rows.jsonl")), "{");
    await resumeStudy(at("begun"), here);
    expect(readdirSync(at("begun")).toSorted()).toEqual(readdirSync(at("whole")).toSorted());
    expect(resultOf(at("begun"))).toEqual(resultOf(at("whole")));
  });

  it("that another process brings to its end is finished for this one too", async () => {
    const shared = at("shared");
    const otherEnds = ({ done }: { readonly done: number }) => {
      if (done > 0) return;
      for (const name of ["rows.jsonl", "summary.json", "effects.csv", "finished.json"]) {
        copyFileSync(join(at("whole"), name), join(shared, name));
      }
      rmSync(join(shared, "batches"), { recursive: true });
    };
    const { finished, done } = await runStudy(study, shared, { ...here, onProgress: otherEnds });
    expect(finished).not.toBeNull();
    expect(done).toBe(30);
    expect(resultOf(shared)).toEqual(resultOf(at("whole")));
  });

  it("on which two processes worked holds runs twice, and comes to the same bytes with each run once", async () => {
    cpSync(unfinished, at("twice"), { recursive: true });
    // Beside batches of twelve runs each.
    for (const batchSize of [3, 9]) {
      const other = at(`batches-of-${batchSize}`);
      const stop = new AbortController();
      const onProgress = ({ done }: { readonly done: number }) => {
        if (done === 2 * batchSize) stop.abort();
      };
      await runStudy(study, other, { ...here, batchSize, signal: stop.signal, onProgress });
      cpSync(join(other, "batches"), at("twice/batches"), { recursive: true });
    }
    expect(batchesOf(at("twice"))).toHaveLength(7);
    // What the other is writing is not looked at.
    writeFileSync(at("twice/batches/.000000012-000000024.jsonl.elsewhere.7.1.part"), "half");
    expect(await resumeStudy(at("twice"), here)).toMatchObject({ done: 30, total: 30 });
    expect(resultOf(at("twice"))).toEqual(resultOf(at("whole")));
  });

  it("into which batches of another part were copied names each of these", async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(async (index) => {
        const stop = new AbortController();
        const shard = { index, count: 2 };
        const onProgress = ({ done }: { readonly done: number }) => done > 0 && stop.abort();
        const out = at(`copied-${index}`);
        await runStudy(study, out, { ...here, shard, batchSize: 3, signal: stop.signal, onProgress });
        return out;
      }),
    );
    cpSync(join(second, "batches"), join(first, "batches"), { recursive: true });
    await expect(resumeStudy(first, here)).rejects.toThrow(
      `${join(first, "batches", "000000015-000000018.jsonl")}: found "runs of another part of the study", expected`,
    );
  });

  it("that goes while the study runs ends it, and is not made anew", async () => {
    const gone = at("gone");
    const removeFirst = () => rmSync(gone, { recursive: true, force: true });
    await expect(runStudy(study, gone, { ...here, onProgress: removeFirst })).rejects.toThrow(
      'found "ENOENT", expected a folder that can be made, and stays',
    );
    expect(existsSync(gone)).toBe(false);
  });

  it("that is finished is not taken for whole once its rows were changed, cut off or removed", async () => {
    const cut = changed("cut-rows", "rows.jsonl", (text) => text.slice(0, -40), at("whole"));
    const words = `${join(cut, "rows.jsonl")}: found "other content", expected the rows as they were written`;
    await expect(resumeStudy(cut, here)).rejects.toThrow(words);
    await expect(replayRun(cut, 29)).rejects.toThrow(words);
    const merged = await eslabonHere("merge", at("whole"), "--out", cut, "--continue");
    expect([merged.status, merged.stderr.includes(words)]).toEqual([2, true]);
    rmSync(join(cut, "rows.jsonl"));
    await expect(replayRun(cut, 29)).rejects.toThrow('rows.jsonl: found "no file"');
  });

  it("is not gone on with as another part of its study", async () => {
    const words = ["study", file, "--out", at("whole"), "--continue", "--shard", "1/2"];
    const { status, stderr } = await eslabonHere(...words);
    expect(status).toBe(2);
    expect(stderr).toContain('--shard: found "part 1/2", expected all runs, as the folder has');
    const other = await eslabonHere("study", studyFile(folder, 3), "--out", at("whole"), "--continue");
    expect(other).toMatchObject({ status: 2, stdout: "" });
    expect(other.stderr).toContain("the study that was asked for; the folder holds another");
  });

  it("of a finished study is told apart from a shard by its manifest, and its summary is looked at", async () => {
    const other = changed(
      "summary",
      "summary.json",
      (text) => text.replace(/"baselineMean": -?[1-9]/, "$&7"),
      at("whole"),
    );
    const { status, stdout, stderr } = await eslabonHere("resume", other);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("expected the summary as it was written");
  });

  it("of another version is named, whatever its name", async () => {
    changed(
      "v",
      "manifest.json",
      (text) => text.replace(/"version": "[^"]+"/, '"version": "0.0.1"'),
      at("whole"),
    );
    const { code, stderr } = await command(["merge", "v", "--out", "merged"], undefined, folder);
    expect(code).toBe(2);
    expect(stderr).toContain('  - v: version: found "0.0.1"');
  });

  it("of a merge that does not fit on the disk goes again", () => {
    const script = 'ulimit -f 3; node dist/cli.cjs merge "$0" --out "$1"';
    const { status, stderr } = spawnSync("bash", ["-c", script, at("whole"), at("merged")], {
      encoding: "utf8",
    });
    expect(status).toBe(2);
    expect(stderr).toContain(`${join(at("merged"), "rows.jsonl")}: found "EFBIG"`);
    expect(existsSync(at("merged"))).toBe(false);
  });

  it("of a merge that was killed does not stand in the way of the next", async () => {
    const out = at("merged-again");
    const left = deadPartOf(out);
    mkdirSync(left);
    writeFileSync(join(left, "rows.jsonl"), "half");
    await mergeStudies([at("whole")], out);
    expect(resultOf(out)).toEqual(resultOf(at("whole")));
    expect(existsSync(left)).toBe(false);
  });

  it("of a shard that is not finished is not merged", async () => {
    await expect(mergeStudies([unfinished], at("merged"))).rejects.toThrow(
      `a merge: 1 problem\n  - ${unfinished}: found "runs missing", expected a finished shard: \`resumeStudy\` goes on with it`,
    );
    const { stderr } = await eslabonHere("merge", unfinished, "--out", at("merged"));
    expect(stderr).toContain("expected a finished shard: eslabon resume goes on with it");
    expect(existsSync(at("merged"))).toBe(false);
  });
});

describe("a place that is taken", () => {
  it("is named as a program calls it, and to who types commands as an option", async () => {
    const taken = `found "${unfinished}", expected a new folder; this one holds a study: `;
    await expect(runStudy(study, unfinished, here)).rejects.toThrow(
      `a study's output: 1 problem\n  - path: ${taken}\`resumeStudy\` goes on with one that was stopped`,
    );
    await expect(mergeStudies([at("whole")], unfinished)).rejects.toThrow(`  - out: ${taken}\`resumeStudy\``);
    for (const [words, command] of [
      [["study", file], "study"],
      [["merge", at("whole")], "merge"],
    ] as const) {
      const { status, stderr } = await eslabonHere(...words, "--out", unfinished);
      expect(status).toBe(2);
      expect(stderr).toBe(
        `error: eslabon ${command}: 1 problem\n  - --out: ${taken}eslabon resume goes on with one that was stopped\n`,
      );
    }
    const job = ["study-job", file, "--kind", "slurm", "--tasks", "2", "--out", unfinished];
    expect((await eslabonHere(...job)).stderr).toContain(
      `error: eslabon study-job: 1 problem\n  - --out: found "${unfinished}", expected a new folder, or an empty one`,
    );
  });

  it("is not where runs are missing: of a merge each folder is told, and what is missing", async () => {
    const part = at("part");
    const words = ["study", file, "--out", part, "--shard", "1/2", "--workers", "0"];
    expect(await eslabonHere(...words)).toEqual({
      ...{ status: 0, stderr: "" },
      stdout: `15 runs of a shard are in ${part}. eslabon merge puts the shards together.\n`,
    });
    await expect(mergeStudies([part], at("merged"))).rejects.toThrow(
      / {2}- paths: found "no runs \d+ to 29"/,
    );
    const { stderr } = await eslabonHere("merge", part, "--out", at("merged"));
    expect(stderr).toMatch(/^error: eslabon merge: 1 problem\n {2}- folders: found "no runs \d+ to 29"/);
  });

  it("replays no run that the study does not have", async () => {
    const words = `a replay: 1 problem\n  - run: found 30, expected the index of a run of ${at("whole")}: 0 to 29`;
    await expect(replayRun(at("whole"), 30)).rejects.toThrow(words);
  });
});

describe("wrong words", () => {
  it.each([
    ["study nothing.yaml --out x", 'found "nothing.yaml", expected a file that exists'],
    ["study s --out x --shard 4/3", '--shard: found "4/3", expected the i-th of n parts as i/n, as 3/8'],
    ["study s --out x --shard 1/99", '--shard: found "1/99", expected at most 10 parts'],
    [
      "study-job s --out x --tasks 0 --kind slurn",
      'expected one of: slurm, kubernetes, parallel; did you mean "slurm"?',
    ],
    ["study-job s --out x --tasks 17 --kind slurm", "expected at most 10 tasks"],
    ["study-job s --out s --tasks 2 --kind slurm", "expected a folder, where a file stands"],
    ["study-cost s --usd-per-core-hour -1", 'found "-1", expected a price in US$ of at least 0'],
    ["study-cost s --cores many", '--cores: found "many", expected a whole number of at least 1'],
  ])("eslabon %s are refused", async (words, expected) => {
    const { status, stderr } = await eslabonHere(
      ...words.split(" ").map((word) => (word === "s" ? file : word)),
    );
    expect(status).toBe(2);
    expect(stderr).toContain(expected);
  });
});
