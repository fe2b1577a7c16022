import { describe, expect, it } from "vitest";
import { adjustedWithin, holm, simultaneousConfidence } from "../../src/analysis/simultaneous.ts";

describe("Holm's adjustment", () => {
  it("multiplies the smallest by how many there are, and never falls from one to the next", () => {
    // 4 × 0.005, 3 × 0.01, 2 × 0.03, and 0.04 raised to the one before it.
    const adjusted = holm([0.01, 0.04, 0.03, 0.005]);
    [0.03, 0.06, 0.06, 0.02].forEach((expected, i) => expect(adjusted[i]).toBeCloseTo(expected, 12));
  });

  it("leaves ties out of the count, and nothing above 1", () => {
    expect(holm([null, 0.6, null, 0.9])).toEqual([null, 1, null, 1]);
    expect(holm([])).toEqual([]);
  });

  it("leaves a single value as it is", () => {
    expect(holm([0.2])).toEqual([0.2]);
  });

  it("counts in each family its own members only, and keeps the order given", () => {
    const effects = [
      { name: "a", pValue: 0.02 },
      { name: "b", pValue: 0.03 },
      { name: "a", pValue: 0.3 },
      { name: "a", pValue: null },
    ];
    const adjusted = adjustedWithin(effects, ({ name }) => name);
    expect(adjusted.map(({ adjustedPValue }) => adjustedPValue)).toEqual([0.04, 0.03, 0.3, null]);
    expect(adjusted).toMatchObject(effects);
  });
});

describe("simultaneous confidence", () => {
  it("shares the error among the intervals", () => {
    expect(simultaneousConfidence(0.95, 10)).toBeCloseTo(0.995, 12);
    expect(simultaneousConfidence(0.95, 0)).toBe(0.95);
  });
});
