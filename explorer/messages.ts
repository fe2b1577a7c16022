// What the page and its workers say to each other.
import type { Character, Relation, StoryLine } from "./story.ts";
import type { Study } from "./study.ts";
import type { Pair, Preview } from "./summary.ts";

/** To a worker. `number` tells answers to an earlier question from those to the present one. */
export type Ask =
  | { readonly kind: "preview"; readonly number: number; readonly study: Study }
  | { readonly kind: "pair"; readonly number: number; readonly study: Study; readonly seed: number }
  | { readonly kind: "cast"; readonly number: number; readonly study: Study; readonly seed: number }
  | { readonly kind: "story"; readonly number: number; readonly supplier: number };

/** From a worker. */
export type Answer =
  | {
      readonly kind: "preview";
      readonly number: number;
      readonly preview: Preview;
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
