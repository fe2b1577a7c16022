// Risk and cost of what national firms supply.
import { quadrantNames } from "../../agents/codes.ts";
import type { Comparison } from "../../analysis/comparison.ts";
import type { CategoryPlace, ComparisonDetails, QuadrantEffect } from "../../analysis/details/details.ts";
import { spreadSentences } from "../chance.ts";
import { barChart } from "../charts/bar-chart.ts";
import { intervalChart } from "../charts/interval-chart.ts";
import { matrixChart } from "../charts/matrix-chart.ts";
import { effectInterval, effectMarks } from "../effect-text.ts";
import { fixed, millions, percent, signed } from "../numbers.ts";
import { categoryWords, quadrantWords, shortCategoryWords } from "../words.ts";
import { labelsOf, namesOf, ofScenarios, type Figure } from "./figure.ts";

/** Changes below half a point of a category's spend are not drawn. */
const leastChange = 0.005;

/** The matrix of each scenario shown, and the shares of the quadrants in all of them. */
export function matrixFigures(
  comparison: Comparison,
  details: ComparisonDetails,
  shown: readonly string[],
): Figure[] {
  return [
    quadrantFigure(comparison, details, shown),
    ...shown.map((scenario) => matrixFigure(comparison, details, scenario)),
  ];
}

function matrixFigure(
  comparison: Comparison,
  { categories, demonym, years }: ComparisonDetails,
  scenario: string,
): Figure {
  const title = labelsOf(comparison)(scenario);
  const places = categories.filter((place) => place.scenario === scenario);
  const drawn = places.filter(
    (place): place is CategoryPlace & { risk: number } => place.risk !== null && place.spendUsd > 0,
  );
  const moved = drawn
    .filter(({ share, baselineShare }) => Math.abs(share - baselineShare) >= leastChange)
    .toSorted((a, b) => Math.abs(b.share - b.baselineShare) - Math.abs(a.share - a.baselineShare));
  const outside = places.filter(({ risk, spendUsd }) => risk === null && spendUsd > 0);
  const changes = moved
    .slice(0, 3)
    .map(
      ({ category, share, baselineShare }) =>
        `${categoryWords(category)} ${signed((share - baselineShare) * 100, 1)}`,
    );
  const caption = [
    `What mines buy, by cost and risk, ${years[0]} to ${years[1]}; the filled part of a circle is the share that ${demonym}-owned firms sell directly with “${title}”; where that moves by half a point or more, the label says from what in the baseline to what.`,
    moved.length === 0
      ? "No category moves by half a point or more."
      : `Moved most, in points: ${changes.join(", ")}.`,
    outside.length === 0
      ? ""
      : `Not drawn, because few suppliers hold the market: ${outside.map(({ category }) => categoryWords(category).toLowerCase()).join(", ")}.`,
  ]
    .filter((text) => text !== "")
    .join(" ");
  return {
    id: `risk-cost-matrix-${scenario}`,
    section: "Risk and cost",
    title: `What ${demonym} firms supply with “${title}”`,
    caption,
    panelsAt: (width) => [
      matrixChart(
        drawn.map((place) => ({
          label: `${categoryWords(place.category)} ${shareText(place)}`,
          shortLabel: `${shortCategoryWords(place.category)} ${shareText(place)}`,
          spendUsdMillion: millions(place.spendUsd),
          risk: place.risk,
          share: place.share,
        })),
        width,
      ),
    ],
    rows: places.map(({ category, risk, spendUsd, baselineShare, share }) => ({
      scenario,
      category,
      risk,
      spendUsdPerYear: spendUsd,
      baselineShare,
      scenarioShare: share,
    })),
  };
}

/** A share, and what it was where it moves; in one piece wherever a label is broken. */
function shareText({ share, baselineShare }: CategoryPlace): string {
  const [before, after] = [percent(baselineShare), percent(share)];
  const moves = Math.abs(share - baselineShare) >= leastChange && before !== after;
  return (moves ? `${before.replace(" %", "")} → ${after}` : after).replaceAll(" ", "\u00a0");
}

function quadrantFigure(
  comparison: Comparison,
  { quadrants, demonym, years }: ComparisonDetails,
  shown: readonly string[],
): Figure {
  const [label, name] = [labelsOf(comparison), namesOf(comparison)];
  const found = ofScenarios(quadrants, shown).filter(({ spendUsd }) => spendUsd > 0);
  const bars = quadrantNames.flatMap((quadrant) => {
    const ofQuadrant = found.filter((each) => each.quadrant === quadrant);
    if (ofQuadrant.length === 0) return [];
    return [
      { world: label(comparison.baseline), value: ofQuadrant[0].baselineMean },
      ...ofQuadrant.map(({ scenario, scenarioMean }) => ({ world: label(scenario), value: scenarioMean })),
    ].map(({ world, value }) => ({
      group: `${quadrantWords[quadrant]}: US$ ${fixed(millions(ofQuadrant[0].spendUsd), 0)} million a year`,
      world,
      value,
      text: percent(value, 1),
    }));
  });
  const points = (share: number) => share * 100;
  const withScenario = (effect: QuadrantEffect) => {
    const change = effectInterval(effect, points, 2);
    return `${percent(effect.scenarioMean, 1)} with ${name(effect.scenario)}, ${effect.tie ? "no difference" : `a difference of ${change} points`}`;
  };
  const hard = found.filter(({ quadrant }) => quadrant === "high-risk-high-cost");
  const caption = [
    `Share of what is bought in each quadrant that ${demonym}-owned firms sell directly, ${years[0]} to ${years[1]}; below, the paired differences.`,
    ...(hard.length === 0
      ? []
      : [
          `At high risk and high cost: ${percent(hard[0].baselineMean, 1)} in the baseline; ${hard.map(withScenario).join("; ")}.`,
        ]),
    ...spreadSentences(found, ({ quadrant, scenario }) => `${quadrantWords[quadrant]} (${name(scenario)})`),
  ].join(" ");
  return {
    id: "quadrant-shares",
    section: "Risk and cost",
    title: `${demonym} firms in each quadrant of risk and cost`,
    caption,
    panelsAt: (width) => [
      barChart(bars, { width, most: Math.max(...bars.map(({ value }) => value)) }),
      intervalChart(
        found.map((effect) => ({
          label: quadrantWords[effect.quadrant],
          column: label(effect.scenario),
          ...effectMarks(effect, points),
        })),
        { axis: "difference from the baseline, points", width },
      ),
    ],
    rows: found.map(
      ({ scenario, quadrant, spendUsd, baselineMean, scenarioMean, difference, low, high, verdict }) => ({
        scenario,
        quadrant,
        baselineSpendUsdPerYear: spendUsd,
        baselineShare: baselineMean,
        scenarioShare: scenarioMean,
        difference,
        low,
        high,
        verdict,
      }),
    ),
  };
}
