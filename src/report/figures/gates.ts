// The insertion funnel, before and after.
import { gateNames } from "../../agents/codes.ts";
import type { Comparison } from "../../analysis/comparison.ts";
import type { ComparisonDetails } from "../../analysis/details/details.ts";
import { spreadSentences } from "../chance.ts";
import { barChart } from "../charts/bar-chart.ts";
import { intervalChart } from "../charts/interval-chart.ts";
import { effectInterval, effectMarks } from "../effect-text.ts";
import { fixed } from "../numbers.ts";
import { gateWords } from "../words.ts";
import { labelsOf, namesOf, ofScenarios, type Figure } from "./figure.ts";

const perThousand = 1000;
/** Gates are counted of 1,000 already. */
const asCounted = (value: number) => value;

/** How many firms reach each gate, in the baseline and the scenarios shown. */
export function gateFigure(
  comparison: Comparison,
  { gates, demonym, years }: ComparisonDetails,
  shown: readonly string[],
): Figure {
  const [label, name] = [labelsOf(comparison), namesOf(comparison)];
  const found = ofScenarios(gates, shown);
  const number = (value: number) => fixed(value, value < 10 ? 1 : 0);
  const bars = gateNames.flatMap((gate) => {
    const ofGate = found.filter((each) => each.gate === gate);
    const [first] = ofGate;
    return [
      { world: label(comparison.baseline), value: first.baselineMean },
      ...ofGate.map(({ scenario, scenarioMean }) => ({ world: label(scenario), value: scenarioMean })),
    ].map(({ world, value }) => ({
      group: gateWords[gate],
      world,
      value,
      text: number(value),
    }));
  });
  const won = found
    .filter(({ gate }) => gate === "won")
    .map(
      (effect) =>
        `${fixed(effect.scenarioMean, 1)} with ${name(effect.scenario)}, ${effect.tie ? "no difference" : `a difference of ${effectInterval(effect, asCounted, 2)}`}`,
    );
  const before = found.find(({ gate }) => gate === "won")?.baselineMean ?? 0;
  const caption = [
    `Of 1,000 times that a ${demonym}-owned firm is looked at in a tender, how many get past each gate, ${years[0]} to ${years[1]}; below, the paired differences.`,
    `Contracts are won in ${fixed(before, 1)} of 1,000 in the baseline; ${won.join("; ")}.`,
    ...spreadSentences(found, ({ gate, scenario }) => `${gateWords[gate]} (${name(scenario)})`),
  ].join(" ");
  return {
    id: "insertion-funnel",
    section: "At the gates of tenders",
    title: "The insertion funnel, before and after",
    caption,
    panelsAt: (width) => [
      barChart(bars, { width, most: perThousand }),
      intervalChart(
        found
          // All are looked at, by definition.
          .filter(({ gate }) => gate !== gateNames[0])
          .map((effect) => ({
            label: gateWords[effect.gate],
            column: label(effect.scenario),
            ...effectMarks(effect, asCounted),
          })),
        { axis: "difference from the baseline, of 1,000 looked at", width },
      ),
    ],
    rows: found.map(({ scenario, gate, baselineMean, scenarioMean, difference, low, high, verdict }) => ({
      scenario,
      gate,
      baselinePerThousand: baselineMean,
      scenarioPerThousand: scenarioMean,
      difference,
      low,
      high,
      verdict,
    })),
  };
}
