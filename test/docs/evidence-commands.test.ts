import { readFileSync } from "node:fs";
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { addChoiceCommands } from "../../src/cli/choice-commands.ts";

const page = readFileSync("docs/evidence.md", "utf8");

describe("the page on evidence", () => {
  it("shows every command of choice and calibration", () => {
    const program = new Command();
    addChoiceCommands(program);
    for (const command of program.commands) expect(page).toContain(`npx eslabon ${command.name()} `);
  });
});
