import { describe, expect, it } from "vitest";
import { findingOf, pValue, together } from "../../../src/analysis/hypotheses/decide.ts";

describe("the test of a contrast", () => {
  it("has the p-value of Student's t", () => {
    // Mean 2, standard error 1/√3 of 1, 2, 3: t = 3.4641 with two degrees of freedom.
    expect(pValue([1, 2, 3])).toBeCloseTo(0.0742, 4);
    expect(pValue([-1, -2, -3])).toBeCloseTo(0.0742, 4);
  });

  it("is as sure of an effect that never varies as its signs are, and says nothing of none", () => {
    expect(pValue([5, 5, 5])).toBe(0.25);
    expect(pValue([0, 0, 0])).toBe(1);
    expect(pValue([])).toBe(1);
  });
});

describe("a finding", () => {
  it("lies on the claimed side, on the other, or is not told apart", () => {
    expect(findingOf("above 0", 3, 0.01, 0.05)).toBe("supported");
    expect(findingOf("above 0", -3, 0.01, 0.05)).toBe("contradicted");
    expect(findingOf("below 0", -3, 0.05, 0.05)).toBe("supported");
    expect(findingOf("below 0", -3, 0.06, 0.05)).toBe("not told apart");
  });

  it("needs every deciding number to support, and one to contradict", () => {
    expect(together(["supported", "supported"])).toBe("supported");
    expect(together(["supported", "not told apart"])).toBe("not told apart");
    expect(together(["supported", "contradicted"])).toBe("contradicted");
    expect(together([])).toBe("not told apart");
  });
});
