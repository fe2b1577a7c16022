// How often our own properties are tried; what is tried are the arbitraries of eslabon/testing.
export { policyIds, scenarioInputs, seeds } from "../../src/testing/scenario-arbitraries.ts";

/**
 * Properties try the same cases each time, so that a failure is a change of the code; FAST_CHECK_SEED and FAST_CHECK_RUNS try
 * others, and more.
 */
export function trying(numRuns: number): { seed: number; numRuns: number } {
  const { FAST_CHECK_SEED: seed = "1", FAST_CHECK_RUNS: factor = "1" } = process.env;
  return { seed: Number(seed), numRuns: numRuns * Number(factor) };
}
