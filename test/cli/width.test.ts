import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
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

describe("what a command prints in a pipe", () => {
  it("has a line for each row, as wide as it needs to be", async () => {
    const { stdout } = await eslabonHere("policy", "rd-credit");
    const line = stdout.split("\n").find((each) => each.startsWith("awareness "));
    expect(line).toMatch(/^awareness +1 +0 to 1 +share of firms +firms that know of the credit$/);
  });
});
