import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { allFacts } from "../../src/analysis/fact-table.ts";
import { hypotheses } from "../../src/analysis/hypotheses/study.ts";
import { growthOf, pageOf, type Soak } from "../../scripts/soak/finding.mjs";

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
    for (const { claim, source, design } of hypotheses) {
      expect(page("hypotheses")).toContain(`\n${claim} (${source})\n\n${design}\n`);
    }
    const findings = [...page("hypotheses").matchAll(/^(Supported|Contradicted|Not told apart): /gm)];
    expect(findings).toHaveLength(hypotheses.length);
    expect(page("hypotheses")).toContain("--out docs/evidence/hypotheses.md");
  });

  it("have the mutation score of each group of files that was tested, and every survivor of it", () => {
    const findings = JSON.parse(readFileSync("docs/evidence/mutation.json", "utf8")) as Record<
      string,
      { killed: number; timedOut: number; survivors: unknown[] }
    >;
    const groups = [...readFileSync("scripts/mutants/groups.mjs", "utf8").matchAll(/^ {4}id: "([\w-]+)"/gm)];
    expect(Object.keys(findings).toSorted()).toEqual(groups.map(([, id]) => id).toSorted());
    for (const [id, { killed, timedOut, survivors }] of Object.entries(findings)) {
      const score = (100 * (killed + timedOut)) / (killed + timedOut + survivors.length);
      expect(score, id).toBeGreaterThanOrEqual(85);
      expect(page("mutation")).toMatch(new RegExp(`^\\| ${id} \\| .* \\| ${score.toFixed(1)} % \\|`, "m"));
      const [, section = ""] = page("mutation").split(`## ${id}\n`);
      const rows = section.split("\n## ")[0].match(/^\| `[\w.-]+` \d+ \|/gm) ?? [];
      expect(rows, id).toHaveLength(survivors.length);
    }
    expect(page("mutation")).not.toMatch(/\*\*(?:not explained|no test runs it)\*\*/);
  });

  it("have the memory of a hundred thousand short runs, which was flat", () => {
    const soak = JSON.parse(readFileSync("docs/evidence/soak.json", "utf8")) as Soak;
    if (process.env["UPDATE_DOCS"] === "1") writeFileSync("docs/evidence/soak.md", pageOf(soak));
    expect(page("soak")).toBe(pageOf(soak));
    expect(soak.runs).toBeGreaterThanOrEqual(100_000);
    expect(soak.liveBytes).toHaveLength(20);
    expect(growthOf(soak).isFlat).toBe(true);
    // A run that leaves 100 bytes behind would be seen.
    const leaking = soak.liveBytes.map((bytes, i) => bytes + 100 * (i + 1) * (soak.runs / 20));
    expect(growthOf({ ...soak, liveBytes: leaking }).isFlat).toBe(false);
    expect(growthOf({ ...soak, liveBytes: leaking }).bytesPerRun).toBeCloseTo(
      growthOf(soak).bytesPerRun + 100,
      6,
    );
  });
});
