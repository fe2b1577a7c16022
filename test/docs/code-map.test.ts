import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { layerArrows, layerOf, sourceFiles } from "./imports.ts";

const file = "docs/code-map.md";
const arrows = layerArrows();
const layers = [...new Set(sourceFiles("src").map(layerOf))].filter((layer) => layer !== ".").sort();

const usedBy = (layer: string) => arrows.flatMap(([from, to]) => (from === layer ? [to] : []));

/** How many arrows lie between a folder and one that uses none. */
function depthOf(layer: string): number {
  return Math.max(0, ...usedBy(layer).map((used) => 1 + depthOf(used)));
}

/** The part of the page between two marks, as the imports say it: a row a folder, a mark under each folder that it uses. */
const inOrder = layers.toSorted((a, b) => depthOf(a) - depthOf(b));
const rows = [
  ["", ...inOrder],
  ["---", ...inOrder.map(() => ":-:")],
  ...inOrder.map((layer) => [
    `${layer} uses`,
    ...inOrder.map((used) => (usedBy(layer).includes(used) ? "●" : "")),
  ]),
];
const drawn = `\n${rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}\n`;
const marked = /(<!-- arrows -->\n)[\s\S]*?(\n<!-- \/arrows -->)/;

describe("the map of the code", () => {
  if (process.env["UPDATE_DOCS"] === "1") {
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace(marked, (_, open, close) => `${open}${drawn}${close}`),
    );
  }
  const page = readFileSync(file, "utf8");

  it("draws the arrows that the imports make; npm run docs draws them anew", () => {
    expect(marked.exec(page)?.[0]).toBe(`<!-- arrows -->\n${drawn}\n<!-- /arrows -->`);
  });

  it("describes every folder of src", () => {
    for (const layer of layers) expect(page).toContain(`| \`src/${layer}/\` |`);
  });

  it("names only files and folders that exist", () => {
    const named = [...page.matchAll(/`((?:src|test|bench|explorer|examples|docs|schema|scripts)\/[^`<]*)`/g)];
    expect(named.length).toBeGreaterThan(10);
    for (const [, path] of named) expect(existsSync(path), path).toBe(true);
  });
});
