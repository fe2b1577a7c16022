// How a hypothesis is decided, by a rule fixed in advance: every deciding contrast is tested two-sided by a paired t test;
// Holm's procedure holds the chance of any false finding in the family; the sign decides between support and contradiction.
import { mean, variance } from "d3-array";
import { pValueOfMean } from "../mean-test.ts";
import type { Contrast } from "./hypothesis.ts";

/** What a contrast or a hypothesis comes to. */
export type HypothesisFinding = "supported" | "contradicted" | "not told apart";

/**
 * Two-sided p-value of a t test of the mean against 0. Values that do not vary at all are tested by their signs, and have p 1 when
 * all are 0; without two values there is no test, and p is 1.
 */
export function pValue(values: readonly number[]): number {
  const n = values.length;
  if (n < 2) return 1;
  return pValueOfMean(mean(values) ?? 0, variance(values) ?? 0, n, values);
}

/** What a contrast says: on which side of 0 its mean lies, if told apart at the level. */
export function findingOf(
  claimed: Contrast["claimed"],
  meanValue: number,
  adjustedP: number,
  level: number,
): HypothesisFinding {
  if (!(adjustedP <= level)) return "not told apart";
  return meanValue > 0 === (claimed === "above 0") ? "supported" : "contradicted";
}

/** A hypothesis is contradicted when any deciding contrast is, and supported only when all are. */
export function together(findings: readonly HypothesisFinding[]): HypothesisFinding {
  if (findings.includes("contradicted")) return "contradicted";
  return findings.length > 0 && findings.every((finding) => finding === "supported")
    ? "supported"
    : "not told apart";
}
