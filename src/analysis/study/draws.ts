// Parameter draws of a study: which values a draw has is a pure function of the design and the draw's number, so that any
// machine can work out its own.
import { isParameterName, parameterNames, type ParameterName } from "../../data/parameter-values.ts";
import { unknownName, type Problem } from "../../errors.ts";
import { draw, rootKey } from "../../random.ts";
import { parameterIn } from "../../scenarios/pack-choice.ts";
import type { Scenario } from "../../scenarios/scenario.ts";
import { mostDimensions, scrambledSobolAt } from "../sensitivity/sobol-sequence.ts";
import { shuffled } from "../shuffle.ts";
import { isPlainObject } from "../../plain-object.ts";

/** How draws are spread over their ranges. */
export const drawDesigns = ["sobol", "latin-hypercube", "random"] as const;

/** How draws are spread over their ranges. */
export type DrawDesign = (typeof drawDesigns)[number];

/** Draws as a user writes them. */
export interface DrawsInput {
  /** How many draws, 1 to 100,000; a power of two keeps Sobol's points in balance. */
  readonly count: number;
  /** How they are spread over the ranges. Default "sobol". */
  readonly design?: DrawDesign;
  /** Decides the draws. Default 1. */
  readonly seed?: string | number;
  /** Names of parameters, drawn over the ranges of their records; or names with narrower ranges. */
  readonly parameters: readonly ParameterName[] | Readonly<Partial<Record<ParameterName, DrawRange>>>;
}

/** Bounds of a drawn parameter, in its unit. */
export interface DrawRange {
  /** Lower bound, no lower than the parameter's own. */
  readonly low: number;
  /** Upper bound, above the lower and no higher than the parameter's own. */
  readonly high: number;
}

/** Draws that have been checked. */
export interface StudyDraws {
  /** How many draws, numbered from 1. */
  readonly count: number;
  /** How they are spread over the ranges. */
  readonly design: DrawDesign;
  /** Decides the draws; as text. */
  readonly seed: string;
  /** Ranges by name of the parameter, in its unit. */
  readonly parameters: Readonly<Record<string, DrawRange>>;
}

const mostDraws = 100_000;
const rangeKeys = ["low", "high"];
const drawKeys = ["count", "design", "seed", "parameters"] as const;

/** The draws of an input, null when there are none; what is wrong goes to `problems`. */
export function checkDraws(
  given: unknown,
  scenarios: readonly Scenario[],
  problems: Problem[],
): StudyDraws | null {
  if (given === undefined) return null;
  if (!isPlainObject(given)) {
    problems.push({ path: "draws", value: given, expected: "keys and values: a count and parameters" });
    return null;
  }
  for (const name of Object.keys(given)) {
    if (!(drawKeys as readonly string[]).includes(name)) {
      problems.push(unknownName(`draws.${name}`, name, `one of: ${drawKeys.join(", ")}`, drawKeys));
    }
  }
  const {
    count,
    design = "sobol",
    seed = 1,
    parameters,
  } = given as Omit<Partial<DrawsInput>, "design"> & { readonly design?: unknown };
  if (!Number.isInteger(count) || (count as number) < 1 || (count as number) > mostDraws) {
    problems.push({ path: "draws.count", value: count, expected: `a whole number from 1 to ${mostDraws}` });
  }
  const known = drawDesigns.find((name) => name === design);
  if (known === undefined) {
    problems.push(
      unknownName("draws.design", String(design), `one of: ${drawDesigns.join(", ")}`, drawDesigns),
    );
  }
  if (typeof seed !== "string" && !Number.isSafeInteger(seed)) {
    problems.push({ path: "draws.seed", value: seed, expected: "a text or an integer" });
  }
  const ranges = checkRanges(parameters, scenarios, problems);
  return { count: count as number, design: known ?? "sobol", seed: String(seed), parameters: ranges };
}

function checkRanges(
  given: unknown,
  scenarios: readonly Scenario[],
  problems: Problem[],
): Record<string, DrawRange> {
  const path = "draws.parameters";
  if (typeof given !== "object" || given === null || Object.keys(given).length === 0) {
    const expected = "names of parameters, or names with ranges { low, high }";
    problems.push({ path, value: given, expected });
    return {};
  }
  const asked = Array.isArray(given)
    ? given.map((name: unknown, i) => [String(name), undefined, `${path}[${i}]`] as const)
    : Object.entries(given).map(([name, range]) => [name, range as unknown, `${path}.${name}`] as const);
  const ranges: Record<string, DrawRange> = {};
  for (const [name, range, place] of asked) {
    if (!isParameterName(name)) {
      problems.push(unknownName(place, name, "the name of a parameter", parameterNames));
      continue;
    }
    if (Object.hasOwn(ranges, name))
      problems.push({ path: place, value: name, expected: "each parameter once" });
    const setting = scenarios.find((scenario) => Object.hasOwn(scenario.parameters, name));
    if (setting !== undefined) {
      const expected = `a parameter that no scenario sets itself; "${setting.id}" does`;
      problems.push({ path: place, value: name, expected });
    }
    const bounds = scenarios.map(({ pack }) => parameterIn(pack, name));
    const lowest = Math.max(...bounds.map(({ low }) => low));
    const highest = Math.min(...bounds.map(({ high }) => high));
    const isRange = range === undefined || isPlainObject(range);
    for (const key of isRange ? Object.keys(range ?? {}) : []) {
      if (rangeKeys.includes(key)) continue;
      problems.push(unknownName(`${place}.${key}`, key, `one of: ${rangeKeys.join(", ")}`, rangeKeys));
    }
    const { low, high } = { low: lowest, high: highest, ...(range as Partial<DrawRange> | undefined) };
    const fits =
      isRange &&
      typeof low === "number" &&
      typeof high === "number" &&
      low >= lowest &&
      high <= highest &&
      low < high;
    if (scenarios.length > 0 && !fits) {
      problems.push({
        path: place,
        value: range,
        expected: `low below high, within ${lowest} to ${highest}`,
      });
    }
    ranges[name] = { low, high };
  }
  if (Object.keys(ranges).length > mostDimensions) {
    problems.push({ path, value: asked.length, expected: `at most ${mostDimensions} parameters` });
  }
  return ranges;
}

/** A function that gives the parameter values of a draw; draws count from 1. */
export function drawsOf({
  count,
  design,
  seed,
  parameters,
}: StudyDraws): (draw: number) => Record<string, number> {
  const names = Object.keys(parameters).sort();
  const pointAt = pointsOf(design, count, names.length, seed);
  return (number) => {
    const point = pointAt(number - 1);
    return Object.fromEntries(
      names.map((name, i) => {
        const { low, high } = parameters[name];
        return [name, Math.min(high, low + (high - low) * point[i])];
      }),
    );
  };
}

/** Points in the unit cube by index. */
function pointsOf(
  design: DrawDesign,
  count: number,
  dimensions: number,
  seed: string,
): (index: number) => readonly number[] {
  const root = rootKey(seed);
  switch (design) {
    case "sobol":
      return scrambledSobolAt(dimensions, root);
    case "random":
      return (index) => Array.from({ length: dimensions }, (_, i) => draw(root, 0, i, index));
    case "latin-hypercube": {
      const strata = Array.from({ length: dimensions }, (_, i) => shuffled(count, seed, i));
      return (index) => strata.map((order, i) => (order[index] + draw(root, 1, i, index)) / count);
    }
  }
}
