import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "./make-folder.ts";

/** Whether something stands at a path that must not be written over: anything but an empty folder. No path is occupied too. */
export function isOccupied(path: string): boolean {
  if (!existsSync(path)) return path === "";
  return !statSync(path).isDirectory() || readdirSync(path).length > 0;
}

/** Fills a new or an empty folder. When that fails, or the process exits before, what was made goes again. */
export async function fillFolder<Result>(
  path: string,
  fill: () => Result | Promise<Result>,
): Promise<Result> {
  const isNew = !existsSync(path);
  const remove = () => {
    if (isNew) rmSync(path, { recursive: true, force: true });
    else for (const name of readdirSync(path)) rmSync(join(path, name), { recursive: true, force: true });
  };
  process.once("exit", remove);
  try {
    makeFolder(path);
    return await fill();
  } catch (error) {
    remove();
    throw error;
  } finally {
    process.off("exit", remove);
  }
}
