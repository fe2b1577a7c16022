// How a table is brought into a terminal's width. What it says is never cut: columns of a higher rank are left out, headings and words
// go on in lines below, and what is still too wide stands above or below its row.
import { displayWidth, longestWord, wrap } from "./wrap.ts";

/** A column: its heading, and how its cells are aligned. */
export interface Column {
  readonly heading: string;
  /** Default "left". */
  readonly align?: "left" | "right";
  /** Columns of a higher number are left out first where the width does not suffice. Default 0: always shown. */
  readonly rank?: number;
  /**
   * For words, which may go on in the next line: where they stand if there is too little room in the row to read them in. One column
   * at most. Default: cells are never broken.
   */
  readonly words?: "above" | "below";
}

/** Between two columns. */
export const gap = "  ";

/** Where the cells of a table stand: columns by their places. */
export interface Layout {
  /** Columns that stand in the row, with their widths: longer words go on in lines below. */
  readonly inRow: readonly { readonly column: number; readonly width: number }[];
  /** The column that stands alone in a line above the rows that share it. */
  readonly above: number | undefined;
  /** The column whose words stand below their row. */
  readonly below: number | undefined;
  readonly omitted: readonly number[];
}

/** Fewest places of a column of words in which reading is no trouble. */
const fewestForWords = 20;
/** Places by which a row is indented under what stands above it, and words under their row. */
export const indents = { row: 2, words: 4 } as const;

/** The layout that gives up least: in turn the room of words, their place in the row, and the first column's. */
export function layoutOf(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  room: number,
): Layout {
  const sizes = columns.map((column, i) => sizeOf(column, [column.heading, ...rows.map((row) => row[i])]));
  const shown = fitting(columns, sizes, room);
  const omitted = columns.map((_, i) => i).filter((i) => !shown.includes(i));
  const words = shown.find((i) => columns[i].words !== undefined);
  const outOfRow = words === undefined ? {} : { [columns[words].words ?? "below"]: words };
  const candidates = [{}, outOfRow, { above: shown[0] }, { above: shown[0], ...outOfRow }].map(
    ({ above, below }: { readonly above?: number; readonly below?: number }) => {
      const rest = shown.filter((i) => i !== above && i !== below);
      const space = room - (above === undefined ? 0 : indents.row);
      const widths = widthsOf(rest, sizes, words, space);
      const inRow = rest.map((column, i) => ({ column, width: widths[i] }));
      return { layout: { inRow, above, below, omitted }, fits: totalOf(widths) <= space };
    },
  );
  const { layout } = candidates.find(({ fits }) => fits) ?? candidates[0];
  return layout;
}

/** Places of a column: as it is, and at the least. */
interface Size {
  readonly natural: number;
  readonly least: number;
}

function sizeOf({ words }: Column, [heading, ...cells]: readonly string[]): Size {
  const natural = Math.max(...[heading, ...cells].map(displayWidth));
  const least =
    words !== undefined
      ? Math.max(Math.min(natural, fewestForWords), ...[heading, ...cells].map(longestWord))
      : Math.max(inTwoLines(heading), ...cells.map(displayWidth));
  return { natural, least };
}

/** Fewest places in which a heading takes two lines at most. */
function inTwoLines(heading: string): number {
  let width = longestWord(heading);
  while (wrap(heading, width).split("\n").length > 2) width += 1;
  return width;
}

/** Widths of columns beside each other: as they are where there is room, else words take what broken headings leave, then headings. */
function widthsOf(
  columns: readonly number[],
  sizes: readonly Size[],
  words: number | undefined,
  space: number,
): number[] {
  const natural = columns.map((i) => sizes[i].natural);
  if (totalOf(natural) <= space) return natural;
  const widths = columns.map((i) => sizes[i].least);
  let left = Math.max(0, space - totalOf(widths));
  const wordsFirst = columns
    .map((_, place) => place)
    .sort((a, b) => Number(columns[b] === words) - Number(columns[a] === words));
  for (const place of wordsFirst) {
    const more = natural[place] - widths[place];
    const taken = columns[place] === words ? Math.min(more, left) : more <= left ? more : 0;
    widths[place] += taken;
    left -= taken;
  }
  return widths;
}

function totalOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width + gap.length, -gap.length);
}

/** Places of the columns that are shown: the last of the highest rank goes first, once no heading can be broken for it. */
function fitting(columns: readonly Column[], sizes: readonly Size[], room: number): number[] {
  const shown = columns.map((_, i) => i);
  const width = (i: number) => (columns[i].words === undefined ? sizes[i].least : sizes[i].natural);
  while (totalOf(shown.map(width)) > room) {
    const highest = Math.max(...shown.map((i) => columns[i].rank ?? 0));
    if (highest === 0) break;
    shown.splice(
      shown.findLastIndex((i) => (columns[i].rank ?? 0) === highest),
      1,
    );
  }
  return shown;
}
