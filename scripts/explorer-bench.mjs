// npm run explorer:bench: how soon the explorer shows something and has its whole answer, in Chromium on this machine, for the
// study of a first visit (400 suppliers, 180 months, 20 pairs of runs). Medians over several openings, each in a new browser.
import { availableParallelism, cpus, loadavg } from "node:os";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { findOrInstallChromium, flags, howToInstall } from "./chromium.mjs";
import { buildExplorerIfStale } from "./explorer-setup.mjs";
import { refuse } from "./options.mjs";

const [count = "5", ...more] = process.argv.slice(2);
const openings = Number(count);
if (!Number.isInteger(openings) || openings < 1 || more.length > 0) {
  refuse(`found "${[count, ...more].join(" ")}", expected a count of openings`);
}
const executablePath = findOrInstallChromium();
if (executablePath === null) throw new Error(howToInstall);
buildExplorerIfStale();

/** Milestones in milliseconds since the address was opened, seen by the page itself at each frame. */
function watch() {
  /* global document, requestAnimationFrame -- this runs in the page */
  globalThis.seen = { longestTaskMs: 0 };
  const mark = (name, holds) => {
    if (globalThis.seen[name] === undefined && holds) globalThis.seen[name] = performance.now();
  };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      globalThis.seen.longestTaskMs = Math.max(globalThis.seen.longestTaskMs, duration);
    }
  }).observe({ type: "longtask", buffered: true });
  const look = () => {
    const pairs = Number(document.getElementById("answer")?.dataset.pairs ?? 0);
    mark("controlsMs", document.querySelector("#controls input") !== null);
    const previewed = document.getElementById("answer")?.dataset.preview !== undefined;
    mark("firstPictureMs", previewed || pairs >= 1);
    mark("firstPairMs", pairs >= 1);
    mark("intervalMs", pairs >= 2);
    mark("allPairsMs", pairs >= 20);
    requestAnimationFrame(look);
  };
  look();
}

const rows = [];
for (let i = 0; i < openings; i++) {
  const browser = await chromium.launch({ executablePath, args: flags });
  const page = await browser.newPage();
  await page.addInitScript(watch);
  await page.goto(pathToFileURL("dist/explorer.html").href);
  await page.waitForFunction(() => globalThis.seen.allPairsMs !== undefined, null, { timeout: 300_000 });
  rows.push(await page.evaluate(() => globalThis.seen));
  await browser.close();
}
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const meanings = {
  controlsMs: "the page can be used",
  firstPictureMs: "first meaningful picture (preview or pair)",
  firstPairMs: "first pair of runs drawn",
  intervalMs: "first interval drawn (two pairs)",
  allPairsMs: "all 20 pairs",
  longestTaskMs: "longest time that the page did not answer",
};
console.log(
  `${availableParallelism()} threads of ${cpus()[0].model}, load ${loadavg()[0].toFixed(1)}, ${openings} openings`,
);
for (const [name, meaning] of Object.entries(meanings)) {
  const values = rows.map((row) => row[name]);
  const [typical, least, most] = [median(values), Math.min(...values), Math.max(...values)].map((ms) =>
    (ms / 1000).toFixed(2),
  );
  console.log(`${meaning.padEnd(44)} ${typical.padStart(7)} s  (${least} to ${most})`);
}
