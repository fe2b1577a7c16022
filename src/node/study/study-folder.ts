// The folder of a study: manifest.json says what the study is; while it runs, batches/ holds one file per batch; when it is
// over, rows.jsonl holds every run in order, and finished.json, written last, says that all is there.
import { createHash } from "node:crypto";
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { arch, platform, release } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { layoutOf, rangeOfShard, type RunRange, type Shard } from "../../analysis/study/layout.ts";
import type { StudyRow } from "../../analysis/study/rows.ts";
import type { Study } from "../../analysis/study/study.ts";
import { InputError, type Problem } from "../../errors.ts";
import { version } from "../../version.ts";
import { makeFolder } from "../make-folder.ts";
import { writeWhole } from "./atomic-file.ts";
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
  readonly study: string;
  readonly version: string;
  readonly runs: RunRange;
  readonly failed: number;
  /** Of rows.jsonl: equal for equal results. */
  readonly rowsSha256: string;
}

/** A study's folder, opened. */
export interface StudyFolder {
  readonly path: string;
  readonly study: Study;
  readonly manifest: StudyManifest;
  /** Null while runs are missing. */
  readonly finished: FinishedRecord | null;
}

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
 * Makes the folder of a study.
 *
 * @throws InputError when there is something at its place already.
 */
export function createStudyFolder(
  path: string,
  study: Study,
  shard: Shard | null,
  runs: RunRange,
): StudyFolder {
  if (existsSync(path) && (!statSync(path).isDirectory() || readdirSync(path).length > 0)) {
    const there = existsSync(join(path, studyFiles.manifest));
    const expected = there
      ? "a new folder; this one holds a study: eslabon resume goes on with it"
      : "a new folder, or an empty one";
    throw new InputError("a study's output", [{ path: "--out", value: path, expected }]);
  }
  const manifest: StudyManifest = {
    format: folderFormat,
    version,
    studyHash: study.hash,
    study: studyRecordOf(study),
    shard,
    runs,
    platform: `node ${process.versions.node}, ${platform()} ${release()}, ${arch()}`,
    createdAt: new Date().toISOString(),
  };
  makeFolder(path);
  writeWhole(join(path, studyFiles.manifest), `${JSON.stringify(manifest, null, 2)}\n`);
  return { path, study, manifest, finished: null };
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
    const expected = `${version}, this version: results of two versions are never mixed; go on with npx eslabon@${manifest.version}`;
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
  const finished = existsSync(join(path, studyFiles.finished)) ? readFinished(path, manifest) : null;
  return { path, study, manifest, finished };
}

/** Whether the runs that a manifest names are those of its shard, or all of its study without one. */
function isRangeOf(study: Study, { shard, runs }: StudyManifest): boolean {
  if (shard !== null) {
    const whole = Number.isSafeInteger(shard.index) && Number.isSafeInteger(shard.count);
    if (!whole || shard.index < 1 || shard.index > shard.count) return false;
  }
  const { from, to } = rangeOfShard(layoutOf(study), shard);
  return runs.from === from && runs.to === to;
}

function readFinished(path: string, { studyHash, runs }: StudyManifest): FinishedRecord {
  const record = readJson(path, studyFiles.finished) as Partial<FinishedRecord>;
  const isOfThisStudy = record.study === studyHash && record.version === version;
  const isOfTheseRuns = record.runs?.from === runs.from && record.runs.to === runs.to;
  if (isOfThisStudy && isOfTheseRuns && Number.isSafeInteger(record.failed) && isSha256(record.rowsSha256)) {
    return record as FinishedRecord;
  }
  throw corrupt(path, studyFiles.finished, new TypeError("not what the manifest says"));
}

function isSha256(text: unknown): boolean {
  return typeof text === "string" && /^[0-9a-f]{64}$/.test(text);
}

