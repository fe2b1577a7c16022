// A caution beside effects: where an assumption or a shock was changed beside policies, and not in the baseline.
import type { ComparedScenario } from "../analysis/compared-scenarios.ts";
import { listed } from "./numbers.ts";

/** So many names that a reader sees what was changed. */
const mostNames = 3;

/** Which effects are not of policies alone; no sentence where all are. */
export function mixedSentences(
  [baseline, ...others]: readonly Pick<ComparedScenario, "id" | "policies" | "besidesPolicies">[],
  nameOf: (scenario: string) => string = (scenario) => scenario,
): string[] {
  const samePolicies = (policies: readonly string[]) => policies.join() === baseline.policies.join();
  const mixed = others.filter((each) => each.besidesPolicies.length > 0 && !samePolicies(each.policies));
  if (mixed.length === 0) return [];
  const names = mixed.map(({ id, besidesPolicies }) => `${nameOf(id)} (${shortened(besidesPolicies)})`);
  return [
    `Not the effect of policies alone: ${listed(names)} ${names.length === 1 ? "differs" : "differ"} from the baseline in ` +
      "what stands in brackets too. A baseline that has the same tells what policies do there.",
  ];
}

function shortened(names: readonly string[]): string {
  const more = names.length - mostNames;
  return listed(more > 0 ? [...names.slice(0, mostNames), `${more} more`] : names);
}
