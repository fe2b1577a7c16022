// Which policy of a package does what.
import type { Attribution } from "../../analysis/attribution-result.ts";
import { simultaneousConfidence } from "../../analysis/simultaneous.ts";
import { intervalChart } from "../charts/interval-chart.ts";
import { effectInterval, effectMarks, isTold, type ShownEffect } from "../effect-text.ts";
import { digitsFor, listed, percent } from "../numbers.ts";
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
    const scaled = (value: number) => value * factor;
    const words = (shown: ShownEffect) =>
      effectInterval(
        shown,
        scaled,
        digitsFor(scaled(shown.difference), scaled(shown.low), scaled(shown.high)),
      );
    const together = shares.map(({ policy, mean, lowTogether, highTogether, verdict }) => ({
      policy,
      difference: mean,
      low: lowTogether,
      high: highTogether,
      verdict,
    }));
    const told = together.filter(isTold);
    const tooFew = together.filter(({ verdict }) => verdict === "too few pairs");
    const whole = { ...effect, difference: effect.mean };
    const how =
      method === "all coalitions"
        ? "exact Shapley values over all subsets of its policies"
        : `Shapley values from ${String(orders)} orders a seed`;
    const caption = [
      `What “${label(scenario)}” changes in “${metricTitle(metric, nation)}”, ${words(whole)} ${shownUnit}, shared out among its policies: ${how}, ${seeds.length} seeds, ${runs} runs.`,
      `Shares add up to the effect. Intervals hold for all policies together (${percent(simultaneousConfidence(confidence, shares.length), 1)} each).`,
      told.length === 0
        ? "No share is told apart from none."
        : `Told apart from none: ${listed(told.map((share) => `${policyTitle(share.policy)} ${words(share)}`))}.`,
      ...(tooFew.length === 0
        ? []
        : [
            `The same in each of the ${seeds.length} seeds, too few to tell that from chance: ${listed(tooFew.map((share) => `${policyTitle(share.policy)} ${words(share)}`))}.`,
          ]),
    ].join(" ");
    return {
      id: `shares-${scenario}${metrics.length > 1 ? `-${kebab(metric)}` : ""}`,
      section: "Which policy does what",
      title: `${metricTitle(metric, nation)}: shares of the policies of “${label(scenario)}”`,
      caption,
      panelsAt: (width) => [
        intervalChart(
          [
            ...together
              .toSorted((a, b) => b.difference - a.difference)
              .map((share) => ({ label: policyTitle(share.policy), ...effectMarks(share, scaled) })),
            { label: "All together", ...effectMarks(whole, scaled) },
          ],
          { axis: `share of the effect, ${shownUnit}`, width },
        ),
      ],
      rows: [
        ...shares.map(({ policy, mean, low, high, lowTogether, highTogether, firstIn, lastIn, verdict }) => ({
          policy,
          share: mean,
          low,
          high,
          lowTogether,
          highTogether,
          firstIn: firstIn.mean,
          lastIn: lastIn.mean,
          verdict,
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
          verdict: effect.verdict,
          unit,
        },
      ],
    };
  });
}
