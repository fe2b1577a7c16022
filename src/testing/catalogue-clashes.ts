// Which policies of the catalogue a policy cannot stand beside: found from the rules that both set, without a run.
import { resolveParameters } from "../data/parameter-values.ts";
import { InputError, type Problem } from "../errors.ts";
import { scenarios } from "../scenarios/catalogue.ts";
import { compositionProblems } from "../scenarios/composition.ts";
import { baselineInstitutions } from "../scenarios/institutions.ts";
import { checkPolicies } from "../scenarios/policy-request.ts";
import type { Policy, PolicyInForce } from "../scenarios/policy.ts";

/** A policy of the catalogue beside which a policy cannot stand. */
export interface CatalogueClash {
  readonly policyId: string;
  /** The value that both set, and what a policy should do instead, in words. */
  readonly words: string;
}

/** In force, and half-way there: on a ramp two policies may differ that agree at its end. */
const strengthsTried = [1, 0.5];

/**
 * The policies of the catalogue, in each form in which its scenarios have them, with which the rules that hold would depend on an
 * order; each policy once. A policy of the catalogue is not tried beside itself.
 *
 * @throws InputError when the settings are not those of the policy.
 */
export function catalogueClashes(policy: Policy, settings: object): CatalogueClash[] {
  const problems: Problem[] = [];
  const [own] = checkPolicies([{ policy, settings, startMonth: 0 }], undefined, problems);
  if (problems.length > 0) throw new InputError(`policy "${policy.id}"`, problems);
  const baseline = baselineInstitutions(resolveParameters());
  const found = new Map<string, string>();
  for (const other of catalogueForms()) {
    if (other.policy.id === policy.id || found.has(other.policy.id)) continue;
    for (const strength of strengthsTried) {
      const [clash] = compositionProblems(baseline, [other, { ...own, strength }]);
      if (clash !== undefined) found.set(other.policy.id, clash.expected);
    }
  }
  return [...found].map(([policyId, words]) => ({ policyId, words }));
}

/** Every policy of the catalogue as its scenarios have it, some in several forms, all in force for good. */
function catalogueForms(): PolicyInForce[] {
  const all = Object.values(scenarios).flatMap(({ policies }) => policies);
  const forms = new Map(all.map((each) => [`${each.policy.id} ${JSON.stringify(each.settings)}`, each]));
  return [...forms.values()].map((each) => ({ ...each, startMonth: 0, endMonth: Infinity }));
}
