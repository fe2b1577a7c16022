import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { programFor } from "../../src/cli/program.ts";
import { categoryIds } from "../../src/data/spend.ts";
import { packs } from "../../src/data/packs/packs.ts";
import { metricNames } from "../../src/engine/observations.ts";
import { scenarios } from "../../src/scenarios/catalogue.ts";
import { policies } from "../../src/scenarios/policies.ts";

const program = programFor();

/** Every page that may show commands. */
const pages = [
  ...["README.md", "CONTRIBUTING.md"],
  ...readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];
const commandsOf = (page: string) =>
  [...readFileSync(page, "utf8").matchAll(/^ {4}npx eslabon (.+?)(?: {2,}#.*)?$/gm)].map(([, line]) => line);
const shown = pages.flatMap((page) => commandsOf(page).map((line) => [page, line] as const));

/** What a command was given: its arguments, and its options by name. */
interface Call {
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** Takes a line as the command line does, down to where the command would start its work. */
async function callOf(line: string): Promise<Call> {
  let call: Call | undefined;
  for (const command of program.commands) {
    command.action(() => {
      call = { args: command.args, options: command.opts() };
    });
    command.configureOutput({ writeErr: () => undefined });
  }
  await program.parseAsync(line.replace(/ > \S+$/, "").split(" "), { from: "user" });
  if (call === undefined) throw new Error(`${line}: no command was called`);
  return call;
}

const ids = Object.keys(scenarios);
/** The pack that a page has its reader write. */
const packIds = [...Object.keys(packs), "my-country"];
const namesOfOptions: Readonly<Record<string, readonly string[]>> = {
  scenarios: ids,
  baseline: ids,
  policies: Object.keys(policies),
  metrics: metricNames,
  pack: packIds,
  category: categoryIds,
};
const namesOfArguments: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ["run", "funnel", "diff", "audit", "attribute", "sensitivity", "report", "export"].map((name) => [
      name,
      ids,
    ]),
  ),
  policy: Object.keys(policies),
  pack: packIds,
  packs: packIds,
};

/** Names that no list has and files that do not exist, of all that a call names; folders of results are made by other commands. */
function unknownIn(line: string, { args, options }: Call): string[] {
  const missing = (words: string, names: readonly string[]) =>
    words
      .split(",")
      .filter((word) => !names.includes(word) && !existsSync(word) && !/^(results|shards)\//.test(word));
  const command = line.split(" ")[0];
  return [
    ...(command in namesOfArguments ? args.flatMap((word) => missing(word, namesOfArguments[command])) : []),
    ...Object.entries(options).flatMap(([name, value]) =>
      name in namesOfOptions ? missing(String(value), namesOfOptions[name]) : [],
    ),
    ...args.filter((word) => word.startsWith("examples/") && !existsSync(word)),
  ];
}

describe("the commands that pages show", () => {
  it("are those of many pages", () => {
    expect(new Set(shown.map(([page]) => page)).size).toBeGreaterThan(10);
  });

  it.each(shown)("%s: eslabon %s is taken as it stands, and what it names exists", async (_, line) => {
    const call = await callOf(line);
    expect(unknownIn(line, call)).toEqual([]);
  });
});
