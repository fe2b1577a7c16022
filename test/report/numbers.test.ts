import { describe, expect, it } from "vitest";
import {
  digitsFor,
  fixed,
  listed,
  monthInWords,
  percent,
  signed,
  signedInterval,
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
    expect(signedInterval(4e-15, 3e-15, 5e-15, 1)).toBe("0.00000000 [0.00000000, 0.00000000]");
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
