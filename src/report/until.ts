// A comparison that went on until its intervals were narrow, for people.
import type { UntilResult } from "../analysis/until.ts";

/** What a comparison with a stopping rule came to. */
export function untilSentence({
  reached,
  seeds,
  firstSeeds,
  halfWidth,
  metric,
  effects,
}: UntilResult): string {
  const widest = Math.max(...effects.map(({ low, high }) => (high - low) / 2));
  const wanted = `a half-width of ${halfWidth.toExponential(2)} on ${metric}`;
  return reached
    ? `${seeds} seeds gave ${wanted} to every effect (Stein's rule, from the variance of the first ${firstSeeds}).`
    : `${seeds} seeds did not suffice: the widest interval on ${metric} is ${widest.toExponential(2)} to each side, wanted was ${halfWidth.toExponential(2)}.`;
}
