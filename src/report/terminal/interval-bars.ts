// Differences with their intervals as rows of letters on one axis, for a terminal.
import { extent, tickStep, ticks } from "d3-array";
import { fixed } from "../numbers.ts";
import { plain, type TableStyle } from "../table.ts";
import { displayWidth } from "../wrap.ts";

/** A row: an estimate with its bounds, all finite, in the unit of the axis. */
export interface IntervalBar {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Whether it is painted. Default: whether its interval lies on one side of 0. */
  readonly filled?: boolean;
}

const gap = "  ";
/** Columns of a terminal that is not known, and of one that is wider than rows can be read across. */
const [usualWidth, widest] = [80, 100];
/** Columns below which positions can no longer be told apart. */
const fewest = 16;
const placesPerTick = 8;

/**
 * One line a row, `├──●──┤` against a line at 0, and under them the axis; what is told apart from 0 is painted.
 *
 * @returns Empty where there is no room for a chart, or nothing but zeros to draw.
 */
export function intervalBars(rows: readonly IntervalBar[], style: TableStyle = {}): string {
  const { width = usualWidth, faint = plain, higher = plain, lower = plain } = style;
  const labels = Math.max(0, ...rows.map(({ label }) => displayWidth(label)));
  const places = Math.min(width, widest) - labels - gap.length;
  const [from, to] = extent([0, ...rows.flatMap(({ value, low, high }) => [value, low, high])]) as [
    number,
    number,
  ];
  if (places < fewest || from === to) return "";
  const placeOf = (value: number) => Math.round(((value - from) / (to - from)) * (places - 1));

  const lines = rows.map(({ label, value, low, high, filled = true }) => {
    const cells = Array.from({ length: places }, () => " ");
    cells[placeOf(0)] = "│";
    for (let place = placeOf(low); place <= placeOf(high); place++)
      cells[place] = cells[place] === "│" ? "┼" : "─";
    if (placeOf(low) !== placeOf(value)) cells[placeOf(low)] = "├";
    if (placeOf(value) !== placeOf(high)) cells[placeOf(high)] = "┤";
    cells[placeOf(value)] = "●";
    const paint = !filled ? faint : low > 0 ? higher : high < 0 ? lower : faint;
    const drawn = cells.join("").trimEnd();
    return `${label}${" ".repeat(labels - displayWidth(label))}${gap}${paint(drawn)}`;
  });
  return [...lines, `${" ".repeat(labels)}${gap}${faint(axis(from, to, places, placeOf))}`].join("\n");
}

/** Round numbers below the places that they stand for; 0 always, others as far as they do not touch. */
function axis(from: number, to: number, places: number, placeOf: (value: number) => number): string {
  const count = Math.max(2, Math.floor(places / placesPerTick));
  const digits = Math.max(0, -Math.floor(Math.log10(tickStep(from, to, count))));
  const cells = Array.from({ length: places }, () => " ");
  const round = ticks(from, to, count).filter((value) => value !== 0);
  for (const value of [0, ...round]) {
    const text = value === 0 ? "0" : fixed(value, digits);
    const ideal = placeOf(value) - Math.floor(text.length / 2);
    const start = Math.min(Math.max(0, ideal), places - text.length);
    const around = cells.slice(Math.max(0, start - 1), start + text.length + 1);
    if (start < 0 || around.some((letter) => letter !== " ")) continue;
    cells.splice(start, text.length, ...Array.from(text));
  }
  return cells.join("").trimEnd();
}
