// Which folder of src/ imports from which, read from the import statements themselves.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** Every TypeScript file below a folder, as paths from the repository's root. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .map((name) => join(folder, name))
    .sort();
}

/** The top folder below src/ that a file lies in; "." for the entry points and foundations beside them. */
export function layerOf(file: string): string {
  const [first, second] = relative("src", file).split("/");
  return second === undefined ? "." : first;
}

/** Arrows between layers: importing layer, imported layer. Entry points and foundations are left out. */
export function layerArrows(): [string, string][] {
  const arrows = new Set<string>();
  for (const file of sourceFiles("src")) {
    for (const [, target] of readFileSync(file, "utf8").matchAll(/(?:from|import\() ?"(\.{1,2}\/[^"]+)"/g)) {
      const [from, to] = [layerOf(file), layerOf(join(dirname(file), target))];
      if (from !== to && from !== "." && to !== ".") arrows.add(`${from} ${to}`);
    }
  }
  return [...arrows].sort().map((arrow) => arrow.split(" ") as [string, string]);
}
