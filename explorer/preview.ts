// What is shown before the first pair of runs is there: both worlds of a small population, for looking at only.
import { previewFirms } from "./asks.ts";
import { describe, pathChart, type Figure, type FigureSize } from "./charts.ts";
import { firstYear, type Preview } from "./summary.ts";
import { number, usdMillions } from "./text.ts";
import type { Words } from "./words/en.ts";

/** How a preview is headed, explained and drawn. */
export interface PreviewView {
  readonly title: string;
  readonly note: string;
  readonly figure: Figure;
}

/** A preview of a study of so many suppliers. */
export function previewView(
  { baseline, scenario }: Preview,
  population: number,
  words: Words,
  size: FigureSize,
): PreviewView {
  const pointsOf = (world: keyof Preview, years: readonly number[]) =>
    years.map((usd, i) => ({ world, year: firstYear + i, mean: usd, low: usd, high: usd }));
  const firms = number(previewFirms, words, 0);
  const title = words.previewTitle(firms);
  const figure = pathChart(
    [...pointsOf("baseline", baseline), ...pointsOf("scenario", scenario)],
    title,
    true,
    words,
    size,
  );
  const last = baseline.length - 1;
  const end = words.inYear(
    firstYear + last,
    usdMillions(baseline[last], words),
    usdMillions(scenario[last], words),
  );
  return {
    title,
    note: words.previewNote(firms, number(population, words, 0)),
    figure: describe(figure, `${title}. ${end}`),
  };
}
