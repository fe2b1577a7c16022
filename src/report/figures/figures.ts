// The figures of a report: each with its charts, the finding in words, and the numbers behind it.
import type { Attribution } from "../../analysis/attribution-result.ts";
import type { Comparison } from "../../analysis/comparison.ts";
import type { ComparisonDetails } from "../../analysis/details/details.ts";
import type { PathPoint } from "../../analysis/details/paths.ts";
import { costFigures } from "./cost.ts";
import { effectFigures } from "./effects.ts";
import { labelsOf, type Figure } from "./figure.ts";
import { flowFigures } from "./flow.ts";
import { gainFigures } from "./gains.ts";
import { gateFigure } from "./gates.ts";
import { matrixFigures } from "./matrix.ts";
import { pathFigures } from "./paths.ts";
import { shareFigures } from "./shares.ts";
import { usualNation, type Nation } from "../words.ts";

/** What figures are drawn from; only the comparison must be there. */
export interface FigureInput {
  readonly comparison: Comparison;
  readonly details?: ComparisonDetails | undefined;
  /** Time alone, where the runs are no longer there to read more of them. */
  readonly paths?: readonly PathPoint[] | undefined;
  readonly attributions?: readonly Attribution[] | undefined;
  /** Scenarios that are shown in detail; see {@link shownInDetail}. */
  readonly shown?: readonly string[] | undefined;
  /** Whose mines and firms they are of. Default: Peru's. */
  readonly nation?: Nation | undefined;
  /** What the pairs of the comparison are. Default: seeds. */
  readonly units?: string | undefined;
}

/** Scenarios that fit side by side. */
export const mostShown = 3;

/** The scenarios that are shown in detail unless asked otherwise: those that add most net local value. */
export function shownInDetail({ scenarios, effects }: Comparison): string[] {
  const differenceOf = (id: string) =>
    effects.find(({ scenario, metric }) => scenario === id && metric === "localValueNetUsd")?.difference ?? 0;
  return scenarios
    .slice(1)
    .map(({ id }) => id)
    .toSorted((a, b) => differenceOf(b) - differenceOf(a))
    .slice(0, mostShown);
}

/** All figures that can be drawn, section by section. */
export function figuresOf(input: FigureInput): Figure[] {
  const { comparison, details, attributions = [], shown = shownInDetail(comparison) } = input;
  const { nation = usualNation, units = "seeds" } = input;
  const paths = details?.paths ?? input.paths;
  return [
    ...effectFigures(comparison, nation, units),
    ...costFigures(comparison, units),
    ...(paths === undefined ? [] : pathFigures(comparison, paths, shown, { nation, units })),
    ...(details === undefined
      ? []
      : [
          gateFigure(comparison, details, shown),
          ...gainFigures(comparison, details, shown),
          ...matrixFigures(comparison, details, shown),
          ...flowFigures(comparison, details, shown),
        ]),
    ...attributions.flatMap((attribution) => shareFigures(attribution, labelsOf(comparison), nation)),
  ];
}
