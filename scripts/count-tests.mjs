// Prints "N passed, N failed" from vitest's JSON results, and fails if no test ran or a file could not be loaded.
import { existsSync, readFileSync } from "node:fs";

const [file] = process.argv.slice(2);
if (file === undefined || !existsSync(file)) {
  console.error("The tests left no results: vitest did not get as far as running them.");
  process.exit(1);
}
const results = JSON.parse(readFileSync(file, "utf8"));
const passed = results.numPassedTests;
// A file that could not be loaded has failed without a test of its own to say so.
const unloaded = results.testResults.filter(
  (each) => each.status === "failed" && each.assertionResults.length === 0,
);
const failed = results.numFailedTests + unloaded.length;
const skipped = results.numPendingTests + results.numTodoTests;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
