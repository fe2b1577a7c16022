// Shares in groups, a bar for each world: the baseline first, then scenarios. Every bar has its number and name beside it, so
// that nothing is told by colour alone.
import * as Plot from "@observablehq/plot";
import {
  chartStyle,
  isNarrow,
  letterWidth,
  lineHeight,
  usualWidth,
  worldInk,
  wrapped,
} from "./chart-style.ts";

/** A bar. */
export interface BarRow {
  readonly group: string;
  /** Name of the world; the same few in each group, no two of them alike. */
  readonly world: string;
  readonly value: number;
  /** The value in words. */
  readonly text: string;
}

/** Scale and size of a chart. */
export interface BarLabels {
  /** End of the scale; bars start at 0. */
  readonly most: number;
  readonly width?: number;
}

const barHeight = 15;

/** Letters that a name beside a bar may have. */
const barLetters = 34;
const lastLetters = 12;

/** A name that fits beside a bar. It is cut in its middle: names that begin alike mostly differ at their ends. */
function beside(name: string): string {
  if (name.length <= barLetters) return name;
  return `${name.slice(0, barLetters - lastLetters - 1)}…${name.slice(-lastLetters)}`;
}

/** Groups from top to bottom, each with a heading over its bars; in a narrow chart a bar's words stand over it. */
export function barChart(rows: readonly BarRow[], labels: BarLabels): Plot.PlotOptions {
  const { most, width = usualWidth } = labels;
  const groups = [...new Set(rows.map(({ group }) => group))];
  const worlds = [...new Set(rows.map(({ world }) => world))];
  const narrow = isNarrow(width);
  const lineOfBar = narrow ? barHeight + lineHeight : barHeight;
  const longest = Math.max(...rows.map(({ text, world }) => text.length + beside(world).length));
  const colourOf = ({ world }: BarRow) => worldInk[worlds.indexOf(world) % worldInk.length];
  const headingOf = ({ group }: { group: string }) => wrapped(group, Math.floor((width - 16) / letterWidth));
  return {
    width,
    height: groups.length * (lineHeight + 14 + worlds.length * lineOfBar) + 16,
    marginLeft: 8,
    // Letters beside the bars are of 11 pixels.
    marginRight: narrow ? 8 : Math.min(width * 0.45, 16 + longest * 6.6),
    marginTop: 8,
    marginBottom: 8,
    style: chartStyle,
    x: { axis: null, domain: [0, most] },
    y: { domain: ["", ...worlds], axis: null, padding: 0.15 },
    fy: { domain: groups, label: null, axis: null, padding: 0.12 },
    marks: [
      Plot.ruleX([0], { stroke: "currentColor", strokeOpacity: 0.4 }),
      Plot.barX(rows, {
        fy: "group",
        y: "world",
        x: "value",
        fill: colourOf,
        insetTop: narrow ? lineHeight : 0,
      }),
      Plot.text(rows, {
        fy: "group",
        y: "world",
        ...(narrow ? { x: 0, dy: -barHeight / 2 } : { x: "value", dx: 5 }),
        textAnchor: "start",
        fontSize: 11,
        fill: "currentColor",
        text: ({ text, world }: BarRow) => `${text}  ${beside(world)}`,
      }),
      Plot.text(
        groups.map((group) => ({ group })),
        { fy: "group", y: () => "", x: 0, textAnchor: "start", fontWeight: 600, text: headingOf },
      ),
    ],
  };
}
