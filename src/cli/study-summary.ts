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
  const isWhole =
    Array.isArray(summary.effects) && Array.isArray(summary.failures) && summary.rowsSha256 === rowsSha256;
  const isTested = isWhole && summary.effects.every(({ adjustedPValue }) => adjustedPValue !== undefined);
  if (isTested) return summary as StudySummary;
  const path = join(folder, studyFiles.summary);
  const anew = `eslabon export ${folder} makes its tables anew`;
  const problem = isWhole
    ? { value: "effects without p-values", expected: `effects as this version writes them; ${anew}` }
    : {
        value: summary.rowsSha256,
        expected: `the summary of this study's rows; it was changed since, and ${anew}`,
      };
  throw new InputError("a study's folder", [{ path, ...problem }]);
}
