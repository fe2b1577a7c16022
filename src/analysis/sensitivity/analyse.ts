// The three methods behind one door: what shares a function's output has, on whatever makes the outputs of points.
import { mean } from "d3-array";
import { confidenceProblems } from "../sample-problems.ts";
import { InputError, type Problem } from "../../errors.ts";
import { rootKey } from "../../random.ts";
import { indicesOf, type SensitivityIndex, type Point } from "./design.ts";
import { morrisDesign, morrisEffects, type MorrisEffect } from "./morris.ts";
import { shapleyDesign, shapleyEffects } from "./shapley-effects.ts";
import { mostDimensions } from "./sobol-sequence.ts";
import { sobolDesign, sobolEstimates } from "./sobol.ts";

/** A way to ask what drives an output. */
export type SensitivityMethod = "morris" | "sobol" | "shapley";

/** How much is asked. */
export interface SensitivitySize {
  /** Points of the base design per replicate, a power of two; for Morris the number of trajectories. */
  readonly samples: number;
  /** Independent scrambles, from which intervals come; at least two. Morris has trajectories instead. */
  readonly replicates: number;
  readonly confidence: number;
  /** Whether Sobol's design also gives the pairs. */
  readonly second?: boolean;
}

/** Indices by factor at one size of the design. */
export interface SobolIndices {
  /** Base samples of each replicate that they are from. */
  readonly samples: number;
  /** Share of the variance that each factor explains alone. */
  readonly first: readonly SensitivityIndex[];
  /** Share of the variance that each factor has a part in, alone or with others. */
  readonly total: readonly SensitivityIndex[];
  /** Share that only pairs explain, each pair once; null where they were not asked for. */
  readonly second: readonly PairIndex[] | null;
}

/** Index of a pair of factors. */
export interface PairIndex extends SensitivityIndex {
  /** Places of the two in the study's list of factors. */
  readonly factors: readonly [number, number];
}

/**
 * What a method found. Lists over factors are in their order; nulls say that the output varied in fewer than two replicates. An index
 * is over those in which it varied: their number is its n.
 */
export type SensitivityResult =
  /** Morris's elementary effects. */
  | {
      readonly method: "morris";
      /** By factor; their n is the number of trajectories. */
      readonly effects: readonly MorrisEffect[];
    }
  /** Sobol's indices. */
  | {
      readonly method: "sobol";
      /** Independent scrambles of the design. */
      readonly replicates: number;
      /** By quarter, half and whole of the base design: indices that still move have not converged. */
      readonly convergence: readonly (SobolIndices | null)[];
      /** Mean of the output over the design, in the unit of the metric. */
      readonly mean: number;
      /** Variance of the output over the design, in that unit squared: what the indices are shares of. */
      readonly variance: number;
    }
  /** Shapley effects, which add up to 1. */
  | {
      readonly method: "shapley";
      /** Independent scrambles of the design. */
      readonly replicates: number;
      /** By quarter, half and whole of the base design: effects that still move have not converged. */
      readonly convergence: readonly ({
        /** Base samples of each replicate that they are from. */
        readonly samples: number;
        /** Share of the variance that each factor is given: its own, and an even part of what it explains with others. */
        readonly effects: readonly SensitivityIndex[];
      } | null)[];
    };

/** The points of a study, replicate after replicate, and how their outputs are read. */
export interface SensitivityDesign {
  readonly points: readonly Point[];
  read(outputs: readonly number[]): SensitivityResult;
}

const leastSamples = 8;

/**
 * The design of a method for so many factors, each uniform in [0, 1).
 *
 * @param unordered Factors that have values without an order, as a seed: see {@link morrisEffects}. Default: none.
 * @throws InputError for more factors than there are dimensions, and for sizes that are no powers of two.
 */
export function sensitivityDesign(
  method: SensitivityMethod,
  factors: number,
  size: SensitivitySize,
  key: string,
  unordered: readonly number[] = [],
): SensitivityDesign {
  const problems = sizeProblems(method, factors, size);
  if (problems.length > 0) throw new InputError("a sensitivity analysis", problems);
  switch (method) {
    case "morris": {
      const design = morrisDesign(factors, size.samples, `morris ${key}`);
      return {
        points: design.points,
        read: (outputs) => ({ method, effects: morrisEffects(design, outputs, size.confidence, unordered) }),
      };
    }
    case "sobol":
      return sobolStudy(factors, size, key);
    case "shapley":
      return shapleyStudy(factors, size, key);
  }
}

