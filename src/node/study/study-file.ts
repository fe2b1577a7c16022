// Study files on disk, and plans: a study with everything that it names in one file, for machines that have no others.
import { readFileSync } from "node:fs";
import { pathProblems } from "../../analysis/asked.ts";
import { parseStudy } from "../../analysis/study/parse.ts";
import type { Study } from "../../analysis/study/study.ts";
import { InputError, refuseIfAny } from "../../errors.ts";
import { version } from "../../version.ts";
import { readNamingFile } from "../scenario-file.ts";
import { writeWhole } from "../atomic-file.ts";
import { studyOfRecord, studyRecordOf, type StudyRecord } from "./study-record.ts";

interface StudyPlan {
  readonly eslabonStudyPlan: string;
  readonly study: StudyRecord;
}

/**
 * The study of a file in YAML or JSON, or of a plan. Scenario files and packs that it names lie in its folder or below.
 *
 * @throws InputError naming every problem with file, line and column.
 */
export function readStudyFile(path: string): Study {
  refuseIfAny("reading a study", pathProblems("path", path, "a study file"));
  const plan = /\.json$/i.test(path) ? planOf(path) : undefined;
  if (plan === undefined) {
    const { text, ...options } = readNamingFile(path);
    return parseStudy(text, options);
  }
  if (plan.eslabonStudyPlan !== version) {
    const expected = `${version}, this version: results of two versions are never mixed`;
    throw new InputError(path, [{ path: "eslabonStudyPlan", value: plan.eslabonStudyPlan, expected }]);
  }
  try {
    return studyOfRecord(plan.study);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const value = error instanceof Error ? error.message.split("\n")[0] : String(error);
    const expected = "the plan as it was written; it was changed or cut off since";
    throw new InputError(path, [{ path: "study", value, expected }]);
  }
}

/** Writes a study with all that it names. */
export function writeStudyPlan(study: Study, path: string): void {
  writeWhole(path, planOfStudy(study));
}

/** The text of a plan: a study with all that it names. */
export function planOfStudy(study: Study): string {
  const plan: StudyPlan = { eslabonStudyPlan: version, study: studyRecordOf(study) };
  return `${JSON.stringify(plan)}\n`;
}

function planOf(path: string): StudyPlan | undefined {
  try {
    const content = JSON.parse(readFileSync(path, "utf8")) as Partial<StudyPlan> | null;
    return content?.eslabonStudyPlan === undefined ? undefined : (content as StudyPlan);
  } catch {
    // What is wrong with the file is told by whoever reads it as a study.
    return undefined;
  }
}
