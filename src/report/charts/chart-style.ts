// What all charts share: colours of Okabe and Ito, which the colour-blind tell apart, and letters whose width is known. Colours
// are written out, so that a figure's file needs no style sheet; a page with a dark side maps them by their value.
import { nice, ticks, tickStep } from "d3-array";

/** Colours of a chart. */
export const ink = {
  blue: "#0072b2",
  vermilion: "#d55e00",
  green: "#009e73",
  purple: "#aa4499",
  grey: "#767676",
  paper: "white",
} as const;

/** Each colour of {@link ink} on a dark page. */
export const darkInk: Readonly<Record<keyof typeof ink, string>> = {
  blue: "#56b4e9",
  vermilion: "#ff8f4d",
  green: "#2fc29a",
  purple: "#e39bd0",
  grey: "#a8a8a8",
  paper: "#16181c",
};

/** Colours of scenarios in a chart, the baseline first; dashes tell the same in print. */
export const worldInk = [ink.grey, ink.blue, ink.vermilion, ink.green] as const;

export const chartStyle = {
  fontFamily: "DejaVu Sans, Verdana, sans-serif",
  fontSize: "12px",
} as const;

/**
 * Widths in pixels: of a chart unless asked otherwise, of one for a telephone, and of a letter of 12 pixels. The narrowest telephones have
 * 320 pixels, less the page's margins: a chart drawn for more would be shown smaller there, and its letters with it.
 */
export const usualWidth = 760;
export const narrowWidth = 300;
export const letterWidth = 7.2;
/** Height of a line of text. */
export const lineHeight = 15;

/** Whether labels no longer fit beside what they name, and stand above it. */
export function isNarrow(width: number): boolean {
  return width < 520;
}

/** A name of an axis, broken where the chart is narrower than it. */
export function axisName(name: string, width: number): string {
  // An ordinary letter is narrower than the widest ones, for which other labels leave room.
  return wrapped(name, Math.floor(width / (0.92 * letterWidth)));
}

/** The domain of a scale whose values are all the same, which would otherwise fill the chart; nothing for others. */
export function domainOfOne(values: readonly number[]): { readonly domain?: readonly [number, number] } {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return high - low > 1e-9 * Math.max(1, Math.abs(high)) ? {} : { domain: [low - 1, high + 1] };
}

/**
 * How many ticks to ask for on a linear axis with a nice domain, `most` at most, so that their texts keep apart in so many pixels; and
 * how wide the widest text is.
 */
export function ticksIn(
  values: readonly number[],
  room: number,
  most: number,
): { count: number; textWidth: number } {
  // Plot rounds a nice domain for ten ticks, whatever it draws.
  const [low, high] = nice(Math.min(...values), Math.max(...values), 10);
  for (let count = most; ; count -= 1) {
    const step = tickStep(low, high, count);
    const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    const texts = ticks(low, high, count).map((tick) => groupedText(tick, digits));
    const textWidth = digitWidth * Math.max(...texts.map(({ length }) => length));
    if (count === 1 || texts.length * (textWidth + tickGap) <= room) return { count, textWidth };
  }
}

/** Pixels: of a digit of 12 pixels, and between the texts of ticks. */
const [digitWidth, tickGap] = [7.7, 8];

function groupedText(value: number, digits: number): string {
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A text on lines of at most so many letters, broken at spaces but for those that do not break; what does not fit on `most` lines is cut. */
export function wrapped(text: string, letters: number, most = 3): string {
  const lines: string[] = [];
  for (const word of text.split(/[^\S\u00a0]+/).flatMap((long) => cut(long, letters))) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines.join("\n");
  const kept = lines.slice(0, most);
  kept[most - 1] = `${kept[most - 1].slice(0, letters - 1)}…`;
  return kept.join("\n");
}

/** A word in pieces that fit, broken after a hyphen where it has one. */
function cut(word: string, letters: number): string[] {
  if (word.length <= letters) return [word];
  const most = Math.max(1, Math.floor(letters));
  const end = word.lastIndexOf("-", most - 1) + 1 || most;
  return [word.slice(0, end), ...cut(word.slice(end), letters)];
}

/** Room for labels of rows: how wide their column is, how they are broken, and how high a row must be. */
export function rowLabels(labels: readonly string[], width: number) {
  const widest = Math.floor((width * 0.4) / letterWidth);
  const texts = labels.map((label) => wrapped(label, widest));
  const lines = texts.map((text) => text.split("\n"));
  const letters = Math.max(0, ...lines.flat().map(({ length }) => length));
  return {
    margin: 24 + letters * letterWidth,
    rowHeight: 10 + lineHeight * Math.max(1, ...lines.map(({ length }) => length)),
    textOf: (label: string) => texts[labels.indexOf(label)] ?? label,
  };
}
