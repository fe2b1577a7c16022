import { describe, expect, it } from "vitest";
import { categoriesOf } from "../../src/agents/category.ts";

const sharesOf = (overrides: Record<string, number> = {}) =>
  Object.fromEntries(categoriesOf(overrides).map(({ id, capitalShare }) => [id, capitalShare]));
const sum = (shares: Record<string, number>) => Object.values(shares).reduce((all, share) => all + share, 0);

describe("a project's capital packages", () => {
  it("fall on categories by their weights, a tenth on mobile equipment (3.3)", () => {
    const shares = sharesOf();
    expect(sum(shares)).toBeCloseTo(1, 12);
    expect(shares["transport-equipment"]).toBe(0.1);
    expect(shares["consumables"]).toBe(0);
  });

  it("are shared out in full whatever the weights, and none are tendered without any", () => {
    const shares = sharesOf({ "metal-structures.capitalWeight": 50 });
    expect(sum(shares)).toBeCloseTo(1, 12);
    expect(shares["metal-structures"] / shares["capital-equipment"]).toBeCloseTo(2, 12);
    const none = Object.fromEntries(Object.keys(shares).map((id) => [`${id}.capitalWeight`, 0]));
    expect(sum(sharesOf(none))).toBe(0);
  });
});
