// npm run mutants [-- group...]: changes the model's code in small ways (mutants) and runs the tests that reach each change.
//   --afresh  tests every mutant anew; without it, what is known of a mutant holds as long as its code and tests' names do.
//   --check   runs nothing: says which groups' files have changed since the page was written.
// Prints the score of each group and writes docs/evidence/mutation.md. Exit code 1 when a score is too low.
import { Stryker } from "@stryker-mutator/core";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { groupOf, groups } from "./mutants/groups.mjs";
import { fingerprintOf, leastScore, publish, readFinding, readFindings, scoreOf } from "./mutants/report.mjs";

const reports = ".cache/mutants";
const words = process.argv.slice(2);
const options = words.filter((word) => word.startsWith("--"));
const names = words.filter((word) => !word.startsWith("--"));

const problems = [
  ...options
    .filter((option) => option !== "--afresh" && option !== "--check")
    .map((option) => `no option ${option}; there are --afresh and --check`),
  ...names
    .filter((name) => groupOf(name) === undefined)
    .map((name) => `no group ${name}; there are ${groups.map(({ id }) => id).join(", ")}`),
];
if (problems.length > 0) {
  for (const problem of problems) console.error(problem);
  process.exit(2);
}

/** Runs Stryker on a group and returns the path of its report. */
async function mutate({ id, sources }) {
  process.env.MUTANTS_GROUP = id;
  const report = `${reports}/${id}.json`;
  await new Stryker({
    mutate: [...sources],
    ignorePatterns: ["**", "!src/**", "!test/**", "!scripts/mutants/**", "!package.json", "!tsconfig.json"],
    plugins: [fileURLToPath(new URL("mutants/runner.mjs", import.meta.url))],
    testRunner: "warm",
    buildCommand: "node scripts/mutants/bundle.mjs",
    coverageAnalysis: "perTest",
    concurrency: Number(process.env.MUTANTS_AT_ONCE ?? 1),
    timeoutMS: 20_000,
    incremental: true,
    incrementalFile: `${reports}/${id}.incremental.json`,
    force: options.includes("--afresh"),
    tempDirName: `${reports}/sandbox`,
    reporters: ["json", "progress-append-only"],
    jsonReporter: { fileName: report },
    logLevel: "warn",
  }).runMutationTest();
  return report;
}

/** Share of the mutated files' lines that the group's tests run, percent. */
function linesRun({ id, sources }) {
  const folder = `${reports}/${id}.coverage`;
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      ...["node_modules/vitest/vitest.mjs", "run", "--config", "scripts/mutants/vitest.config.mjs"],
      ...["--coverage", "--coverage.reporter=json-summary", `--coverage.reportsDirectory=${folder}`],
      ...sources.map((file) => `--coverage.include=${file}`),
    ],
    { env: { ...process.env, MUTANTS_GROUP: id }, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`the tests of ${id} fail:\n${stderr}`);
  return JSON.parse(readFileSync(`${folder}/coverage-summary.json`, "utf8")).total.lines.pct;
}

const chosen = names.length === 0 ? groups : names.map(groupOf);
let good = true;
for (const group of chosen) {
  const { id } = group;
  if (options.includes("--check")) {
    const known = readFindings()[id]?.sources;
    const same = known === fingerprintOf(group);
    good &&= same;
    console.log(`${id}: ${same ? "unchanged" : known === undefined ? "not tested yet" : "changed since"}`);
    continue;
  }
  const report = await mutate(group);
  const finding = readFinding(group, report, linesRun(group));
  publish({ ...readFindings(), [id]: finding });
  const { all, percent } = scoreOf(finding);
  good &&= percent >= leastScore;
  console.log(`${id}: ${percent.toFixed(1)} % of ${all} mutants noticed, ${leastScore} % asked for`);
}
process.exitCode = good ? 0 : 1;
