// What a study asks of the workers, in the order in which they take it up.
import type { Ask } from "./messages.ts";
import type { Study } from "./study.ts";

/** Firms of a preview: few enough that a browser that has never run the model has a picture at once. */
export const previewFirms = 100;

const noSeeds: ReadonlySet<number> = new Set();

/**
 * The preview, then each pair of runs but those of known seeds. There is no preview where a pair is known, nor of a study so small that its
 * first pair is there as soon.
 */
export function* asksOf(
  number: number,
  study: Study,
  known: ReadonlySet<number> = noSeeds,
): Generator<Ask, undefined> {
  if (study.population > previewFirms && known.size === 0) {
    yield { kind: "preview", number, study: { ...study, population: previewFirms } };
  }
  for (let seed = 1; seed <= study.seeds; seed++) {
    if (!known.has(seed)) yield { kind: "pair", number, study, seed };
  }
}
