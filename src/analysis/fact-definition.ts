// What a fact is (ODD 1): bounds for something that is measured on runs.
import type { MetricName, Run } from "../engine/observations.ts";
import type { Problem } from "../errors.ts";
import { monthsPerYear } from "../units.ts";

/** How a fact is used: fitted by choice of parameters, taken in as data, or compared without fitting. */
export type FactRole = "fitted" | "input" | "check";

/** A run's part of a fact, as numerator and denominator; null when the run has nothing to measure. */
export type Measure = readonly [numerator: number, denominator: number] | null;

/** A fact and how it is measured. */
export interface FactDefinition {
  readonly id: string;
  readonly fact: string;
  readonly role: FactRole;
  readonly target: string;
  readonly low: number | null;
  readonly high: number | null;
  /** Whether the bounds themselves lie outside. */
  readonly strict?: boolean;
  readonly unit: string;
  readonly source: string;
  readonly measure: (run: Run) => Measure;
  /** Why a run may have nothing to measure. */
  readonly nothing: string;
  /** What in the model decides it: the reason to look at when it is outside. */
  readonly reason: string;
  /** Ids of the outside figures that the target is made of; the paper's facts have none. */
  readonly figures?: readonly string[];
  /** Why the bounds lie where they lie, chosen before any run was looked at. */
  readonly tolerance?: string;
}

/** The years of the paper's fieldwork: 2017 to 2019. */
export const paperMonths = 3 * monthsPerYear;

/** What is wrong with a horizon over which facts are asked for: they are of the paper's years. */
export function horizonProblems(months: number, path = "months"): Problem[] {
  if (months >= paperMonths) return [];
  const expected = `at least ${paperMonths} months: the facts are of 2017 to 2019`;
  return [{ path, value: months, expected }];
}

/** Sum of a metric over months [from, to). */
export function sumOf(run: Run, metric: MetricName, fromMonth: number, toMonth: number): number {
  return run.metrics[metric].slice(fromMonth, toMonth).reduce((total, value) => total + value, 0);
}
