// Sobol's indices by Saltelli's design (Saltelli and others 2010, Comput. Phys. Commun. 181, 259-270) with Jansen's estimators:
// what share of the output's variance comes from each factor alone, with all its interactions, and from each pair.
import type { Design } from "./design.ts";
import { scrambledSobol } from "./sobol-sequence.ts";

/** Estimates of one replicate, by factor. NaN where the output did not vary. */
export interface SobolEstimates {
  /** Share of the variance that goes when the factor is fixed. */
  readonly first: readonly number[];
  /** Share that stays when all others are fixed. */
  readonly total: readonly number[];
  /** Share that only each pair explains, by factor and factor; null without the second half of the design. */
  readonly second: readonly (readonly number[])[] | null;
  readonly mean: number;
  readonly variance: number;
}

/**
 * The points of one replicate, blocks by base sample: A, B, A with each factor from B, and for second order B with each
 * factor from A. The first samples alone are a smaller design, so that convergence can be read from one set of runs.
 *
 * @param samples Base samples; a power of two.
 * @param key Of the scramble: one per replicate.
 */
export function sobolDesign(factors: number, samples: number, key: number, second = false): Design {
  const points = scrambledSobol(samples, 2 * factors, key).flatMap((row) => {
    const a = row.slice(0, factors);
    const b = row.slice(factors);
    const swapped = (into: number[], from: number[]) => into.map((_, i) => into.with(i, from[i]));
    return [a, b, ...swapped(a, b), ...(second ? swapped(b, a) : [])];
  });
  return { factors, points };
}

/**
 * Indices from what the points of a design gave.
 *
 * @param samples Base samples to read; the design may hold more.
 */
export function sobolEstimates(
  factors: number,
  outputs: readonly number[],
  samples: number,
  second = false,
): SobolEstimates {
  const block = 2 + factors * (second ? 2 : 1);
  const at = (sample: number, place: number) => outputs[sample * block + place];
  const meanOver = (of: (sample: number) => number) => {
    let sum = 0;
    for (let sample = 0; sample < samples; sample++) sum += of(sample);
    return sum / samples;
  };
  const centre = meanOver((s) => (at(s, 0) + at(s, 1)) / 2);
  const variance = meanOver((s) => (square(at(s, 0) - centre) + square(at(s, 1) - centre)) / 2);
  const each = <T>(of: (factor: number) => T) => Array.from({ length: factors }, (_, i) => of(i));
  const share = (value: number) => (variance > 0 ? value / variance : Number.NaN);

  const first = each((i) => share(variance - meanOver((s) => square(at(s, 1) - at(s, 2 + i))) / 2));
  const total = each((i) => share(meanOver((s) => square(at(s, 0) - at(s, 2 + i))) / 2));
  // B with factor i from A, and A with factor j from B, have in common what the pair does not decide, turned round.
  const closed = (i: number, j: number) =>
    share(variance - meanOver((s) => square(at(s, 2 + factors + i) - at(s, 2 + j))) / 2);
  return {
    first,
    total,
    second: second
      ? each((i) => each((j) => (i === j ? 0 : pairOf(closed(i, j), closed(j, i), first[i], first[j]))))
      : null,
    mean: centre,
    variance,
  };
}

/** The pair's own part: the closed index of the pair, by both halves of the design, less what each explains alone. */
function pairOf(closed: number, turned: number, first: number, other: number): number {
  return (closed + turned) / 2 - first - other;
}

function square(value: number): number {
  return value * value;
}
