import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parameters } from "../../src/data/parameters.ts";
import { serviceOffers } from "../../src/data/service-offers.ts";
import { metrics } from "../../src/engine/observations.ts";
import { oddSources, oddTables, sectionTitles, withTables } from "../../src/report/odd.ts";
import { policies } from "../../src/scenarios/policies.ts";

const file = "docs/odd.md";
const sources = Object.fromEntries(oddSources.map((source) => [source, readFileSync(source, "utf8")]));
const tables = oddTables({
  sources,
  parameters,
  metrics,
  policies: Object.values(policies),
  serviceOffers,
});

describe("the ODD document", () => {
  it("has tables that are what the code says; npm run docs writes them anew", () => {
    const text = readFileSync(file, "utf8");
    const current = withTables(text, tables);
    if (process.env["UPDATE_DOCS"] === "1") writeFileSync(file, current);
    expect(readFileSync(file, "utf8")).toBe(current);
    expect([...text.matchAll(/<!-- table: ([\w-]+) -->/g)].map(([, name]) => name).sort()).toEqual(
      Object.keys(tables).sort(),
    );
  });

  it("has the sections that parameters and comments name", () => {
    const numbered = [...readFileSync(file, "utf8").matchAll(/^#+ (\d[\d.]*?)\.? (.+)$/gm)];
    const headings = new Map(numbered.map(([, section, title]) => [section, title]));
    for (const [section, title] of Object.entries(sectionTitles)) expect(headings.get(section)).toBe(title);

    const sourceFiles = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".ts"),
    );
    const named = sourceFiles.flatMap((name) =>
      [...readFileSync(join("src", name), "utf8").matchAll(/ODD (\d+(?:\.\d+)?)/g)].map(
        ([, section]) => section,
      ),
    );
    expect(named.length).toBeGreaterThan(20);
    for (const section of named) expect([...headings.keys()]).toContain(section);
  });

  it("names every phase and every file of the agents", () => {
    const text = readFileSync(file, "utf8");
    for (const folder of ["src/engine/phases", "src/agents"]) {
      for (const name of readdirSync(folder)) expect(text).toContain(`${folder}/${name}`);
    }
  });

  it("tells the state of every entity and the eight phases in their order", () => {
    for (const line of tables["entities"].split("\n")) expect(line).not.toMatch(/\|\s+\|$/);
    expect([...tables["schedule"].matchAll(/^\| \d \| `(\w+)`/gm)].map(([, phase]) => phase)).toEqual([
      "institutions",
      "market",
      "delivery",
      "procurement",
      "innovation",
      "capabilities",
      "finance",
      "observe",
    ]);
  });
});

describe("the pages on the model and its evidence", () => {
  it.each([
    file,
    "docs/verification-and-validation.md",
    "docs/evidence/facts.md",
    "docs/evidence/hypotheses.md",
  ])("name files that exist, in %s", (page) => {
    const text = readFileSync(page, "utf8");
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, to]) => join(dirname(page), to));
    const paths = [...text.matchAll(/`((?:src|test|docs|examples)\/[\w./-]+)`/g)].map(([, path]) => path);
    for (const path of [...links, ...paths]) expect(existsSync(path), `${page} names ${path}`).toBe(true);
  });
});
