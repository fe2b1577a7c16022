// What a user of the package sees in an editor: what the entry points export and all that can be reached from it.
import { relative } from "node:path";
import ts from "typescript";

/** A name that users see, and where it is declared. */
export interface PublicMember {
  /** As `Funnel.byYear`; of a type without a name by way of what it stands in, as `RunDiff.gates.first`. */
  readonly name: string;
  /** Path and line, as `src/errors.ts:12`. */
  readonly at: string;
  /** Whether it has a docstring of its own, or of the part of a union whose tag it is. */
  readonly documented: boolean;
}

/** A comment of the form that editors show, which also stands before a part of a union. */
function hasDocstring(node: ts.Node, from = node.pos): boolean {
  const text = node.getSourceFile().text;
  return (ts.getLeadingCommentRanges(text, from) ?? []).some(
    ({ pos, end }) => text.startsWith("/**", pos) && end - pos > "/***/".length,
  );
}

/** The property by which the parts of a union are told apart: of one literal only, which says what it is. */
const isTag = (node: ts.Node): boolean =>
  ts.isPropertySignature(node) && node.type !== undefined && ts.isLiteralTypeNode(node.type);

/**
 * Every export of some modules, and every member that can be reached from these in what is written inside a folder.
 *
 * @param entries Paths of the modules.
 * @param folder Only declarations in it count, not those of libraries.
 */
export function publicMembers(entries: readonly string[], folder: string): readonly PublicMember[] {
  const options = {
    allowImportingTsExtensions: true,
    module: ts.ModuleKind.NodeNext,
    noEmit: true,
    noLib: true,
  };
  const host = ts.createCompilerHost(options);
  const fileExists = host.fileExists.bind(host);
  // Libraries are not looked at, and reading them would take longer than all the rest.
  host.fileExists = (file) => !file.includes("/node_modules/") && fileExists(file);
  const program = ts.createProgram(entries, options, host);
  const checker = program.getTypeChecker();
  const found: PublicMember[] = [];
  const seen = new Set<ts.Symbol>();

  const note = (node: ts.Node, name: string, documented: boolean) => {
    const source = node.getSourceFile();
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push({ name, at: `${relative("", source.fileName)}:${line + 1}`, documented });
  };

  /** What a declaration or a part of one says, and whatever that refers to; `tagged` where its union's part has a docstring. */
  const read = (node: ts.Node, path: string, tagged: boolean): void => {
    if (ts.isTypeReferenceNode(node)) follow(node.typeName);
    else if (ts.isExpressionWithTypeArguments(node)) follow(node.expression);
    if (ts.isTypeElement(node) || ts.isClassElement(node)) {
      if (!isShown(node)) return;
      const name = `${path}.${node.name?.getText() ?? "()"}`;
      note(node, name, hasDocstring(node) || (isTag(node) && tagged));
      readParts(node, name, false);
    } else if (ts.isUnionTypeNode(node)) {
      // Comments of the second and later parts stand before the bar, those of the first after it or where there is none.
      node.types.forEach((part, place) => {
        const before = node.types[place - 1];
        read(
          part,
          path,
          hasDocstring(part) || hasDocstring(part, before === undefined ? node.pos : before.end),
        );
      });
    } else {
      readParts(node, path, tagged);
    }
  };
  const readParts = (node: ts.Node, path: string, tagged: boolean): void => {
    node.forEachChild((part) => {
      const isCode = ts.isBlock(part) || (ts.isExpression(part) && !ts.isExpressionWithTypeArguments(part));
      if (!isCode) read(part, path, tagged);
    });
  };
  const follow = (name: ts.Node): void => {
    const symbol = checker.getSymbolAtLocation(name);
    if (symbol !== undefined) declare(symbol);
  };
  const declare = (of: ts.Symbol): void => {
    const symbol = of.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(of) : of;
    if (seen.has(symbol)) return;
    seen.add(symbol);
    for (const declaration of symbol.declarations ?? []) {
      if (ts.isTypeParameterDeclaration(declaration)) continue;
      if (relative(folder, declaration.getSourceFile().fileName).startsWith("..")) continue;
      const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
      const documented = hasDocstring(statement);
      note(declaration, symbol.name, documented);
      readParts(declaration, symbol.name, documented);
    }
  };

  for (const entry of entries) {
    const source = program.getSourceFile(entry);
    const module = source && checker.getSymbolAtLocation(source);
    if (module === undefined) throw new Error(`${entry} is no module`);
    checker.getExportsOfModule(module).forEach(declare);
  }
  return found;
}

/** What is private is not shown. */
function isShown(node: ts.TypeElement | ts.ClassElement): boolean {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  const isHidden = (ts.getCombinedModifierFlags(node) & hidden) !== 0;
  return !isHidden && !(node.name !== undefined && ts.isPrivateIdentifier(node.name));
}
