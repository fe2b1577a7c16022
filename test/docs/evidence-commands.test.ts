import { readFileSync } from "node:fs";
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { addChoiceCommands } from "../../src/cli/choice-commands.ts";

const page = readFileSync("docs/evidence.md", "utf8");
const lines = page.split("\n").filter((line) => line.startsWith("    npx eslabon "));

describe("the page on evidence", () => {
  it("shows every command of choice and calibration", () => {
    const program = new Command();
    addChoiceCommands(program);
    for (const command of program.commands) expect(page).toContain(`npx eslabon ${command.name()} `);
  });

  it("uses no option that its command does not have", () => {
    const program = new Command();
    addChoiceCommands(program);
    const known = (name: string) =>
      program.commands.find((command) => command.name() === name)?.options.map(({ long }) => long);
    for (const line of lines) {
      const options = known(line.trim().split(" ")[2]);
      for (const word of line.split(" ").filter((each) => each.startsWith("--"))) {
        if (options !== undefined) expect(options, line).toContain(word);
      }
    }
    expect(lines.length).toBeGreaterThan(3);
  });
});
