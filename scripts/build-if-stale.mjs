import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const outputs = [
  "dist/index.js",
  "dist/index.cjs",
  "dist/cli.cjs",
  "dist/worker-entry.cjs",
  "dist/worker.js",
  "dist/export-worker.js",
  "dist/study-worker.js",
];
const inputs = ["src", "package.json", "tsconfig.json", "tsup.config.ts", "scripts/with-constants.ts"];

/** Milliseconds of the last change of a file, or of the newest file below a folder; nothing there counts as never. */
export function lastChange(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return -Infinity;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => lastChange(join(path, name))));
}

/**
 * Builds the package's code, without declarations, unless dist/ is newer than everything it is made from.
 * As `setup` it is what vitest calls before tests of the shipped package.
 */
export function buildIfStale() {
  const built = Math.min(...outputs.map((path) => lastChange(join(root, path))));
  const changed = Math.max(...inputs.map((path) => lastChange(join(root, path))));
  if (built > changed) return;
  try {
    execFileSync(
      process.execPath,
      ["node_modules/tsup/dist/cli-default.js", "--silent", "--env.ONLY", "code"],
      {
        cwd: root,
        stdio: ["ignore", "ignore", "pipe"],
        encoding: "utf8",
      },
    );
  } catch (error) {
    throw new Error(`the build of dist/ failed; see it in full with: npm run build\n${error.stderr}`, {
      cause: error,
    });
  }
}

export { buildIfStale as setup };
