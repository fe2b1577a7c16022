// Where things stand in a scenario file: the line and column of a path, or of the nearest place above it.
import { isMap, isNode, isScalar, isSeq, type Document, type LineCounter, type Node } from "yaml";
import type { Place } from "../../errors.ts";

/** Finds places in a parsed file. */
export type Locator = (path: readonly (string | number)[], which?: "key" | "value") => Place;

/** A locator of a file's text. */
export function locatorOf(document: Document, lines: LineCounter, file: string): Locator {
  const at = (node: unknown): Place => {
    const offset = (isNode(node) ? node.range?.[0] : undefined) ?? 0;
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  return (path, which = "value") => {
    let node: Node | null = document.contents;
    let found: unknown = node;
    for (const [depth, key] of path.entries()) {
      if (isMap(node)) {
        const pair = node.items.find(({ key: each }) => isScalar(each) && String(each.value) === String(key));
        if (pair === undefined) return at(found);
        found = which === "key" && depth === path.length - 1 ? pair.key : (pair.value ?? pair.key);
        node = isNode(pair.value) ? pair.value : null;
      } else if (isSeq(node) && typeof key === "number" && isNode(node.items[key])) {
        node = node.items[key];
        found = node;
      } else {
        return at(found);
      }
    }
    return at(found);
  };
}

/** The keys of a path written as `policies[0].settings.form`. */
export function keysOf(path: string): (string | number)[] {
  return [...path.matchAll(/[^.[\]]+|\[(\d+)\]/g)].map(([key, index]) =>
    index === undefined ? key : Number(index),
  );
}
