import { describe, expect, it } from "vitest";
import { holm } from "../../src/analysis/holm.ts";

describe("Holm's adjustment", () => {
  it("gives the textbook's numbers, in the order of the tests", () => {
    // p 0.01, 0.04, 0.03, 0.005: steps 4 x 0.005, 3 x 0.01, 2 x 0.03, and 0.04 held up by the step before.
    const adjusted = holm([0.01, 0.04, 0.03, 0.005]).map((each) => Number(each?.toFixed(12)));
    expect(adjusted).toEqual([0.03, 0.06, 0.06, 0.02]);
  });

  it("never goes beyond 1, and leaves a single test as it is", () => {
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
    expect(holm([0.03])).toEqual([0.03]);
  });

  it("keeps a tie a tie, and counts it in the family", () => {
    expect(holm([0.01, null, null])).toEqual([0.03, null, null]);
    expect(holm([null])).toEqual([null]);
  });
});
