// The unit cube as parameters: each over the range of its record, as the scenario's pack has it.
import type { DataPack } from "../../data/packs/pack.ts";
import { isParameterName, parameterNames, type ParameterName } from "../../data/parameter-values.ts";
import { parameters } from "../../data/parameters.ts";
import { InputError, unknownName, type Problem } from "../../errors.ts";
import { parameterIn } from "../../scenarios/pack-choice.ts";
import type { Scenario } from "../../scenarios/scenario.ts";
import { variantOf } from "../../scenarios/variant.ts";
import type { Point } from "./design.ts";
import { isPlainObject } from "../../plain-object.ts";

/** Values of parameters at a point of the unit cube. */
export function parametersAt(pack: DataPack, names: readonly string[], point: Point): Record<string, number> {
  return Object.fromEntries(
    names.map((name, i) => {
      const { low, high } = parameterIn(pack, name);
      return [name, Math.min(high, low + (high - low) * point[i])];
    }),
  );
}

/** A scenario with some parameters replaced and its others kept. */
export function withParameters(scenario: Scenario, values: Readonly<Record<string, number>>): Scenario {
  return variantOf(scenario, { parameters: { ...scenario.parameters, ...values } });
}

/** Parameters that are assumptions and may vary. */
export function assumptionsOf(pack: DataPack): ParameterName[] {
  return parameterNames.filter((name) => {
    const { low, high } = parameterIn(pack, name);
    return parameters[name].assumption !== undefined && low < high;
  });
}

/** Problems of a list of parameters that shall vary over their ranges in a pack, if any; without a pack, of their names alone. */
export function parameterProblems(
  names: unknown,
  pack: DataPack | undefined,
  path = "parameters",
): Problem[] {
  if (!Array.isArray(names) || names.length === 0) {
    return [{ path, value: names, expected: "a list of at least one parameter" }];
  }
  return names.flatMap((name: unknown, i): Problem[] => {
    const place = `${path}[${i}]`;
    if (!isParameterName(name)) {
      return [unknownName(place, name, "the name of a parameter", parameterNames)];
    }
    if (names.indexOf(name) !== i) return [{ path: place, value: name, expected: "each parameter once" }];
    if (pack === undefined) return [];
    const { low, high } = parameterIn(pack, name);
    if (low < high) return [];
    return [
      { path: place, value: name, expected: `a parameter with a range; this one is ${low} by its source` },
    ];
  });
}

/** Problems of points of parameters' values: of every point at which the scenario could not run. */
export function pointProblems(scenario: Scenario, points: readonly unknown[], path: string): Problem[] {
  return points.flatMap((values, i) => {
    if (!isPlainObject(values)) {
      return [{ path: `${path}[${i}]`, value: values, expected: "values of parameters by name" }];
    }
    try {
      withParameters(scenario, values as Readonly<Record<string, number>>);
      return [];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return error.problems.map((problem) => ({
        ...problem,
        path: problem.path.replace(/^parameters/, `${path}[${i}]`),
      }));
    }
  });
}
