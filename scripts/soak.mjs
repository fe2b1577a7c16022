// npm run soak -- [--runs 100000] [--publish]: many short runs in one process, whose memory must stay flat. With --publish the
// finding is kept in docs/evidence.
import { createHash } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { optionsOf, refuse } from "./options.mjs";
import { growthOf, leastRunsToPublish, pageOf } from "./soak/finding.mjs";

/** Fewest runs: each of the twenty samples has two. */
const leastRuns = 40;

const values = optionsOf({
  runs: { type: "string", default: "100000" },
  publish: { type: "boolean", default: false },
});
const runs = Number(values.runs);
const least = values.publish ? leastRunsToPublish : leastRuns;
if (!(Number.isInteger(runs) && runs >= least && runs % 20 === 0)) {
  refuse(`--runs: found ${values.runs}, expected a multiple of 20 that is at least ${least}`);
}
const { shortRun } = await import("./soak/short-runs.mjs");
const { version } = JSON.parse(readFileSync("package.json", "utf8"));

/** Bytes of live objects, and of the arrays that they hold outside of the heap. */
function liveBytes() {
  // What the first collection finalizes, the second gives back.
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Runs before the first that count: code is compiled, tables that are made once grow to their size. */
const warmUpRuns = Math.max(leastRuns, runs / 20);
const live = [];
const resident = [];
const digest = createHash("sha256");
for (let run = 0; run < warmUpRuns; run++) shortRun(run);
const began = performance.now();
const cpuBefore = process.cpuUsage();
for (let run = 0; run < runs; run++) {
  digest.update(shortRun(warmUpRuns + run));
  if ((run + 1) % (runs / 20) !== 0) continue;
  live.push(liveBytes());
  resident.push(process.memoryUsage.rss());
  console.log(`${run + 1} runs, ${(live.at(-1) / 1e6).toFixed(1)} MB`);
}
const { user, system } = process.cpuUsage(cpuBefore);
const finding = {
  version,
  node: process.version,
  runs,
  warmUpRuns,
  runsDigest: digest.digest("hex"),
  seconds: Math.round((performance.now() - began) / 1000),
  cpuSeconds: Math.round((user + system) / 1e6),
  liveBytes: live,
  residentBytes: resident,
};
if (values.publish) {
  write("docs/evidence/soak.json", `${JSON.stringify(finding, null, 2)}\n`);
  write("docs/evidence/soak.md", pageOf(finding));
}
const { bytesPerRun, low, high, allowed, isFlat } = growthOf(finding);
const [slope, from, to] = [bytesPerRun, low, high].map((bytes) => bytes.toFixed(1));
console.log(`${runs} runs: memory grows by ${slope} bytes a run, 95 % interval ${from} to ${to}`);
if (!isFlat) {
  console.error(`memory is not flat: at most ${allowed.toFixed(0)} bytes a run asked for`);
  process.exitCode = 1;
}

function write(file, text) {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
