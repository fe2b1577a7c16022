// Before tests in a browser: the page is built if it is missing or older than what it is made from, and a browser is found.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { lastChange } from "./build-if-stale.mjs";
import { findOrInstallChromium, howToInstall } from "./chromium.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const inputs = ["src", "explorer", "explorer.config.ts", "package.json"];

/** Builds dist/explorer.html unless it is newer than everything it is made from. */
export function buildExplorerIfStale() {
  const changed = Math.max(...inputs.map((path) => lastChange(join(root, path))));
  if (lastChange(join(root, "dist/explorer.html")) > changed) return;
  execFileSync(
    process.execPath,
    ["node_modules/vite/bin/vite.js", "build", "--config", "explorer.config.ts", "--logLevel", "error"],
    { cwd: root, stdio: "inherit" },
  );
}

/** What vitest calls before these tests. */
export function setup({ provide }) {
  buildExplorerIfStale();
  const path = findOrInstallChromium();
  if (path === null) console.warn(`The explorer is not tested in a browser. ${howToInstall}.`);
  provide("chromium", path ?? "");
}
