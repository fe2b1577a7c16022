import { describe, expect, it } from "vitest";
import { displayWidth } from "../../../src/report/wrap.ts";
import { intervalBars } from "../../../src/report/terminal/interval-bars.ts";

const rows = [
  { label: "up", value: 50, low: 20, high: 100 },
  { label: "unclear", value: 5, low: -20, high: 40 },
  { label: "down", value: -60, low: -100, high: -30 },
  { label: "none", value: 0, low: 0, high: 0 },
];

describe("bars of intervals in a terminal", () => {
  it("stand at their places on one axis, with 0 marked through all of them", () => {
    expect(intervalBars(rows, { width: 50 }).split("\n")).toEqual([
      "up                           │   ├─────●─────────┤",
      "unclear                  ├───┼●──────┤",
      "down     ├───────●─────┤     │",
      "none                         ●",
      "         -100     -50        0        50       100",
    ]);
  });

  it("have room for an estimate outside of its interval, as resampling may give one", () => {
    const [line] = intervalBars([{ label: "skew", value: 8, low: 2, high: 4 }], { width: 40 }).split("\n");
    expect(line).toMatch(/^skew {2}│ +├─+┤ +●$/);
    const [below] = intervalBars([{ label: "skew", value: 1, low: 2, high: 4 }], { width: 40 }).split("\n");
    expect(below).toMatch(/^skew {2}│ +● +├─+┤$/);
  });

  it("are painted by the side of 0 on which the whole interval lies", () => {
    const paints = {
      higher: (text: string) => `+${text}`,
      lower: (text: string) => `-${text}`,
      faint: (text: string) => `?${text}`,
    };
    const lines = intervalBars(rows, { width: 50, ...paints }).split("\n");
    expect(lines.map((line) => line.replace(/^\w+/, "").trim().charAt(0))).toEqual(["+", "?", "-", "?", "?"]);
    // Of too few pairs that are alike the interval has no width, and tells nothing.
    const [alike] = intervalBars(
      [{ label: "alike", value: 50, low: 50, high: 50, filled: false }],
      paints,
    ).split("\n");
    expect(alike).toMatch(/^alike +\?│ +●$/);
  });

  it("fit the terminal, and are left out where it is too narrow or there is nothing to draw", () => {
    for (const width of [30, 60, 80, 120]) {
      for (const line of intervalBars(rows, { width }).split("\n")) {
        expect(displayWidth(line), line).toBeLessThanOrEqual(width);
      }
    }
    expect(intervalBars(rows, { width: 20 })).toBe("");
    expect(intervalBars([rows[3]], { width: 80 })).toBe("");
    expect(intervalBars([], { width: 80 })).toBe("");
  });
});
