import { join } from "node:path";
import { layoutOf, type Shard } from "../analysis/study/layout.ts";
import type { Study } from "../analysis/study/study.ts";
import { InputError } from "../errors.ts";
import { isThere } from "../node/reading.ts";
import { mergeStudies } from "../node/study/merge-studies.ts";
import { resumeStudy, runStudy, type RunStudyOptions, type StudyOutcome } from "../node/study/run-study.ts";
import { checkRows } from "../node/study/rows-file.ts";
import { openStudyFolder, studyFiles } from "../node/study/study-folder.ts";
import { estimateLine, studyReport } from "../report/study.ts";
import { inputOf, type Input } from "./input.ts";
import { listenForInterruption, stoppable } from "./interruption.ts";
import { outputStyle, print, printJson, withProgress } from "./output.ts";
import { studyOf } from "./study-run.ts";
import { readSummary } from "./study-summary.ts";

interface RunningOptions {
  readonly workers?: string;
  readonly batchSize?: string;
  readonly json?: boolean;
}

/** What is expected where a folder of a study is named that is not there. */
const studyFolder = "the folder of a study, with all its files";

/** `eslabon study <file> --out <folder>` */
export async function studyCommand(
  file: string,
  options: RunningOptions & { readonly out?: string; readonly shard?: string; readonly continue?: boolean },
): Promise<void> {
  const input = inputOf("study");
  const running = runningOptions(input, options);
  const shard = shardOf(input, options.shard);
  const out = input.neededFolder("--out", options.out);
  const study = studyOf(input, file);
  const groups = study === undefined ? Infinity : layoutOf(study).groups;
  if (shard !== null && shard.count > groups) {
    const expected = `at most ${groups} parts: scenarios of one draw and seed stay together`;
    input.problems.push({ path: "--shard", value: options.shard, expected });
  }
  input.check();
  if (study === undefined) return;
  const there = options.continue === true && holdsStudy(out);
  if (there) checkSame(out, study, shard);
  await follow(options, running, (following) =>
    there
      ? resumeStudy(out, following)
      : input.late(() => runStudy(study, out, { ...following, shard }), { path: "--out" }),
  );
}

/** `eslabon resume <folder>` */
export async function resumeCommand(folder: string, options: RunningOptions): Promise<void> {
  const input = inputOf("resume");
  const running = runningOptions(input, options);
  input.there("folder", folder, studyFolder);
  input.check();
  await follow(options, running, (following) => resumeStudy(folder, following));
}

/** What a merge calls otherwise. */
const inOptions = { paths: "folders", out: "--out" };

/** `eslabon merge <folders...> --out <folder>` */
export async function mergeCommand(
  folders: readonly string[],
  options: { readonly out?: string; readonly json?: boolean; readonly continue?: boolean },
): Promise<void> {
  const input = inputOf("merge");
  const { json } = options;
  const out = input.neededFolder("--out", options.out);
  for (const folder of folders) input.there("folders", folder, studyFolder);
  input.check();
  const there = options.continue === true && holdsStudy(out);
  if (there) checkSame(out, openStudyFolder(folders[0]).study, null);
  const merged = there ? openStudyFolder(out).finished : null;
  if (merged !== null) await checkRows(out, merged);
  const finished = merged ?? (await stoppable(() => input.late(() => mergeStudies(folders, out), inOptions)));
  const summary = readSummary(out, finished);
  if (json === true) printJson({ folder: out, finished, summary });
  else print(studyReport(summary, out, outputStyle()));
}

function holdsStudy(folder: string): boolean {
  return isThere(join(folder, studyFiles.manifest), "a study's folder");
}

function runningOptions(input: Input, options: RunningOptions): RunStudyOptions {
  return {
    workers: input.whole("--workers", options.workers, 0),
    batchSize: input.whole("--batch-size", options.batchSize, 1),
  };
}

function shardOf(input: Input, text: string | undefined): Shard | null {
  if (text === undefined) return null;
  const [, index, count] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (index !== undefined && shard.index >= 1 && shard.index <= shard.count) return shard;
  input.problems.push({ path: "--shard", value: text, expected: "the i-th of n parts as i/n, as 3/8" });
  return null;
}

function checkSame(folder: string, study: Study, shard: Shard | null): void {
  const { manifest } = openStudyFolder(folder);
  const words = (part: Shard | null) => (part === null ? "all runs" : `part ${part.index}/${part.count}`);
  const problems = [];
  if (manifest.studyHash !== study.hash) {
    const expected = `${study.hash}, the study that was asked for; the folder holds another, or this one before it was changed`;
    problems.push({ path: "--out", value: manifest.studyHash, expected });
  }
  if (words(manifest.shard) !== words(shard)) {
    problems.push({
      path: "--shard",
      value: words(shard),
      expected: `${words(manifest.shard)}, as the folder has`,
    });
  }
  if (problems.length > 0) throw new InputError(folder, problems);
}

/** Runs with progress until the end or a request to stop, and says how it ended. */
async function follow(
  { json }: RunningOptions,
  running: RunStudyOptions,
  work: (options: RunStudyOptions) => Promise<StudyOutcome>,
): Promise<void> {
  const interruption = listenForInterruption();
  const outcome = await withProgress("runs", (update) =>
    work({
      ...running,
      signal: interruption.signal,
      onProgress: ({ done, total, failed, bestEstimate }) =>
        update(done, total, () => estimateLine(bestEstimate(), failed)),
    }),
  );
  const { folder, done, total, finished } = outcome;
  const isWhole = finished !== null && openStudyFolder(folder).manifest.shard === null;
  const summary = isWhole ? readSummary(folder, finished) : null;
  if (json === true) printJson({ ...outcome, summary });
  if (finished === null) {
    process.exitCode = interruption.exitCode ?? 1;
    process.stderr.write(`Stopped with ${done} of ${total} runs. eslabon resume ${folder} goes on.\n`);
  } else if (json !== true) {
    if (summary !== null) {
      print(studyReport(summary, folder, outputStyle()));
      return;
    }
    const failed = finished.failed === 0 ? "" : `, ${finished.failed} of them failed`;
    print(`${total} runs of a shard are in ${folder}${failed}. eslabon merge puts the shards together.`);
  }
}
