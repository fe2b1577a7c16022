// Phase 4. Contracts that have delivered their last month end, and what is due is tendered: what is awarded now delivers
// from next month on.
import { tellEnd } from "../contract-events.ts";
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
  const last = world.lastMonths[world.month - world.firstMonth] ?? [];
  for (const contract of last) {
    if (contract.row < 0) continue;
    end(world, contract);
    if (world.events !== null) tellEnd(world, contract, "completed");
  }
  last.length = 0;
}
