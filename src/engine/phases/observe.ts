// Phase 8. The month's metrics are written down; at the end of a calendar year the ladder of value is closed.
import { endsYear, yearOfMonth } from "../../units.ts";
import { closeYear } from "../ledger.ts";
import { metricNames, readMetrics } from "../metrics.ts";
import type { Observations } from "../observations.ts";
import type { World } from "../world.ts";

export function observe(world: World, observations: Observations): void {
  const row = new Float64Array(metricNames.length);
  readMetrics(world, row);
  observations.rows.push(row);
  const runEnds = world.month === world.scenario.months - 1;
  if (endsYear(world.month) || runEnds) closeYear(world.ledger, yearOfMonth(world.month));
}
