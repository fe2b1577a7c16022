// Plain tables for a terminal: aligned columns, nothing else, so that they paste and diff well.
import { gap, indents, layoutOf, type Column, type Layout } from "./table-layout.ts";
import { displayWidth, wrap } from "./wrap.ts";

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

/** A table as text; below it the headings of the columns for which there was no room. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  style: TableStyle = {},
): string {
  const { strong = plain, faint = plain, width: room = Infinity } = style;
  const layout = layoutOf(columns, rows, room);
  const { inRow, above, omitted } = layout;
  const indent = " ".repeat(above === undefined ? 0 : indents.row);
  const headings = columns.map(({ heading }) => heading);
  const rule = indent + faint(inRow.map(({ width }) => "─".repeat(width)).join(gap));
  const lines = [
    ...rowLines(headings, undefined, { columns, layout, room, paint: strong }),
    rule,
    ...rows.flatMap((row, i) => rowLines(row, rows[i - 1], { columns, layout, room, paint: plain })),
  ];
  const note = `No room for: ${omitted.map((i) => headings[i]).join(", ")}.`;
  return lines.join("\n") + (omitted.length > 0 ? `\n\n${wrap(note, room)}` : "");
}

interface RowStyle {
  readonly columns: readonly Column[];
  readonly layout: Layout;
  readonly room: number;
  readonly paint: (text: string) => string;
}

/** The lines of a row; what stands above rows is told once for those that share it. */
function rowLines(
  row: readonly string[],
  before: readonly string[] | undefined,
  { columns, layout: { inRow, above, below }, room, paint }: RowStyle,
): string[] {
  const linesOf = (text: string, width: number, indent: number) =>
    linesIn(text, width - indent).map((line) => " ".repeat(indent) + paint(line));
  const cells = inRow.map(({ column, width }) => linesIn(row[column], width));
  const height = Math.max(1, ...cells.map(({ length }) => length));
  const indent = " ".repeat(above === undefined ? 0 : indents.row);
  const aligned = Array.from({ length: height }, (_, line) => {
    const texts = inRow.map(({ column, width }, place) => {
      const text = cells[place][line] ?? "";
      const space = " ".repeat(Math.max(0, width - displayWidth(text)));
      return columns[column].align === "right" ? space + paint(text) : paint(text) + space;
    });
    return (indent + texts.join(gap)).trimEnd();
  });
  return [
    ...(above === undefined || row[above] === before?.[above] ? [] : linesOf(row[above], room, 0)),
    ...aligned,
    ...(below === undefined || row[below] === "" ? [] : linesOf(row[below], room, indents.words)),
  ];
}

/** A cell as it is where it fits, spaces included. */
function linesIn(cell: string, width: number): string[] {
  return displayWidth(cell) <= width ? [cell] : wrap(cell, width).split("\n");
}

/** Text as it is, where nothing makes it stand out. */
export function plain(text: string): string {
  return text;
}
