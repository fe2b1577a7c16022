// The summary of a study as its folder holds it.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { studyFiles, type FinishedRecord } from "../node/study/study-folder.ts";
import { InputError } from "../errors.ts";
import type { StudySummary } from "../report/study.ts";

/**
 * What a finished study says.
 *
 * @throws InputError when the summary is not there, or not as it was written.
 */
export function readSummary(folder: string, { summarySha256 }: FinishedRecord): StudySummary {
  const path = join(folder, studyFiles.summary);
  let value: string;
  try {
    const bytes = readFileSync(path);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    if (sha256 === summarySha256) return JSON.parse(bytes.toString()) as StudySummary;
    value = "other content";
  } catch (error) {
    value = (error as NodeJS.ErrnoException).code ?? String(error);
  }
  const expected = `the summary as it was written; it was changed since, and eslabon export ${folder} makes its tables anew`;
  throw new InputError("a study's folder", [{ path, value, expected }]);
}
