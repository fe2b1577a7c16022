// A mine's needs: a few per category. An adopted technology locks one of them in, and no new one is encouraged (3.7.1).
import type { Challenge } from "../agents/research.ts";
import type { EventOf } from "./events.ts";
import type { World } from "./world.ts";

/** Place of a mine's need in the table of locked-in needs. */
export function needIndex(world: World, mine: number, category: number, need: number): number {
  const needs = Math.round(world.parameters.needsPerCategory);
  return (mine * world.categories.length + category) * needs + need;
}

/** Locks the need of a solved challenge in. */
export function lockIn(world: World, { mine, category, need }: Challenge): void {
  world.lockedUntil[needIndex(world, mine, category, need)] =
    world.month + world.parameters.innovationContractMonths;
}

/** Puts a change of a challenge on record. */
export function tellChallenge(
  world: World,
  challenge: Challenge,
  change: EventOf<"challenge">["change"],
): void {
  world.events?.push({
    type: "challenge",
    month: world.month,
    challenge: challenge.id,
    mine: world.mines[challenge.mine].id,
    category: world.categories[challenge.category].id,
    change,
  });
}
