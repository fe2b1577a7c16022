// What is read where it may be missing: what the system refuses to show is not missing, and is never told so.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { InputError } from "../errors.ts";
import { named, unreadable } from "./disk-errors.ts";
import { isPlainObject } from "../plain-object.ts";

/**
 * The text of a file; undefined where there is none.
 *
 * @param what Whose reading it is, for the error.
 * @throws InputError when the system refuses to read it, saying why.
 */
export function textIfThere(path: string, what: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw unreadable(named(error, path), what);
  }
}

/** What a file of JSON is for, and what wrote it. */
export interface JsonFile {
  /** Whose reading it is, for what the system refuses. */
  readonly what: string;
  /** What should stand there, in words. */
  readonly expected: string;
}

/**
 * The object that a file of JSON holds; a byte order mark before it does no harm.
 *
 * @throws InputError when the file is not there, the system refuses to read it, or it holds no such thing.
 */
export function jsonObjectIn(file: string, { what, expected }: JsonFile): object {
  const refusal = (value: unknown, wanted = expected) =>
    new InputError(file, [{ path: "", value, expected: wanted }]);
  const text = textIfThere(file, what)?.replace(/^\ufeff/, "");
  if (text === undefined) throw refusal(file);
  // As some shells write what a command prints.
  if (/^\ufffd|^.?\0/.test(text)) throw refusal("bytes that are no UTF-8", `${expected}, in UTF-8`);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw refusal("no JSON");
  }
  if (!isPlainObject(content)) throw refusal(content);
  return content;
}

/**
 * Whether something stands at a place.
 *
 * @throws InputError when the system refuses to say, as {@link textIfThere}.
 */
export function isThere(path: string, what: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    throw unreadable(named(error, path), what);
  }
}

/**
 * The names in a folder.
 *
 * @throws InputError when the system refuses to say, as {@link textIfThere}.
 */
export function namesIn(folder: string, what: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw unreadable(named(error, folder), what);
  }
}
