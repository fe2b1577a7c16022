// Finds the Chromium that tests and pictures of the explorer are made with; as a program it installs the one that suits them best,
// where it can.
import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

/** Without windows of its own it needs a third less of the processor; any other does as well. */
const shell = "chromium-headless-shell";
const names = [shell, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** What keeps a headless Chromium to itself: no sandbox in containers, no graphics, no calls home. */
export const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Why there is none, and what to do. */
export const howToInstall = `Chromium was not found: install it (Debian and Ubuntu: apt-get install ${shell}), or say in CHROMIUM_PATH where it is`;

/** Path of a Chromium: CHROMIUM_PATH, or the first on the search path; null where there is none. */
export function findChromium() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const named = process.env.CHROMIUM_PATH;
  const candidates = named ? [named] : names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find(isExecutable) ?? null;
}

/** The same; where there is none, one is installed first if it can be. */
export function findOrInstallChromium() {
  return findChromium() ?? installShell();
}

/** Path of what is there after an attempt to install the shell, which takes root and apt-get. */
function installShell() {
  if (process.getuid?.() === 0 && !process.env.CHROMIUM_PATH) {
    const patience = ["-qq", "-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=20"];
    try {
      execFileSync("apt-get", ["update", ...patience], { stdio: "ignore" });
      execFileSync("apt-get", ["install", "-y", ...patience, "--no-install-recommends", shell], {
        stdio: "ignore",
      });
    } catch {
      // Without a network, or with a mirror that has none: what is there must do.
    }
  }
  return findChromium();
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const found = findChromium();
  const path = found?.endsWith(shell) ? found : installShell();
  console.log(path ?? howToInstall);
  process.exitCode = path === null ? 1 : 0;
}
