// A mine's needs: a few per category. An adopted technology locks one of them in, and no new one is encouraged (3.7.1).
import { needsPerCategory } from "../agents/mine.ts";
import type { Challenge } from "../agents/research.ts";
import type { EventOf } from "./events.ts";
import type { World } from "./world.ts";

/** A mine's need in a category, by number. */
export type Need = Pick<Challenge, "mine" | "category" | "need">;

/** Place of a need in the table of locked-in needs. */
function needIndex({ parameters, scale, categories }: World, { mine, category, need }: Need): number {
  return (mine * categories.length + category) * needsPerCategory(parameters, scale) + need;
}

/** Whether a technology that a mine has adopted keeps others from this need. */
export function isLockedIn(world: World, need: Need): boolean {
  return world.lockedUntil[needIndex(world, need)] > world.month;
}

/** Locks a need in: the mine gives up what else it sought there. */
export function lockIn(world: World, locked: Need): void {
  const { challenges, month, parameters } = world;
  world.lockedUntil[needIndex(world, locked)] = month + parameters.innovationContractMonths;
  for (const challenge of challenges) {
    if (challenge.closedBy !== null || challenge.need !== locked.need) continue;
    if (challenge.mine === locked.mine && challenge.category === locked.category) giveUp(world, challenge);
  }
}

/** Closes a challenge that nobody has solved. */
export function giveUp(world: World, challenge: Challenge): void {
  challenge.closedBy = "nobody";
  tellChallenge(world, challenge, "lapsed");
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
