// One run year by year: a table, and in a terminal how each number went.
import { windowValue, type Window } from "../analysis/window.ts";
import type { MetricName, Run } from "../engine/observations.ts";
import { monthsPerYear, yearOfMonth } from "../units.ts";
import { counted, digitsFor, fixed, millions } from "./numbers.ts";
import { titleSaidOf } from "./nation.ts";
import { plain, table, type TableStyle } from "./table.ts";
import { wrap } from "./wrap.ts";
import { sparkline } from "./terminal/sparkline.ts";

const shown = [
  ["spendUsd", "spend"],
  ["inCountryUsd", "in country"],
  ["peruvianDirectUsd", "domestic"],
  ["peruvianWithSubcontractsUsd", "with 2nd tier"],
  ["localValueNetUsd", "net local value"],
  ["exportsUsd", "exports"],
  ["publicCostUsd", "public cost"],
  ["peruvianFirms", "firms"],
  ["directSuppliers", "1st tier"],
  ["adoptions", "adoptions"],
] as const satisfies readonly (readonly [MetricName, string])[];

/** Spans that a mark of a sparkline may stand for, in months, finest first. */
const spans = [
  [1, "month"],
  [3, "quarter"],
  [monthsPerYear, "year"],
] as const;
/** Places of a sparkline at most, and those that its metric's name and two numbers take beside it. */
const [longestLine, besideLine] = [60, 40];

/** A run year by year. */
export function yearsReport(run: Run, style: TableStyle = {}): string {
  const { scenario, manifest } = run;
  const fullYears = Math.floor(scenario.months / monthsPerYear);
  const windows =
    fullYears === 0
      ? [{ fromMonth: 0, toMonth: scenario.months }]
      : windowsOf(scenario.months, monthsPerYear);
  const text = table(
    [
      { heading: "Year", align: "right" },
      ...shown.map(([metric, heading]) => ({
        heading,
        align: "right" as const,
        rank: metric === "spendUsd" || metric === "localValueNetUsd" ? 0 : 1,
      })),
    ],
    windows.map((window) => [
      String(yearOfMonth(window.fromMonth)),
      ...shown.map(([metric]) => valueText(metric, windowValue(run, metric, window))),
    ]),
    style,
  );
  const { width = Infinity } = style;
  return [
    wrap(
      `${titleSaidOf(scenario.pack, scenario)}, seed ${manifest.seed}. Money in US$ million of 2017 a year.${monthsBesideYears(scenario.months)}`,
      width,
    ),
    text,
    ...(style.charts === true && scenario.months > 1 ? [courses(run, style)] : []),
  ].join("\n\n");
}

/** What is said of months that make no whole calendar year; nothing where there are none. */
function monthsBesideYears(months: number): string {
  const rest = months % monthsPerYear;
  if (rest === 0) return "";
  if (rest === months) return ` The year stands for its first ${counted(months, "month")}.`;
  return ` The last ${counted(rest, "month")} ${rest === 1 ? "is" : "are"} no whole year, and left out.`;
}

/** How each number went over the run, as finely as there is room for. */
function courses(run: Run, style: TableStyle): string {
  const { months } = run.scenario;
  const room = Math.min(longestLine, (style.width ?? Infinity) - besideLine);
  const fits = ([span]: (typeof spans)[number]) => months >= 2 * span && Math.floor(months / span) <= room;
  const [span, name] = spans.find(fits) ?? [monthsPerYear, "year"];
  const windows = windowsOf(months, span);
  const { higher = plain } = style;
  return table(
    [
      { heading: "Metric" },
      { heading: `by ${name}` },
      { heading: "lowest", align: "right" },
      { heading: "highest", align: "right" },
    ],
    shown.map(([metric, heading]) => {
      const values = windows.map((window) => windowValue(run, metric, window));
      const [lowest, highest] = [Math.min(...values), Math.max(...values)];
      return [heading, higher(sparkline(values)), valueText(metric, lowest), valueText(metric, highest)];
    }),
    style,
  );
}

/** Spans of so many months, one after the other, as many as are whole. */
function windowsOf(months: number, span: number): Window[] {
  return Array.from({ length: Math.floor(months / span) }, (_, i) => ({
    fromMonth: i * span,
    toMonth: (i + 1) * span,
  }));
}

function valueText(metric: MetricName, value: number): string {
  return metric.endsWith("Usd") ? fixed(millions(value), digitsFor(millions(value))) : fixed(value, 0);
}
