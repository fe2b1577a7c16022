// The summary of a study as its folder holds it.
import { join } from "node:path";
import { readJson, studyFiles, type FinishedRecord } from "../node/study/study-folder.ts";
import { InputError } from "../errors.ts";
import type { StudySummary } from "../report/study.ts";

/**
 * What a finished study says.
 *
 * @throws InputError when the summary is not there, or not that of the study's rows.
 */
export function readSummary(folder: string, { rowsSha256 }: FinishedRecord): StudySummary {
  const summary = readJson(folder, studyFiles.summary) as Partial<StudySummary>;
  const isWhole = Array.isArray(summary.effects) && Array.isArray(summary.failures);
  if (isWhole && summary.rowsSha256 === rowsSha256) return summary as StudySummary;
  const path = join(folder, studyFiles.summary);
  const expected = `the summary of this study's rows; it was changed since, and eslabon export ${folder} makes its tables anew`;
  throw new InputError("a study's folder", [{ path, value: summary.rowsSha256, expected }]);
}
