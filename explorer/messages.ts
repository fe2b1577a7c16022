// What the page and its workers say to each other.
import type { Character, Relation, StoryLine } from "./story.ts";
import type { Study } from "./study.ts";
import type { Pair } from "./summary.ts";

/** Which run of a pair. */
export type World = "baseline" | "scenario";

/** To a worker. `number` tells answers to an earlier question from those to the present one. */
export type Ask =
  | { readonly kind: "preview"; readonly number: number; readonly study: Study; readonly world: World }
  | { readonly kind: "pair"; readonly number: number; readonly study: Study; readonly seed: number }
  | { readonly kind: "cast"; readonly number: number; readonly study: Study; readonly seed: number }
  | { readonly kind: "story"; readonly number: number; readonly supplier: number };

/** From a worker. */
export type Answer =
  | {
      readonly kind: "preview";
      readonly number: number;
      readonly world: World;
      /** Net local value of a run of few firms, a number a calendar year. It is for looking at: no estimate has a use for it. */
      readonly localValueNetUsd: readonly number[];
    }
  | { readonly kind: "pair"; readonly number: number; readonly pair: Pair }
  | {
      readonly kind: "cast";
      readonly number: number;
      readonly characters: readonly Character[];
      readonly chain: readonly Relation[];
    }
  | {
      readonly kind: "story";
      readonly number: number;
      readonly supplier: number;
      readonly baseline: readonly StoryLine[];
      readonly scenario: readonly StoryLine[];
    }
  | { readonly kind: "failed"; readonly number: number; readonly message: string };
