import { describe, expect, it } from "vitest";
import { problemsOfCore } from "../../scripts/check-core.mjs";
import { folderOf } from "./folder.ts";

/** What a core says of itself whose modules are these, and empty otherwise. */
const problemsOf = (modules: Readonly<Record<string, string>>) => {
  const names = ["index", "scenario-files", "testing"].flatMap((name) => [`${name}.js`, `${name}.cjs`]);
  return problemsOfCore(folderOf({ ...Object.fromEntries(names.map((name) => [name, ""])), ...modules }));
};

describe("the check of the core", () => {
  it.each([
    ["process.exit(1);", "process"],
    ["export const bytes = Buffer.from('');", "Buffer"],
    ["document.body.remove();", "document"],
    ["window.eslabon = 1;", "window"],
    ["export const size = window.innerWidth;", "window"],
    ["export const all = { process };", "process"],
    ["const { process: own } = {}; process.exit(own);", "process"],
  ])("finds the global in %s", (text, name) => {
    expect(problemsOf({ "index.js": text })).toEqual([`index.js:1 uses ${name}`]);
  });

  it("finds globals of CommonJS modules, by their line, and in what entries share", () => {
    expect(problemsOf({ "index.cjs": "\n__dirname;\n__filename;\n" })).toEqual([
      "index.cjs:2 uses __dirname",
      "index.cjs:3 uses __filename",
    ]);
    const shared = {
      "index.js": 'export * from "./chunk.js";',
      "chunk.js": 'import "./deep.js";\nprocess.exit();\n',
      "deep.js": 'import "./chunk.js"; import "node:fs";',
    };
    expect(problemsOf(shared)).toEqual(["chunk.js:2 uses process", 'deep.js imports "node:fs"']);
  });

  it.each([
    ["function own(process) { return { process, window: process.window }; }"],
    ["const { process } = { process: 1 }; export { process };"],
    ['export const isNode = typeof process !== "undefined";'],
    ["class Own { process() {} document = 1; }"],
    ["globalThis.process?.cwd;"],
  ])("takes nothing else for one: %s", (text) => {
    expect(problemsOf({ "index.js": text })).toEqual([]);
  });

  it.each([
    ["index.js", 'import "node:fs";', "node:fs"],
    ["index.js", 'await import("node:os");', "node:os"],
    ["index.js", 'export * from "zod";', "zod"],
    ["index.cjs", 'require("fs");', "fs"],
    ["index.js", 'import "yaml";', "yaml"],
    ["scenario-files.js", 'import "fast-check";', "fast-check"],
  ])("finds what %s may not import: %s", (file, text, name) => {
    expect(problemsOf({ [file]: text })).toEqual([`${file} imports "${name}"`]);
  });

  it("lets each entry import what it is made for", () => {
    expect(
      problemsOf({
        "scenario-files.js": 'import "yaml";',
        "testing.cjs": 'require("fast-check");',
      }),
    ).toEqual([]);
  });
});
