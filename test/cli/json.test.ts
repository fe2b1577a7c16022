import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { program } from "../../src/cli/program.ts";
import { eslabonHere } from "./eslabon.ts";
import { everyCommand } from "./every-command.ts";

const page = readFileSync("docs/command-line.md", "utf8");
const folder = mkdtempSync(join(tmpdir(), "eslabon-json-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Command, as in the page, and the names of its keys. */
const documented = new Map(
  [...page.matchAll(/^\| `([^`|]+)` \| (.+) \|$/gm)].map(([, command, cell]) => [
    command,
    [...cell.matchAll(/`(\w+)`/g)].map(([, key]) => key),
  ]),
);

const tried = everyCommand(folder);

/** Numbers by names of one's own are no keys that a page could list. */
const keysOf = (value: unknown, command: string): string[] => {
  const isByName = command === "parameters";
  const all: readonly unknown[] = Array.isArray(value)
    ? value
    : isByName
      ? Object.values(value as object)
      : [value];
  return Object.keys(all[0] as object);
};

describe("what a command prints for programs", () => {
  it("is on the page of the command line, of every command that takes --json", () => {
    const taking = program.commands
      .filter(({ options }) => options.some(({ long }) => long === "--json"))
      .map((command) => command.name());
    expect([...new Set(Object.keys(tried).map((words) => words.split(" ")[0]))].sort()).toEqual(
      taking.sort(),
    );
    expect([...documented.keys()]).toEqual(Object.keys(tried));
  });

  it.each(Object.entries(tried))("has the names that the page tells: %s", async (command, words) => {
    const { status, stdout } = await eslabonHere(...words, "--json");
    expect(status).toBe(0);
    expect(documented.get(command)).toEqual(keysOf(JSON.parse(stdout), command));
  });
});
