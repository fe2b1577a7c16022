// Runs a study into a folder, batch by batch; what is there already is not made again. A batch is written when all of it is
// there, so that whatever ends the process loses the running batches and nothing else. Two processes on one folder waste work
// and spoil nothing: their batches are the same bytes.
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { followProblems, optionsProblems, pathProblems, resultProblems } from "../../analysis/asked.ts";
import {
  layoutOf,
  missingPieces,
  shardProblems,
  type RunRange,
  type Shard,
  type StudyLayout,
} from "../../analysis/study/layout.ts";
import type { StudyRow } from "../../analysis/study/rows.ts";
import { firstMetricOf, type Study } from "../../analysis/study/study.ts";
import { StudyTally, type StudyEstimate } from "../../analysis/study/tally.ts";
import { InputError, refuseIfAny, unknownNames, type Problem } from "../../errors.ts";
import { isPlainObject } from "../../plain-object.ts";
import { removeDeadParts } from "../atomic-file.ts";
import { inWords } from "../disk-errors.ts";
import { workersProblems } from "../executor.ts";
import { makeFolder } from "../make-folder.ts";
import { finishStudy } from "./finish-study.ts";
import { checkOneRow } from "./replay-run.ts";
import { rowMaker } from "./row-maker.ts";
import { batchesIn, openBatches, readBatch, removeBatches, writeBatch } from "./batches.ts";
import { checkRows } from "./rows-file.ts";
import {
  newStudyFolder,
  openStudyFolder,
  studyFiles,
  writeManifest,
  type FinishedRecord,
  type StudyFolder,
} from "./study-folder.ts";

/** How a study is run. */
export interface RunStudyOptions {
  /** Worker threads; 0 makes every run in this one. Default: one per core, none on a single core. */
  readonly workers?: number | undefined;
  /**
   * Runs of a batch, rounded down to whole groups of one draw and seed, but at least one group. Default 64, fewer in small
   * studies.
   */
  readonly batchSize?: number | undefined;
  /** Called at the start and as batches end. */
  readonly onProgress?: ((progress: StudyProgress) => void) | undefined;
  /** Stops the study after the running batches; what was made is kept, and `resumeStudy` goes on. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Where study-worker.js of this package is, with worker-entry.cjs beside it; for programs that bundle this package into a file
   * elsewhere.
   */
  readonly workerUrl?: URL | undefined;
}

/** How far a study has come. */
export interface StudyProgress {
  /** Runs whose rows are there, failed ones and those of earlier sessions included. */
  readonly done: number;
  /** Runs of the study, or of the shard. */
  readonly total: number;
  /** Those of the done that gave no result. */
  readonly failed: number;
  /**
   * Effects so far in the study's first window, one per scenario but the baseline, on the first metric that it names, or on net local
   * value where it names none; computed when called.
   */
  readonly bestEstimate: () => readonly StudyEstimate[];
}

/** How a study ended. */
export interface StudyOutcome {
  /** The study's folder, as it was named. */
  readonly folder: string;
  /** Runs whose rows are there. */
  readonly done: number;
  /** Runs of the study, or of the shard. */
  readonly total: number;
  /** Null when it was stopped before its end. */
  readonly finished: FinishedRecord | null;
}

const usualBatch = 64;
const batchesPerWorker = 4;

/**
 * Runs a study, or a shard of it, into a new folder.
 *
 * @throws InputError when the folder is there already, cannot be written, or the disk is full.
 */
export async function runStudy(
  study: Study,
  path: string,
  options: RunStudyOptions & {
    /** The part of the study that is run. Default, and for null: all of it. */
    readonly shard?: Shard | null;
  } = {},
): Promise<StudyOutcome> {
  refuseIfAny(
    "running a study",
    resultProblems("study", study, "study"),
    pathProblems("path", path, "a new folder"),
    runningProblems(options, ["shard"]),
    isPlainObject(options) ? shardProblems(options["shard"]) : [],
  );
  const folder = startFolder(path, study, options.shard ?? null);
  return withWords(() => goOn(folder, options));
}

/**
 * Goes on with a study that was stopped. One of its runs is made again first: if it comes out differently, this is not the
 * model that made the others.
 *
 * @throws InputError as {@link runStudy}; and when the folder's content is not as it was written, or of another version.
 */
export async function resumeStudy(path: string, options: RunStudyOptions = {}): Promise<StudyOutcome> {
  refuseIfAny("resuming a study", pathProblems("path", path, "a study's folder"), runningProblems(options));
  return withWords(() => goOn(openStudyFolder(path), options));
}

const optionNames = ["workers", "batchSize", "onProgress", "signal", "workerUrl"];

/** @param more Names of options that only a new study has. */
function runningProblems(options: RunStudyOptions, more: readonly string[] = []): Problem[] {
  const problems = optionsProblems(options);
  if (problems.length > 0) return problems;
  const { workers, batchSize } = options;
  if (batchSize !== undefined && !(Number.isSafeInteger(batchSize) && batchSize >= 1)) {
    problems.push({ path: "batchSize", value: batchSize, expected: "a whole number of at least 1" });
  }
  return [
    ...unknownNames(options, [...optionNames, ...more]),
    ...workersProblems(workers),
    ...problems,
    ...followProblems(options, "how far the study has come"),
  ];
}

