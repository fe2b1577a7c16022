import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import * as library from "eslabon/node";
import { beforeAll, describe, expect, it } from "vitest";
import { eslabonIn, wordsOf, type Outcome } from "../eslabon.ts";
import { newFolder } from "./folders.ts";

const guide = readFileSync("docs/studies.md", "utf8");
const example = "examples/studies/portal-and-centre.yaml";
const folder = newFolder();
const at = (name: string) => join(folder, name);

/** Commands of the guide, and how they ended. */
const lines = [...guide.matchAll(/^ {4}npx eslabon (.+)$/gm)].map(([, line]) => line);
const endings = new Map<string, Outcome>();

beforeAll(async () => {
  symlinkSync(resolve("examples"), at("examples"));
  for (const line of lines) endings.set(line, await eslabonIn(folder, ...wordsOf(line)));
});

function outputOf(line: string): string {
  return /--out (\S+)/.exec(line)?.[1] ?? "no output";
}

describe("the guide of studies", () => {
  it("shows the example as it is", () => {
    expect(guide).toContain(`<!-- ${example} -->\n\n\`\`\`yaml\n${readFileSync(example, "utf8")}\`\`\``);
  });

  it.each(lines)("has a command that does what it says: %s", (line) => {
    const { status, stderr } = endings.get(line)!;
    expect(status, stderr).toBe(0);
    const out = outputOf(line);
    if (out !== "no output") expect(existsSync(at(out))).toBe(true);
  });

  it("names every file of a study's folder", () => {
    const named = [...guide.matchAll(/^\| `([a-z.]+)\/?` /gm)].map(([, name]) => name);
    expect(named.filter((name) => name !== "batches").toSorted()).toEqual(
      readdirSync(at("results/portal")).toSorted(),
    );
  });

  it("merges to what one machine wrote", () => {
    const rows = (name: string) => readFileSync(at(`results/${name}/rows.jsonl`), "utf8");
    expect(rows("merged")).toBe(rows("portal"));
  });

  it("names functions that there are", () => {
    const [, names] = /`eslabon\/node` exports ([^.]+)\./.exec(guide) ?? [];
    for (const [, name] of names.matchAll(/`(\w+)`/g)) expect(Object.keys(library)).toContain(name);
  });
});
