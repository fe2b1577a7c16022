import { describe, expect, it } from "vitest";
import { summaryOf, yearly } from "../../explorer/summary.ts";
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
    const paid = run.ladder.byCategory
      .filter(({ year }) => year === 2018 || year === 2019)
      .reduce((sum, { peruvianDirectUsd }) => sum + peruvianDirectUsd, 0);
    const toldPaid = Object.values(categories).reduce((sum, { peruvianUsd }) => sum + peruvianUsd, 0);
    expect((2 * toldPaid) / paid).toBeCloseTo(1, 9);
  });

  it("adds up the months of a year of what flows, and takes the mean of what stands", () => {
    const ofYear = (values: readonly number[]) => values.slice(24, 36).reduce((sum, value) => sum + value, 0);
    const { spendUsd, workingSuppliers } = run.metrics;
    expect(yearly(run, "spendUsd")).toHaveLength(3);
    expect(yearly(run, "spendUsd")[2]).toBeCloseTo(ofYear([...spendUsd]), 3);
    expect(yearly(run, "workingSuppliers")[2]).toBeCloseTo(ofYear([...workingSuppliers]) / 12, 9);
  });
});
