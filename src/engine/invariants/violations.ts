// What a broken invariant says: its name, where it broke, what was found and expected, and how to see it again.
import type { Scenario } from "../../scenarios/scenario.ts";
import { centsPerUsd } from "../../units.ts";
import type { PhaseName } from "../event-phases.ts";

/** The invariants of a run, by name. */
export const invariants = {
  "payments-are-receipts": "what buyers pay is what suppliers and oligopolies receive and imports cost",
  "spend-is-placed-once":
    "local value, imported content and remitted profit make up the spend, in every cell",
  "rungs-in-order":
    "spend is at least rung 1, rung 1 at least rung 3, and rung 3 at least rung 2, in every cell",
  "what-stands-is-the-contracts":
    "what a month without failures brings is the sum over the contracts in force",
  "whole-cents": "every amount of the books is a whole number of cents",
  "year-adds-up": "a year's ladder is the sum of its months, whichever way it is cut",
  "treasury-by-policy": "public money of a month is the sum of what was paid in each policy's name",
  "one-holder": "a lot has exactly one holder or is open",
  "one-due-date": "a lot has one due date: the end of its contract, or a coming month while it is open",
  "term-in-range": "a contract is as long as its quadrant or its kind allows",
  "work-within-capacity": "no supplier has more work in hand than capacity",
  "work-is-booked": "the work that a supplier has booked is that of its contracts and subcontracts",
  "shares-within-bounds": "capabilities, shares and ties lie between 0 and 1, certificates between 0 and 3",
  "records-never-shrink": "raw counts of deliveries and failures never shrink",
  "registrations-are-kept": "a registration is never lost",
  "bonds-are-noted": "no register entry, tie or evidence of a pair is overlooked for want of its mark",
  "certificates-are-kept": "a certificate is never lost",
  "evidence-is-not-negative": "evidence is a number of months of 0 or more",
  "departed-are-gone": "a firm that left holds no contract, does no subcontract and is on no list of bidders",
  "bidders-are-in-the-market":
    "every firm in the market stands once on the list of each line that it offers, a Peruvian one among the Peruvian firms",
  "needs-are-locked-in": "no challenge is open for a need that an adopted technology has locked in",
  "funnel-adds-up":
    "every firm looked at in a tender is counted once, at the first gate that it failed or as winner",
  "winners-passed-every-gate": "nobody wins a tender whose gate it failed",
  "series-are-complete": "a run hands over one finite number a month for each metric",
  "ladder-is-the-metrics": "the ladder's tables agree with each other and with the monthly metrics",
  "treasury-is-the-metrics": "the treasury's rows agree with the monthly public cost",
  "events-account-for-the-ledger":
    "the event log accounts for the ledger: from it alone follow every rung, flow, public payment and firm's cash",
  "same-seed-same-run": "a scenario and a seed always give the same run",
} as const;

/** Name of an invariant. */
export type InvariantName = keyof typeof invariants;

/** Phase of a month whose work an invariant judges. */
export type MonthPhase = PhaseName | "observe";

/** A broken invariant. */
export interface Violation {
  /** Name of the invariant that is broken. */
  readonly name: InvariantName;
  /** Missing when a world was checked without saying its seed. */
  readonly seed?: string;
  /** Month in which it was found; null when it concerns the whole run. */
  readonly month: number | null;
  /** The phase whose work it judges. */
  readonly phase?: MonthPhase;
  /** The entities concerned, as `lot 12` or `supplier 4`. */
  readonly ids: readonly string[];
  /** All of it as one sentence: where, what was found, what was expected. */
  readonly message: string;
  /** A program that leads to the month. */
  readonly replay: string;
}

/** What a check found wrong, before it is known where. */
export interface Finding {
  readonly name: InvariantName;
  readonly phase?: MonthPhase;
  readonly ids?: readonly string[];
  readonly found: string;
  readonly expected: string;
  readonly month?: number;
}

/** A finding, put into its run and month. */
export function violation(
  finding: Finding,
  scenario: Scenario,
  seed: string | number | undefined,
  month: number | null,
): Violation {
  const { name, phase, ids = [], found, expected } = finding;
  const at = finding.month ?? month;
  const where = [
    ...(seed === undefined ? [] : [`seed ${seed}`]),
    ...(at === null ? [] : [`month ${at}`]),
    ...(phase === undefined ? [] : [`phase ${phase}`]),
    ...ids,
  ].join(", ");
  return {
    name,
    ...(seed === undefined ? {} : { seed: String(seed) }),
    month: at,
    ...(phase === undefined ? {} : { phase }),
    ids,
    message: `${name} (${where}): found ${found}, expected ${expected}; ${invariants[name]}`,
    replay: replayOf(scenario, seed, at),
  };
}

/** A program that runs a scenario up to and including a month. */
function replayOf(scenario: Scenario, seed: string | number | undefined, month: number | null): string {
  const { id, canonical, beyondRanges, reproducible } = scenario;
  const ranges = beyondRanges ? `"beyondRanges":true,` : "";
  const content = `{"id":${JSON.stringify(id)},${ranges}${canonical.slice(1)}`;
  const options = `{ seed: ${seed === undefined ? "the run's seed" : JSON.stringify(seed)} }`;
  const note = reproducible ? "" : "// put the scenario's own policies in place of their names\n";
  if (month === null) return `${note}simulate(${content}, ${options})`;
  const start = `const run = startSimulation(${content}, ${options});`;
  return `${note}${start}\nwhile (run.month < ${month}) run.step();`;
}

/** Cents as dollars, for messages. */
export function dollars(cents: number): string {
  return `${(cents / centsPerUsd).toFixed(2)} US$`;
}
