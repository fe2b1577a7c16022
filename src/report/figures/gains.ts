// Who gains and who loses.
import { originNames, type OriginName } from "../../agents/codes.ts";
import type { Comparison } from "../../analysis/comparison.ts";
import type { ComparisonDetails, Gain, GainDimension } from "../../analysis/details/details.ts";
import type { CategoryId } from "../../data/spend.ts";
import { spreadSentences, chanceSentences } from "../chance.ts";
import { intervalChart } from "../charts/interval-chart.ts";
import { effectMarks, effectText, isTold } from "../effect-text.ts";
import { listed, millions } from "../numbers.ts";
import { categoryWords, idWords, originWords } from "../words.ts";
import { labelsOf, namesOf, ofScenarios, type Figure } from "./figure.ts";

interface Dimension {
  readonly dimension: GainDimension;
  readonly title: string;
  readonly meaning: (demonym: string, years: string) => string;
  readonly groupWords: (group: string, demonym: string) => string;
}

const sizeWords: Readonly<Record<string, string>> = {
  small: "Smallest third",
  middle: "Middle third",
  large: "Largest third",
};

const dimensions: readonly Dimension[] = [
  {
    dimension: "origin",
    title: "Who gains, by origin",
    meaning: (_, years) => `Change in what buyers pay to firms of each origin, ${years}`,
    groupWords: (group, demonym) =>
      originNames.includes(group as OriginName) ? originWords(group as OriginName, demonym) : group,
  },
  {
    dimension: "category",
    title: "Who gains, by category",
    meaning: (demonym, years) =>
      `Change in what ${demonym}-owned firms are paid, subcontracts included, in each category, ${years}`,
    groupWords: (group) => categoryWords(group as CategoryId),
  },
  {
    dimension: "size",
    title: "Who gains, by size",
    meaning: (demonym) =>
      `Change in the work that ${demonym} firms have in hand at the end, by what they could deliver when they entered, which no policy changes; thirds are of the firms from before the first month, and later firms are sorted by the same bounds`,
    groupWords: (group) => sizeWords[group] ?? group,
  },
  {
    dimension: "region",
    title: "Who gains, by region",
    meaning: (demonym) =>
      `Change in the work that ${demonym} firms have in hand at the end, by their home region`,
    groupWords: idWords,
  },
];

/** A figure for each way to tell firms apart. */
export function gainFigures(
  comparison: Comparison,
  { gains, demonym, years }: ComparisonDetails,
  shown: readonly string[],
): Figure[] {
  const [label, name] = [labelsOf(comparison), namesOf(comparison)];
  return dimensions.map(({ dimension, title, meaning, groupWords }) => {
    const found = ofScenarios(gains, shown).filter((gain) => gain.dimension === dimension && !isEmpty(gain));
    const words = (gain: Gain) => groupWords(gain.group, demonym);
    const caption = `${meaning(demonym, `${years[0]} to ${years[1]}`)}; US$ million a year. ${findings(found, words, name, comparison.confidence)}`;
    return {
      id: `gains-by-${dimension}`,
      section: "Who gains",
      title,
      caption,
      panelsAt: (width) => [
        intervalChart(
          found.map((gain) => ({
            label: words(gain),
            column: label(gain.scenario),
            ...effectMarks(gain, millions),
          })),
          { axis: "difference from the baseline, US$ million a year", width },
        ),
      ],
      rows: found.map(({ scenario, group, baselineMean, scenarioMean, difference, low, high, verdict }) => ({
        scenario,
        [dimension]: group,
        baselineUsdPerYear: baselineMean,
        scenarioUsdPerYear: scenarioMean,
        differenceUsdPerYear: difference,
        lowUsdPerYear: low,
        highUsdPerYear: high,
        verdict,
      })),
    };
  });
}

/** A group that there is no money for, as the one mine region without suppliers. */
function isEmpty({ baselineMean, scenarioMean }: Gain): boolean {
  return baselineMean === 0 && scenarioMean === 0;
}

const mostFindings = 4;

function findings(
  gains: readonly Gain[],
  words: (gain: Gain) => string,
  scenarioName: (id: string) => string,
  confidence: number,
): string {
  const told = gains.filter(isTold).toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  const nameOf = (gain: Gain) => `${words(gain)} (${scenarioName(gain.scenario)})`;
  const compared = gains.filter(({ tie }) => !tie);
  const chance = [
    ...chanceSentences(told, compared, { confidence, nameOf }),
    ...spreadSentences(gains, nameOf),
  ];
  if (told.length === 0) return ["No group's change is told apart from none.", ...chance].join(" ");
  const named = told
    .slice(0, mostFindings)
    .map((gain) => `${words(gain)} ${effectText(gain)} (${scenarioName(gain.scenario)})`);
  const still = gains.length - compared.length;
  const rest = still === 0 ? [] : [`${still} more ${still === 1 ? "is" : "are"} exactly 0.`];
  const first = `${told.length} of ${compared.length} changes ${told.length === 1 ? "is" : "are"} told apart from none${told.length > mostFindings ? ", the largest" : ""}: ${listed(named)}.`;
  return [first, ...rest, ...chance].join(" ");
}
