import { describe, expect, it } from "vitest";
import { table } from "../../src/report/table.ts";
import { displayWidth, wrap } from "../../src/report/wrap.ts";

const columns = [
  { heading: "Name" },
  { heading: "Value", align: "right" },
  { heading: "Note", rank: 1 },
] as const;

describe("a table", () => {
  it("aligns its columns and leaves no spaces at the ends of lines", () => {
    const text = table(columns, [
      ["a", "1.5", "first"],
      ["longer", "-20", ""],
    ]);
    expect(text.split("\n")).toEqual([
      "Name    Value  Note",
      "──────  ─────  ─────",
      "a         1.5  first",
      "longer    -20",
    ]);
  });

  it("leaves out the least important columns when there is no room, and says which", () => {
    const narrow = table(columns, [["a", "1", "a long note"]], { width: 15 });
    expect(narrow.split("\n")).toEqual([
      "Name  Value",
      "────  ─────",
      "a         1",
      "",
      "No room for:",
      "Note.",
    ]);
    expect(table(columns, [["a", "1", "x"]], { width: 2 })).toContain("No\nroom");
  });

  it("breaks a heading before it leaves a column out, and no more of them than it must", () => {
    const long = [
      { heading: "Name" },
      { heading: "A long heading", align: "right" },
      { heading: "Another one" },
      { heading: "Least of all", rank: 1 },
    ] as const;
    const row = [["a", "1", "2", "3"]];
    expect(table(long, row, { width: 41 }).split("\n").slice(0, 2)).toEqual([
      "Name  A long heading  Another one  Least",
      "                                   of all",
    ]);
    expect(table(long, row, { width: 30 })).not.toContain("No room");
    expect(table(long, row, { width: 25 })).toMatch(/No room for: Least of\nall\.$/);
  });

  const wide = [
    { heading: "Policy" },
    { heading: "Share of all", align: "right" },
    { heading: "What it does", words: "below" },
  ] as const;
  const rows = [
    ["rd-credit", "0.25", "deducts more than the expense for research"],
    ["rd-credit", "0.5", "for small firms"],
    ["council", "1", ""],
  ] as const;
  const within = (width: number) => table(wide, rows, { width }).split("\n");

  it("breaks headings and words at spaces where there is no room, and nothing else", () => {
    expect(within(45)).toEqual([
      "Policy      Share  What it does",
      "           of all",
      "─────────  ──────  ──────────────────────────",
      "rd-credit    0.25  deducts more than the",
      "                   expense for research",
      "rd-credit     0.5  for small firms",
      "council         1",
    ]);
  });

  it("puts words below their row where they had no room to be read in", () => {
    expect(within(35)).toEqual([
      "Policy     Share of all",
      "    What it does",
      "─────────  ────────────",
      "rd-credit          0.25",
      "    deducts more than the expense",
      "    for research",
      "rd-credit           0.5",
      "    for small firms",
      "council               1",
    ]);
  });

  it("puts words that say what a row is above it", () => {
    const named = [
      { heading: "What", words: "above" },
      { heading: "Value", align: "right" },
    ] as const;
    const text = table(named, [["net local value", "1,000"]], { width: 12 });
    expect(text.split("\n")).toEqual(["What", "  Value", "  ─────", "net local", "value", "  1,000"]);
  });

  it("puts the first column above the rows that share it where nothing else helps", () => {
    const numbers = [
      { heading: "Policy" },
      { heading: "Least", align: "right" },
      { heading: "Most" },
    ] as const;
    const shared = ["local-content", "local-content", "council"].map((id, i) => [
      id,
      `${i}.25`,
      "1,000 a year",
    ]);
    expect(table(numbers, shared, { width: 22 }).split("\n")).toEqual([
      "Policy",
      "  Least  Most",
      "  ─────  ────────────",
      "local-content",
      "   0.25  1,000 a year",
      "   1.25  1,000 a year",
      "council",
      "   2.25  1,000 a year",
    ]);
  });

  it("is in a pipe as wide as it needs to be, a line a row", () => {
    expect(table(wide, rows).split("\n")[2]).toBe(
      "rd-credit          0.25  deducts more than the expense for research",
    );
    expect(table([{ heading: "Course" }], [["▁  ▂ "]], { width: 6 })).toBe("Course\n──────\n▁  ▂");
  });

  it("measures what is seen: no escape codes, no combining marks, wide letters twice", () => {
    expect(displayWidth("\u001b[1mbold\u001b[22m")).toBe(4);
    expect(displayWidth("Río Seco")).toBe(8);
    expect(displayWidth("Ri\u0301o")).toBe(3);
    expect(displayWidth("銅")).toBe(2);
    const text = table(
      [{ heading: "N" }, { heading: "V" }],
      [
        ["銅", "1"],
        ["a", "2"],
      ],
    );
    expect(text.split("\n").slice(2)).toEqual(["銅  1", "a   2"]);
  });

  it("paints the headings only when asked", () => {
    const strong = (text: string) => `<${text}>`;
    expect(table([{ heading: "A" }, { heading: "B" }], [["1", "2"]], { strong }).split("\n")[0]).toBe(
      "<A>  <B>",
    );
  });
});

describe("wrapped text", () => {
  it("breaks at spaces and keeps words whole", () => {
    expect(wrap("one two three", 7, "  ")).toBe("one two\n  three");
    expect(wrap("indivisible", 3)).toBe("indivisible");
  });

  it("does not break an interval", () => {
    expect(wrap("adds +5 [1, 9], or so", 10)).toBe("adds +5\n[1, 9], or\nso");
  });
});
