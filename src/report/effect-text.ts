// An effect in words and as a row of a chart: both follow its verdict, so that none says more than another.
import type { PairedEffect } from "../analysis/effects.ts";
import type { Verdict } from "../analysis/mean-test.ts";
import { millions, percent, signedInterval, signedThatTells } from "./numbers.ts";

/** What is shown of an effect. */
export type ShownEffect = Pick<PairedEffect, "difference" | "low" | "high" | "verdict">;

/** What stands for an interval where pairs are alike and too few to give one. */
export const noInterval = "[?]";

/** Whether an effect is told apart from none, by itself. */
export function isTold({ verdict }: { readonly verdict: Verdict | null }): boolean {
  return verdict === "higher" || verdict === "lower";
}

/**
 * An effect with its interval, as {@link signedInterval} prints it; `+1.2 [?]` where it was the same in too few pairs.
 *
 * @param scaled A value in the unit that is shown.
 */
export function effectInterval(
  { difference, low, high, verdict }: Omit<ShownEffect, "verdict"> & { readonly verdict: Verdict | null },
  scaled: (value: number) => number,
  digits: number,
): string {
  if (verdict === "too few pairs") return `${signedThatTells(scaled(difference), digits)} ${noInterval}`;
  return signedInterval(scaled(difference), scaled(low), scaled(high), digits);
}

/** In which share of seeds a scenario is higher, and in which nothing changes, where that is so in any; `-` where it is in all. */
export function higherInText({
  probabilityHigher,
  probabilitySame,
}: {
  readonly probabilityHigher: number | null;
  readonly probabilitySame: number | null;
}): string {
  if (probabilityHigher === null || probabilitySame === null || probabilitySame === 1) return "-";
  const higher = percent(probabilityHigher - probabilitySame / 2);
  return probabilitySame === 0 ? higher : `${higher}, same in ${percent(probabilitySame)}`;
}

/** An effect in US$ million with its interval. */
export function effectText(effect: ShownEffect): string {
  return effectInterval(effect, millions, 1);
}

/** The estimate, bounds and dot of an effect in a chart; the dot is filled where the effect is told apart. */
export function effectMarks(
  { difference, low, high, verdict }: ShownEffect,
  scaled: (value: number) => number,
) {
  return {
    value: scaled(difference),
    low: scaled(low),
    high: scaled(high),
    filled: isTold({ verdict }),
  };
}
