// What a soak says: by how much memory grows a run, whether that is flat, and the page that tells it.
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { mean, sum } from "d3-array";

/** Runs from which the growth of a run is known well enough to hold it against one object. */
export const leastRunsToPublish = 20_000;

/** Bytes of the smallest object of V8 on a 64-bit machine: a pointer to its shape, and one value. */
const smallestObjectBytes = 16;

/** What compiling and collecting may still move in a few runs, which say nothing of single objects. */
const settlingBytes = 8_000_000;

/** Least-squares slope of the samples over the runs, with its 95 % interval, and whether that stays below what is flat. */
export function growthOf({ runs, liveBytes }) {
  const n = liveBytes.length;
  const at = liveBytes.map((_, i) => ((i + 1) * runs) / n);
  const [middleRun, middleBytes] = [mean(at), mean(liveBytes)];
  const spread = sum(at, (run) => (run - middleRun) ** 2);
  const bytesPerRun = sum(at, (run, i) => (run - middleRun) * (liveBytes[i] - middleBytes)) / spread;
  const rests = liveBytes.map((bytes, i) => bytes - middleBytes - bytesPerRun * (at[i] - middleRun));
  const error = Math.sqrt(sum(rests, (rest) => rest ** 2) / (n - 2) / spread);
  const half = tQuantile(0.975, n - 2) * error;
  const [low, high] = [bytesPerRun - half, bytesPerRun + half];
  const allowed = runs >= leastRunsToPublish ? smallestObjectBytes : settlingBytes / runs;
  return { bytesPerRun, low, high, allowed, isFlat: high <= allowed };
}

const mb = (bytes) => (bytes / 1e6).toFixed(1);

/** The page of a finding. */
export function pageOf(finding) {
  const { version, node, runs, warmUpRuns, runsDigest, seconds, cpuSeconds, liveBytes, residentBytes } =
    finding;
  const { bytesPerRun, low, high, allowed, isFlat } = growthOf(finding);
  const count = (number) => number.toLocaleString("en");
  const [slope, from, to] = [bytesPerRun, low, high].map((bytes) => bytes.toFixed(1));
  const rows = liveBytes.map(
    (bytes, i) =>
      `| ${count(((i + 1) * runs) / liveBytes.length)} | ${mb(bytes)} | ${mb(residentBytes[i])} |`,
  );
  return `# Many short runs in one process

Whether memory stays flat when one process makes ${count(runs)} runs, as a service or a long study does. Each run is of a scenario of the
catalogue in turn, defined anew, over 12 to 14 months with 50 to 54 firms and a seed of its own; every third keeps its events, every
fifth counts every gate, and one in 500 is saved half way and goes on from there.

Written by \`npm run soak -- --publish\`, with eslabon ${version} on Node ${node}, after ${count(warmUpRuns)} runs in which code is compiled and
tables that are made once grow to their size. It took ${Math.round(seconds / 60)} minutes beside other work, ${Math.round(cpuSeconds / 60)} of them of one core.

**${isFlat ? "Flat" : "Not flat"}.** Memory in use grows by ${slope} bytes a run (95 % interval ${from} to ${to}, least squares over the samples below). Asked for
is an interval that ends below ${allowed} bytes: the smallest object that could be left behind by every run.

| Runs | In use after a collection, MB | Held by the process, MB |
| ---: | ---: | ---: |
${rows.join("\n")}

In use are the live objects of the heap and the arrays outside of it. What the process holds besides is up to Node, which gives memory
back late. The SHA-256 of the fingerprints of all runs in order is the same wherever this version makes them:

    ${runsDigest}
`;
}
