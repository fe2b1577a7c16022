// Whose data a scenario runs on: a pack that comes with the library, by its id, or one of the user's own.
import type { DataPack } from "../data/packs/pack.ts";
import { defaultPack, packs } from "../data/packs/packs.ts";
import type { ParameterNumbers } from "../data/parameter.ts";
import { parameterNumbers, type ParameterValues, resolveParameters } from "../data/parameter-values.ts";
import { unknownName, type Problem } from "../errors.ts";
import { canonicalJson } from "./canonical.ts";
import { checkPack } from "./pack-check.ts";
import { isPlainObject } from "../plain-object.ts";

/** The pack that a scenario asks for; what is wrong with it goes to `problems`. */
export function choosePack(asked: unknown, problems: Problem[]): DataPack {
  if (asked === undefined) return defaultPack;
  if (typeof asked === "string") {
    if (Object.hasOwn(packs, asked)) return packs[asked];
    problems.push(unknownName("pack", asked, "the id of a data pack", Object.keys(packs)));
    return defaultPack;
  }
  if (Object.values(packs).some((pack) => pack === asked)) return asked as DataPack;
  if (!isPlainObject(asked)) {
    problems.push({ path: "pack", value: asked, expected: "the id of a data pack, or a data pack" });
    return defaultPack;
  }
  const found = checkPack(asked).map((problem) => ({
    ...problem,
    path: `pack.${problem.path}`,
  }));
  problems.push(...found);
  if (found.length > 0) return defaultPack;
  // What says the same as a pack that comes with the library is that pack; a scenario freezes a copy, not the caller's own.
  const content = canonicalJson(asked);
  const shipped = Object.values(packs).find((pack) => canonicalJson(pack) === content);
  return shipped ?? structuredClone(asked as unknown as DataPack);
}

/** What is wrong with a pack whose runs are to be paired with those of another pack; nothing where both say the same. */
export function packProblems(path: string, pack: DataPack, wanted: DataPack, whose: string): Problem[] {
  if (pack === wanted || canonicalJson(pack) === canonicalJson(wanted)) return [];
  const why =
    pack.id === wanted.id
      ? "this one has its id, but not its content"
      : "two countries share no firm and no draw";
  return [{ path, value: pack.id, expected: `"${wanted.id}", as ${whose} has: ${why}` }];
}

/** What stands for a pack in a scenario's content: nothing for the default, the id of a shipped one, else all of it. */
export function packContent(pack: DataPack): { readonly pack?: string | DataPack } {
  if (pack === defaultPack) return {};
  return { pack: packs[pack.id] === pack ? pack.id : pack };
}

/** A parameter's numbers as a pack has them: its value, and a range that holds it. */
export function parameterIn(pack: DataPack, name: string): ParameterNumbers {
  const usual = parameterNumbers[name];
  if (!Object.hasOwn(pack.parameters, name)) return usual;
  const {
    value,
    low = Math.min(usual.low, value),
    high = Math.max(usual.high, value),
  } = pack.parameters[name];
  return { ...usual, value, low, high };
}

/** The values of a pack with a scenario's over them, as far as they differ from the defaults. */
export function valuesOver(
  pack: DataPack,
  overrides: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const own = Object.entries(pack.parameters).map(([name, { value }]) => [name, value] as const);
  return own.length === 0 ? overrides : { ...Object.fromEntries(own), ...overrides };
}

/** All general parameters of a scenario. */
export function parametersOf(scenario: {
  readonly pack: DataPack;
  readonly parameters: Readonly<Record<string, number>>;
}): ParameterValues {
  return resolveParameters(valuesOver(scenario.pack, scenario.parameters));
}
