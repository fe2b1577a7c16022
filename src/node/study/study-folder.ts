// The folder of a study: manifest.json says what the study is; while it runs, batches/ holds one file per batch; when it is
// over, rows.jsonl holds every run in order, and finished.json, written last, says that all is there.
import { existsSync } from "node:fs";
import { arch, platform, release } from "node:os";
import { join } from "node:path";
import {
  layoutOf,
  rangeOfShard,
  shardProblems,
  type RunRange,
  type Shard,
} from "../../analysis/study/layout.ts";
import type { Study } from "../../analysis/study/study.ts";
import { InputError, type Problem } from "../../errors.ts";
import { version } from "../../version.ts";
import { writeWhole } from "../atomic-file.ts";
import { isOccupied } from "../fill-folder.ts";
import { isThere, textIfThere } from "../reading.ts";
import { studyOfRecord, studyRecordOf, type StudyRecord } from "./study-record.ts";

const folderFormat = 1;

/** What a study's folder says of itself. */
export interface StudyManifest {
  readonly format: number;
  /** Of the package that makes the runs. */
  readonly version: string;
  readonly studyHash: string;
  readonly study: StudyRecord;
  readonly shard: Shard | null;
  readonly runs: RunRange;
  readonly platform: string;
  readonly createdAt: string;
}

/** What a folder says when all its runs are there. */
export interface FinishedRecord {
  /** The study's hash, 16 hexadecimal digits. */
  readonly study: string;
  /** Version of the library that made the runs. */
  readonly version: string;
  /** Runs that the folder holds: all, or those of its shard. */
  readonly runs: RunRange;
  /** Those of them that gave no result. */
  readonly failed: number;
  /** SHA-256 of rows.jsonl: equal for equal results. */
  readonly rowsSha256: string;
  /** SHA-256 of summary.json; null for a shard, which has none. */
  readonly summarySha256: string | null;
}

/** A study's folder, opened. */
export interface StudyFolder {
  readonly path: string;
  readonly study: Study;
  readonly manifest: StudyManifest;
  /** Null while runs are missing. */
  readonly finished: FinishedRecord | null;
}

const inWords = "a study's folder";

/** Files of a study's folder. */
export const studyFiles = {
  manifest: "manifest.json",
  batches: "batches",
  rows: "rows.jsonl",
  summary: "summary.json",
  effects: "effects.csv",
  finished: "finished.json",
} as const;

/**
 * What the folder of a study will say; nothing is written yet.
 *
 * @param argument What a program calls the folder.
 * @throws InputError when there is something at its place already.
 */
export function newStudyFolder(
  path: string,
  study: Study,
  shard: Shard | null,
  argument: "path" | "out",
): StudyFolder {
  if (isOccupied(path)) {
    const there = existsSync(join(path, studyFiles.manifest));
    const expected = there
      ? "a new folder; this one holds a study: `resumeStudy` goes on with one that was stopped"
      : "a new folder, or an empty one";
    throw new InputError("a study's output", [{ path: argument, value: path, expected }]);
  }
  const manifest: StudyManifest = {
    format: folderFormat,
    version,
    studyHash: study.hash,
    study: studyRecordOf(study),
    shard,
    runs: rangeOfShard(layoutOf(study), shard),
    platform: `node ${process.versions.node}, ${platform()} ${release()}, ${arch()}`,
    createdAt: new Date().toISOString(),
  };
  return { path, study, manifest, finished: null };
}

/** Writes what a study's folder says of itself. */
export function writeManifest({ path, manifest }: StudyFolder): void {
  writeWhole(join(path, studyFiles.manifest), `${JSON.stringify(manifest, null, 2)}\n`);
}

/**
 * Opens the folder of a study.
 *
 * @throws InputError naming what is missing, cut off, or of another version.
 */
export function openStudyFolder(path: string): StudyFolder {
  const manifest = readJson(path, studyFiles.manifest) as StudyManifest;
  const problems: Problem[] = [];
  if (manifest.format !== folderFormat) {
    problems.push({
      path: "format",
      value: manifest.format,
      expected: `${folderFormat}, the format of this version`,
    });
  }
  if (manifest.version !== version) {
    const expected = `${version}, this version: results of two versions are never mixed; go on with eslabon@${manifest.version}`;
    problems.push({ path: "version", value: manifest.version, expected });
  }
  if (problems.length > 0) throw new InputError(join(path, studyFiles.manifest), problems);
  let study: Study;
  try {
    study = studyOfRecord(manifest.study);
    if (study.hash !== manifest.studyHash) throw new TypeError("another study's hash");
    if (!isRangeOf(study, manifest)) throw new TypeError("runs that are not the shard's");
  } catch (error) {
    throw corrupt(path, studyFiles.manifest, error);
  }
  const finished = isThere(join(path, studyFiles.finished), inWords) ? readFinished(path, manifest) : null;
  return { path, study, manifest, finished };
}

/** Whether the runs that a manifest names are those of its shard, or all of its study without one. */
function isRangeOf(study: Study, { shard, runs }: StudyManifest): boolean {
  if (shardProblems(shard).length > 0) return false;
  const { from, to } = rangeOfShard(layoutOf(study), shard);
  return runs.from === from && runs.to === to;
}

function readFinished(path: string, { studyHash, runs }: StudyManifest): FinishedRecord {
  const record = readJson(path, studyFiles.finished) as Partial<FinishedRecord>;
  const isOfThisStudy = record.study === studyHash && record.version === version;
  const isOfTheseRuns = record.runs?.from === runs.from && record.runs.to === runs.to;
  const { failed = -1, rowsSha256, summarySha256 = null } = record;
  const isCount = Number.isSafeInteger(failed) && failed >= 0 && failed <= runs.to - runs.from;
  if (isOfThisStudy && isOfTheseRuns && isCount && isSha256(rowsSha256)) {
    return { ...(record as FinishedRecord), summarySha256 };
  }
  throw corrupt(path, studyFiles.finished, new TypeError("not what the manifest says"));
}

function isSha256(text: unknown): boolean {
  return typeof text === "string" && /^[0-9a-f]{64}$/.test(text);
}

/**
 * The content of a JSON file of a study's folder.
 *
 * @throws InputError when it is not there, cannot be read, or is no JSON.
 */
function readJson(folder: string, file: string): object {
  const path = join(folder, file);
  const text = textIfThere(path, inWords);
  if (text === undefined) {
    const value = existsSync(folder) ? `no ${file}` : "nothing";
    const expected = "the folder of a study, with all its files";
    throw new InputError(inWords, [{ path: folder, value, expected }]);
  }
  try {
    const content = JSON.parse(text) as unknown;
    if (typeof content !== "object" || content === null) throw new TypeError("no object");
    return content;
  } catch (error) {
    throw corrupt(folder, file, error);
  }
}

function corrupt(folder: string, file: string, error: unknown): InputError {
  const value = error instanceof Error ? error.message.split("\n")[0] : String(error);
  const expected = "the file as it was written; it was changed or cut off since";
  return new InputError(inWords, [{ path: join(folder, file), value, expected }]);
}