function sobolStudy(factors: number, size: SensitivitySize, key: string): SensitivityDesign {
  const { samples, replicates, confidence, second = false } = size;
  const designs = keysOf(key, replicates).map((each) => sobolDesign(factors, samples, each, second));
  const length = designs[0].points.length;
  return {
    points: designs.flatMap(({ points }) => points),
    read: (outputs) => {
      const at = (used: number) =>
        designs.map((_, i) =>
          sobolEstimates(factors, outputs.slice(i * length, (i + 1) * length), used, second),
        );
      const whole = at(samples);
      const pairs = Array.from({ length: factors }, (_, i) => i).flatMap((i) =>
        Array.from({ length: factors - i - 1 }, (_, after) => [i, i + 1 + after] as const),
      );
      const ofPairs = (estimates: typeof whole) =>
        indicesOf(
          estimates.map((each) => pairs.map(([i, j]) => (each.second ?? [])[i][j])),
          confidence,
        )?.map((index, i) => ({ factors: pairs[i], ...index })) ?? null;
      return {
        method: "sobol",
        replicates,
        convergence: [samples / 4, samples / 2, samples].map((used) => {
          const estimates = used === samples ? whole : at(used);
          const first = indicesOf(
            estimates.map((each) => each.first),
            confidence,
          );
          const total = indicesOf(
            estimates.map((each) => each.total),
            confidence,
          );
          if (first === null || total === null) return null;
          return { samples: used, first, total, second: second ? ofPairs(estimates) : null };
        }),
        mean: mean(whole, (each) => each.mean) ?? Number.NaN,
        variance: mean(whole, (each) => each.variance) ?? Number.NaN,
      };
    },
  };
}

function shapleyStudy(factors: number, size: SensitivitySize, key: string): SensitivityDesign {
  const { samples, replicates, confidence } = size;
  const designs = keysOf(key, replicates).map((each) => shapleyDesign(factors, samples, each));
  const length = designs[0].points.length;
  return {
    points: designs.flatMap(({ points }) => points),
    read: (outputs) => ({
      method: "shapley",
      replicates,
      convergence: [samples / 4, samples / 2, samples].map((used) => {
        const effects = indicesOf(
          designs.map((design, i) =>
            shapleyEffects(design, outputs.slice(i * length, (i + 1) * length), used),
          ),
          confidence,
        );
        return effects === null ? null : { samples: used, effects };
      }),
    }),
  };
}

/** Problems of a design's size, if any. */
export function sizeProblems(
  method: SensitivityMethod,
  factors: number,
  size: SensitivitySize,
): readonly Problem[] {
  const { samples, replicates, confidence } = size;
  const problems: Problem[] = [...confidenceProblems(confidence)];
  const most = method === "morris" ? Infinity : Math.floor(mostDimensions / 2);
  if (factors < 1 || factors > most) {
    problems.push({
      path: "factors",
      value: factors,
      expected: `1 to ${most} factors; Morris screens any number`,
    });
  }
  const isPower = Number.isInteger(samples) && samples > 0 && (samples & (samples - 1)) === 0;
  if (
    method === "morris" ? !(Number.isInteger(samples) && samples >= 2) : !(isPower && samples >= leastSamples)
  ) {
    const expected =
      method === "morris" ? "at least 2 trajectories" : `a power of two of at least ${leastSamples}`;
    problems.push({ path: "samples", value: samples, expected });
  }
  if (method !== "morris" && !(Number.isInteger(replicates) && replicates >= 2)) {
    problems.push({
      path: "replicates",
      value: replicates,
      expected: "at least 2: intervals come from them",
    });
  }
  return problems;
}

function keysOf(key: string, replicates: number): number[] {
  return Array.from({ length: replicates }, (_, i) => rootKey(`${key} ${i}`));
}
