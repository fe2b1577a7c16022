import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderOf } from "./folder.ts";

/** What is said of results of vitest, and how it ends. */
function told(results: object) {
  const path = join(folderOf({ "tests.json": JSON.stringify(results) }), "tests.json");
  const { stdout, status } = spawnSync(process.execPath, ["scripts/count-tests.mjs", path], {
    encoding: "utf8",
  });
  return [stdout.trim(), status];
}

describe("the count of tests", () => {
  const file = { status: "passed", assertionResults: [{}] };
  const none = {
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [file],
  };

  it("says how many passed and failed, and ends with 0 where some passed and none failed", () => {
    expect(told({ ...none, numPassedTests: 7 })).toEqual(["7 passed, 0 failed", 0]);
    expect(told({ ...none, numPassedTests: 7, numPendingTests: 2, numTodoTests: 1 })).toEqual([
      "7 passed, 0 failed, 3 skipped",
      0,
    ]);
    expect(told({ ...none, numPassedTests: 7, numFailedTests: 1 })).toEqual(["7 passed, 1 failed", 1]);
  });

  it("counts a file that could not be loaded as failed, and is not content with no test at all", () => {
    const unloaded = { status: "failed", assertionResults: [] };
    const failed = { status: "failed", assertionResults: [{}] };
    const results = {
      ...none,
      numPassedTests: 7,
      numFailedTests: 1,
      testResults: [file, failed, unloaded, unloaded],
    };
    expect(told(results)).toEqual(["7 passed, 3 failed", 1]);
    expect(told(none)).toEqual(["0 passed, 0 failed", 1]);
  });

  it("says so where vitest has left no results", () => {
    for (const words of [[], ["nowhere.json"]]) {
      const { stderr, status } = spawnSync(process.execPath, ["scripts/count-tests.mjs", ...words], {
        encoding: "utf8",
      });
      expect(stderr).toBe("The tests left no results: vitest did not get as far as running them.\n");
      expect(status).toBe(1);
    }
  });
});
