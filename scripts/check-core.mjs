// The core is for Node and for browsers alike: what was built may import its runtime dependencies and nothing else, and
// must not touch what only one of the two has.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import typescript from "typescript";

const allowedImports = {
  index: new Set(),
  "scenario-files": new Set(["yaml"]),
  testing: new Set(["fast-check"]),
};
const forbiddenGlobals = new Set(["process", "Buffer", "__dirname", "__filename", "window", "document"]);
const problems = [];

/** The file of an entry point and the chunks that it shares with others. */
function filesOf(file, found = []) {
  if (found.includes(file)) return found;
  const text = readFileSync(file, "utf8");
  const chunks = typescript
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith("./"))
    .map((name) => join(dirname(file), name));
  return chunks.reduce((all, chunk) => filesOf(chunk, all), [...found, file]);
}

const entries = Object.entries(allowedImports).flatMap(([name, allowed]) =>
  ["js", "cjs"]
    .flatMap((extension) => filesOf(fileURLToPath(new URL(`../dist/${name}.${extension}`, import.meta.url))))
    .map((file) => ({ file, allowed })),
);
const files = [...new Set(entries.map(({ file }) => file))];
const program = typescript.createProgram(files, { allowJs: true, noLib: true, noResolve: true, types: [] });
const checker = program.getTypeChecker();

for (const { file, allowed } of entries) {
  const source = program.getSourceFile(file);
  for (const { fileName: name } of typescript.preProcessFile(source.text, true, true).importedFiles) {
    if (!allowed.has(name) && !name.startsWith("./")) problems.push(`${file} imports "${name}"`);
  }
  const visit = (node) => {
    if (typescript.isIdentifier(node) && forbiddenGlobals.has(node.text) && isGlobal(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      problems.push(`${file}:${line + 1} uses ${node.text}`);
    }
    node.forEachChild(visit);
  };
  visit(source);
}

/** Whether a name is the global itself: declared nowhere in the file, no property's name, not merely asked for its type. */
function isGlobal(node) {
  const { parent } = node;
  if (typescript.isPropertyAccessExpression(parent) && parent.name === node) return false;
  if (typescript.isPropertyAssignment(parent) && parent.name === node) return false;
  if (typescript.isTypeOfExpression(parent)) return false;
  return checker.getSymbolAtLocation(node) === undefined;
}

if (problems.length > 0) {
  console.error(
    ["The core does not run everywhere:", ...problems.map((problem) => `  ${problem}`)].join("\n"),
  );
  process.exit(1);
}
