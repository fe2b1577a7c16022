import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { isPart, partOf, removeDeadParts } from "./atomic-file.ts";
import { makeFolder } from "./make-folder.ts";
import { namesIn } from "./reading.ts";

/**
 * Whether something stands at a path that must not be written over: anything but a folder that is empty, or holds only what
 * processes left that were killed while they began. No path is occupied too.
 */
export function isOccupied(path: string): boolean {
  if (!existsSync(path)) return path === "";
  return !statSync(path).isDirectory() || !namesIn(path, "a new folder").every(isPart);
}

/**
 * Fills a new folder, beside its place until it is whole, or an empty one where it stands. When that fails, or the process exits
 * before, what was made goes again; what a killed process left does not stand in the way of the next.
 *
 * @param fill Writes into the folder that it is given.
 */
export async function fillFolder<Result>(
  path: string,
  fill: (folder: string) => Result | Promise<Result>,
): Promise<Result> {
  const isNew = !existsSync(path);
  const folder = isNew ? partOf(path) : path;
  const remove = () => {
    if (isNew) rmSync(folder, { recursive: true, force: true });
    else for (const name of readdirSync(path)) rmSync(join(path, name), { recursive: true, force: true });
  };
  process.once("exit", remove);
  try {
    makeFolder(dirname(path));
    removeDeadParts(path);
    makeFolder(folder);
    const result = await fill(folder);
    if (isNew) renameSync(folder, path);
    return result;
  } catch (error) {
    remove();
    throw inPlace(error, folder, path);
  } finally {
    process.off("exit", remove);
  }
}

/** A system's error on a file of the folder by the name that the file was to have. */
function inPlace(error: unknown, folder: string, path: string): unknown {
  const { path: file } = (error instanceof Error ? error : {}) as NodeJS.ErrnoException;
  return file?.startsWith(folder) === true
    ? Object.assign(error as Error, { path: `${path}${file.slice(folder.length)}` })
    : error;
}
