// The core is for Node and for browsers alike: what was built may import its runtime dependencies and nothing else, and
// must not touch what only one of the two has.
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import typescript from "typescript";

const allowedImports = {
  index: new Set(),
  "scenario-files": new Set(["yaml"]),
  testing: new Set(["fast-check"]),
};
const forbiddenGlobals = new Set(["process", "Buffer", "__dirname", "__filename", "window", "document"]);

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

/** What keeps the core that was built into a folder from running everywhere: a line for each import and each global. */
export function problemsOfCore(folder) {
  const entries = Object.entries(allowedImports).flatMap(([name, allowed]) =>
    ["js", "cjs"]
      .flatMap((extension) => filesOf(join(folder, `${name}.${extension}`)))
      .map((file) => ({ file, allowed })),
  );
  const files = [...new Set(entries.map(({ file }) => file))];
  const program = typescript.createProgram(files, { allowJs: true, noLib: true, noResolve: true, types: [] });
  const checker = program.getTypeChecker();
  return entries.flatMap(({ file, allowed }) => {
    const source = program.getSourceFile(file);
    const problems = typescript
      .preProcessFile(source.text, true, true)
      .importedFiles.filter(({ fileName }) => !allowed.has(fileName) && !fileName.startsWith("./"))
      .map(({ fileName }) => `${relative(folder, file)} imports "${fileName}"`);
    const visit = (node) => {
      if (typescript.isIdentifier(node) && forbiddenGlobals.has(node.text) && isGlobal(node, checker)) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        problems.push(`${relative(folder, file)}:${line + 1} uses ${node.text}`);
      }
      node.forEachChild(visit);
    };
    visit(source);
    return problems;
  });
}

/** Whether a name is the global itself: declared nowhere in the file, no property's name, not merely asked for its type. */
function isGlobal(node, checker) {
  const { parent } = node;
  if (typescript.isPropertyAccessExpression(parent) && parent.name === node) return false;
  if (typescript.isPropertyAssignment(parent) && parent.name === node) return false;
  if (typescript.isBindingElement(parent) && parent.propertyName === node) return false;
  if (typescript.isTypeOfExpression(parent)) return false;
  const symbol = typescript.isShorthandPropertyAssignment(parent)
    ? checker.getShorthandAssignmentValueSymbol(parent)
    : checker.getSymbolAtLocation(node);
  // In plain JavaScript the compiler takes `window` for the global object, and what is assigned to a property of it for its declaration.
  return (symbol?.declarations ?? []).every(typescript.isIdentifier);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const problems = problemsOfCore(fileURLToPath(new URL("../dist", import.meta.url)));
  if (problems.length > 0) {
    console.error(
      ["The core does not run everywhere:", ...problems.map((problem) => `  ${problem}`)].join("\n"),
    );
    process.exitCode = 1;
  }
}
