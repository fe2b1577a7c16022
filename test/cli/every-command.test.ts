import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { programFor } from "../../src/cli/program.ts";
import { provenanceLine, type Provenance } from "../../src/report/provenance.ts";
import { displayWidth } from "../../src/report/wrap.ts";
import { eslabonHere, eslabonInTerminal, terminalColumns } from "./eslabon.ts";
import { everyCommand } from "./every-command.ts";

const program = programFor();

const page = readFileSync("docs/command-line.md", "utf8");
const [forPrograms, forPeople] = ["json", "text"].map((form) =>
  mkdtempSync(join(tmpdir(), `eslabon-${form}-`)),
);
afterAll(() => {
  for (const folder of [forPrograms, forPeople]) rmSync(folder, { recursive: true });
});

/** Command, as in the page, and the names of its keys. */
const documented = new Map(
  [...page.matchAll(/^\| `([^`|]+)` \| (.+) \|$/gm)].map(([, command, cell]) => [
    command,
    [...cell.matchAll(/`(\w+)`/g)].map(([, key]) => key),
  ]),
);

const tried = everyCommand(forPrograms);
const shown = everyCommand(forPeople);

/** Those that make no runs, or whose results are rules, not numbers; studies have a manifest in their folder. */
const withoutRuns =
  /^(scenarios|policies|policy|parameters|validate|packs?|audit --patch|study|resume|merge|study-cost|replay)$/;

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

describe("every command that prints results", () => {
  it("is on the page of the command line, and tried here, where it takes --json", () => {
    const taking = program.commands
      .filter(({ options }) => options.some(({ long }) => long === "--json"))
      .map((command) => command.name());
    expect([...new Set(Object.keys(tried).map((words) => words.split(" ")[0]))].sort()).toEqual(
      taking.sort(),
    );
    expect([...documented.keys()]).toEqual(Object.keys(tried));
  });

  it.each(Object.keys(tried))(
    "prints the names that the page tells, fits a terminal, and says of which runs its numbers are: %s",
    async (command) => {
      const json = await eslabonHere(...tried[command], "--json");
      expect([json.status, json.stderr]).toEqual([0, ""]);
      const printed = JSON.parse(json.stdout) as unknown;
      expect(documented.get(command)).toEqual(keysOf(printed, command));

      const { status, stdout } = await eslabonInTerminal(...shown[command]);
      expect(status).toBe(0);
      expect(stdout.split("\n").filter((line) => displayWidth(line) > terminalColumns)).toEqual([]);
      if (withoutRuns.test(command)) return;
      const last = stripVTControlCharacters(stdout).trimEnd().split("\n\n").at(-1)?.replaceAll("\n", " ");
      expect(last).toMatch(
        /^eslabon \S+, [^,]+,( seeds? \S+,)?( design 1,)? 50 firms, \d+ months, #[0-9a-f]{16}$/,
      );
      if (command === "calibrate") return;
      const { provenance, manifest } = printed as {
        readonly provenance?: Provenance;
        readonly manifest?: { readonly fingerprint: string };
      };
      if (provenance !== undefined) expect(last).toBe(provenanceLine(provenance));
      else expect(last).toContain(`#${manifest?.fingerprint}`);
    },
  );

  it("has the same fingerprint whoever makes the runs, and another with other parameters or seeds", async () => {
    const words = "compare --scenarios matchmaking --population 50 --months 30 --seeds".split(" ");
    const fingerprint = async (...more: string[]) =>
      (await eslabonHere(...words, ...more)).stdout.trimEnd().split("#").at(-1);
    const made = await fingerprint("2", "--workers", "0");
    expect(await fingerprint("2", "--workers", "2")).toBe(made);
    expect(await fingerprint("3", "--workers", "0")).not.toBe(made);
  });
});
