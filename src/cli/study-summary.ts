// The summary of a study as its folder holds it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { studyFiles } from "../node/study/study-folder.ts";
import type { StudySummary } from "../report/study.ts";

/** What a finished study says. */
export function readSummary(folder: string): StudySummary {
  return JSON.parse(readFileSync(join(folder, studyFiles.summary), "utf8")) as StudySummary;
}
