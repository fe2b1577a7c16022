// The core is for Node and for browsers alike: what was built may import its runtime dependencies and nothing else, and
// must not touch what only one of the two has.
import { fileURLToPath } from "node:url";
import typescript from "typescript";

const allowedImports = new Set(["immer", "zod"]);
const forbiddenGlobals = new Set(["process", "Buffer", "__dirname", "__filename", "window", "document"]);
const problems = [];

const files = ["dist/index.js", "dist/index.cjs"].map((file) =>
  fileURLToPath(new URL(`../${file}`, import.meta.url)),
);
const program = typescript.createProgram(files, { allowJs: true, noLib: true, noResolve: true, types: [] });
const checker = program.getTypeChecker();

for (const file of files) {
  const source = program.getSourceFile(file);
  for (const { fileName: name } of typescript.preProcessFile(source.text, true, true).importedFiles) {
    if (!allowedImports.has(name)) problems.push(`${file} imports "${name}"`);
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
