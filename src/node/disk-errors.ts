// What the system refuses, in words.
import { InputError } from "../errors.ts";

const toWrite: Readonly<Record<string, string>> = {
  ENOSPC: "room on the disk",
  EDQUOT: "room within the disk quota",
  EFBIG: "room for larger files",
  EROFS: "a disk that can be written",
  EACCES: "a folder that can be written",
  EPERM: "a folder that can be written",
  ENOTDIR: "a folder, where a file stands",
  EISDIR: "a file, where a folder stands",
  EEXIST: "a place that is free",
  ENOTEMPTY: "a place that is free",
  ENOENT: "a folder that can be made, and stays",
  ENAMETOOLONG: "a shorter name",
  EMFILE: "a system that allows more open files",
  EIO: "a disk that works",
};

const toRead: Readonly<Record<string, string>> = {
  ...toWrite,
  EACCES: "a file that can be read: permission to read it, or to enter its folder, is missing",
  EPERM: "a file that can be read",
  ENOENT: "a file that is there",
};

/**
 * What the system refused to write, as an error that names the place and what would be right; other errors as they are.
 *
 * @param advice What to do then, or what is still whole.
 */
export function inWords(error: unknown, what: string, advice = ""): unknown {
  return told(error, what, advice, toWrite);
}

/** What the system refused to read, as {@link inWords}. */
export function unreadable(error: unknown, what: string): unknown {
  return told(error, what, "", toRead);
}

function told(
  error: unknown,
  what: string,
  advice: string,
  words: Readonly<Record<string, string>>,
): unknown {
  const { code, path, syscall } = (error instanceof Error ? error : {}) as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return error;
  const expected = Object.hasOwn(words, code) ? words[code] : `no ${code} of ${syscall}`;
  const whole = advice === "" ? expected : `${expected}; ${advice}`;
  return new InputError(what, [{ path: path ?? "", value: code, expected: whole }]);
}

/** A system's error under the name by which the user knows the file; other errors as they are. */
export function named(error: unknown, path: string): unknown {
  return error instanceof Error && "syscall" in error ? Object.assign(error, { path }) : error;
}
