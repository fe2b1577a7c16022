import { readFileSync } from "node:fs";
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { addReportCommands } from "../../src/cli/report-commands.ts";
import { sections } from "../../src/report/figures/figure.ts";

const page = readFileSync("docs/report.md", "utf8");
const [report] = (() => {
  const program = new Command();
  addReportCommands(program);
  return program.commands;
})();
const options = report.options.map(({ long }) => long ?? "");

describe("the page on reports", () => {
  it("tells every part of a report, in its order", () => {
    const told = [...page.matchAll(/^\| (?!Part|-)(.+?) +\|/gm)].map(([, part]) => part.trim());
    expect(told).toEqual([...sections]);
  });

  it("uses no option that the command does not have, and leaves none of the important ones out", () => {
    const lines = page.split("\n").filter((line) => line.startsWith("    npx eslabon report "));
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) {
      for (const word of line.split(" ").filter((each) => each.startsWith("--"))) {
        expect(options, line).toContain(word);
      }
    }
    for (const option of options.filter((each) => each !== "--baseline" && each !== "--workers")) {
      expect(page).toContain(option);
    }
  });
});
