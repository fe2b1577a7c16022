// Ranking and selection under common random numbers: portfolios race over growing numbers of seeds, and drop out when they
// surely cost too much or when one that is surely affordable surely beats them (Nelson, Swann, Goldsman and Song 2001; paired
// differences as in Nelson and Matejcik 1995). What is left is a set that the seeds do not tell apart.
import { estimate, type Estimate } from "../effects.ts";
import { simultaneousConfidence } from "../simultaneous.ts";

/** What a portfolio does under one seed, against no policy: the local value that it adds, and what it costs the public. */
export interface Outcome {
  readonly value: number;
  readonly cost: number;
}

/**
 * Outcomes by portfolio and seed. A portfolio is a number whose bit i says whether policy i is in it.
 *
 * @param world Which parameters hold: 0 for the default, k for the k-th accepted point.
 */
export type Evaluate = (
  portfolios: readonly number[],
  seeds: readonly number[],
  world: number,
) => Promise<readonly (readonly Outcome[])[]>;

/** A portfolio and its outcomes so far, one per seed. */
export interface Racer {
  readonly portfolio: number;
  readonly outcomes: readonly Outcome[];
}

/** A race's end. */
export interface Race {
  /** For each budget those that may be the best within it; they have run with every seed. */
  readonly left: readonly (readonly Racer[])[];
  /** Everybody, with the outcomes until it dropped out. */
  readonly all: readonly Racer[];
}

/** Shares of the seeds after which racers are looked at. */
const stages = [0.25, 0.5, 1] as const;
/** Seeds before the first look: costs of few uses are often the same in two or three, which looks like certainty and is none. */
const fewestSeeds = 4;

/** Mean over outcomes. */
export function meanOf(outcomes: readonly Outcome[], part: keyof Outcome): number {
  return outcomes.reduce((sum, outcome) => sum + outcome[part], 0) / outcomes.length;
}

/** The best among those whose mean cost a budget covers; undefined without any. */
export function bestWithin(racers: readonly Racer[], budget: number): Racer | undefined {
  return racers
    .filter(({ outcomes }) => meanOf(outcomes, "cost") <= budget)
    .toSorted(betterFirst)
    .at(0);
}

/** Order by mean value; of those that bring the same, as with a policy that does nothing, the cheapest comes first. */
export function betterFirst(a: Racer, b: Racer): number {
  const byMean = (part: keyof Outcome) => meanOf(a.outcomes, part) - meanOf(b.outcomes, part);
  return -byMean("value") || byMean("cost") || a.portfolio - b.portfolio;
}

/**
 * The best among those whose mean cost is surely within a budget; undefined without any. Only such a one may rule
 * others out: one that is within by luck would rule out the best that really is.
 */
function surelyBestWithin(racers: readonly Racer[], budget: number, confidence: number): Racer | undefined {
  return bestWithin(
    racers.filter((racer) => costOf(racer, confidence).high <= budget),
    budget,
  );
}

/** Tests that may each rule the best of some portfolios out: of its own cost, and of the cost and the lead of every other. */
export function testsAmong(portfolios: number): number {
  return 2 * portfolios + 1;
}

/** Lets portfolios race over the seeds 1 to `seeds`, until they are out for each of the budgets. */
export async function race(
  portfolios: readonly number[],
  budgets: readonly number[],
  { seeds, confidence }: { seeds: number; confidence: number },
  evaluate: Evaluate,
): Promise<Race> {
  const done = new Map<number, Racer>(
    portfolios.map((portfolio) => [portfolio, { portfolio, outcomes: [] }]),
  );
  const each = simultaneousConfidence(confidence, testsAmong(portfolios.length) * stages.length);
  let left: readonly (readonly Racer[])[] = [];
  let running = [...portfolios];
  let used = 0;
  for (const share of stages) {
    const upTo = Math.min(seeds, Math.max(fewestSeeds, Math.ceil(seeds * share)));
    if (upTo === used) continue;
    const fresh = Array.from({ length: upTo - used }, (_, i) => used + i + 1);
    used = upTo;
    const outcomes = await evaluate(running, fresh, 0);
    running.forEach((portfolio, i) => {
      const before = done.get(portfolio)?.outcomes ?? [];
      done.set(portfolio, { portfolio, outcomes: [...before, ...outcomes[i]] });
    });
    const racers = running.map((portfolio) => done.get(portfolio) as Racer);
    left = budgets.map((budget) => mayBeBest(racers, budget, each));
    running = running.filter((portfolio) =>
      left.some((ofBudget) => ofBudget.some((racer) => racer.portfolio === portfolio)),
    );
  }
  return { left, all: portfolios.map((portfolio) => done.get(portfolio) as Racer) };
}

/** Those that are not ruled out: neither surely beyond a budget, nor surely beaten by one that is surely within. */
export function mayBeBest(racers: readonly Racer[], budget: number, confidence: number): readonly Racer[] {
  const best = surelyBestWithin(racers, budget, confidence);
  return racers.filter((racer) => {
    if (costOf(racer, confidence).low > budget) return false;
    return best === undefined || racer === best || leadOf(best, racer, confidence).low <= 0;
  });
}

/** A portfolio's mean cost with its interval. */
export function costOf({ outcomes }: Racer, confidence: number): Estimate {
  return estimate(
    outcomes.map(({ cost }) => cost),
    confidence,
  );
}

/** By how much one portfolio's value exceeds another's, seed by seed. */
function leadOf(best: Racer, other: Racer, confidence: number): Estimate {
  const differences = best.outcomes.map(({ value }, i) => value - other.outcomes[i].value);
  return estimate(differences, confidence);
}
