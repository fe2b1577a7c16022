// Which policy of a package did what, for people.
import type { Attribution, PolicyInteraction, MetricAttribution } from "../analysis/attribution-result.ts";
import type { DifferenceEstimate } from "../analysis/effects.ts";
import { simultaneousConfidence } from "../analysis/simultaneous.ts";
import type { Verdict } from "../analysis/mean-test.ts";
import { effectInterval, noInterval } from "./effect-text.ts";
import { digitsFor, listed, monthInWords, percent, signedThatTells } from "./numbers.ts";
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
  const interval = (shown: DifferenceEstimate) =>
    effectInterval({ ...shown, difference: shown.mean }, (value) => value * factor, digits);
  const level = percent(simultaneousConfidence(confidence, shares.length), 1);
  const text = table(
    [
      { heading: "Policy" },
      { heading: "Share [interval]", align: "right" },
      { heading: "Told apart from 0", rank: 2 },
      { heading: "First in", align: "right", rank: 1 },
      { heading: "Last in", align: "right", rank: 1 },
    ],
    [
      ...shares.map((share) => [
        share.policy,
        interval({ ...share, low: share.lowTogether, high: share.highTogether }),
        toldApart[share.verdict],
        signedThatTells(share.firstIn.mean * factor, digits),
        signedThatTells(share.lastIn.mean * factor, digits),
      ]),
      ["all together", interval(effect), "", "", ""],
    ],
    style,
  );
  return [
    `${metric}, ${unit}`,
    text,
    wrap(
      `The package less the sum of its policies alone: ${interval(each.beyondSum)}. Intervals of shares, and what is told apart, are at ${level} for each policy, so that all hold together at ${percent(confidence)}; the others are at ${percent(confidence)}.`,
      width,
    ),
    ...[each.effect, each.beyondSum, ...shares, ...(interactions ?? [])]
      .filter(({ verdict }) => verdict === "too few pairs")
      .slice(0, 1)
      .map(({ n }) =>
        wrap(
          `${noInterval}: the same in each of the ${n} seeds, which are too few to tell that from chance.`,
          width,
        ),
      ),
    ...(interactions === null ? [] : interactionLines(interactions, interval, width)),
  ];
}

/** What a table says of a share, with all others together. */
const toldApart: Readonly<Record<Verdict, string>> = {
  higher: "yes",
  lower: "yes",
  "not told apart": "no",
  "too few pairs": "too few seeds",
  identical: "-",
};

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
  const tooFew = of("too few pairs").length;
  const act = (count: number) => (count === 1 ? "acts" : "act");
  const rest = interactions.length - complements.length - substitutes.length - ties - tooFew;
  const others = [
    ...(ties === 0 ? [] : [`${ties} of ${interactions.length} pairs ${act(ties)} on each other in no seed.`]),
    ...(rest === 0
      ? []
      : [`${rest} of ${interactions.length} pairs ${rest === 1 ? "is" : "are"} not told apart from 0.`]),
    ...(tooFew === 0
      ? []
      : [
          `${tooFew} of ${interactions.length} pairs ${act(tooFew)} on each other alike in every seed, of too few.`,
        ]),
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
