// Metrics over time, in the baseline and in scenarios.
import type { PathRow } from "../charts/path-chart.ts";
import { pathChart } from "../charts/path-chart.ts";
import type { Comparison } from "../../analysis/comparison.ts";
import type { PathPoint } from "../../analysis/details/paths.ts";
import type { PathMetric } from "../../analysis/details/run-details.ts";
import { windowUnit } from "../../analysis/window.ts";
import { baseYear, monthsPerYear } from "../../units.ts";
import { effectInterval } from "../effect-text.ts";
import { digitsFor, monthInWords, percent } from "../numbers.ts";
import { scaleOf } from "../scale.ts";
import type { Nation } from "../words.ts";
import { meaningOf } from "./effects.ts";
import { kebab, labelsOf, namesOf, type Figure } from "./figure.ts";

const titles: Readonly<Record<PathMetric, string>> = {
  localValueNetUsd: "Net local value over time",
  peruvianDirectUsd: "Direct sales of national firms over time",
  knowledgeIntensiveUsd: "Knowledge-intensive local value over time",
  workingSuppliers: "National firms with mining work over time",
  publicCostUsd: "Public cost over time",
};

/** Whose firms the paths are of, and what their means are over. */
interface PathWords {
  readonly nation: Nation;
  readonly units: string;
}

/** A figure for each metric that the points are of. */
export function pathFigures(
  comparison: Comparison,
  points: readonly PathPoint[],
  shown: readonly string[],
  said: PathWords,
): Figure[] {
  const order = [...new Set(points.map(({ metric }) => metric))];
  return order.map((metric) =>
    pathFigure(
      comparison,
      metric,
      points.filter((point) => point.metric === metric),
      shown,
      said,
    ),
  );
}

function pathFigure(
  comparison: Comparison,
  metric: PathMetric,
  points: readonly PathPoint[],
  shown: readonly string[],
  { nation, units }: PathWords,
): Figure {
  const { baseline, seeds, confidence, window } = comparison;
  const { factor, unit } = scaleOf(windowUnit(metric));
  const [label, name] = [labelsOf(comparison), namesOf(comparison)];
  const of = (scenario: string) => points.filter((point) => point.scenario === scenario);
  const rows = shown.flatMap((scenario): PathRow[] => {
    const line = (which: PathRow["line"], ofLine: readonly PathPoint[]) =>
      ofLine.map((point) => ({
        year: baseYear + point.month / monthsPerYear,
        column: label(scenario),
        line: which,
        ...(which === "difference"
          ? {
              mean: point.difference * factor,
              low: point.differenceLow * factor,
              high: point.differenceHigh * factor,
            }
          : { mean: point.mean * factor, low: point.low * factor, high: point.high * factor }),
      }));
    return [
      ...line("baseline", of(baseline)),
      ...line("scenario", of(scenario)),
      ...line("difference", of(scenario)),
    ];
  });
  const ends = shown.map((scenario) => {
    const point = of(scenario).at(-1) as PathPoint;
    const effect = { ...point, low: point.differenceLow, high: point.differenceHigh };
    const scaled = (value: number) => value * factor;
    const digits = digitsFor(...[effect.difference, effect.low, effect.high].map(scaled));
    return `${name(scenario)} ${effectInterval(effect, scaled, digits)}`;
  });
  const lastMonth = points.at(-1)?.month ?? 0;
  const caption = [
    `${meaningOf(metric, nation).replace(/^./, (first) => first.toUpperCase())} (${unit}), by quarter:`,
    `above the levels (baseline dashed and grey, scenario whole and blue), below the paired difference,`,
    `means over ${seeds.length} ${units} with ${percent(confidence)} intervals.`,
    window.fromMonth > 0 ? "The dotted line is the first month that counts." : "",
    `In the quarter from ${monthInWords(lastMonth)} the difference is: ${ends.join("; ")}.`,
  ]
    .filter((text) => text !== "")
    .join(" ");
  return {
    id: `path-${kebab(metric)}`,
    section: "Over time",
    title: titles[metric],
    caption,
    panelsAt: (width) =>
      pathChart(rows, {
        unit,
        width,
        startYear: window.fromMonth > 0 ? baseYear + window.fromMonth / monthsPerYear : null,
      }),
    rows: [baseline, ...shown].flatMap((scenario) =>
      of(scenario).map(({ month, mean, low, high, difference, differenceLow, differenceHigh }) => ({
        scenario,
        month,
        mean,
        low,
        high,
        difference,
        differenceLow,
        differenceHigh,
        unit: windowUnit(metric),
      })),
    ),
  };
}
