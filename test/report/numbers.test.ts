import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  digitsFor,
  estimateText,
  fixed,
  fixedThatTells,
  listed,
  monthInWords,
  percent,
  signed,
  signedInterval,
  signedThatTells,
} from "../../src/report/numbers.ts";

describe("numbers for people", () => {
  it("show sign and interval", () => {
    expect(signedInterval(38.21, 31, 45.44, 1)).toBe("+38.2 [31.0, 45.4]");
    expect(signedInterval(-0.04, -1, 1, 1)).toBe("0.0 [-1.0, 1.0]");
  });

  it("show on which side of 0 an interval lies, and that it has a width, however small it is", () => {
    expect(signedInterval(0.06, 0.02, 0.1, 1)).toBe("+0.06 [0.02, 0.10]");
    expect(signedInterval(-0.0004, -0.0005, -0.0003, 0)).toBe("-0.0004 [-0.0005, -0.0003]");
    expect(signedInterval(0.001, -0.002, 0.004, 1)).toBe("+0.001 [-0.002, 0.004]");
    expect(signedInterval(0, 0, 0.01, 1)).toBe("0.00 [0.00, 0.01]");
    expect(signedInterval(38.225, 38.21, 38.24, 1)).toBe("+38.23 [38.21, 38.24]");
    expect(estimateText(0.00412, 0.00411, 0.00413, 3)).toBe("0.00412 [0.00411, 0.00413]");
  });

  it("show that an interval holds 0 where one of its ends would be printed as 0", () => {
    expect(signedInterval(0.6, -0.02, 1.2, 1)).toBe("+0.60 [-0.02, 1.20]");
    expect(signedInterval(-7, -14.04, 0.04, 0)).toBe("-7.00 [-14.04, 0.04]");
    // An estimate that is not told apart from 0 needs no sign.
    expect(signedInterval(-0.04, -1.2, 1.1, 1)).toBe("0.0 [-1.2, 1.1]");
    expect(signedInterval(0.04, -1.1, 1.2, 1)).toBe("0.0 [-1.1, 1.2]");
    // One that is told apart has one, also where resampling puts it near an end.
    expect(signedInterval(0.02, 0.01, 9, 1)).toBe("+0.02 [0.01, 9.00]");
  });

  it("are in powers of ten where more than five digits after the point would be zeros", () => {
    expect(signedInterval(1e-7, -2.04e-7, 4e-7, 1)).toBe("+1.0e-7 [-2.0e-7, 4.0e-7]");
    expect(signedInterval(0, -2e-7, 2e-7, 1)).toBe("0.0 [-2.0e-7, 2.0e-7]");
    expect(signedInterval(0.6, -1e-7, 1.2, 1)).toBe("+0.6 [-1.0e-7, 1.2]");
    expect(signedInterval(4e-15, 3e-15, 5e-15, 1)).toBe("+4.0e-15 [3.0e-15, 5.0e-15]");
    expect([fixedThatTells(3e-7, 1), signedThatTells(3e-7, 1), signedThatTells(-3e-7, 1)]).toEqual([
      "3.0e-7",
      "+3.0e-7",
      "-3.0e-7",
    ]);
    expect([fixedThatTells(0.00002, 1), signedThatTells(0, 1)]).toEqual(["0.00002", "0.0"]);
    expect(fixedThatTells(0.000002, 1)).toBe("2.0e-6");
  });

  it("have no width where rounding alone parts the ends of an interval", () => {
    expect(signedInterval(3, 3 - 1e-12, 3 + 1e-12, 2)).toBe("+3.00 [3.00, 3.00]");
  });

  it("are read as what was estimated: on the same side of 0, and in the same order", () => {
    const number = fc
      .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 2, max: 16 }))
      .map(([whole, place]) => (whole === 0 ? 0 : whole / 10 ** place));
    fc.assert(
      fc.property(number, number, fc.integer({ min: 0, max: 4 }), (a, b, digits) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const value = (low + high) / 2;
        const text = estimateText(value, low, high, digits).replace(/,(?=\d)/g, "");
        const [middle, from, to] = (text.match(/-?\d+(\.\d+)?(e-\d+)?/g) ?? []).map(Number);
        expect([Math.sign(from), Math.sign(to)]).toEqual([Math.sign(low), Math.sign(high)]);
        if (low > 0 || high < 0) expect(Math.sign(middle)).toBe(Math.sign(value));
        expect(from <= middle && middle <= to).toBe(true);
      }),
    );
  });

  it("say of a tie that there is nothing, and no estimate of it", () => {
    expect(signedInterval(0, 0, 0, 1)).toBe("none");
  });

  it("never show a minus before a zero", () => {
    expect([fixed(-0.001, 2), signed(-0.001, 2), signed(0.001, 2)]).toEqual(["0.00", "0.00", "0.00"]);
  });

  it("separate thousands", () => {
    expect([fixed(1234567.89, 1), fixed(-1234, 0), signed(999, 0)]).toEqual([
      "1,234,567.9",
      "-1,234",
      "+999",
    ]);
    expect([signed(-1234.5, 1), signed(1234.5, 1)]).toEqual(["-1,234.5", "+1,234.5"]);
  });

  it("have about three digits that count", () => {
    expect([0, 1234, 123, 12.3, 1.23, 0.123, 0.0012].map((value) => digitsFor(value))).toEqual([
      0, 0, 1, 1, 2, 3, 4,
    ]);
  });

  it("say shares in percent, months in words and lists in a sentence", () => {
    expect(percent(0.123, 1)).toBe("12.3 %");
    expect([monthInWords(24), monthInWords(179), monthInWords(-1)]).toEqual([
      "January 2019",
      "December 2031",
      "December 2016",
    ]);
    expect([listed([]), listed(["a"]), listed(["a", "b", "c"])]).toEqual(["", "a", "a, b and c"]);
  });
});