function startFolder(path: string, study: Study, shard: Shard | null): StudyFolder {
  try {
    const folder = newStudyFolder(path, study, shard, "path");
    makeFolder(path);
    writeManifest(folder);
    return folder;
  } catch (error) {
    throw inWords(error, "a study's output", "no run was made");
  }
}

async function withWords<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw inWords(error, "a study's output", "what was finished is kept: `resumeStudy` goes on");
  }
}

async function goOn(folder: StudyFolder, options: RunStudyOptions): Promise<StudyOutcome> {
  for (const file of Object.values(studyFiles)) removeDeadParts(join(folder.path, file));
  if (folder.finished !== null) return asItStands(folder, folder.finished);
  try {
    return await makeMissing(folder, options);
  } catch (error) {
    // Another process on the folder may have come to the end first, and taken the batches away.
    const isFinished = existsSync(join(folder.path, studyFiles.finished));
    const { finished } = isFinished ? openStudyFolder(folder.path) : folder;
    if (finished === null) throw error;
    return asItStands(folder, finished);
  }
}

async function asItStands({ path, manifest }: StudyFolder, finished: FinishedRecord): Promise<StudyOutcome> {
  const total = manifest.runs.to - manifest.runs.from;
  await checkRows(path, finished);
  removeBatches(path);
  return { folder: path, done: total, total, finished };
}

async function makeMissing(folder: StudyFolder, options: RunStudyOptions): Promise<StudyOutcome> {
  const { study, manifest, path } = folder;
  const total = manifest.runs.to - manifest.runs.from;
  const layout = layoutOf(study);
  const tally = new StudyTally(
    { ...study, windows: study.windows.slice(0, 1), metrics: [firstMetricOf(study)] },
    layout,
    study.metrics,
  );
  openBatches(folder);
  const done = takeIn(folder, layout, tally);
  const workers = options.workers ?? usualWorkers();
  const size = options.batchSize ?? usualSize(total, workers);
  const pieces = missingPieces(layout, manifest.runs, done, size);
  await makePieces(folder, layout, pieces, tally, { ...options, workers });
  const outcome = { folder: path, done: tally.runs, total };
  if (tally.runs < total) return { ...outcome, finished: null };
  return { ...outcome, finished: await finishStudy(folder, layout) };
}

/** Reads the batches that are there, each run once, and checks them. */
function takeIn(folder: StudyFolder, layout: StudyLayout, tally: StudyTally): RunRange[] {
  const problems: Problem[] = [];
  const done: RunRange[] = [];
  let next = folder.manifest.runs.from;
  let sample: StudyRow | undefined;
  for (const batch of batchesIn(folder)) {
    try {
      const rows = readBatch(folder, batch).filter(({ run }) => run >= next);
      sample ??= rows.find(({ fingerprint }) => fingerprint !== undefined);
      addGroups(rows, layout, tally);
      next = Math.max(next, batch.to);
      done.push(batch);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new InputError("a study's folder", problems);
  if (sample !== undefined) checkOneRow(folder, layout, sample);
  return done;
}

async function makePieces(
  folder: StudyFolder,
  layout: StudyLayout,
  pieces: Iterable<RunRange>,
  tally: StudyTally,
  { workers, workerUrl, signal, onProgress }: RunStudyOptions & { readonly workers: number },
): Promise<void> {
  const { from, to } = folder.manifest.runs;
  const tell = () => {
    const { runs: done, failed } = tally;
    onProgress?.({ done, total: to - from, failed, bestEstimate: () => tally.estimates() });
  };
  tell();
  if (tally.runs === to - from) return;
  const maker = await rowMaker(folder.study, workers, workerUrl);
  let broken = false;
  // One iterator for all lanes, which a lane that ends must not close.
  const next = pieces[Symbol.iterator]();
  const lane = async () => {
    for (let piece = next.next(); piece.done !== true; piece = next.next()) {
      if (signal?.aborted === true || broken) return;
      try {
        const rows = await maker.make(piece.value);
        writeBatch(folder, piece.value, rows);
        addGroups(rows, layout, tally);
        tell();
      } catch (error) {
        broken = true;
        throw error;
      }
    }
  };
  try {
    // One lane's error must not leave the others writing.
    const ends = await Promise.allSettled(Array.from({ length: maker.lanes }, lane));
    const failed = ends.find((end) => end.status === "rejected");
    if (failed !== undefined) throw failed.reason;
  } finally {
    await maker.close();
  }
}

/** Gives a tally rows by groups of one draw and seed. */
function addGroups(rows: readonly StudyRow[], { groupSize }: StudyLayout, tally: StudyTally): void {
  for (let at = 0; at < rows.length; at += groupSize) tally.add(rows.slice(at, at + groupSize));
}

function usualWorkers(): number {
  const cores = availableParallelism();
  return cores < 2 ? 0 : cores;
}

function usualSize(total: number, workers: number): number {
  return Math.min(usualBatch, Math.max(1, Math.floor(total / (Math.max(1, workers) * batchesPerWorker))));
}
