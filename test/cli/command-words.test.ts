import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as library from "../../src/node.ts";
import { asTyped, optionOf } from "../../src/cli/command-words.ts";

describe("words of the library at the command line", () => {
  it("are those of its commands and options, wherever an error names a function or an option in code", () => {
    const files = readdirSync("src/node", { recursive: true, encoding: "utf8" });
    const texts = files
      .filter((name) => name.endsWith(".ts"))
      .flatMap((name) => readFileSync(join("src/node", name), "utf8").match(/^[^*/"]*"[^"]*`[^"]*"/gm) ?? []);
    const inCode = texts.flatMap((text) => [...text.matchAll(/`(\w+|\w+: \w+)`/g)].map(([, name]) => name));
    expect(inCode).toContain("resumeStudy");
    for (const name of inCode) expect(asTyped(`see \`${name}\`.`)).toMatch(/^see (eslabon \w+|--\w+)/);
    for (const name of inCode.filter((each) => !each.includes(":"))) expect(library).toHaveProperty(name);
    expect(asTyped("with `keep: [monthly]` in its file")).toBe("with `keep: [monthly]` in its file");
  });

  it("call what is wrong by its option", () => {
    const called = optionOf({ scenario: "scenario", "scenario.months": "--months", metrics: "--metric" });
    const paths = ["seeds", "metrics[1]", "window.toMonth", "scenario.policies", "scenario.months", ""];
    expect(paths.map(called)).toEqual(["--seeds", "--metric", "--window", "scenario", "--months", ""]);
  });
});
