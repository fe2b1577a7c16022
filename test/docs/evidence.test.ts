import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { allFacts } from "../../src/analysis/fact-table.ts";
import { hypotheses } from "../../src/analysis/hypotheses/study.ts";

const page = (name: string) => readFileSync(`docs/evidence/${name}.md`, "utf8");

describe("the pages of evidence", () => {
  it("have a row for every fact, and tell how they were written", () => {
    const rows = [...page("facts").matchAll(/^\| `([\w-]+)` \| .* \| (?:inside|\*\*[\w ]+\*\*) \|/gm)];
    expect(rows.map(([, id]) => id)).toEqual(allFacts.map(({ id }) => id));
    expect(page("facts")).toContain("--out docs/evidence/facts.md");
  });

  it("have a section for every hypothesis, with a finding", () => {
    const sections = [...page("hypotheses").matchAll(/^## ([\w-]+)$/gm)].map(([, id]) => id);
    expect(sections).toEqual(hypotheses.map(({ id }) => id));
    const findings = [...page("hypotheses").matchAll(/^(Supported|Contradicted|Not told apart): /gm)];
    expect(findings).toHaveLength(hypotheses.length);
    expect(page("hypotheses")).toContain("--out docs/evidence/hypotheses.md");
  });
});
