// Challenges and the needs that they belong to.
import { isLockedIn } from "../needs.ts";
import type { World } from "../world.ts";
import type { Finding } from "./violations.ts";

/** What is wrong with the challenges that are open. */
export function challengesOf(world: World): Finding[] {
  return world.challenges
    .filter((challenge) => challenge.closedBy === null && isLockedIn(world, challenge))
    .map(({ id, mine }) => ({
      name: "needs-are-locked-in",
      phase: "innovation",
      ids: [`challenge ${id}`, `mine ${world.mines[mine].id}`],
      found: "it is open",
      expected: "it to be closed, for its need is locked in",
    }));
}
