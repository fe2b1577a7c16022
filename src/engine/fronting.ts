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

/** Whether a price preference is worth the partner's fee. */
export function frontingPays(world: World): boolean {
  const { preference, enforcement, frontingFee } = world.rules.localContent;
  return preference * enforcement > frontingFee;
}
