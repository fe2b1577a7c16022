import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import typescript from "typescript";
import { describe, expect, it } from "vitest";
import { nodeOf, versionsCompared } from "../../scripts/node-of-version.mjs";

const program = resolve("test/shipped/fingerprints.mjs");
const bundles = {
  "ECMAScript module": resolve("dist/index.js"),
  "CommonJS module": resolve("dist/index.cjs"),
};

interface Printed {
  readonly node: string;
  readonly found: Readonly<Record<string, string>>;
}

const fingerprints = (node: string, ...words: readonly string[]) =>
  JSON.parse(execFileSync(node, [program, ...words], { encoding: "utf8" })) as Printed;

const here = fingerprints(process.execPath, bundles["ECMAScript module"]).found;

describe("every scenario of the catalogue has the same bits", () => {
  it("and no other's: they are all there, and those with policies that act early differ", () => {
    expect(Object.keys(here).length).toBeGreaterThan(40);
    expect(new Set(Object.values(here)).size).toBeGreaterThan(Object.keys(here).length / 2);
  });

  it("in a worker", () => {
    expect(fingerprints(process.execPath, bundles["ECMAScript module"], "worker").found).toEqual(here);
  });

  it("in the CommonJS bundle, where every function of Math that engines compute differently is gone", () => {
    expect(fingerprints(process.execPath, bundles["CommonJS module"], "without-inexact-math").found).toEqual(
      here,
    );
  });

  it.for(versionsCompared.filter((major) => !process.version.startsWith(`v${major}.`)))(
    "in Node %i",
    (major, { skip }) => {
      const { path, reason } = nodeOf(major);
      if (path === undefined) return skip(reason);
      const { node, found } = fingerprints(path, bundles["ECMAScript module"]);
      expect(node).toMatch(new RegExp(`^v${major}\\.`));
      expect(found).toEqual(here);
    },
  );
});

/** Modules that decide a run's bits, as bundles name them. */
const model =
  /^\/\/ (src\/((agents|engine|scenarios|data)\/.*|random\.ts|arithmetic\.ts|units\.ts)|node_modules\/(seedrandom|@stdlib\/math-.*))/;
const inexact =
  /^(acosh?|asinh?|atan2?|atanh|cbrt|cosh?|expm?1?|hypot|log(10|1p|2)?|pow|random|sinh?|tanh?)$/;

/** Uses of inexact arithmetic in the model's part of a bundled file, as line and text. */
function inexactUses(file: string): string[] {
  const text = readFileSync(file, "utf8");
  const lines = text.split("\n");
  let current = "";
  const modules = lines.map((line) => (/^\/\/ (src|node_modules)\//.test(line) ? (current = line) : current));
  const source = typescript.createSourceFile(file, text, typescript.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: typescript.Node): void => {
    const power =
      typescript.isBinaryExpression(node) &&
      [
        typescript.SyntaxKind.AsteriskAsteriskToken,
        typescript.SyntaxKind.AsteriskAsteriskEqualsToken,
      ].includes(node.operatorToken.kind);
    const called =
      typescript.isPropertyAccessExpression(node) &&
      node.expression.getText() === "Math" &&
      inexact.test(node.name.text);
    if (power || called) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      if (model.test(modules[line])) found.push(`${modules[line]}: ${node.getText()}`);
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

/** A bundled file and the chunks that it imports. */
function filesOf(file: string, found: string[] = []): string[] {
  if (found.includes(file)) return found;
  const imported = typescript
    .preProcessFile(readFileSync(file, "utf8"), true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith("./"));
  return imported.reduce((all, name) => filesOf(join(dirname(file), name), all), [...found, file]);
}

describe("the bundled model", () => {
  it.each(Object.entries(bundles))("uses no inexact arithmetic, as an %s", (_, bundle) => {
    const files = filesOf(bundle);
    // The marks of modules by which this looks are there.
    expect(files.some((file) => readFileSync(file, "utf8").includes("\n// src/engine/tick.ts\n"))).toBe(true);
    expect(files.flatMap(inexactUses)).toEqual([]);
  });
});
