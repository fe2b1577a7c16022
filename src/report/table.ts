// Plain tables for a terminal: aligned columns, nothing else, so that they paste and diff well.

/** A column: its heading, and how its cells are aligned. */
export interface Column {
  readonly heading: string;
  /** Default "left". */
  readonly align?: "left" | "right";
  /** Columns of a higher number are left out first where the width does not suffice. Default 0: always shown. */
  readonly rank?: number;
}

/** How a table, and what stands around it, is written. */
export interface TableStyle {
  /** Columns of the terminal. Default: as wide as the table needs. */
  readonly width?: number;
  /** Makes text stand out; plain text by default. */
  readonly strong?: (text: string) => string;
  readonly faint?: (text: string) => string;
  /** Paints what lies above the baseline, and what lies below it. */
  readonly higher?: (text: string) => string;
  readonly lower?: (text: string) => string;
  /** Whether small charts stand below the tables. Default false: what goes into a pipe or a file is tables and sentences. */
  readonly charts?: boolean;
}

const gap = "  ";

/** A table as text, and the headings of the columns for which there was no room. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  style: TableStyle = {},
): { readonly text: string; readonly omitted: readonly string[] } {
  const { strong = plain, faint = plain } = style;
  const widths = columns.map(({ heading }, i) =>
    Math.max(...[heading, ...rows.map((row) => row[i])].map(displayWidth)),
  );
  const shown = fitting(columns, widths, style.width ?? Infinity);
  const line = (cells: readonly string[], paint: (text: string) => string) =>
    shown
      .map((i, place) => {
        const space = " ".repeat(widths[i] - displayWidth(cells[i]));
        const last = place === shown.length - 1;
        return columns[i].align === "right" ? space + paint(cells[i]) : paint(cells[i]) + (last ? "" : space);
      })
      .join(gap)
      .trimEnd();
  const rule = faint(shown.map((i) => "─".repeat(widths[i])).join(gap));
  const headings = columns.map(({ heading }) => heading);
  return {
    text: [line(headings, strong), rule, ...rows.map((row) => line(row, plain))].join("\n"),
    omitted: headings.filter((_, i) => !shown.includes(i)),
  };
}

/** Text in lines of at most a width, broken at spaces outside brackets; following lines are indented. */
export function wrap(text: string, width: number, indent = ""): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.match(/(?:\[[^\]]*\]|\S)+/g) ?? []) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && displayWidth(longer) > width) {
      lines.push(line);
      line = indent + word;
    } else {
      line = longer;
    }
  }
  return [...lines, line].join("\n");
}

// What a terminal shows in no or in two places: escape codes and combining marks; East Asian wide letters and pictures.
const escapeCodes = /\p{Cc}\[[0-9;]*m/gu;
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** Places that a text takes in a terminal. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const letter of text.replace(escapeCodes, "")) {
    if (!/\p{M}/u.test(letter)) width += wide.test(letter) ? 2 : 1;
  }
  return width;
}

/** Places of the columns that fit: the last of the highest rank goes first. */
function fitting(columns: readonly Column[], widths: readonly number[], room: number): number[] {
  const shown = columns.map((_, i) => i);
  const needed = () => shown.reduce((sum, i) => sum + widths[i] + gap.length, -gap.length);
  while (needed() > room) {
    const highest = Math.max(...shown.map((i) => columns[i].rank ?? 0));
    if (highest === 0) break;
    shown.splice(
      shown.findLastIndex((i) => (columns[i].rank ?? 0) === highest),
      1,
    );
  }
  return shown;
}

function plain(text: string): string {
  return text;
}
