// What is wrong with a recipe itself: found by asking it at many strengths, without a run, so that the cause is told and not what
// came of it in some run.
import { freeze } from "immer";
import { resolveParameters } from "../data/parameter-values.ts";
import { describeProblem } from "../errors.ts";
import { baselineInstitutions, type Institutions } from "../scenarios/institutions.ts";
import { applyPolicy, type Policy, type PolicyInForce } from "../scenarios/policy.ts";
import { recipeProblems } from "../scenarios/recipe-check.ts";
import { defineScenario } from "../scenarios/scenario.ts";

/** Strengths asked: those of a linear ramp of so many months. */
const steps = 50;

/**
 * What is wrong with a policy's recipe, in words; undefined when at every strength it changes the rules that it is given, each time
 * in the same way, to values that they may have.
 *
 * @throws InputError when the settings are not those of the policy.
 */
export function recipeFault(policy: Policy, settings: object): string | undefined {
  // As in a run: frozen, and at strength 0 a scenario does not ask the recipe yet.
  const request = { policy, settings, startMonth: 0, strength: 0 };
  const [own] = defineScenario({ id: "recipe", policies: [request] }).policies;
  const baseline = freeze(baselineInstitutions(resolveParameters()), true);
  for (let step = 1; step <= steps; step++) {
    const wrong = faultAt(baseline, { ...own, strength: step / steps });
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function faultAt(baseline: Institutions, inForce: PolicyInForce): string | undefined {
  let ignored: string | undefined;
  const policy = heard(inForce.policy, (what) => (ignored = what));
  const listening = { ...inForce, policy };
  const [problem] = recipeProblems(baseline, [listening]);
  if (problem !== undefined)
    return `on the way to strength ${inForce.strength} ${describeProblem({ ...problem, path: "" })}`;
  if (ignored !== undefined) {
    return `at strength ${inForce.strength} found ${ignored} returned, expected a recipe that changes the rules it is given and returns nothing`;
  }
  const [first, second] = [1, 2].map(() => applyPolicy(baseline, baseline, listening, inForce.strength)[0]);
  if (JSON.stringify(first) !== JSON.stringify(second)) {
    return `at strength ${inForce.strength} found other rules when asked again, expected the same: a recipe draws nothing, asks no clock and remembers nothing`;
  }
  return undefined;
}

/** A policy that tells when its recipe returns an object that is not the draft: a promise, or rules that nobody reads. */
function heard(policy: Policy, tell: (what: string) => void): Policy {
  const recipe = policy.recipe as unknown as (...given: readonly unknown[]) => unknown;
  const listening = (...given: readonly unknown[]) => {
    const returned = recipe(...given);
    if (returned instanceof Promise) {
      // It goes on when the draft is closed; what it throws then is this fault over again.
      returned.catch(() => undefined);
      tell("a promise");
    } else if (typeof returned === "object" && returned !== null && !given.includes(returned)) {
      tell("an object");
    }
  };
  return { ...policy, recipe: listening };
}
