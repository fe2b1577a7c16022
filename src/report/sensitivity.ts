// What drives a metric, for people.
import type { SensitivityIndex } from "../analysis/sensitivity/design.ts";
import type { SensitivityStudy } from "../analysis/sensitivity/study.ts";
import {
  counted,
  digitsFor,
  estimateText,
  fixed,
  fixedThatTells,
  monthInWords,
  percent,
  signedThatTells,
} from "./numbers.ts";
import { scaleOf } from "./scale.ts";
import { table, type TableStyle } from "./table.ts";
import { wrap } from "./wrap.ts";

/** Factors shown; the others are summed up in a sentence. */
const mostRows = 25;

/** A study as a table, what does most first. */
export function sensitivityReport(study: SensitivityStudy, style: TableStyle = {}): string {
  const { runs, window, confidence, factors, result } = study;
  const width = Math.min(style.width ?? 100, 100);
  const head = `${subjectOf(study)}, ${monthInWords(window.fromMonth)} to ${monthInWords(window.toMonth - 1)}: ${factors.length === 2 ? "1 parameter over its range" : `${factors.length - 1} parameters over their ranges`}, and the seed; ${runs} runs.`;
  return [wrap(head, width), ...bodyOf(study, style, width), footOf(result.method, confidence, width)].join(
    "\n\n",
  );
}

function subjectOf({ scenario, metric, of, against }: SensitivityStudy): string {
  if (of === "level") return `${metric} of "${scenario}"`;
  if (against !== null) return `${metric} of "${scenario}" less that of "${against}"`;
  return `Effect of the policies of "${scenario}" on ${metric}`;
}

function bodyOf(
  { factors, result, unit: plain }: SensitivityStudy,
  style: TableStyle,
  width: number,
): string[] {
  if (result.method === "morris") {
    const { factor, unit } = scaleOf(plain);
    const largest = Math.max(...result.effects.map(({ muStar }) => muStar.mean * factor));
    const digits = digitsFor(largest);
    const rows = factors
      .map((name, i) => ({ name, ...result.effects[i] }))
      .toSorted((a, b) => b.muStar.mean - a.muStar.mean);
    const text = table(
      [
        { heading: `Factor (effect over its range, ${unit})` },
        { heading: "mu* [interval]", align: "right" },
        { heading: "mu", align: "right", rank: 1 },
        { heading: "sigma", align: "right", rank: 1 },
      ],
      rows
        .slice(0, mostRows)
        .map(({ name, mu, muStar, sigma }) => [
          name,
          estimateText(muStar.mean * factor, muStar.low * factor, muStar.high * factor, digits),
          signedThatTells(mu.mean * factor, digits),
          fixedThatTells(sigma * factor, digits),
        ]),
      style,
    );
    const still = rows.filter(({ muStar }) => muStar.mean === 0).length;
    const rest = rows.length - mostRows;
    const more = rest > 0 ? `${rest} more ${rest === 1 ? "factor does" : "factors do"} less. ` : "";
    const idle = still === 0 ? "" : `${counted(still, "factor")} did nothing at all in these trajectories.`;
    const said = `${more}${idle}`.trim();
    return said === "" ? [text] : [text, wrap(said, width)];
  }
  const lists:
    | readonly {
        name: string;
        indices: readonly SensitivityIndex[];
        half: readonly SensitivityIndex[] | null;
      }[]
    | null = result.method === "sobol" ? sobolLists(result) : shapleyLists(result);
  const { replicates } = result;
  if (lists === null) {
    return [
      wrap(
        `The output varied in fewer than two of ${replicates} scrambles: there is no variance to share out, or there are too few samples to see it.`,
        width,
      ),
    ];
  }
  const still = replicates - lists[0].indices[0].n;
  const left =
    still === 0
      ? []
      : [
          wrap(
            `In ${still} of ${replicates} scrambles the output did not vary: they count in no index, so intervals are of the others alone. More samples are needed.`,
            width,
          ),
        ];
  const [order] = lists.toReversed();
  const places = factors.map((_, i) => i).toSorted((a, b) => order.indices[b].mean - order.indices[a].mean);
  const text = table(
    [
      { heading: "Factor" },
      ...lists.flatMap(({ name }) => [
        { heading: `${name} [interval]`, align: "right" as const },
        { heading: "at half size", align: "right" as const, rank: 1 },
      ]),
    ],
    places.map((place) => [
      factors[place],
      ...lists.flatMap(({ indices, half }) => [
        intervalOf(indices[place]),
        half === null ? "-" : fixed(half[place].mean, 3),
      ]),
    ]),
    style,
  );
  return [text, ...left, ...pairsOf(factors, result, width)];
}

type Result = SensitivityStudy["result"];

function sobolLists({ convergence }: Extract<Result, { method: "sobol" }>) {
  const [, half, whole] = convergence;
  if (whole === null || whole === undefined) return null;
  return [
    { name: "First order", indices: whole.first, half: half?.first ?? null },
    { name: "Total", indices: whole.total, half: half?.total ?? null },
  ];
}

function shapleyLists({ convergence }: Extract<Result, { method: "shapley" }>) {
  const [, half, whole] = convergence;
  if (whole === null || whole === undefined) return null;
  return [{ name: "Shapley effect", indices: whole.effects, half: half?.effects ?? null }];
}

function pairsOf(factors: readonly string[], result: Result, width: number): string[] {
  if (result.method !== "sobol") return [];
  const [, half, whole] = result.convergence;
  if (!whole?.second) return [];
  const shown = whole.second
    .map((pair, place) => ({ ...pair, before: half?.second?.[place].mean }))
    .toSorted((a, b) => b.mean - a.mean)
    .slice(0, 10)
    .map((pair) => {
      const before = pair.before === undefined ? "" : `, ${fixed(pair.before, 3)} at half size`;
      return `${factors[pair.factors[0]]} with ${factors[pair.factors[1]]} ${intervalOf(pair)}${before}`;
    });
  return [wrap(`Largest second-order indices: ${shown.join("; ")}.`, width, "  ")];
}

function intervalOf({ mean, low, high }: SensitivityIndex): string {
  return estimateText(mean, low, high, 3);
}

function footOf(method: Result["method"], confidence: number, width: number): string {
  const level = percent(confidence);
  return wrap(
    method === "morris"
      ? `Intervals of ${level} are over trajectories. "seed" is simulation noise: what another seed changes.`
      : `Shares of the output's variance; "seed" is simulation noise. Intervals of ${level} are over independent scrambles; estimates are not clipped, so one of nothing may lie below 0. Where "at half size" differs much, more samples are needed.`,
    width,
  );
}
