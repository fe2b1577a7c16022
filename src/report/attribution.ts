// Which policy of a package did what, for people.
import type { Attribution, PolicyInteraction, MetricAttribution } from "../analysis/attribution.ts";
import { simultaneousConfidence } from "../analysis/simultaneous.ts";
import { digitsFor, listed, monthInWords, percent, signedInterval, signedThatTells } from "./numbers.ts";
import { scaleOf } from "./scale.ts";
import { table, type TableStyle } from "./table.ts";
import { wrap } from "./wrap.ts";

/** The shares of a package's policies as tables, and what they mean. */
export function attributionReport(attribution: Attribution, style: TableStyle = {}): string {
  const { scenario, seeds, runs, window, method, orders } = attribution;
  const width = Math.min(style.width ?? 100, 100);
  const how =
    orders === null
      ? "exact Shapley values over all subsets of its policies"
      : `Shapley values from ${orders} orders a seed, each beside its reverse`;
  const head = `"${scenario}" shared out among its policies: ${how}; ${seeds.length} seeds, ${runs} runs, ${monthInWords(window.fromMonth)} to ${monthInWords(window.toMonth - 1)}.`;
  const note =
    method === "sampled orders"
      ? "Intervals are over seeds, each with orders of its own, so they hold the sampling of orders too. Pairwise interactions are computed up to ten policies."
      : "";
  return [
    wrap(head, width),
    ...attribution.metrics.flatMap((each) => metricReport(each, attribution.confidence, style, width)),
    ...(note === "" ? [] : [wrap(note, width)]),
  ].join("\n\n");
}

function metricReport(
  each: MetricAttribution,
  confidence: number,
  style: TableStyle,
  width: number,
): string[] {
  const { metric, shares, effect, interactions } = each;
  const { factor, unit } = scaleOf(each.unit);
  const digits = digitsFor(...[effect, ...shares].map(({ mean }) => mean * factor));
  const interval = ({ mean, low, high }: { mean: number; low: number; high: number }) =>
    signedInterval(mean * factor, low * factor, high * factor, digits);
  const text = table(
    [
      { heading: "Policy" },
      { heading: `Share [${percent(confidence)} interval]`, align: "right" },
      { heading: "Told apart from 0", rank: 2 },
      { heading: "First in", align: "right", rank: 1 },
      { heading: "Last in", align: "right", rank: 1 },
    ],
    [
      ...shares.map((share) => [
        share.policy,
        interval(share),
        isTie(share) ? "-" : share.lowTogether > 0 || share.highTogether < 0 ? "yes" : "no",
        signedThatTells(share.firstIn.mean * factor, digits),
        signedThatTells(share.lastIn.mean * factor, digits),
      ]),
      ["all together", interval(effect), "", "", ""],
    ],
    style,
  );
  const level = percent(simultaneousConfidence(confidence, shares.length), 1);
  return [
    `${metric}, ${unit}`,
    text,
    wrap(
      `The package less the sum of its policies alone: ${interval(each.beyondSum)}. "Told apart" is at ${level} for each policy, so that all hold together at ${percent(confidence)}.`,
      width,
    ),
    ...(interactions === null ? [] : interactionLines(interactions, interval, width)),
  ];
}

/** Whether a policy changed nothing, in any seed. */
function isTie({ mean, low, high }: MetricAttribution["effect"]): boolean {
  return mean === 0 && low === 0 && high === 0;
}

function interactionLines(
  interactions: readonly PolicyInteraction[],
  interval: (interaction: PolicyInteraction) => string,
  width: number,
): string[] {
  const of = (verdict: PolicyInteraction["verdict"]) =>
    interactions
      .filter((each) => each.verdict === verdict)
      .toSorted((a, b) => Math.abs(b.mean) - Math.abs(a.mean))
      .map((each) => `${each.policies.join(" with ")} (${interval(each)})`);
  const [complements, substitutes] = [of("higher"), of("lower")];
  const ties = interactions.filter(({ verdict }) => verdict === "identical").length;
  const rest = interactions.length - complements.length - substitutes.length - ties;
  const others = [
    ...(ties === 0 ? [] : [`${ties} of ${interactions.length} pairs act on each other in no seed.`]),
    ...(rest === 0 ? [] : [`${rest} of ${interactions.length} pairs are not told apart from 0.`]),
  ];
  return [
    wrap(`Complements: ${complements.length === 0 ? "none told apart" : listed(complements)}.`, width, "  "),
    wrap(`Substitutes: ${substitutes.length === 0 ? "none told apart" : listed(substitutes)}.`, width, "  "),
    wrap(
      [
        ...others,
        "An interaction is the Shapley interaction index; verdicts hold for all pairs together.",
      ].join(" "),
      width,
    ),
  ];
}
