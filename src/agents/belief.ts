// Trust is evidence (ODD 7.5): a buyer's belief about a supplier is a Beta distribution over its monthly failure rate, fed
// by what the buyer can see. The tolerance shrinks with risk (3.7.1): newcomers are shut out of risky inputs because they
// lack evidence, not only skill.
import { pow } from "../arithmetic.ts";
import type { ParameterValues } from "../data/parameters.ts";

/**
 * Upper credible value of the failure rate: mean plus `caution` standard deviations of Beta(prior + failures, prior +
 * successes). `failures` and `successes` are months of evidence, already weighted and faded.
 */
export function perceivedFailure(
  priorFailures: number,
  priorSuccesses: number,
  failures: number,
  successes: number,
  caution: number,
): number {
  const a = priorFailures + failures;
  const b = priorSuccesses + successes;
  const n = a + b;
  const mean = a / n;
  return mean + caution * Math.sqrt((mean * (1 - mean)) / (n + 1));
}

/** Perceived failure per month that a buyer accepts for a lot of the given risk. */
export function tolerance(parameters: ParameterValues, risk: number): number {
  const { toleranceAtFullRisk, toleranceSlope, toleranceExponent } = parameters;
  return toleranceAtFullRisk + toleranceSlope * pow(1 - risk, toleranceExponent);
}

/** True probability that a supplier fails in a month: it falls with the square of what it lacks in technical capability. */
export function failureProbability(parameters: ParameterValues, technical: number): number {
  const missing = 1 - technical;
  return Math.min(1, parameters.failureFloor + parameters.failureSlope * missing * missing);
}

/** Months of evidence that a month's work each month, less what fades of it, adds up to after 0, 1, 2... months. */
export function gainedTable(retention: number, months: number): Float64Array {
  const table = new Float64Array(months + 1);
  for (let age = 1; age <= months; age++) table[age] = table[age - 1] * retention + 1;
  return table;
}

/** Share of evidence (or of a tie) that is left after 0, 1, 2... months: exact products, the same on every platform. */
export function retentionTable(retention: number, months: number): Float64Array {
  const table = new Float64Array(months + 1);
  table[0] = 1;
  for (let age = 1; age <= months; age++) table[age] = table[age - 1] * retention;
  return table;
}
