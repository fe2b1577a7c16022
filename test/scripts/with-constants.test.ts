import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createContext, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { withConstants } from "../../scripts/with-constants.ts";

/** The first words of each line of code. */
const declared = (text: string) => withConstants(text).match(/^(?:const|var|let|function|class) \w+/gm) ?? [];

describe("what is built, with constants", () => {
  it("has const where nothing assigns to a variable again", () => {
    expect(declared("var once = 1;\nvar other = once + 1;\n")).toEqual(["const once", "const other"]);
    expect(declared("let own = 1;\nconst fixed = 2;\n")).toEqual(["let own", "const fixed"]);
  });

  it.each([
    "again = 2;",
    "again += 2;",
    "again ??= 2;",
    "again ^= 2;",
    "again++;",
    "--again;",
    "[again] = [2];",
    "({ again } = { again: 2 });",
    "({ own: again } = { own: 2 });",
    "[...again] = [2];",
    "for (again of [2]) {}",
    "for (again in { a: 1 }) {}",
    "function later() { again = 2; }",
  ])("keeps var where something does: %s", (change) => {
    expect(declared(`var again = 1;\n${change}\n`)).toContain("var again");
  });

  it("keeps var without a value, of several names at once where one is assigned to, and of a pattern", () => {
    expect(declared("var empty;\n")).toEqual(["var empty"]);
    expect(declared("var one = 1, two = 2;\ntwo = 3;\n")).toEqual(["var one"]);
    expect(withConstants("var { part } = whole;\n")).toBe("var { part } = whole;\n");
    // To a property of it is no assignment to it.
    expect(declared("var all = {};\nall.one = 1;\nall[2] = 2;\n")).toEqual(["const all"]);
  });

  it("puts functions before all that may call them, below their modules' names, and after imports and directives", () => {
    const text = [
      '"use strict";',
      'import { far } from "./far.js";',
      "",
      "// src/one.ts",
      "var value = early(far);",
      "function early(x) {",
      "  return x;",
      "}",
      "// src/two.ts",
      "async function* late() {",
      "}",
      "",
    ].join("\n");
    const made = withConstants(text);
    expect(made.match(/^\S.*$/gm)).toEqual([
      '"use strict";',
      'import { far } from "./far.js";',
      "// src/one.ts",
      "// src/one.ts",
      "const early = function (x) {",
      "};",
      "// src/two.ts",
      "const late = async function* () {",
      "};",
      "const value = early(far);",
      "// src/two.ts",
    ]);
  });

  it("leaves a function that is assigned to as it is, and what the text does", () => {
    const text = `
function kept() { return 1; }
kept = () => 2;
var first = early() + kept();
function early() { return later() + 1; }
function later() { return 10; }
var shadow = 5;
function own(shadow) { return shadow; }
result = [first, own(7), shadow];
`;
    const made = withConstants(text);
    expect(made).toContain("function kept()");
    for (const each of [text, made]) {
      const page: { result?: number[] } = {};
      runInContext(each, createContext(page));
      expect(page.result).toEqual([13, 7, 5]);
    }
  });
});

describe("what files give each other, kept apart", () => {
  const far = [
    'import { nearest as other } from "./near.mjs";',
    'import { sep } from "node:path";',
    "var Field = { one: 1 };",
    "function twice(x) {",
    "  return Field.one * (x + x) + other();",
    "}",
    "var unused = sep;",
    "export {",
    "  Field,",
    "  twice as double,",
    "  unused,",
    "  other as passedOn",
    "};",
    "",
  ].join("\n");

  it("has other names than the constants of the code, which imports and exports only carry", () => {
    expect(withConstants(far, true)).toBe(
      [
        'import { nearest as other$in } from "./near.mjs";',
        'import { sep } from "node:path";',
        "const other = other$in;",
        "const twice = function (x) {",
        "  return Field.one * (x + x) + other();",
        "};",
        "const Field = { one: 1 };",
        "",
        "const unused = sep;",
        "const Field$out = Field;",
        "export {",
        "  Field$out as Field,",
        "  twice as double,",
        "  unused,",
        "  other as passedOn",
        "};",
        "",
      ].join("\n"),
    );
    expect(withConstants(far)).toContain('import { nearest as other } from "./near.mjs";');
  });

  it("leaves alone what is passed on and not used", () => {
    const text = 'import { one } from "./far.mjs";\nexport {\n  one\n};\n';
    expect(withConstants(text, true)).toBe(text);
  });

  it("does what it did", async () => {
    const folder = mkdtempSync(join(tmpdir(), "eslabon-constants-"));
    const near = "var calls = 0;\nfunction nearest() { return calls++; }\nexport { nearest };\n";
    for (const [name, text] of Object.entries({ near, far })) {
      writeFileSync(join(folder, `${name}.mjs`), withConstants(text, true));
    }
    const made = (await import(pathToFileURL(join(folder, "far.mjs")).href)) as Record<string, unknown>;
    const { Field, double, passedOn } = made as {
      Field: object;
      double: (x: number) => number;
      passedOn: () => number;
    };
    expect(Field).toEqual({ one: 1 });
    expect([double(3), passedOn(), double(3)]).toEqual([6, 1, 8]);
    rmSync(folder, { recursive: true });
  });

  it("is refused where an export is assigned to again: importers would not see it", () => {
    expect(() => withConstants("var one = 1;\none = 2;\nexport { one };\n", true)).toThrow(
      '"one" is exported and assigned to again',
    );
  });
});
