// What a worker thread of a study does: it makes the study again and the runs of the ranges that it is sent.
import { workerData } from "piscina";
import { layoutOf, type RunRange } from "../../analysis/study/layout.ts";
import { rowsOf, type StudyRow } from "../../analysis/study/rows.ts";
import { studyOfRecord, type StudyRecord } from "./study-record.ts";

const study = studyOfRecord(workerData as StudyRecord);
const layout = layoutOf(study);

/** The rows of a range of runs. */
export function runRange(range: RunRange): StudyRow[] {
  return [...rowsOf(study, layout, range)];
}
