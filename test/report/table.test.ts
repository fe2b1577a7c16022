import { describe, expect, it } from "vitest";
import { displayWidth, table, wrap } from "../../src/report/table.ts";

const columns = [
  { heading: "Name" },
  { heading: "Value", align: "right" },
  { heading: "Note", rank: 1 },
] as const;

describe("a table", () => {
  it("aligns its columns and leaves no spaces at the ends of lines", () => {
    const { text } = table(columns, [
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
    const { text, omitted } = table(columns, [["a", "1", "a long note"]], { width: 15 });
    expect(omitted).toEqual(["Note"]);
    expect(text).not.toContain("note");
    expect(table(columns, [["a", "1", "x"]], { width: 2 }).omitted).toEqual(["Note"]);
  });

  it("measures what is seen: no escape codes, no combining marks, wide letters twice", () => {
    expect(displayWidth("\u001b[1mbold\u001b[22m")).toBe(4);
    expect(displayWidth("Río Seco")).toBe(8);
    expect(displayWidth("Ri\u0301o")).toBe(3);
    expect(displayWidth("銅")).toBe(2);
    const { text } = table(
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
    expect(table([{ heading: "A" }, { heading: "B" }], [["1", "2"]], { strong }).text.split("\n")[0]).toBe(
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
