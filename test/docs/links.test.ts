import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import GithubSlugger from "github-slugger";
import { describe, expect, it } from "vitest";

/** Every page that a reader of the repository may open. */
const pages = [
  ...readdirSync(".").filter((name) => name.endsWith(".md")),
  ...readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];

/** A page without its blocks and spans of code. */
const proseOf = (page: string) =>
  readFileSync(page, "utf8")
    .replaceAll(/^```[\s\S]*?^```$/gm, "")
    .replaceAll(/^ {4}.*$/gm, "");

/** Anchors of a page's headings. */
function anchorsOf(page: string): Set<string> {
  const slugger = new GithubSlugger();
  const headings = [...proseOf(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, text]) => text.replaceAll("`", ""));
  return new Set(headings.map((text) => slugger.slug(text)));
}

/** What is wrong with the links of a page, a line each. */
function problemsOf(page: string): string[] {
  return [...proseOf(page).matchAll(/\]\((?!https?:|mailto:)([^)\s]*)\)/g)].flatMap(([, link]) => {
    const [path, anchor] = link.split("#");
    const target = path === "" ? page : join(dirname(page), path);
    if (!existsSync(target)) return [`${link}: no such file`];
    if (statSync(target).isDirectory()) return [`${link}: a folder, which no page of the site shows`];
    if (anchor === undefined || !target.endsWith(".md") || anchorsOf(target).has(anchor)) return [];
    return [`${link}: no such heading; there are ${[...anchorsOf(target)].join(", ")}`];
  });
}

describe("every document", () => {
  it.each(pages)("%s links to files and headings that exist", (page) => {
    expect(problemsOf(page)).toEqual([]);
  });

  it.each(pages)("%s starts only programs that there are", (page) => {
    const started = [...readFileSync(page, "utf8").matchAll(/npm run example ([a-z0-9/-]+)/g)];
    for (const [, name] of started) expect(existsSync(`examples/${name}.ts`), name).toBe(true);
  });

  it("of the decisions is named on their page", () => {
    const named = readFileSync("docs/decisions/README.md", "utf8");
    for (const file of readdirSync("docs/decisions").filter((name) => name !== "README.md")) {
      expect(named).toContain(`](${file})`);
    }
  });
});
