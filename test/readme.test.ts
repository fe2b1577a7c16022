import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as library from "../src/index.ts";

const readme = readFileSync("README.md", "utf8");
const scripts = (JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> })
  .scripts;

describe("the README", () => {
  it("names npm scripts that exist", () => {
    const named = [...readme.matchAll(/npm (?:run )?(start|test|example|picture|bench)\b/g)].map(
      ([, name]) => name,
    );
    expect(named.length).toBeGreaterThan(2);
    for (const name of named) expect(scripts).toHaveProperty(name);
  });

  it("shows programs as they stand in examples", () => {
    const shown = [...readme.matchAll(/<!-- (examples\/.+?\.ts) -->\s+```ts\n([\s\S]*?)```/g)];
    expect(shown).toHaveLength(1);
    for (const [, path, code] of shown) expect(code).toBe(readFileSync(path, "utf8"));
  });

  it("names every example", () => {
    for (const file of readdirSync("examples").filter((name) => name.endsWith(".ts"))) {
      expect(readme).toContain(file.replace(".ts", ""));
    }
  });

  it("names calls and tables that the library exports", () => {
    const cells = [...readme.matchAll(/^\| (`.+?) \|/gm)].map(([, cell]) => cell);
    const names = cells.flatMap((cell) => [...cell.matchAll(/`(\w+)/g)].map(([, name]) => name));
    expect(names).toContain("simulate");
    for (const name of names) expect(library).toHaveProperty(name);
  });

  it("is short", () => {
    expect(readme.split("\n").length).toBeLessThan(130);
  });
});

describe("every document", () => {
  const below = (folder: string) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".md"))
      .map((name) => `${folder}/${name}`);
  const documents = [
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "CODE_OF_CONDUCT.md",
    ...["docs", "docs/decisions", "docs/evidence", "docs/reference"].flatMap(below),
  ];

  it.each(documents)(
    "%s shows files of examples as they stand, and nothing else as code to copy",
    (document) => {
      const text = readFileSync(document, "utf8");
      const shown = [...text.matchAll(/<!-- (examples\/.+?) -->\s+```(\w+)\n([\s\S]*?)```/g)];
      for (const [, path, , code] of shown) expect(code).toBe(readFileSync(path, "utf8"));
      // Scripts in other languages may be a page's own, where its test runs them.
      const toCopy = shown.filter(([, , language]) => language === "ts" || language === "yaml");
      expect([...text.matchAll(/^```(?:ts|yaml)$/gm)]).toHaveLength(toCopy.length);
    },
  );
});

describe("the map in CONTRIBUTING", () => {
  it("names files that exist", () => {
    const map = readFileSync("CONTRIBUTING.md", "utf8");
    const paths = [...map.matchAll(/`((?:src|test|docs|examples|bench|explorer|scripts)\/[\w./-]*)`/g)].map(
      ([, path]) => path,
    );
    expect(paths.length).toBeGreaterThan(8);
    for (const path of paths.filter((each) => !each.includes("<"))) expect(existsSync(path), path).toBe(true);
  });

  it("asks for scripts and test files that exist", () => {
    const text = readFileSync("CONTRIBUTING.md", "utf8");
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: object };
    const asked = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script);
    expect(asked.length).toBeGreaterThan(8);
    for (const script of asked) expect(scripts).toHaveProperty([script]);
    const tests = [...text.matchAll(/vitest run (?:--project source )?(test\/\S+\.test\.ts)/g)];
    expect(tests).toHaveLength(2);
    for (const [, file] of tests) expect(existsSync(file), file).toBe(true);
  });
});
