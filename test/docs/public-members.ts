// What a user of the package sees in an editor: what the entry points export and all that can be reached from it.
import { relative } from "node:path";
import ts from "typescript";

/** A name that users see, and where it is declared. */
export interface PublicMember {
  /** As `Funnel.byYear`; of a type without a name by way of what it stands in, as `RunDiff.gates.first`. */
  readonly name: string;
  /** Path and line, as `src/errors.ts:12`. */
  readonly at: string;
  /** Its docstring, or that of the part of a union whose tag it is; empty without one. */
  readonly docstring: string;
  /** Whether it is a type with a name that no entry exports: who gets a value of it cannot say so. */
  readonly isInnerType: boolean;
}

/** The words of a comment of the form that editors show, which also stands before a part of a union. */
function docstringOf(node: ts.Node, from = node.pos): string {
  const text = node.getSourceFile().text;
  return (ts.getLeadingCommentRanges(text, from) ?? [])
    .map(({ pos, end }) => text.slice(pos, end))
    .filter((comment) => comment.startsWith("/**"))
    .map((comment) => comment.replace(/^\/\*\*| *\*\/$|^ *\* ?/gm, "").trim())
    .join(" ");
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

  const target = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const exported = new Set<ts.Symbol>();

  const note = (node: ts.Node, name: string, docstring: string, isInnerType = false) => {
    const source = node.getSourceFile();
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push({ name, at: `${relative("", source.fileName)}:${line + 1}`, docstring, isInnerType });
  };

  /** What a declaration or a part of one says, and whatever that refers to; `ofTag` is the docstring of its union's part. */
  const read = (node: ts.Node, path: string, ofTag: string): void => {
    if (ts.isTypeReferenceNode(node)) follow(node.typeName);
    else if (ts.isExpressionWithTypeArguments(node)) follow(node.expression);
    if (ts.isTypeElement(node) || ts.isClassElement(node)) {
      if (!isShown(node)) return;
      const name = `${path}.${node.name?.getText() ?? "()"}`;
      note(node, name, docstringOf(node) || (isTag(node) ? ofTag : ""));
      readParts(node, name, "");
    } else if (ts.isUnionTypeNode(node)) {
      // Comments of the second and later parts stand before the bar, those of the first after it or where there is none.
      node.types.forEach((part, place) => {
        const before = node.types[place - 1];
        read(
          part,
          path,
          docstringOf(part) || docstringOf(part, before === undefined ? node.pos : before.end),
        );
      });
    } else {
      readParts(node, path, ofTag);
    }
  };
  const readParts = (node: ts.Node, path: string, ofTag: string): void => {
    node.forEachChild((part) => {
      const isCode = ts.isBlock(part) || (ts.isExpression(part) && !ts.isExpressionWithTypeArguments(part));
      if (!isCode) read(part, path, ofTag);
    });
  };
  const follow = (name: ts.Node): void => {
    const symbol = checker.getSymbolAtLocation(name);
    if (symbol !== undefined) declare(symbol);
  };
  const declare = (of: ts.Symbol): void => {
    const symbol = target(of);
    if (seen.has(symbol)) return;
    seen.add(symbol);
    for (const declaration of symbol.declarations ?? []) {
      if (ts.isTypeParameterDeclaration(declaration)) continue;
      if (relative(folder, declaration.getSourceFile().fileName).startsWith("..")) continue;
      const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
      const docstring = docstringOf(statement);
      const isType = ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration);
      note(declaration, symbol.name, docstring, isType && !exported.has(symbol));
      readParts(declaration, symbol.name, docstring);
    }
  };

  const shown = entries.flatMap((entry) => {
    const source = program.getSourceFile(entry);
    const module = source && checker.getSymbolAtLocation(source);
    if (module === undefined) throw new Error(`${entry} is no module`);
    return checker.getExportsOfModule(module);
  });
  for (const symbol of shown) exported.add(target(symbol));
  shown.forEach(declare);
  return found;
}

/** What is private is not shown. */
function isShown(node: ts.TypeElement | ts.ClassElement): boolean {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  const isHidden = (ts.getCombinedModifierFlags(node) & hidden) !== 0;
  return !isHidden && !(node.name !== undefined && ts.isPrivateIdentifier(node.name));
}
