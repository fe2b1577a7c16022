// What is read where it may be missing: what the system refuses to show is not missing, and is never told so.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { named, unreadable } from "./disk-errors.ts";

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
