// What the facts say of a parameter: whether the accepted points lie otherwise in its range than chance would put them
// (Spear and Hornberger 1980, by Kolmogorov's and Smirnov's statistic), and what range of it is left.
import { quantileSorted } from "d3-array";
import type { Point } from "../sensitivity/design.ts";

/** What is left of a parameter's range, as shares of that range. */
export interface ParameterIdentification {
  /** Below this lies a twentieth of the accepted points. */
  readonly low: number;
  /** Above this lies a twentieth of the accepted points. */
  readonly high: number;
  /** Their median. */
  readonly middle: number;
  /** Share of the prior's middle nine tenths that went: 0 for nothing learnt; below 0 where points lie further apart. */
  readonly shrinkage: number;
  /** Largest distance between the accepted points' distribution and a uniform one, 0 to 1 (Kolmogorov and Smirnov). */
  readonly distance: number;
  /** Distance from which on it is no chance, for all parameters together. */
  readonly criticalDistance: number;
  /** Whether the facts say something of the parameter: the distance is larger than the critical one. */
  readonly identified: boolean;
}

const tail = 0.05;

/** By factor; null with fewer points than say anything. */
export function identify(
  accepted: readonly Point[],
  factors: number,
  level = 0.05,
): ParameterIdentification[] | null {
  const n = accepted.length;
  if (n < fewestPoints) return null;
  // A bound that holds for every n (Dvoretzky, Kiefer and Wolfowitz 1956; Massart 1990); the level is shared among the parameters (Bonferroni).
  const criticalDistance = Math.sqrt(Math.log((2 * factors) / level) / (2 * n));
  return Array.from({ length: factors }, (_, i) => {
    const values = accepted.map((point) => point[i]).toSorted((a, b) => a - b);
    const distance = Math.max(
      ...values.map((value, place) => Math.max(value - place / n, (place + 1) / n - value)),
    );
    const [low, middle, high] = [tail, 0.5, 1 - tail].map((share) => quantileSorted(values, share) as number);
    const shrinkage = 1 - (high - low) / (1 - 2 * tail);
    return {
      low,
      middle,
      high,
      shrinkage,
      distance,
      criticalDistance,
      identified: distance > criticalDistance,
    };
  });
}

const fewestPoints = 5;
