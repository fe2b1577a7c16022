// Copper projects that may add to demand (Section 3.2): which, how large, and what sets them going. Month 0 is January 2017.
// Capex is in dollars of its source's year, not deflated to 2017: the sources give neither price base nor spending profile.
// A source of the form "external.csv PF035" is a row of external.ts. Pages cited beside such rows were read for this table only.
import { committedProjects } from "./projects/committed.ts";
import { expansionProjects } from "./projects/expansions.ts";
import { listedOnlyProjects } from "./projects/listed-only.ts";
import { newMineProjects } from "./projects/new-mines.ts";
import type { ProjectRecord } from "./projects/record.ts";

export { projectIds, type ProjectRecord } from "./projects/record.ts";

/**
 * Capital expenditure per tonne of yearly copper output, US$: Quellaveco and Tía María together, US$7,302 million for
 * 450,000 t a year (external.csv PF035, PF037, PF067, PF068), to the nearest hundred. Apart: 16,667 and 15,017.
 */
export const capexUsdPerYearlyTonne = 16_200;

/**
 * The projects that Sections 3.2 and 3.3 name, and those of the ministry's portfolio that our sources describe. That they are
 * 23, as the paper counts, is chance: it names only eight.
 */
export const projects: readonly ProjectRecord[] = [
  ...committedProjects,
  ...newMineProjects,
  ...expansionProjects,
  ...listedOnlyProjects,
];
