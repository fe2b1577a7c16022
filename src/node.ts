// What the library does with files and worker threads: the entry point `eslabon/node`.
export { defineStudy, type Study, type StudyInput, type StudyWindow } from "./analysis/study/study.ts";
export type { DrawDesign, DrawRange, DrawsInput, StudyDraws } from "./analysis/study/draws.ts";
export {
  layoutOf,
  rangeOfShard,
  type RunPlace,
  type RunRange,
  type Shard,
  type StudyLayout,
} from "./analysis/study/layout.ts";
export { parseStudy, studyFileVersion } from "./analysis/study/parse.ts";
export { studyFileSchema } from "./analysis/study/json-schema.ts";
export type { StudyRow } from "./analysis/study/rows.ts";
export type { StudyEffect, StudyEstimate, StudyLevel } from "./analysis/study/tally.ts";
export type { Window } from "./analysis/window.ts";
export type { ExecuteOptions, Executor, RunPlan } from "./analysis/executor.ts";
export type { FollowOptions } from "./analysis/follow-options.ts";
export type { RunTask } from "./analysis/whole-runs.ts";
export { cachingExecutor } from "./node/caching-executor.ts";
export { compareOnWorkers, type CompareOnWorkersOptions } from "./node/compare-on-workers.ts";
export { executorOn } from "./node/executor.ts";
export type { ExportOptions } from "./node/export/export-folder.ts";
export { exportRuns, type ExportRunsOptions } from "./node/export/export-runs.ts";
export { exportStudy } from "./node/export/export-study.ts";
export type { ExportFormat, WrittenTable } from "./node/export/table-writer.ts";
export { readPackFolder, writePackFolder } from "./node/pack-folder.ts";
export { readScenarioFile } from "./node/scenario-file.ts";
export { mergeStudies } from "./node/study/merge-studies.ts";
export { replayRun, type ReplayedRun } from "./node/study/replay-run.ts";
export {
  resumeStudy,
  runStudy,
  type RunStudyOptions,
  type StudyOutcome,
  type StudyProgress,
} from "./node/study/run-study.ts";
export { readStudyFile } from "./node/study/study-file.ts";
export type { FinishedRecord } from "./node/study/study-folder.ts";
