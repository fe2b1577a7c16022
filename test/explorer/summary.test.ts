import { describe, expect, it } from "vitest";
import { summaryOf } from "../../explorer/summary.ts";
import { simulate } from "../../src/index.ts";

describe("a run in brief", () => {
  const run = simulate({ id: "brief", population: 50, months: 42, burnInMonths: 12 }, { seed: 1 });

  it("has the money of categories and the firms at the gates from the years that lie wholly in the window", () => {
    const { categories, reached } = summaryOf(run, { fromMonth: 7, toMonth: 42 });
    const spent = run.metrics.spendUsd.slice(12, 36).reduce((sum, usd) => sum + usd, 0) / 2;
    const told = Object.values(categories).reduce((sum, { spendUsd }) => sum + spendUsd, 0);
    expect(told / spent).toBeCloseTo(1, 9);
    const lookedAt = run.funnel.byYear
      .filter(({ origin, year }) => origin === "peruvian" && (year === 2018 || year === 2019))
      .reduce((sum, { count }) => sum + count, 0);
    expect(reached[0]).toBe(lookedAt);
  });
});
