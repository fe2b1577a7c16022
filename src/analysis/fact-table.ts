// Which facts a country is held to: the paper's and, for the paper's country, figures from outside it.
import { externalRecords } from "../data/external.ts";
import type { DataPack } from "../data/packs/pack.ts";
import type { Run } from "../engine/observations.ts";
import type { FactDefinition, Measure } from "./fact-definition.ts";
import { paperFacts } from "./paper-facts.ts";
import { outsideFacts } from "./outside-facts.ts";
import { priceFacts } from "./price-facts.ts";

/** Every fact, in the order of the table: the paper's, the model's own standard, and outside figures. */
export const allFacts: readonly FactDefinition[] = [...paperFacts, ...outsideFacts, ...priceFacts];

/** The facts of a country: those that its pack gives, as checks; the paper's and the outside figures when it gives none. */
export function factDefinitionsOfPack(targets: DataPack["facts"]): readonly FactDefinition[] {
  if (targets === null) return allFacts;
  return targets.flatMap(({ fact, low, high, source }) => {
    const definition = paperFacts.find(({ id }) => id === fact);
    return definition === undefined ? [] : [{ ...heldTo(definition, low, high), role: "check", source }];
  });
}

/** A fact with other bounds than its own. They lie inside its target, and why its own lie where they lie says nothing of them. */
export function heldTo(
  { tolerance: _, strict: __, ...measured }: FactDefinition,
  low: number | null,
  high: number | null,
): FactDefinition {
  const target =
    low === null ? `at most ${high ?? 0}` : high === null ? `at least ${low}` : `${low} to ${high}`;
  return { ...measured, target, low, high };
}

/** Addresses of outside figures, each once. */
export function addressesOf(figures: readonly string[]): readonly string[] {
  return [...new Set(externalRecords.filter(({ id }) => figures.includes(id)).map(({ url }) => url))];
}

/** What all facts need of a run as a plain list, two numbers a fact; nulls where it has nothing to measure. */
export function flatMeasures(run: Run): readonly (number | null)[] {
  return allFacts.flatMap(({ measure }) => measure(run) ?? [null, null]);
}

/** The list of {@link flatMeasures} by fact again. */
export function measuresOf(list: readonly (number | null)[]): Readonly<Record<string, Measure>> {
  return Object.fromEntries(
    allFacts.map(({ id }, i) => {
      const [numerator, denominator] = [list[2 * i] ?? null, list[2 * i + 1] ?? null];
      return [id, numerator === null || denominator === null ? null : ([numerator, denominator] as const)];
    }),
  );
}
