// Phase 4. Contracts that have delivered their last month end, and what is due is tendered: what is awarded now delivers
// from next month on.
import { end } from "../contracts.ts";
import { tender } from "../tender.ts";
import type { World } from "../world.ts";

export function procurement(world: World): void {
  endContracts(world);
  const due = world.dueLots[world.month - world.firstMonth] ?? [];
  for (const lot of due) {
    // A lot whose holder left has a new date; the old entry is stale.
    if (lot.dueMonth !== world.month || lot.contract !== null) continue;
    if (lot.closesMonth !== null && lot.closesMonth <= world.month + 1) continue;
    tender(world, lot, false);
  }
}

function endContracts(world: World): void {
  const { contracts, rows } = world.book;
  // From the back: what moves into a gap has been looked at.
  for (let row = contracts.length - 1; row >= 0; row--) {
    if (rows.endMonth[row] <= world.month + 1) end(world, contracts[row]);
  }
}
