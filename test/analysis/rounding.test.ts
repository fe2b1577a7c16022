import { expect, it } from "vitest";
import { beyondRounding } from "../../src/analysis/rounding.ts";

it("takes as no difference what is left of a sum in its last bits, and nothing larger", () => {
  const billion = 1e9;
  expect(beyondRounding(0.1 + 0.2 - 0.3, [0.3])).toBe(0);
  expect(beyondRounding(-0.001, [billion, -2 * billion])).toBe(0);
  expect(beyondRounding(0.01, [billion, -2 * billion])).toBe(0.01);
  expect(beyondRounding(-1e-20, [1e-20, 0])).toBe(-1e-20);
});
