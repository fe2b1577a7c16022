// What a study asks of the workers, in the order in which they take it up.
import type { Ask, World } from "./messages.ts";
import type { Study } from "./study.ts";

/** Firms of a preview: few enough that a browser that has never run the model has a picture at once. */
export const previewFirms = 100;

/** Both worlds of a pair. */
export const worlds: readonly World[] = ["baseline", "scenario"];

/**
 * The preview's two runs, which different workers can share, then each pair of runs. There is no preview of a study so small that
 * its first pair is there as soon.
 */
export function* asksOf(number: number, study: Study): Generator<Ask, undefined> {
  if (study.population > previewFirms) {
    const small = { ...study, population: previewFirms };
    for (const world of worlds) yield { kind: "preview", number, study: small, world };
  }
  for (let seed = 1; seed <= study.seeds; seed++) yield { kind: "pair", number, study, seed };
}