function readJson(folder: string, file: string): object {
  const path = join(folder, file);
  if (!existsSync(path)) {
    throw new InputError("a study's folder", [
      {
        path: folder,
        value: existsSync(folder) ? `no ${file}` : "nothing",
        expected: "the folder of a study",
      },
    ]);
  }
  try {
    const content = JSON.parse(readFileSync(path, "utf8")) as unknown;
    if (typeof content !== "object" || content === null) throw new TypeError("no object");
    return content;
  } catch (error) {
    throw corrupt(folder, file, error);
  }
}

function corrupt(folder: string, file: string, error: unknown): InputError {
  const value = error instanceof Error ? error.message.split("\n")[0] : String(error);
  const expected = "the file as it was written; it was changed or cut off since";
  return new InputError("a study's folder", [{ path: join(folder, file), value, expected }]);
}

/** The first line of a batch's file. */
interface BatchHeader extends RunRange {
  readonly study: string;
  readonly sha256: string;
}

const batchName = /^(\d{9,})-(\d{9,})\.jsonl$/;

/** Writes the rows of a batch. */
export function writeBatch(
  { path, study }: StudyFolder,
  { from, to }: RunRange,
  rows: readonly StudyRow[],
): void {
  const text = rows.map((row) => `${JSON.stringify(row)}\n`).join("");
  const sha256 = createHash("sha256").update(text).digest("hex");
  const header: BatchHeader = { study: study.hash, from, to, sha256 };
  const name = `${[from, to].map((run) => String(run).padStart(9, "0")).join("-")}.jsonl`;
  makeFolder(join(path, studyFiles.batches));
  writeWhole(join(path, studyFiles.batches, name), `${JSON.stringify(header)}\n${text}`);
}

/** The batches that a folder holds, by their first run; of what is not whole nothing is seen. */
export function batchesIn({ path }: StudyFolder): (RunRange & { readonly file: string })[] {
  const folder = join(path, studyFiles.batches);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const [, from, to] = batchName.exec(name) ?? [];
      return from === undefined ? [] : [{ from: Number(from), to: Number(to), file: join(folder, name) }];
    })
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

/**
 * The rows of a batch's file.
 *
 * @throws InputError when the file is not as it was written.
 */
export function readBatch({ study }: StudyFolder, batch: RunRange & { readonly file: string }): StudyRow[] {
  const expected =
    "a batch of this study as it was written; remove the file, and resume makes its runs again";
  const text = readFileSync(batch.file, "utf8");
  const end = text.indexOf("\n") + 1;
  const lines = text.slice(end);
  try {
    const header = JSON.parse(text.slice(0, end)) as Partial<BatchHeader> | null;
    const whole =
      header?.study === study.hash &&
      header.from === batch.from &&
      header.to === batch.to &&
      header.sha256 === createHash("sha256").update(lines).digest("hex");
    if (!whole) throw new TypeError("a header that does not fit");
    const rows = lines
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as StudyRow | null);
    const inOrder = rows.every((row, i) => row?.run === batch.from + i);
    if (!inOrder || rows.length !== batch.to - batch.from) throw new TypeError("rows of other runs");
    return rows as StudyRow[];
  } catch {
    throw new InputError("a study's folder", [{ path: batch.file, value: "other content", expected }]);
  }
}

/** The lines of a folder's rows.jsonl, one after the other. */
export async function* linesOf(path: string): AsyncGenerator<string> {
  const input = createReadStream(join(path, studyFiles.rows), "utf8");
  try {
    yield* createInterface({ input, crlfDelay: Infinity });
  } finally {
    input.destroy();
  }
}

/** Whether the rows of a finished study are there, whole and unchanged. */
export async function rowsAreAsWritten(path: string, { rowsSha256 }: FinishedRecord): Promise<boolean> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(join(path, studyFiles.rows))) hash.update(chunk as Buffer);
    return hash.digest("hex") === rowsSha256;
  } catch {
    return false;
  }
}
