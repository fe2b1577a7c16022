// The scenarios of a comparison or a study by their names, and what sets each apart from the baseline besides policies: their
// difference is then not the policies' effect alone.
import { canonicalJson } from "../scenarios/canonical.ts";
import type { PolicyInForce } from "../scenarios/policy.ts";
import { describePolicy } from "../scenarios/policy-request.ts";
import type { Scenario } from "../scenarios/scenario.ts";

/** A scenario as a comparison names it. */
export interface ComparedScenario {
  /** Kebab-case name. */
  readonly id: string;
  /** A line for tables and charts. */
  readonly title: string;
  /** Hash of its canonical content, 16 hexadecimal digits. */
  readonly hash: string;
  /** Ids of its policies, in their order. */
  readonly policies: readonly string[];
  /** In what else it differs from the baseline: names of parameters, and "shocks". Then an effect is not of policies alone. */
  readonly besidesPolicies: readonly string[];
  /** First month in which a policy of it or of the baseline is in force that the other has not, or has otherwise; null without one. */
  readonly policiesFromMonth: number | null;
}

/** Scenarios of one data pack by their names, the baseline first. */
export function comparedScenarios(scenarios: readonly Scenario[]): ComparedScenario[] {
  return scenarios.map((scenario) => ({
    id: scenario.id,
    title: scenario.title,
    hash: scenario.hash,
    policies: scenario.policies.map(({ policy }) => policy.id),
    besidesPolicies: besidesPolicies(scenario, scenarios[0]),
    policiesFromMonth: policiesFromMonth(scenario, scenarios[0]),
  }));
}

function besidesPolicies(scenario: Scenario, baseline: Scenario): string[] {
  const names = Object.keys({ ...scenario.parameters, ...baseline.parameters }).sort();
  const differing = names.filter((name) => scenario.parameters[name] !== baseline.parameters[name]);
  return [...differing, ...(shocksOf(scenario) === shocksOf(baseline) ? [] : ["shocks"])];
}

function policiesFromMonth(scenario: Scenario, baseline: Scenario): number | null {
  const asText = (policy: PolicyInForce) => canonicalJson(describePolicy(policy));
  const lacking = (one: Scenario, other: Scenario) => {
    const others = new Set(other.policies.map(asText));
    return one.policies.filter((policy) => !others.has(asText(policy)));
  };
  const own = [...lacking(scenario, baseline), ...lacking(baseline, scenario)];
  return own.length === 0 ? null : Math.min(...own.map(({ startMonth }) => startMonth));
}

/** Shocks in one text, whatever the order in which they were written. */
function shocksOf({ shocks }: Scenario): string {
  return shocks.map(canonicalJson).sort().join("\n");
}
