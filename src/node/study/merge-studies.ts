// Puts the shards of a study together: the result is the folder that one machine would have written.
import { join } from "node:path";
import { pathProblems } from "../../analysis/asked.ts";
import { layoutOf } from "../../analysis/study/layout.ts";
import { InputError, refuseIfAny, type Problem } from "../../errors.ts";
import { inWords } from "../disk-errors.ts";
import { fillFolder } from "../fill-folder.ts";
import { writeRows } from "./finish-study.ts";
import { linesOf, rowProblems } from "./rows-file.ts";
import {
  newStudyFolder,
  openStudyFolder,
  writeManifest,
  type FinishedRecord,
  type StudyFolder,
} from "./study-folder.ts";

/**
 * Merges the finished shards of one study into a new folder.
 *
 * @param paths Folders of shards, in any order.
 * @throws InputError naming every folder that is unfinished, changed, of another study or version, and every run that is missing
 * or there twice; nothing is written then.
 */
export async function mergeStudies(paths: readonly string[], out: string): Promise<FinishedRecord> {
  const expected = "a list of the folders of all shards";
  refuseIfAny(
    "a merge",
    Array.isArray(paths) && paths.length > 0
      ? paths.flatMap((path, i) => pathProblems(`paths[${i}]`, path, "a shard's folder"))
      : [{ path: "paths", value: paths, expected }],
    pathProblems("out", out, "a new folder"),
  );
  const problems: Problem[] = [];
  const folders = paths.flatMap((path) => {
    try {
      return [openStudyFolder(path)];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems.map((problem) => within(path, problem)));
      return [];
    }
  });
  const [first] = folders;
  for (const folder of folders) problems.push(...(await folderProblems(folder, first)));
  // Where a folder could not be read, which runs are missing is not known.
  const whole = problems.length === 0;
  const alike = folders.filter(({ study }) => study.hash === first.study.hash);
  problems.push(...coverProblems(alike).filter(({ path }) => whole || path !== "paths"));
  if (problems.length > 0) throw new InputError("a merge", problems);
  const layout = layoutOf(first.study);
  const sorted = [...folders].sort((a, b) => a.manifest.runs.from - b.manifest.runs.from);
  try {
    const merged = newStudyFolder(out, first.study, null, "out");
    return await fillFolder(out, async (path) => {
      const finished = await writeRows({ ...merged, path }, layout, allLines(sorted));
      // Last: without it, what a killed process leaves is no study that lacks runs.
      writeManifest({ ...merged, path });
      return finished;
    });
  } catch (error) {
    throw inWords(error, "a merge's output", "the shards are as they were");
  }
}

function within(path: string, problem: Problem): Problem {
  const names = problem.path === path || problem.path.startsWith(join(path, "/"));
  return names ? problem : { ...problem, path: `${path}: ${problem.path}` };
}

async function folderProblems(
  { path, study, finished }: StudyFolder,
  first: StudyFolder,
): Promise<Problem[]> {
  if (study.hash !== first.study.hash) {
    const expected = `${first.study.hash}, the study of ${first.path}`;
    return [{ path: `${path}: study`, value: study.hash, expected }];
  }
  if (finished === null) {
    return [{ path, value: "runs missing", expected: "a finished shard: `resumeStudy` goes on with it" }];
  }
  return rowProblems(path, finished);
}

/** Runs that no folder has, or two. */
function coverProblems(folders: readonly StudyFolder[]): Problem[] {
  if (folders.length === 0) return [];
  const problems: Problem[] = [];
  const { runs } = layoutOf(folders[0].study);
  const sorted = [...folders].sort((a, b) => a.manifest.runs.from - b.manifest.runs.from);
  let next = 0;
  let last = "";
  for (const { path, manifest } of sorted) {
    const { from, to } = manifest.runs;
    if (from > next) problems.push(missing(next, from));
    if (from < next) {
      const expected = `each run once; runs ${from} to ${Math.min(next, to) - 1} are in ${last} too`;
      problems.push({ path, value: `runs ${from} to ${to - 1}`, expected });
    }
    if (to > next) last = path;
    next = Math.max(next, to);
  }
  if (next < runs) problems.push(missing(next, runs));
  return problems;
}

function missing(from: number, to: number): Problem {
  return { path: "paths", value: `no runs ${from} to ${to - 1}`, expected: "every shard of the study" };
}

async function* allLines(folders: readonly StudyFolder[]): AsyncGenerator<string> {
  for (const { path } of folders) yield* linesOf(path);
}
