// Pairs of runs that were made since the page was opened: who comes back to a scenario, or asks for more pairs of it, does not wait for
// those again.
import { addressOf } from "./address.ts";
import { firstStudy, type Study } from "./study.ts";
import type { Pair } from "./summary.ts";

/** A pair, and after how many seconds of running its scenario it was there. */
interface MadePair {
  readonly pair: Pair;
  readonly seconds: number;
}

/** The pairs of a scenario by seed; what is added is kept. */
export type MadePairs = Map<number, MadePair>;

/** Scenarios whose pairs are kept; a pair takes some 10 kB. */
const mostScenarios = 20;

const kept = new Map<string, MadePairs>();

/** The pairs of a study's scenario, however many of them the study asks for. */
export function madePairs(study: Study): MadePairs {
  // How many pairs are asked for changes none of them.
  const key = addressOf({ language: "en", study: { ...study, seeds: firstStudy.seeds } });
  const made: MadePairs = kept.get(key) ?? new Map<number, MadePair>();
  // The one asked for longest ago is the first to go.
  kept.delete(key);
  kept.set(key, made);
  for (const [oldest] of kept) {
    if (kept.size <= mostScenarios) break;
    kept.delete(oldest);
  }
  return made;
}

/** Of these the pairs that a study of so many seeds asks for, in their order, and how long it took until they were there. */
export function pairsFor(made: MadePairs, seeds: number): { pairs: Pair[]; seconds: number } {
  const asked = [...made.values()]
    .filter(({ pair }) => pair.seed <= seeds)
    .sort((a, b) => a.pair.seed - b.pair.seed);
  return {
    pairs: asked.map(({ pair }) => pair),
    seconds: Math.max(0, ...asked.map(({ seconds }) => seconds)),
  };
}
