// Scenarios over an accepted set, for people.
import { chanceOfOneSide } from "../analysis/mean-test.ts";
import type { OverAccepted, ScenarioOver } from "../analysis/calibration/over-accepted.ts";
import { counted, digitsFor, fixed, listed, monthInWords, percent, signedThatTells } from "./numbers.ts";
import { scaleOf } from "./scale.ts";
import { table, type TableStyle } from "./table.ts";
import { wrap } from "./wrap.ts";

/** Effects over the set, and how often their order is another. */
export function overAcceptedReport(over: OverAccepted, style: TableStyle = {}): string {
  const { baseline, metric, points, seeds, runs, window, scenarios } = over;
  const width = Math.min(style.width ?? 100, 100);
  const { factor, unit } = scaleOf(over.unit);
  const digits = digitsFor(
    ...scenarios.flatMap(({ lowest, highest }) => [lowest * factor, highest * factor]),
  );
  const shown = (value: number) => signedThatTells(value * factor, digits);
  const head = `${metric} against "${baseline}" over ${counted(points, "accepted point")} of a calibration, ${seeds.length} seeds at each, ${runs} runs, ${monthInWords(window.fromMonth)} to ${monthInWords(window.toMonth - 1)}. ${unit}.`;
  const text = table(
    [
      { heading: "Scenario" },
      { heading: "Default", align: "right" },
      { heading: "Mean", align: "right" },
      { heading: "Lowest", align: "right" },
      { heading: "Highest", align: "right" },
      { heading: "Higher in", align: "right", rank: 1 },
      { heading: "Lower in", align: "right", rank: 1 },
      { heading: "First in", align: "right", rank: 2 },
      { heading: "In the first three in", align: "right", rank: 3 },
    ],
    scenarios.map((each) => [
      each.scenario,
      shown(each.default),
      shown(each.mean),
      shown(each.lowest),
      shown(each.highest),
      percent(each.higher),
      percent(each.lower),
      percent(topShare(each, 1)),
      percent(topShare(each, 3)),
    ]),
    style,
  );
  return [wrap(head, width), text, ...overAcceptedSentences(over).map((each) => wrap(each, width))].join(
    "\n\n",
  );
}

/** What it means, in sentences written from the numbers. */
export function overAcceptedSentences(over: OverAccepted): string[] {
  const { scenarios, tauMean, tauLowest, sameFirst, confidence } = over;
  const always = scenarios.filter(({ higher }) => higher === 1).map(({ scenario }) => scenario);
  const mixed = scenarios.filter(({ higher, lower }) => higher > 0 && lower > 0);
  return [
    ...(scenarios.length < 2
      ? []
      : [
          `The scenario whose effect is the highest with the default parameters has the highest at ${percent(sameFirst)} of the points.`,
        ]),
    ...(tauMean === null || tauLowest === null
      ? []
      : [
          `The order at a point and the default order have a Kendall tau of ${fixed(tauMean, 2)} on average and ${fixed(tauLowest, 2)} where it is lowest (1: the same order, 0: none).`,
        ]),
    always.length === 0
      ? "No scenario's effect is told apart from 0, upwards, at every point."
      : `Told apart from 0, upwards, at every point: ${listed(always)}.`,
    ...(mixed.length === 0
      ? []
      : [
          `Up at some points and down at others: ${listed(mixed.map(({ scenario }) => scenario))}. ${mixed.length === 1 ? "Its" : "Their"} sign is a matter of assumptions.`,
        ]),
    `"Higher" and "lower" are by the ${percent(confidence)} interval over seeds at each point${chanceOfOneSide(over.seeds.length) > 1 - confidence ? `, and a difference that is the same in all ${over.seeds.length} seeds counts as neither: they are too few` : ""}; few seeds make orders look less stable than they are.`,
  ];
}

function topShare({ ranks }: ScenarioOver, top: number): number {
  return ranks.slice(0, top).reduce((sum, share) => sum + share, 0);
}
