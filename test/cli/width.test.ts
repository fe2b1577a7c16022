import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { program } from "../../src/cli/program.ts";
import { displayWidth } from "../../src/report/wrap.ts";
import { eslabonHere } from "./eslabon.ts";
import { everyCommand } from "./every-command.ts";

const folder = mkdtempSync(join(tmpdir(), "eslabon-width-"));
afterAll(() => rmSync(folder, { recursive: true }));

const columns = 80;
const commands = {
  ...everyCommand(folder),
  "run of a long title": ["run", "rd-credit-generous", "--population", "50", "--months", "80"],
  "policy with long settings": ["policy", "rd-credit"],
  "parameters, all": ["parameters"],
  "audit of many policies": ["audit", "full-package", "--population", "50", "--months", "40"],
};

describe("what a command prints in a terminal of 80 columns", () => {
  beforeEach(() => {
    vi.stubEnv("FORCE_COLOR", "1");
    vi.stubEnv("NO_COLOR", undefined);
    vi.stubEnv("COLUMNS", String(columns));
  });
  afterEach(() => void vi.unstubAllEnvs());

  it.each(Object.entries(commands))("has no wider line: %s", async (_, words) => {
    const { status, stdout } = await eslabonHere(...words);
    expect(status).toBe(0);
    expect(stdout.split("\n").filter((line) => displayWidth(line) > columns)).toEqual([]);
  });
});

describe("the help of a command", () => {
  it("fits 80 columns, and tells a default as it is typed, whether it is a text or a number", async () => {
    for (const command of program.commands) {
      const { stdout } = await eslabonHere(command.name(), "--help");
      expect(stdout, command.name()).toContain(`Usage: eslabon ${command.name()}`);
      expect(stdout, command.name()).not.toMatch(/\(default:\s+"/);
      expect(stdout.split("\n").filter((line) => displayWidth(line) > columns)).toEqual([]);
    }
  });
});

describe("what a command prints in a pipe", () => {
  it("has a line for each row, as wide as it needs to be", async () => {
    const { stdout } = await eslabonHere("policy", "rd-credit");
    const line = stdout.split("\n").find((each) => each.startsWith("awareness "));
    expect(line).toMatch(/^awareness +1 +0 to 1 +share of firms +firms that know of the credit$/);
  });
});
