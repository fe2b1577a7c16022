// How the command line changes a scenario's size, or its country.
import { existsSync } from "node:fs";
import type { DataPack } from "../data/packs/pack.ts";
import { packs } from "../data/packs/packs.ts";
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

/** The option by which a scenario's size was changed, where a problem lies in that. */
export function sizeOption(path: string, size: Size): string | undefined {
  const name = path === "folder" ? "pack" : path;
  return (name === "population" || name === "months" || name === "pack") && size[name] !== undefined
    ? `--${name}`
    : undefined;
}

/** A pack of the library by its id, or one of the user's by its folder; a name with a slash can only be a folder. */
export function packNamed(name: string): DataPack | string {
  if (Object.hasOwn(packs, name)) return name;
  return existsSync(name) || /[/\\]/.test(name) ? readPackFolder(name) : name;
}

/** A scenario with another population, horizon or country. */
export function resized(scenario: Scenario, { population, months, pack }: Size): Scenario {
  if (population === undefined && months === undefined && pack === undefined) return scenario;
  return variantOf(scenario, {
    ...(pack === undefined ? {} : { pack: packNamed(pack) }),
    months: months ?? scenario.months,
    population: population ?? scenario.population,
  });
}
