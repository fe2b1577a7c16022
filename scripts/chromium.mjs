// Finds the Chromium that tests and pictures of the explorer are made with; as a program it installs one where it can.
import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

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
export const howToInstall =
  "Chromium was not found: install it (Debian and Ubuntu: apt-get install chromium), or say in CHROMIUM_PATH where it is";

/** Path of a Chromium: CHROMIUM_PATH, or the first on the search path; null where there is none. */
export function findChromium() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const named = process.env.CHROMIUM_PATH;
  const candidates = named ? [named] : names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find(isExecutable) ?? null;
}

/** The same, installed first where this is root on a system with apt-get. */
export function findOrInstallChromium() {
  const found = findChromium();
  if (found !== null || process.getuid?.() !== 0 || process.env.CHROMIUM_PATH) return found;
  try {
    execFileSync("apt-get", ["update"], { stdio: "ignore" });
    execFileSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { stdio: "ignore" });
  } catch {
    return null;
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
  const path = findOrInstallChromium();
  console.log(path ?? howToInstall);
  process.exitCode = path === null ? 1 : 0;
}
