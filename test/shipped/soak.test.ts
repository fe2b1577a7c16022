import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";

describe("many short runs in one process", () => {
  it("leave memory flat", () => {
    const words = ["--expose-gc", "scripts/soak.mjs", "--runs", "60"];
    const printed = execFileSync(process.execPath, words, { encoding: "utf8" });
    expect(printed.match(/^\d+ runs, \d+\.\d MB$/gm)).toHaveLength(20);
    expect(printed).toMatch(/^60 runs: memory grows by -?\d+\.\d bytes a run, 95 % interval /m);
  });
});
