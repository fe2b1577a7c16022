// The text of a scenario file as plain data, or everything that is wrong with it as a text. What a file has no use for is
// refused before it can do harm: anchors and aliases, tags, keys that are no names, depth and size.
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
} from "yaml";
import { InputError, type Problem } from "../../errors.ts";
import { isLine } from "../plain-text.ts";
import { locatorOf, type Locator } from "./positions.ts";

/** Longer than any scenario with every parameter and policy of the catalogue. */
const longestText = 1_000_000;
/** Deeper than any scenario. */
const deepest = 12;
/** Brackets that no file has open at once: past them the parser takes long to give up. */
const mostOpenBrackets = 1000;
/** Faults of the text that are told: what follows the first few is mostly their consequence. */
const mostFaults = 20;
/** What no text has: control characters but white space and those of old code pages, and what stands for bytes that are not UTF-8. */
const notText = /(?![\t\n\v\f\r\x7f-\x9f])[\p{Cc}\ufffd]/u;
/** Names that mean something to JavaScript's objects. */
const forbiddenKeys: readonly string[] = ["__proto__", "constructor", "prototype"];

/** A file as plain data, and where its parts stand. */
export interface ParsedFile {
  readonly content: unknown;
  readonly locate: Locator;
}

/**
 * Parses YAML, of which JSON is a part.
 *
 * @throws InputError naming every problem of the text with line and column.
 */
export function parseFile(text: string, file: string): ParsedFile {
  const start = { file, line: 1, column: 1 };
  const refuse = (value: unknown, expected: string): never => {
    throw new InputError(file, [{ path: "", value, expected, place: start }]);
  };
  const refuseDepth = () => refuse("a text nested too deeply", `at most ${deepest} levels`);
  if (text.length > longestText) refuse(`${text.length} characters`, `at most ${longestText} characters`);
  if (text.trim() === "") refuse(text, "keys and values: at least an id");
  if (notText.test(text)) refuse("control characters", "a text in UTF-8");
  if (openBrackets(text) > mostOpenBrackets) refuseDepth();

  const lines = new LineCounter();
  let document: Document;
  try {
    document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      version: "1.2",
      schema: "core",
    });
  } catch {
    // Only depth makes the parser give up.
    return refuseDepth();
  }
  const locate = locatorOf(document, lines, file);
  const faults = [...document.errors, ...document.warnings];
  if (faults.some(({ message }) => message.includes("call stack"))) refuseDepth();
  const problems: Problem[] = faults.slice(0, mostFaults).map(({ code, message, pos }) => {
    const { line, col } = lines.linePos(pos[0]);
    const value = text.split("\n")[line - 1]?.trim() ?? "";
    const expected = code === "MULTIPLE_DOCS" ? "one document in a file" : `valid YAML: ${message}`;
    return { path: "", value, expected, place: { file, line, column: col } };
  });
  if (problems.length === 0) problems.push(...structureProblems(document, lines, file));
  if (problems.length > 0) throw new InputError(file, problems);
  return { content: document.toJS() as unknown, locate };
}

/** How many brackets are open at once, at most; those in texts are rare enough to count with the others. */
function openBrackets(text: string): number {
  let [open, most] = [0, 0];
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    open = Math.max(0, open + (bracket === "[" || bracket === "{" ? 1 : -1));
    most = Math.max(most, open);
  }
  return most;
}

/** What is valid YAML and still no part of a scenario file. */
function structureProblems(document: Document, lines: LineCounter, file: string): Problem[] {
  const problems: Problem[] = [];
  const complain = (node: Node, value: unknown, expected: string) => {
    const { line, col } = lines.linePos(node.range?.[0] ?? 0);
    problems.push({ path: "", value, expected, place: { file, line, column: col } });
  };
  const open: (readonly [unknown, number])[] = [[document.contents, 0]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [node, depth] = next;
    if (!isNode(node)) continue;
    if (depth > deepest) {
      complain(node, "a text nested too deeply", `at most ${deepest} levels`);
      break;
    }
    if (isAlias(node)) complain(node, `*${node.source}`, "the value itself: files have no aliases");
    else if (node.anchor !== undefined) complain(node, `&${node.anchor}`, "no anchor: files have no aliases");
    if (node.tag !== undefined) complain(node, node.tag, "a value without a tag");
    if (isSeq(node)) for (const item of node.items) open.push([item, depth + 1]);
    if (!isMap(node)) continue;
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? key.value : undefined;
      const at = isNode(key) ? key : node;
      if (typeof name !== "string") complain(at, name ?? "a key that is no text", "keys that are names");
      else if (forbiddenKeys.includes(name) || !isLine(name)) complain(at, name, "another name");
      open.push([value, depth + 1]);
    }
  }
  return problems;
}
