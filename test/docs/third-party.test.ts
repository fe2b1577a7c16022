import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

describe("THIRD-PARTY.md", () => {
  it("lists what is shipped, all under permissive licences", () => {
    const { status, stderr } = spawnSync(process.execPath, ["scripts/third-party.mjs", "--check"], {
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });
});
