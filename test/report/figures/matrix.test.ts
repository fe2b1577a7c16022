import { describe, expect, it } from "vitest";
import { pairedEffect } from "../../../src/analysis/effects.ts";
import type { CategoryPlace } from "../../../src/analysis/details/details.ts";
import { matrixFigures } from "../../../src/report/figures/matrix.ts";
import { partsOf, svgOf } from "../drawings.ts";
import { comparison, details } from "../small-comparison.ts";

const place = (category: CategoryPlace["category"], change: number, more: Partial<CategoryPlace> = {}) => ({
  ...{ scenario: "both", category, risk: 0.5, spendUsd: 1e6, baselineShare: 0.5, share: 0.5 + change },
  ...more,
});
const figureOf = (...categories: readonly CategoryPlace[]) => {
  const [, figure] = matrixFigures(comparison, { ...details, categories }, ["both"]);
  const texts = (width: number) =>
    partsOf(svgOf(figure.panelsAt(width)))
      .filter(({ kind }) => kind === "text")
      .map(({ text }) => text);
  return { ...figure, texts };
};

describe("the matrix of risk and cost", () => {
  it("speaks of what moves by half a point or more, one or several", () => {
    expect(figureOf(place("consumables", 0.004), place("other-goods", -0.004)).caption).toMatch(
      / No category moves by half a point or more\.$/,
    );
    expect(figureOf(place("consumables", 0.02), place("other-goods", 0.004)).caption).toMatch(
      / Moved most, in points: Consumables \+2\.0\.$/,
    );
  });

  it("says from what to what in the label of what moves, and not where both read alike", () => {
    const { texts } = figureOf(
      place("consumables", 0.02),
      place("other-goods", 0.004),
      // Both move by more than half a point; of the second that is not seen in whole ones.
      place("metal-structures", 0.0055, { baselineShare: 0.4945, share: 0.5 }),
      place("capital-equipment", 0.0055, { baselineShare: 0.496, share: 0.5015 }),
    );
    const labels = texts(760).map((text) => text.replaceAll("\u00a0", " "));
    expect(
      labels.filter((text) => text.endsWith("%")).map((text) => /[\d→ ]+%$/.exec(text)?.[0].trim()),
    ).toEqual(["50 → 52 %", "50 %", "49 → 50 %", "50 %"]);
  });

  it("draws and names only what is bought, by short names where there is little room", () => {
    const bought = place("repair-maintenance", 0.1);
    const { texts, caption } = figureOf(
      bought,
      place("labour-contracting", 0.1, { spendUsd: 0 }),
      place("utilities", 0, { risk: null }),
      place("fuels-lubricants", 0, { risk: null, spendUsd: 0 }),
    );
    expect(texts(760).filter((text) => text.endsWith("%"))).toHaveLength(1);
    expect(caption).toMatch(/Not drawn, because few suppliers hold the market: [^,]*utilities[^,]*\.$/);
    const [wide, narrow] = [760, 300].map((width) => texts(width).find((text) => text.endsWith("%")) ?? "");
    expect(narrow.length).toBeLessThan(wide.length);
  });
});

describe("the quadrants of risk and cost", () => {
  const quadrant = (name: "high-risk-high-cost" | "low-risk-low-cost", spendUsd: number) => ({
    scenario: "both",
    quadrant: name,
    spendUsd,
    ...pairedEffect([0.1, 0.1, 0.1, 0.1, 0.1, 0.1], [0.2, 0.2, 0.2, 0.2, 0.2, 0.2]),
  });

  it("leave out one in which nothing is bought, and say where an interval has no width", () => {
    const quadrants = [quadrant("high-risk-high-cost", 0), quadrant("low-risk-low-cost", 1e6)];
    const [figure] = matrixFigures(comparison, { ...details, quadrants, categories: [] }, ["both"]);
    expect(figure.rows.map((row) => row["quadrant"])).toEqual(["low-risk-low-cost"]);
    expect(figure.caption).not.toContain("At high risk and high cost");
    expect(figure.caption).toMatch(/The same in all 6 seeds: Low risk, low cost \(/);
  });
});
