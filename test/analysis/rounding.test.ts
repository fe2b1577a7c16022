import { expect, it } from "vitest";
import { isWithoutSpread } from "../../src/analysis/mean-test.ts";
import { beyondRounding } from "../../src/analysis/rounding.ts";

it("takes as no difference what is left of a sum in its last bits, and nothing larger", () => {
  const billion = 1e9;
  expect(beyondRounding(0.1 + 0.2 - 0.3, [0.3])).toBe(0);
  expect(beyondRounding(-0.001, [billion, -2 * billion])).toBe(0);
  expect(beyondRounding(0.01, [billion, -2 * billion])).toBe(0.01);
  expect(beyondRounding(-1e-20, [1e-20, 0])).toBe(-1e-20);
});

it("takes a deviation for rounding where it is no more than a difference that is, and not its square", () => {
  const billion = [1e9, -2e9];
  expect(isWithoutSpread(0.001 ** 2, billion)).toBe(true);
  expect(isWithoutSpread(0.01 ** 2, billion)).toBe(false);
  expect(isWithoutSpread(Number.NaN, billion)).toBe(true);
});
