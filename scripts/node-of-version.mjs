// Node of another major version, for tests that compare versions: fetched once from the npm registry into .cache.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The versions on which every run must have the same bits: those that this package supports. */
export const versionsCompared = [20, 22, 24];

/** The path of its executable, or the reason why there is none. */
export function nodeOf(major) {
  if (process.version.startsWith(`v${major}.`)) return { path: process.execPath };
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const folder = fileURLToPath(new URL(`../.cache/node-${major}/`, import.meta.url));
  const path = `${folder}node_modules/${name}/bin/node`;
  if (existsSync(path)) return { path };
  mkdirSync(folder, { recursive: true });
  try {
    const words = ["install", "--prefix", folder, "--no-save", "--no-audit", "--no-fund", `${name}@${major}`];
    execFileSync("npm", words, { stdio: "ignore", timeout: 90_000 });
  } catch {
    return { reason: `Node ${major} could not be fetched from the npm registry` };
  }
  return existsSync(path) ? { path } : { reason: `the package ${name}@${major} has no executable` };
}
