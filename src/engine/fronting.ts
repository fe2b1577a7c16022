// Fronting (Table A2, 4.2): where a local-content rule for Peruvian-owned firms is weakly enforced, a foreign bidder can
// invoice through a local partner for a fee.
import { Origin } from "../agents/codes.ts";
import type { Lot } from "../agents/contract.ts";
import { draw, Process } from "../random.ts";
import type { World } from "./world.ts";

/** Whether a foreign bidder hides behind a local partner: the more often, the weaker the enforcement. */
export function fronts(world: World, lot: Lot, supplier: number): boolean {
  const { definition, fronting, enforcement } = world.rules.localContent;
  const { origin, key } = world.columns;
  if (!fronting || definition !== "owned" || origin[supplier] === Origin.peruvian) return false;
  return draw(world.root, Process.fronting, key[supplier], lot.key) >= enforcement;
}

/**
 * What a local partner asks for its name, share of the lot: its usual fee, but of a preference no more than a part of what that
 * is worth, for otherwise nobody would pay it.
 */
export function frontingFeeShare({ rules, parameters }: World, reservedByRule: boolean): number {
  const { preference, enforcement, frontingFee } = rules.localContent;
  return reservedByRule
    ? frontingFee
    : Math.min(frontingFee, parameters.frontingSplit * preference * enforcement);
}
