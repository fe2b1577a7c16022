// What sets a scenario apart from its baseline besides policies: their difference is then not the policies' effect alone.
import { canonicalJson } from "../scenarios/canonical.ts";
import type { Scenario } from "../scenarios/scenario.ts";

type World = Pick<Scenario, "parameters" | "shocks">;

/** Names of the parameters in which a scenario differs from the baseline of the same pack, and "shocks" where these differ. */
export function besidesPolicies(scenario: World, baseline: World): string[] {
  const names = new Set([...Object.keys(scenario.parameters), ...Object.keys(baseline.parameters)]);
  const differing = [...names].filter((name) => scenario.parameters[name] !== baseline.parameters[name]);
  return [...differing.sort(), ...(shocksOf(scenario) === shocksOf(baseline) ? [] : ["shocks"])];
}

/** Shocks in one text, whatever the order in which they were written. */
function shocksOf({ shocks }: World): string {
  return shocks.map(canonicalJson).sort().join("\n");
}
