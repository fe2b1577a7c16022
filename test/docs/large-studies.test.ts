import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { costOf } from "../../src/analysis/study/cost.ts";
import { layoutOf } from "../../src/analysis/study/layout.ts";
import { readStudyFile } from "../../src/node/study/study-file.ts";
import { costPage, type CostReport } from "../../src/report/study-cost.ts";

const page = "docs/large-studies.md";
const report = JSON.parse(readFileSync("docs/large-studies.json", "utf8")) as CostReport;

describe("the page of large studies", () => {
  it("says what follows from what was measured; npm run docs writes it anew", () => {
    const { measured, prices, cost } = report;
    const cores = cost.hours.map((each) => each.cores);
    expect(costOf(measured, cost.runs, cores, prices)).toEqual(cost);
    const text = readFileSync(page, "utf8");
    const generated = `<!-- generated -->\n\n${costPage(report)}\n\n<!-- to here -->`;
    const anew = text.replace(/<!-- generated -->[\s\S]*<!-- to here -->/, () => generated);
    if (process.env["UPDATE_DOCS"] === "1") writeFileSync(page, anew);
    expect(readFileSync(page, "utf8")).toBe(anew);
  });

  it("is about a study of ten million runs, any of which is found without the others", () => {
    const layout = layoutOf(readStudyFile("examples/studies/ten-million.yaml"));
    expect(layout.runs).toBe(10_000_000);
    expect(report.cost.runs).toBe(layout.runs);
    expect(layout.place(9_999_999)).toEqual({ run: 9_999_999, scenario: 4, draw: 4000, seed: "500/4000" });
  });
});
