import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

describe("a project of a user's that tests its own policy", () => {
  it("imports the package by its names and passes", () => {
    const project = mkdtempSync(join(tmpdir(), "eslabon-project-"));
    try {
      cpSync("examples/testing-a-policy", project, { recursive: true });
      mkdirSync(join(project, "node_modules"));
      symlinkSync(resolve("."), join(project, "node_modules/eslabon"), "dir");
      for (const name of ["zod", "fast-check"]) {
        symlinkSync(resolve("node_modules", name), join(project, "node_modules", name), "dir");
      }
      const printed = execFileSync(process.execPath, ["--test", "--test-reporter=tap"], {
        cwd: project,
        encoding: "utf8",
        env: { PATH: process.env["PATH"] ?? "" },
      });
      expect(printed).toMatch(/^# pass 4$/m);
      expect(printed).toMatch(/^# fail 0$/m);
    } finally {
      rmSync(project, { recursive: true, force: true });
    }
  });
});
