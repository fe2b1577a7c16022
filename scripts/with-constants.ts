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
 */
export function withConstants(text: string): string {
  const file = ts.createSourceFile("chunk.js", text, ts.ScriptTarget.ES2022);
  const assigned = assignedIn(file);
  const changes: Change[] = [];
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
  changes.push({ start: top, end: top, by: functions.join("") });
  return changed(text, changes);
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
