// The rows of a study that is finished.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { InputError, type Problem } from "../../errors.ts";
import { studyFiles, type FinishedRecord } from "./study-folder.ts";

/** The lines of a folder's rows.jsonl, one after the other. */
export async function* linesOf(path: string): AsyncGenerator<string> {
  const input = createReadStream(join(path, studyFiles.rows), "utf8");
  try {
    yield* createInterface({ input, crlfDelay: Infinity });
  } finally {
    input.destroy();
  }
}

/** What is wrong with the rows of a finished study that are not there, whole and unchanged. */
export async function rowProblems(path: string, { rowsSha256 }: FinishedRecord): Promise<Problem[]> {
  const file = join(path, studyFiles.rows);
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
    if (hash.digest("hex") === rowsSha256) return [];
    return [{ path: file, value: "other content", expected }];
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return [{ path: file, value: code === "ENOENT" ? "no file" : code, expected }];
  }
}

const expected = "the rows as they were written; they were changed, cut off or removed since";

/**
 * Checks the rows of a finished study.
 *
 * @throws InputError when they are not there, whole and unchanged.
 */
export async function checkRows(path: string, finished: FinishedRecord): Promise<void> {
  const problems = await rowProblems(path, finished);
  if (problems.length > 0) throw new InputError("a study's folder", problems);
}
