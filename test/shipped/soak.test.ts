import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";

describe("many short runs in one process", () => {
  it("leave memory flat", () => {
    const words = ["--expose-gc", "scripts/soak.mjs", "--runs", "300"];
    const printed = execFileSync(process.execPath, words, { encoding: "utf8" });
    expect(printed).toMatch(/^300 runs, memory in MB after each tenth: (\d+\.\d ?){10}$/m);
  });
});
