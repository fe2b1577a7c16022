import { describe, expect, it } from "vitest";
import { sensitivityDesign, type SensitivityMethod } from "../../src/analysis/sensitivity/analyse.ts";
import { sensitivityReport } from "../../src/report/sensitivity.ts";

/** The report of an output of a factor and the seed that varies in some of four scrambles only. */
function reportOf(method: SensitivityMethod, varying: number, against: string | null = null): string {
  const size = { samples: 8, replicates: 4, confidence: 0.95 };
  const design = sensitivityDesign(method, 2, size, "report");
  const { points } = design;
  const ofEach = points.length / size.replicates;
  const result = design.read(points.map(([x, seed], i) => (i < varying * ofEach ? x + seed : 7)));
  const study = { scenario: "portal", metric: "adoptions", unit: "adoptions a year", of: "effect" } as const;
  const window = { fromMonth: 24, toMonth: 180 };
  return sensitivityReport(
    {
      ...study,
      against,
      runs: points.length,
      window,
      confidence: 0.95,
      factors: ["caution", "seed"],
      result,
    },
    { width: 1000 },
  ).replaceAll("\n", " ");
}

describe("the report of a sensitivity study", () => {
  it.each(["sobol", "shapley"] as const)(
    "says in how many scrambles an output did not vary, by %s",
    (method) => {
      expect(reportOf(method, 4)).not.toContain("did not vary");
      expect(reportOf(method, 3)).toContain(
        "In 1 of 4 scrambles the output did not vary: they count in no index, so intervals are of the others alone.",
      );
      expect(reportOf(method, 3)).toMatch(/caution +0\.\d+ \[/);
      // One scramble that varies gives no interval, and is no proof that nothing varies.
      for (const varying of [1, 0]) {
        expect(reportOf(method, varying)).toContain("varied in fewer than two of 4 scrambles");
      }
    },
  );

  it("says what its factors are", () => {
    expect(reportOf("morris", 4)).toContain("1 parameter over its range, and the seed");
  });

  it("says whose effect it is, or which two are held against each other", () => {
    expect(reportOf("morris", 4)).toMatch(/^Effect of the policies of "portal" on adoptions,/);
    expect(reportOf("morris", 4, "centre")).toMatch(/^adoptions of "portal" less that of "centre",/);
  });
});
