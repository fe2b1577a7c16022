// What tests of models and policies built on this library need: the entry point `eslabon/testing`, apart from the core because it
// needs fast-check, which is a tester's own dependency.
export {
  checkPolicy,
  type PolicyCheckName,
  type PolicyCheckOptions,
  type PolicyFailure,
} from "./testing/check-policy.ts";
export { dataPacks } from "./testing/pack-arbitraries.ts";
export { assertInvariants } from "./testing/assert-invariants.ts";
export { invariants, type InvariantName } from "./engine/invariants.ts";
export {
  parameterValues,
  policyIds,
  policyRequests,
  scenarioInputs,
  seeds,
} from "./testing/scenario-arbitraries.ts";
export { institutions, runs, worlds, type RunSize } from "./testing/world-arbitraries.ts";
