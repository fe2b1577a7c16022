// What chance alone would find where many effects are shown, in words.
import { chanceOfOneSide } from "../analysis/mean-test.ts";
import { isAlike, type PairedEffect } from "../analysis/effects.ts";
import type { Verdict } from "../analysis/mean-test.ts";
import { holm } from "../analysis/simultaneous.ts";
import { isTold, noInterval } from "./effect-text.ts";
import { fixed, listed, percent, pValueText } from "./numbers.ts";

/** How effects were found, and what one is called. */
interface Finding<E> {
  readonly confidence: number;
  readonly nameOf: (effect: E) => string;
}

/** Findings that are none when it is held against them that they are several (Holm); of one comparison none falls. */
export function fallenOf<E extends Pick<PairedEffect, "pValue">>(
  found: readonly E[],
  compared: readonly E[],
  confidence: number,
): E[] {
  const pValues = holm(compared.map(({ pValue }) => pValue));
  return found.filter((effect) => (pValues[compared.indexOf(effect)] ?? 0) > 1 - confidence);
}

/**
 * Which of several findings stand when it is held against them that they are several. Where so few are compared that chance would
 * find less than half of one, only that some fall is told.
 *
 * @param found Those of `compared` that are told apart, each for itself.
 * @param compared All but ties.
 */
export function chanceSentences<E extends Pick<PairedEffect, "pValue">>(
  found: readonly E[],
  compared: readonly E[],
  { confidence, nameOf }: Finding<E>,
): string[] {
  if (compared.length < 2) return [];
  const fallen = fallenOf(found, compared, confidence);
  const expected = compared.length * (1 - confidence);
  if (expected < 0.5) {
    if (fallen.length === 0) return [];
    const are = fallen.length === 1 ? "is" : "are";
    return [
      `Adjusted for their number (Holm, ${compared.length} comparisons), ${listed(fallen.map(nameOf))} ${are} no longer told apart.`,
    ];
  }
  const alone = `Of ${compared.length} comparisons at ${percent(confidence)} about ${fixed(expected, 0)} would stand out by chance alone`;
  if (found.length === 0) return [`${alone}.`];
  if (fallen.length === 0) return [`${alone}; all that do still do when adjusted for their number (Holm).`];
  return [
    `${alone}; adjusted for their number (Holm), ${listed(fallen.map(nameOf))} no longer ${fallen.length === 1 ? "does" : "do"}.`,
  ];
}

/** What {@link spreadSentences} looks at. */
type Spread = Pick<PairedEffect, "varianceReduction" | "tie" | "n"> & {
  readonly verdict: Verdict | null;
  readonly probabilitySame: number | null;
};

/**
 * What intervals are worth of differences that hardly vary. Of effects that were the same in every pair an interval of no width rests on
 * no more than so many equal differences, and of few of them there is none; what is told apart by few pairs has too narrow an interval.
 *
 * @param effects Those that are shown with intervals, of one number of pairs and one confidence.
 * @param units What its pairs are. Default: seeds.
 */
export function spreadSentences<E extends Spread>(
  effects: readonly E[],
  nameOf: (effect: E) => string,
  units = "seeds",
): string[] {
  const alike = effects.filter(isAlike);
  const tooFew = alike.filter(({ verdict }) => verdict === "too few pairs");
  const told = alike.filter(({ verdict }) => verdict !== "too few pairs");
  const chance = (n: number) => `p ${pValueText(chanceOfOneSide(n)).replace(/^(?=\d)/, "= ")} by chance`;
  const rare = effects.filter((effect) => isTold(effect) && (effect.probabilitySame ?? 0) >= 0.5);
  const moved = (effect: E) =>
    `${nameOf(effect)} (${Math.round((1 - (effect.probabilitySame ?? 0)) * effect.n)} of ${effect.n})`;
  const sentence = (those: readonly E[], whatOf: (n: number) => string) =>
    those
      .slice(0, 1)
      .map(({ n }) => `The same in all ${n} ${units}: ${listed(those.map(nameOf))}. ${whatOf(n)}`);
  return [
    ...sentence(
      told,
      (n) =>
        `An interval of no width rests on ${n} equal differences, which is right for a fixed cost and too sure for a count: that so many agree in their sign has ${chance(n)}.`,
    ),
    ...sentence(
      tooFew,
      (n) =>
        `Only ${n} equal differences give no interval, ${noInterval}, and are not told apart from none: that so few agree in their sign has ${chance(n)}. A fixed cost is what it is all the same.`,
    ),
    ...(rare.length === 0
      ? []
      : [
          `Moved in half of the ${units} or fewer: ${listed(rare.map(moved))}; of what happens so seldom intervals hold less often than they say.`,
        ]),
  ];
}
