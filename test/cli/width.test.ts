import { describe, expect, it } from "vitest";
import { programFor } from "../../src/cli/program.ts";
import { displayWidth } from "../../src/report/wrap.ts";
import { eslabonHere, eslabonInTerminal, terminalColumns } from "./eslabon.ts";

const program = programFor();

/** Beside what every-command.test.ts tries: output of long names, numbers and lists. */
const commands = {
  "run of a long title": ["run", "rd-credit-generous", "--population", "50", "--months", "80"],
  "policy with long settings": ["policy", "rd-credit"],
  "parameters, all": ["parameters"],
  "audit of many policies": ["audit", "full-package", "--population", "50", "--months", "40"],
};

describe("what a command prints in a terminal of 80 columns", () => {
  it.each(Object.entries(commands))("has no wider line: %s", async (_, words) => {
    const { status, stdout } = await eslabonInTerminal(...words);
    expect(status).toBe(0);
    expect(stdout.split("\n").filter((line) => displayWidth(line) > terminalColumns)).toEqual([]);
  });
});

describe("the help of a command", () => {
  it("fits 80 columns, and tells a default as it is typed, whether it is a text or a number", async () => {
    for (const command of program.commands) {
      const { stdout } = await eslabonHere(command.name(), "--help");
      expect(stdout, command.name()).toContain(`Usage: eslabon ${command.name()}`);
      expect(stdout, command.name()).not.toMatch(/\(default:\s+"/);
      expect(stdout.split("\n").filter((line) => displayWidth(line) > terminalColumns)).toEqual([]);
    }
  });
});

describe("the list of commands", () => {
  it("is the same whether commands have their options yet or not", () => {
    expect(programFor([]).helpInformation()).toBe(program.helpInformation());
    expect(program.helpInformation()).toMatch(/^ {2}run \[scenario\] +run one scenario with one seed$/m);
  });

  it("leaves options to the command that is called", () => {
    const options = (words: string[]) =>
      programFor(words).commands.flatMap((each) => (each.options.length > 0 ? [each.name()] : []));
    expect(options([])).toEqual([]);
    expect(options(["run", "baseline"])).toEqual(["run"]);
    expect(options(["help", "diff"])).toEqual(["diff"]);
  });
});

describe("what a command prints in a pipe", () => {
  it("has a line for each row, as wide as it needs to be", async () => {
    const { stdout } = await eslabonHere("policy", "rd-credit");
    const line = stdout.split("\n").find((each) => each.startsWith("awareness "));
    expect(line).toMatch(/^awareness +1 +0 to 1 +share of firms +firms that know of the credit$/);
  });
});
