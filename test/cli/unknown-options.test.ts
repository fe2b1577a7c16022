import { describe, expect, it } from "vitest";
import { programFor } from "../../src/cli/program.ts";
import { setUnknownAside } from "../../src/cli/unknown-options.ts";
import { eslabonHere } from "./eslabon.ts";

const program = programFor();

/** Words as they are typed, what is left for the command, and which options were unknown. */
const typed: readonly (readonly [string, string, string])[] = [
  ["run baseline --seed 3", "run baseline --seed 3", ""],
  ["run --seed --nope baseline", "run --seed --nope baseline", ""],
  ["run baseline --seeds 3", "run baseline --seed 3", "--seeds"],
  ["run --seeds 3 baseline", "run --seed 3 baseline", "--seeds"],
  ["run --seeds=3 baseline", "run --seed=3 baseline", "--seeds"],
  ["run --seed=3 --zzzzzzzz baseline", "run --seed=3 baseline", "--zzzzzzzz"],
  ["run baseline --seeds", "run baseline", "--seeds"],
  ["run --seeds 3 --seed 4 baseline", "run --seed 4 baseline", "--seeds"],
  ["run --jsn baseline --evnts", "run --json baseline --events", "--jsn --evnts"],
  ["run --jsn=3 baseline", "run baseline", "--jsn"],
  ["run --zzzzzzzz 3 baseline", "run baseline", "--zzzzzzzz"],
  ["run --zzzzzzzz baseline", "run baseline", "--zzzzzzzz"],
  ["run --zzzzzzzz=3 baseline extra", "run baseline extra", "--zzzzzzzz"],
  ["validate --zzzzzzzz a.yaml b.yaml", "validate a.yaml b.yaml", "--zzzzzzzz"],
  ["run --help --zzzzzzzz -h", "run --help -h", "--zzzzzzzz"],
  ["run baseline -- --zzzzzzzz", "run baseline -- --zzzzzzzz", ""],
  ["run - --zzzzzzzz", "run -", "--zzzzzzzz"],
  ["nonesuch --zzzzzzzz", "nonesuch --zzzzzzzz", ""],
  ["--zzzzzzzz", "--zzzzzzzz", ""],
];

describe("options that a command does not have", () => {
  it.each(typed)("%s leaves %s", async (words, left, unknown) => {
    const aside = await setUnknownAside(program, words.split(" "));
    expect(aside.words.join(" ")).toBe(left);
    expect(aside.unknown.map(({ value }) => value).join(" ")).toBe(unknown);
  });

  it.each(program.commands.map((command) => command.name()))("are told by %s", async (name) => {
    const command = program.commands.find((each) => each.name() === name);
    const given = command?.registeredArguments.map(() => "nowhere.yaml") ?? [];
    const { status, stdout, stderr } = await eslabonHere(name, ...given, "--zzzzzzzz");
    expect([status, stdout]).toEqual([2, ""]);
    const told = `found "--zzzzzzzz", expected an option of the command (eslabon ${name} --help lists them)`;
    expect(stderr).toContain(told);
  });

  it("are told beside an argument that is missing", async () => {
    const { status, stderr } = await eslabonHere("funnel", "--originn", "chilean");
    expect(status).toBe(2);
    expect(stderr).toContain("error: missing required argument 'scenario'");
    expect(stderr).toContain('  - found "--originn", expected an option of the command');
  });
});
