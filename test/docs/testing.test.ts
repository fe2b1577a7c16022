import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { invariants } from "../../src/engine/invariants.ts";
import { checks } from "../../src/testing/check-policy.ts";

const page = "docs/testing.md";

/** A table of names and what each means. */
function tableOf(heading: string, meanings: Readonly<Record<string, string>>): string {
  const rows = Object.entries(meanings).map(([name, meaning]) => `| \`${name}\` | ${meaning} |`);
  return [`| ${heading} | Meaning |`, "| --- | --- |", ...rows].join("\n");
}

const tables = { checks: tableOf("Check", checks), invariants: tableOf("Invariant", invariants) };

describe("the page on testing", () => {
  it("names every check and every invariant; npm run docs writes it anew", () => {
    const text = readFileSync(page, "utf8");
    const anew = Object.entries(tables).reduce(
      (whole, [name, table]) =>
        whole.replace(
          new RegExp(`<!-- ${name} -->[\\s\\S]*<!-- /${name} -->`),
          () => `<!-- ${name} -->\n\n${table}\n\n<!-- /${name} -->`,
        ),
      text,
    );
    if (process.env["UPDATE_DOCS"] === "1") writeFileSync(page, anew);
    expect(readFileSync(page, "utf8")).toBe(anew);
  });
});
