import { describe, expect, it } from "vitest";
import { sparkline } from "../../../src/report/terminal/sparkline.ts";

describe("a sparkline", () => {
  it("is lowest where the values are lowest and highest where they are highest", () => {
    expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7])).toBe("▁▂▃▄▅▆▇█");
    expect(sparkline([-10, 10, -10])).toBe("▁█▁");
  });

  it("is level, and neither high nor low, where nothing changes", () => {
    expect(sparkline([5, 5, 5])).toBe("▅▅▅");
    expect(sparkline([])).toBe("");
  });

  it("leaves out what is no number", () => {
    expect(sparkline([1, NaN, 2, Infinity])).toBe("▁ █ ");
  });
});
