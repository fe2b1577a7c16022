// What the figures show, in words and with their numbers, for those who do not see them.
import type { PairedEffect } from "../src/analysis/effects.ts";
import type { CategoryReading, GateReading, LadderMetric, PathPoint } from "./readings.ts";
import type { Relation } from "./story.ts";
import { intervalText, number, signedMillions, usdMillions } from "./text.ts";
import type { Words } from "./words/en.ts";

/** The difference of each pair, US$, and what their mean is known to be; null for fewer than two pairs. */
export function differencesInWords(
  differences: readonly number[],
  effect: PairedEffect | null,
  words: Words,
): string {
  const signed = (usd: number) => signedMillions(usd, words);
  return [
    `${words.mainChart}.`,
    ...(effect === null ? [] : [words.meanOfDots(signed(effect.difference), intervalText(effect, words))]),
    words.dotsFrom(differences.length, signed(Math.min(...differences)), signed(Math.max(...differences))),
  ].join(" ");
}

/** The effect on each rung with its interval. */
export function ladderInWords(
  effects: readonly (readonly [LadderMetric, PairedEffect])[],
  words: Words,
): string {
  const rungs = effects.map(
    ([metric, effect]) =>
      `${words.ladder[metric]} ${signedMillions(effect.difference, words)} ${intervalText(effect, words)}`,
  );
  return `${words.ladderTitle}: ${rungs.join("; ")}.`;
}

/** Of 1,000 firms looked at, how many are left after each gate in both worlds. */
export function funnelInWords(gates: readonly GateReading[], words: Words): string {
  const counts = gates.map(({ gate, baseline, scenario }) =>
    words.inBoth(words.gates[gate], firmsText(baseline, words), firmsText(scenario, words)),
  );
  return `${words.funnelTitle}. ${counts.join("; ")}.`;
}

/** Firms of 1,000: a digit after the point where few are left. */
export function firmsText(count: number, words: Words): string {
  return number(count, words, count < 10 ? 1 : 0);
}

/** A metric in the first and in the last year of both worlds. */
export function pathInWords(
  points: readonly PathPoint[],
  title: string,
  isMoney: boolean,
  words: Words,
): string {
  const text = (value: number) => (isMoney ? usdMillions(value, words) : number(value, words, 1));
  const meanOf = (world: PathPoint["world"], year: number) =>
    text(points.find((each) => each.world === world && each.year === year)?.mean ?? Number.NaN);
  const years = points.map(({ year }) => year);
  const ends = [...new Set([Math.min(...years), Math.max(...years)])];
  const told = ends.map((year) => words.inYear(year, meanOf("baseline", year), meanOf("scenario", year)));
  return [`${title}.`, ...told].join(" ");
}

/** The share that the country's own firms sell of each category in both worlds. */
export function matrixInWords(categories: readonly CategoryReading[], words: Words): string {
  const names = words.categories as Readonly<Record<string, string>>;
  const percent = (share: number) => `${number(share * 100, words, 1)} %`;
  const shares = categories.map(({ category, baselineShare, scenarioShare }) =>
    words.inBoth(names[category] ?? category, percent(baselineShare), percent(scenarioShare)),
  );
  return `${words.matrixTitle}. ${shares.join("; ")}.`;
}

/** Relations that are told in words; the table has them all. */
const mostRelations = 5;

/** The strongest relations between buyers and who invoices them. */
export function chainInWords(
  chain: readonly Relation[],
  nameOf: (key: string, isBuyer: boolean) => string,
  words: Words,
): string {
  const told = chain
    .filter(({ tier }) => tier === 1)
    .slice(0, mostRelations)
    .map(({ from, to, usdPerMonth }) =>
      words.pays(nameOf(from, true), nameOf(to, false), number(usdPerMonth, words, 0)),
    );
  return `${words.chainTitle}. ${told.join("; ")}.`;
}
