// The batches of a study that runs: a file for each, with a first line that says what it holds.
import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { RunRange } from "../../analysis/study/layout.ts";
import type { StudyRow } from "../../analysis/study/rows.ts";
import { InputError } from "../../errors.ts";
import { writeWhole } from "../atomic-file.ts";
import { makeFolder } from "../make-folder.ts";
import { isThere, namesIn, textIfThere } from "../reading.ts";
import { studyFiles, type StudyFolder } from "./study-folder.ts";

/** The first line of a batch's file. */
interface BatchHeader {
  readonly study: string;
  readonly sha256: string;
}

const inWords = "a study's folder";
const batchName = /^(\d{9,})-(\d{9,})\.jsonl$/;

/** Makes the folder of a study's batches; one that goes while the study runs is missed, and not made anew. */
export function openBatches({ path }: StudyFolder): void {
  makeFolder(join(path, studyFiles.batches));
}

/** Removes the batches of a study that is finished. */
export function removeBatches(path: string): void {
  rmSync(join(path, studyFiles.batches), { recursive: true, force: true });
}

/** Writes the rows of a batch. */
export function writeBatch(
  { path, study }: StudyFolder,
  { from, to }: RunRange,
  rows: readonly StudyRow[],
): void {
  const text = rows.map((row) => `${JSON.stringify(row)}\n`).join("");
  const sha256 = createHash("sha256").update(text).digest("hex");
  const header: BatchHeader = { study: study.hash, sha256 };
  const name = `${[from, to].map((run) => String(run).padStart(9, "0")).join("-")}.jsonl`;
  writeWhole(join(path, studyFiles.batches, name), `${JSON.stringify(header)}\n${text}`);
}

/** The batches that a folder holds, by their first run; of what is not whole nothing is seen. */
export function batchesIn({ path }: StudyFolder): (RunRange & { readonly file: string })[] {
  const folder = join(path, studyFiles.batches);
  if (!isThere(folder, inWords)) return [];
  return namesIn(folder, inWords)
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
export function readBatch(
  { study, manifest: { runs } }: StudyFolder,
  batch: RunRange & { readonly file: string },
): StudyRow[] {
  const expected =
    "a batch of this study as it was written; remove the file, and resume makes its runs again";
  const refusal = (value: string) => new InputError(inWords, [{ path: batch.file, value, expected }]);
  if (batch.from < runs.from || batch.to > runs.to) throw refusal("runs of another part of the study");
  const text = textIfThere(batch.file, inWords);
  if (text === undefined) throw refusal("nothing");
  const end = text.indexOf("\n") + 1;
  const lines = text.slice(end);
  try {
    const header = JSON.parse(text.slice(0, end)) as Partial<BatchHeader> | null;
    const whole =
      header?.study === study.hash && header.sha256 === createHash("sha256").update(lines).digest("hex");
    if (!whole) throw new TypeError("a header that does not fit");
    const rows = lines
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as StudyRow | null);
    const inOrder = rows.every((row, i) => row?.run === batch.from + i);
    if (!inOrder || rows.length !== batch.to - batch.from) throw new TypeError("rows of other runs");
    return rows as StudyRow[];
  } catch {
    throw refusal("other content");
  }
}
