// What is built is written anew so that engines need not look it up again and again (docs/decisions/0003).
import ts from "typescript";

/** A change of a text: what stands from `start` to `end` gives way to `by`. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/**
 * esbuild writes what a module holds as `var`, and a function may be assigned to. An engine must then look each function, table
 * and enumeration up again and compare it with what it saw before, in every turn of a loop; what is `const` it takes for granted.
 * So what nothing assigns to again becomes `const`: a run takes a fifth fewer instructions.
 *
 * What a file exports is looked up again too, even where it is used in the file itself, for importers would see it change; and so
 * is what it imports. With `apart` both are names of their own beside the constants: another tenth, and a few letters a name.
 *
 * @throws Error for an export that is assigned to again: importers would keep what it held first.
 */
export function withConstants(text: string, apart = false): string {
  const file = ts.createSourceFile("chunk.js", text, ts.ScriptTarget.ES2022);
  const assigned = assignedIn(file);
  const imports = apart ? importsApart(file) : { changes: [], constants: "" };
  const changes = [...imports.changes, ...(apart ? exportsApart(file, assigned) : [])];
  for (const { declarationList: list } of file.statements.filter(ts.isVariableStatement)) {
    const once = list.declarations.every(
      ({ name, initializer }) =>
        initializer !== undefined && ts.isIdentifier(name) && !assigned.has(name.text),
    );
    if (!once || (list.flags & ts.NodeFlags.BlockScoped) !== 0) continue;
    const start = list.getStart(file);
    changes.push({ start, end: start + "var".length, by: "const" });
  }
  // A function can be called above the line where it stands, a constant cannot: so functions come first of all, below the names of
  // their modules.
  const functions: string[] = [];
  const marks = [...text.matchAll(/^\/\/ (?:src|node_modules)\/.*$/gm)];
  let named = "";
  for (const declared of file.statements.filter(ts.isFunctionDeclaration)) {
    const { name, end } = declared;
    if (name === undefined || assigned.has(name.text)) continue;
    const start = declared.getStart(file);
    const head = text.slice(start, name.getStart(file));
    const [mark] = marks.findLast(({ index }) => index < start) ?? [""];
    if (mark !== named) functions.push(`\n${mark}\n`);
    named = mark;
    functions.push(`const ${name.text} = ${head}${text.slice(name.end, end)};\n`);
    changes.push({ start, end, by: "" });
  }
  const first = file.statements.find(
    (statement) => !ts.isImportDeclaration(statement) && !isDirective(statement),
  );
  const top = first?.getStart(file) ?? text.length;
  changes.push({ start: top, end: top, by: imports.constants + functions.join("") });
  return changed(text, changes);
}

/** What the file's code uses of other files, imported under another name, and constants of the usual names. */
function importsApart(file: ts.SourceFile): { changes: Change[]; constants: string } {
  const names = namesIn(file);
  const parts = file.statements
    .filter(ts.isImportDeclaration)
    .flatMap(({ importClause, moduleSpecifier }) => {
      const bindings = importClause?.namedBindings;
      const ours = ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text.startsWith(".");
      return ours && bindings !== undefined && ts.isNamedImports(bindings) ? [...bindings.elements] : [];
    });
  const inCode = parts.filter(({ name }) => names.has(name.text));
  return {
    changes: inCode.map((part) => {
      const from = (part.propertyName ?? part.name).text;
      return { start: part.getStart(file), end: part.end, by: `${from} as ${part.name.text}$in` };
    }),
    constants: inCode.map(({ name: { text } }) => `const ${text} = ${text}$in;\n`).join(""),
  };
}

/** What is declared, used and exported, exported as a constant of its own. */
function exportsApart(file: ts.SourceFile, assigned: ReadonlySet<string>): Change[] {
  const declared = declaredIn(file);
  const names = namesIn(file);
  return file.statements.filter(ts.isExportDeclaration).flatMap((statement) => {
    const { exportClause, moduleSpecifier } = statement;
    if (moduleSpecifier !== undefined || exportClause === undefined || !ts.isNamedExports(exportClause))
      return [];
    const own = exportClause.elements
      .map((part) => ({ part, name: (part.propertyName ?? part.name).text }))
      .filter(({ name }) => declared.has(name));
    const again = own.find(({ name }) => assigned.has(name));
    if (again !== undefined) throw new Error(`"${again.name}" is exported and assigned to again`);
    // A name that stands once is only declared.
    const apart = own.filter(({ name }) => (names.get(name) ?? 0) > 1);
    const start = statement.getStart(file);
    const constants = apart.map(({ name }) => `const ${name}$out = ${name};\n`).join("");
    return [
      { start, end: start, by: constants },
      ...apart.map(({ part, name }) => ({
        start: part.getStart(file),
        end: part.end,
        by: `${name}$out as ${part.name.text}`,
      })),
    ];
  });
}

/** How often names stand in the file's code: what is only imported and exported again is not among them. */
function namesIn(file: ts.SourceFile): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.set(node.text, (names.get(node.text) ?? 0) + 1);
    else if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}

/** Names that the file itself declares, outside of any scope. */
function declaredIn(file: ts.SourceFile): ReadonlySet<string> {
  return new Set(
    file.statements.flatMap((statement) => {
      if (ts.isVariableStatement(statement))
        return statement.declarationList.declarations.flatMap(({ name }) =>
          ts.isIdentifier(name) ? [name.text] : [],
        );
      const named = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
      return named && statement.name !== undefined ? [statement.name.text] : [];
    }),
  );
}

function changed(text: string, changes: readonly Change[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end, by } of changes.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(text.slice(done, start), by);
    done = end;
  }
  return [...pieces, text.slice(done)].join("");
}

/** Names that anything is assigned to after they were declared, in any scope. */
function assignedIn(file: ts.SourceFile): ReadonlySet<string> {
  const assigned = new Set<string>();
  const note = (target: ts.Node): void => {
    if (ts.isIdentifier(target)) assigned.add(target.text);
    else if (!ts.isPropertyAccessExpression(target) && !ts.isElementAccessExpression(target))
      ts.forEachChild(target, note);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node)) {
      const { kind } = node.operatorToken;
      if (kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment) note(node.left);
    } else if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
      const { PlusPlusToken, MinusMinusToken } = ts.SyntaxKind;
      if (node.operator === PlusPlusToken || node.operator === MinusMinusToken) note(node.operand);
    } else if (ts.isForInStatement(node) || ts.isForOfStatement(node)) note(node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return assigned;
}

/** "use strict" and its like, which must stand first. */
function isDirective(statement: ts.Statement): boolean {
  return ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression);
}
