import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

const called = (script: string, ...words: readonly string[]) => {
  const { status, stderr, stdout } = spawnSync(process.execPath, [`scripts/${script}.mjs`, ...words], {
    encoding: "utf8",
  });
  return { status, stderr, stdout };
};

describe("a script of the project", () => {
  // Passed over, a misspelt --check would write anew what it was to compare.
  it.each([
    ["third-party", "--chek", "Unknown option '--chek'; options are: --check\n"],
    ["site", "--chek", "Unknown option '--chek'; options are: --check\n"],
    ["docs", "--check", "Unknown option '--check'; options are: none\n"],
    ["try-package", "--fast", "Unknown option '--fast'; options are: none\n"],
    ["fuzz", "--minutes=soon", "--minutes: found soon, expected a number above 0\n"],
    ["fuzz", "--seed=1.5", '--seed: found "1.5", expected a whole number\n'],
    ["soak", "--runs=30", "--runs: found 30, expected a multiple of 20 that is at least 40\n"],
    ["release", "--check=nowhere.json", "--check: there is no file nowhere.json\n"],
  ])(
    "refuses words that it does not know, in one line, before it does anything: %s %s",
    (script, word, stderr) => {
      expect(called(script, word)).toEqual({ status: 2, stderr, stdout: "" });
    },
  );
});
