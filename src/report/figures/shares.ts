// Which policy of a package does what.
import type { Attribution } from "../../analysis/attribution.ts";
import { simultaneousConfidence } from "../../analysis/simultaneous.ts";
import { intervalChart } from "../charts/interval-chart.ts";
import { digitsFor, listed, percent, signedInterval } from "../numbers.ts";
import { scaleOf } from "../scale.ts";
import { findPolicy } from "../../scenarios/policies.ts";
import { idWords } from "../words.ts";
import type { Nation } from "../words.ts";
import { metricTitle } from "./effects.ts";
import { kebab, type Figure } from "./figure.ts";

/** What a policy is called: one of the catalogue has a title, one of the reader's own has its id. */
function policyTitle(id: string): string {
  return findPolicy(id)?.title ?? idWords(id);
}

/** A figure for each metric of an attribution. `label` says what its scenario is called. */
export function shareFigures(
  { scenario, metrics, confidence, method, orders, seeds, runs }: Attribution,
  label: (scenario: string) => string,
  nation: Nation,
): Figure[] {
  return metrics.map(({ metric, unit, effect, shares }) => {
    const { factor, unit: shownUnit } = scaleOf(unit);
    const told = shares.filter(({ lowTogether, highTogether }) => lowTogether > 0 || highTogether < 0);
    const words = (...bounds: readonly [mean: number, low: number, high: number]) => {
      const [mean, low, high] = bounds.map((value) => value * factor);
      return signedInterval(mean, low, high, digitsFor(mean, low, high));
    };
    const how =
      method === "all coalitions"
        ? "exact Shapley values over all subsets of its policies"
        : `Shapley values from ${String(orders)} orders a seed`;
    const caption = [
      `What “${label(scenario)}” changes in “${metricTitle(metric, nation)}”, ${words(effect.mean, effect.low, effect.high)} ${shownUnit}, shared out among its policies: ${how}, ${seeds.length} seeds, ${runs} runs.`,
      `Shares add up to the effect. Intervals hold for all policies together (${percent(simultaneousConfidence(confidence, shares.length), 1)} each).`,
      told.length === 0
        ? "No share is told apart from none."
        : `Told apart from none: ${listed(told.map(({ policy, mean, lowTogether, highTogether }) => `${policyTitle(policy)} ${words(mean, lowTogether, highTogether)}`))}.`,
    ].join(" ");
    return {
      id: `shares-${scenario}${metrics.length > 1 ? `-${kebab(metric)}` : ""}`,
      section: "Which policy does what",
      title: `${metricTitle(metric, nation)}: shares of the policies of “${label(scenario)}”`,
      caption,
      panelsAt: (width) => [
        intervalChart(
          [
            ...shares
              .toSorted((a, b) => b.mean - a.mean)
              .map(({ policy, mean, lowTogether, highTogether }) => ({
                label: policyTitle(policy),
                value: mean * factor,
                low: lowTogether * factor,
                high: highTogether * factor,
              })),
            {
              label: "All together",
              value: effect.mean * factor,
              low: effect.low * factor,
              high: effect.high * factor,
            },
          ],
          { axis: `share of the effect, ${shownUnit}`, description: caption, width },
        ),
      ],
      rows: [
        ...shares.map(({ policy, mean, low, high, lowTogether, highTogether, firstIn, lastIn }) => ({
          policy,
          share: mean,
          low,
          high,
          lowTogether,
          highTogether,
          firstIn: firstIn.mean,
          lastIn: lastIn.mean,
          unit,
        })),
        {
          policy: "all together",
          share: effect.mean,
          low: effect.low,
          high: effect.high,
          lowTogether: null,
          highTogether: null,
          firstIn: null,
          lastIn: null,
          unit,
        },
      ],
    };
  });
}
