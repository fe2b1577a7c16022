// Which policy of a package does what.
import type { Attribution } from "../../analysis/attribution.ts";
import { simultaneousConfidence } from "../../analysis/simultaneous.ts";
import { intervalChart } from "../charts/interval-chart.ts";
import { digitsFor, listed, percent, signedInterval } from "../numbers.ts";
import { scaleOf } from "../scale.ts";
import { idWords } from "../words.ts";
import { kebab, type Figure } from "./figure.ts";

/** A figure for each metric of an attribution. */
export function shareFigures({
  scenario,
  metrics,
  confidence,
  method,
  orders,
  seeds,
  runs,
}: Attribution): Figure[] {
  return metrics.map(({ metric, unit, effect, shares }) => {
    const { factor, unit: shownUnit } = scaleOf(unit);
    const told = shares.filter(({ lowTogether, highTogether }) => lowTogether > 0 || highTogether < 0);
    const words = ({ mean, low, high }: { mean: number; low: number; high: number }) => {
      const values = [mean * factor, low * factor, high * factor] as const;
      return signedInterval(...values, digitsFor(...values));
    };
    const how =
      method === "all coalitions"
        ? "exact Shapley values over all subsets of its policies"
        : `Shapley values from ${String(orders)} orders a seed`;
    const caption = [
      `The effect of ${scenario} on ${metric}, ${words(effect)} ${shownUnit}, shared out among its policies: ${how}, ${seeds.length} seeds, ${runs} runs.`,
      `Shares add up to the effect. Intervals hold for all policies together (${percent(simultaneousConfidence(confidence, shares.length), 1)} each).`,
      told.length === 0
        ? "No share is told apart from none."
        : `Told apart from none: ${listed(told.map((share) => `${share.policy} ${words(share)}`))}.`,
    ].join(" ");
    return {
      id: `shares-${scenario}${metrics.length > 1 ? `-${kebab(metric)}` : ""}`,
      section: "Which policy does what",
      title: `Shares of the policies of ${scenario}`,
      caption,
      panels: [
        intervalChart(
          [
            ...shares
              .toSorted((a, b) => b.mean - a.mean)
              .map(({ policy, mean, lowTogether, highTogether }) => ({
                label: idWords(policy),
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
          { axis: `share of the effect, ${shownUnit}`, description: caption },
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
