import { execFileSync, spawnSync } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { eslabon } from "../eslabon.ts";
import { newFolder, resultOf, run, studyFile } from "./folders.ts";

const folder = newFolder();
const at = (name: string) => join(folder, name);
const file = studyFile(folder);
/** An unfinished study: all batches are there, and no more. */
const unfinished = at("unfinished");

beforeAll(() => {
  run("study", file, "--out", at("whole"), "--workers", "0", "--batch-size", "15");
  // A disk on which the rows do not fit: batches do.
  spawnSync("bash", [
    "-c",
    'ulimit -f 4; node dist/cli.js study "$0" --out "$1" --workers 0 --batch-size 12',
    file,
    unfinished,
  ]);
});

/** A copy of the unfinished study with one of its files changed. */
function changed(name: string, path: string, change: (text: string) => string): string {
  cpSync(unfinished, at(name), { recursive: true });
  const target = join(at(name), path);
  writeFileSync(target, change(readFileSync(target, "utf8")));
  return at(name);
}

const firstBatch = () =>
  join(
    "batches",
    readdirSync(join(unfinished, "batches"))
      .filter((name) => name.endsWith("l"))
      .toSorted()[0],
  );

describe("a study's folder", () => {
  it("of a full disk keeps what was finished, and resumes when there is room", () => {
    cpSync(unfinished, at("full"), { recursive: true });
    const script = 'ulimit -f 4; node dist/cli.js resume "$0" --workers 0';
    const { status, stderr } = spawnSync("bash", ["-c", script, at("full")], { encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toContain("expected room for larger files; what was finished is kept: eslabon resume");
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(existsSync(join(at("full"), "finished.json"))).toBe(false);
    run("resume", at("full"), "--workers", "0");
    expect(resultOf(at("full"))).toEqual(resultOf(at("whole")));
  });

  it("that cannot be made is refused in words", () => {
    const { status, stderr } = eslabon("study", file, "--out", join(file, "below-a-file"), "--workers", "0");
    expect(status).toBe(2);
    expect(stderr).toMatch(/found "ENOTDIR", expected a folder, where a file stands/);
  });

  it("is not overwritten", () => {
    mkdirSync(at("mine"));
    copyFileSync(file, join(at("mine"), "notes.txt"));
    const { status, stderr } = eslabon("study", file, "--out", at("mine"));
    expect(status).toBe(2);
    expect(stderr).toContain("expected a new folder, or an empty one");
    expect(readdirSync(at("mine"))).toEqual(["notes.txt"]);
  });

  it("with changed batches is refused with the name of each, and its runs are made again once they are removed", () => {
    const batch = firstBatch();
    const cut = changed("cut", batch, (text) => text.slice(0, -40));
    const { status, stderr } = eslabon("resume", cut, "--workers", "0");
    expect(status).toBe(2);
    expect(stderr).toContain(
      `${join(cut, batch)}: found "other content", expected a batch of this study as it was written`,
    );
    rmSync(join(cut, batch));
    run("resume", cut, "--workers", "0");
    expect(resultOf(cut)).toEqual(resultOf(at("whole")));
  });

  it("with a manifest that was cut off, or changed, or of another version is refused", () => {
    const cut = changed("cut-manifest", "manifest.json", (text) => text.slice(0, 300));
    expect(eslabon("resume", cut).stderr).toContain(
      "expected the file as it was written; it was changed or cut off since",
    );
    const other = changed("other", "manifest.json", (text) => text.replace('"seeds": 5', '"seeds": 6'));
    expect(eslabon("resume", other).stderr).toContain("expected the file as it was written");
    const old = changed("old", "manifest.json", (text) =>
      text.replace(/"version": "[^"]+"/, '"version": "0.0.1"'),
    );
    expect(eslabon("resume", old).stderr).toMatch(
      /version: found "0.0.1", expected \S+, this version: results of two versions/,
    );
    const none = eslabon("resume", folder);
    expect(none.stderr).toContain('found "no manifest.json", expected the folder of a study');
  });

  it("of another model does not go on: one of its runs is made again first", () => {
    const batch = firstBatch();
    const foreign = changed("foreign", batch, (text) => {
      const [header, ...rows] = text.replace(/"fingerprint":"..../, '"fingerprint":"0000').split("\n");
      const body = rows.join("\n");
      const sum = execFileSync("sha256sum", { input: body, encoding: "utf8" }).slice(0, 64);
      return `${header.replace(/[0-9a-f]{64}/, sum)}\n${body}`;
    });
    const { status, stderr } = eslabon("resume", foreign, "--workers", "0");
    expect(status).toBe(2);
    expect(stderr).toContain("as its row says: the model that made the study was another one");
  });

  it("of a shard that is not finished is not merged", () => {
    const { stderr } = eslabon("merge", unfinished, "--out", at("merged"));
    expect(stderr).toContain(
      `${unfinished}: found "runs missing", expected a finished shard: eslabon resume ${unfinished}`,
    );
    expect(existsSync(at("merged"))).toBe(false);
  });
});

describe("wrong words", () => {
  it.each([
    ["study nothing.yaml --out x", 'found "nothing.yaml", expected a file that exists'],
    ["study s --out x --shard 4/3", '--shard: found "4/3", expected the i-th of n parts as i/n, as 3/8'],
    ["study s --out x --shard 1/99", '--shard: found "1/99", expected at most 10 parts'],
    ["study s", "required option '--out <folder>' not specified"],
    [
      "study-job s --out x --tasks 0 --kind slurn",
      'expected one of: slurm, kubernetes, parallel; did you mean "slurm"?',
    ],
    ["study-job s --out x --tasks 17 --kind slurm", "expected at most 10 tasks"],
    ["study-cost s --cores many", '--cores: found "many", expected a whole number of at least 1'],
  ])("eslabon %s are refused", (words, expected) => {
    const { status, stderr } = eslabon(...words.split(" ").map((word) => (word === "s" ? file : word)));
    expect(status).toBe(2);
    expect(stderr).toContain(expected);
  });
});
