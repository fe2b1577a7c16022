// npm run study-soak -- --runs 4000: a study of so many short runs in one process, whose memory must stay flat.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { optionsOf, refuse } from "./options.mjs";

const values = optionsOf({ runs: { type: "string", default: "4000" } });
const runs = Number(values.runs);
if (!(Number.isInteger(runs) && runs >= 100)) {
  refuse(`--runs: found ${values.runs}, expected a whole number of at least 100`);
}
const { defineStudy, layoutOf, runStudy } = await import("../dist/node.js");

/** Growth that is still flat: what the collector has not yet given back. */
const allowedBytes = { heap: 2_000_000, peak: 64_000_000 };
const shape = { months: 2, burnInMonths: 0, population: 50 };
const study = defineStudy({
  id: "soak",
  scenarios: [
    { id: "baseline", ...shape },
    { id: "centre", ...shape, policies: [{ policy: "testing-centre", startMonth: 1 }] },
  ],
  seeds: Math.ceil(runs / 2),
  windows: [{ fromMonth: 1, toMonth: 2 }],
});
const { runs: total } = layoutOf(study);

/** Live objects, and the most that the process ever held. */
function memory() {
  globalThis.gc();
  return { heap: process.memoryUsage().heapUsed, peak: process.resourceUsage().maxRSS * 1024 };
}

const samples = [];
const folder = mkdtempSync(join(tmpdir(), "eslabon-soak-"));
try {
  await runStudy(study, join(folder, "study"), {
    workers: 0,
    batchSize: 10,
    onProgress: ({ done }) => {
      if (done >= ((samples.length + 1) * total) / 10) samples.push(memory());
    },
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`a study of ${total} runs, memory in MB after each tenth`);
for (const part of ["heap", "peak"]) {
  console.log(`${part}: ${samples.map((sample) => (sample[part] / 1e6).toFixed(1)).join(" ")}`);
  // The first tenth is warm-up: compiled code, and tables that are made once.
  const growth = samples.at(-1)[part] - samples[1][part];
  if (growth > allowedBytes[part]) {
    console.error(`${part} grew by ${(growth / 1e6).toFixed(1)} MB`);
    process.exitCode = 1;
  }
}
