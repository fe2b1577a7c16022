import { describe, expect, it } from "vitest";
import { clamp, clampShare, exp, ln, pow } from "../src/arithmetic.ts";

describe("arithmetic with the same bits everywhere", () => {
  it("has the values of the functions that it replaces, to the last places", () => {
    for (const x of [-30, -1.5, -1e-9, 0, 1e-9, 0.3, 1, 2.5, 20]) {
      expect(exp(x)).toBeCloseTo(Math.exp(x), 12 - Math.ceil(Math.log10(Math.exp(Math.max(0, x)))));
    }
    for (const x of [1e-9, 0.1, 0.5, 1, 2, 3.1, 1e9]) expect(ln(x)).toBeCloseTo(Math.log(x), 12);
    for (const [base, exponent] of [
      [0.7, 2],
      [1.3, -0.06],
      [5e5, 0.03],
      [0, 2],
    ] as const) {
      expect(pow(base, exponent)).toBeCloseTo(base ** exponent, 12);
    }
  });

  it("has pinned bits", () => {
    const bits = (value: number) => Buffer.from(Float64Array.of(value).buffer).toString("hex");
    expect([exp(0.3), ln(3.1), pow(0.7, 1.4), pow(1.9, -0.06)].map(bits)).toMatchInlineSnapshot(`
      [
        "961a8c8c0599f53f",
        "89acb719391af23f",
        "4183a782f46be33f",
        "58b8eb7983caee3f",
      ]
    `);
  });

  it("keeps values within bounds", () => {
    expect([-1, 0, 0.4, 1, 2].map(clampShare)).toEqual([0, 0, 0.4, 1, 1]);
    expect([-1, 3, 9].map((value) => clamp(value, 2, 5))).toEqual([2, 3, 5]);
  });
});
