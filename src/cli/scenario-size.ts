// How the command line changes a scenario's size, or its country.
import { existsSync } from "node:fs";
import type { DataPack } from "../data/packs/pack.ts";
import { packs } from "../data/packs/packs.ts";
import { InputError, type Problem } from "../errors.ts";
import { readPackFolder } from "../node/pack-folder.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import { variantOf } from "../scenarios/variant.ts";

/** The options by which it is changed, as they are typed. */
export interface SizeOptions {
  readonly population?: string;
  readonly months?: string;
  readonly pack?: string;
}

/** What a scenario's size, or its country, is changed to. */
export interface Size {
  /** Id of a data pack, or a folder. */
  readonly pack?: string | undefined;
  readonly population?: number | undefined;
  readonly months?: number | undefined;
}

/** A scenario, as it is read, with its size changed; what is wrong is told by the options that change it, or by the scenario. */
export function sized(id: string, read: () => Scenario, size: Size): Scenario {
  try {
    return resized(read(), size);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(
      id,
      error.problems.map((problem) => ofSize(problem, size, id)),
    );
  }
}

/** A problem of a scenario whose size was changed, told of the option where it lies in that: there it is wrong for every scenario alike. */
function ofSize(problem: Problem, size: Size, id: string): Problem {
  const { path, value, place } = problem;
  if (place !== undefined) return problem;
  const name = path === "folder" ? "pack" : path;
  if ((name === "population" || name === "months" || name === "pack") && size[name] !== undefined) {
    return { ...problem, path: `--${name}` };
  }
  if (size.months !== undefined && path.endsWith(".startMonth") && Number(value) >= size.months) {
    const expected = `more than ${String(value)} months: a policy of ${id} starts then`;
    return { path: "--months", value: size.months, expected };
  }
  return { ...problem, path: `${id}: ${path}` };
}

/** A pack of the library by its id, or one of the user's by its folder; a name with a slash can only be a folder. */
export function packNamed(name: string): DataPack | string {
  if (Object.hasOwn(packs, name)) return name;
  return existsSync(name) || /[/\\]/.test(name) ? readPackFolder(name) : name;
}

/** A scenario with another population, horizon or country. */
function resized(scenario: Scenario, { population, months, pack }: Size): Scenario {
  if (population === undefined && months === undefined && pack === undefined) return scenario;
  return variantOf(scenario, {
    ...(pack === undefined ? {} : { pack: packNamed(pack) }),
    months: months ?? scenario.months,
    population: population ?? scenario.population,
  });
}
