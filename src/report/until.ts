// A comparison that went on until its intervals were narrow, for people.
import type { UntilResult } from "../analysis/until.ts";
import { windowUnit } from "../analysis/window.ts";
import { digitsFor, fixedThatTells } from "./numbers.ts";
import { scaleOf } from "./scale.ts";

/** What a comparison with a stopping rule came to. */
export function untilSentence({
  reached,
  seeds,
  firstSeeds,
  halfWidth,
  metric,
  effects,
}: UntilResult): string {
  const { factor, unit } = scaleOf(windowUnit(metric));
  const shown = (value: number) => `${fixedThatTells(value * factor, digitsFor(value * factor))} ${unit}`;
  const widest = Math.max(...effects.map(({ low, high }) => (high - low) / 2));
  return reached
    ? `${seeds} seeds gave every effect on ${metric} an interval of ${shown(halfWidth)} or less to each side (Stein's rule, from the variance of the first ${firstSeeds}).`
    : `${seeds} seeds did not suffice: the widest interval on ${metric} is of ${shown(widest)} to each side, wanted were ${shown(halfWidth)}.`;
}
