// Phase 5. Mines meet problems; some are disclosed; able suppliers answer with R&D, step by step to proof at scale and
// adoption (3.7.1, 4.3). Solutions spread, and open exports.
import { spread, startExporting } from "../adoption.ts";
import { dropClosed, followUp, meetProblems } from "../challenges.ts";
import { advance, dropFinished, openTestingCentre } from "../research-projects.ts";
import { openCanonFund } from "../research-funding.ts";
import type { World } from "../world.ts";

export function innovation(world: World): void {
  for (const mine of world.mines) if (mine.stage === "operation") meetProblems(world, mine);
  for (const challenge of world.challenges) followUp(world, challenge);
  dropClosed(world);
  openTestingCentre(world);
  openCanonFund(world);
  for (const supplier of world.researchers)
    if (supplier.project !== null) advance(world, supplier, supplier.project);
  dropFinished(world);
  spread(world);
  startExporting(world);
}
