// Ranking and selection under common random numbers: portfolios race over growing numbers of seeds, and drop out when they
// surely cost too much or when the best affordable one surely beats them (Nelson, Swann, Goldsman and Song 2001; paired
// differences as in Nelson and Matejcik 1995). What is left is a set that the seeds do not tell apart.
import { estimate } from "../effects.ts";
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

/** A race's end: who is left, and everybody's outcomes. */
export interface Race {
  readonly left: readonly Racer[];
  readonly all: readonly Racer[];
}

/** Shares of the seeds after which racers are looked at. */
const stages = [0.25, 0.5, 1] as const;
const fewestSeeds = 2;

/** Mean over outcomes. */
export function meanOf(outcomes: readonly Outcome[], part: keyof Outcome): number {
  return outcomes.reduce((sum, outcome) => sum + outcome[part], 0) / outcomes.length;
}

/** The best by mean value among those whose mean cost a budget covers; undefined without any. */
export function bestWithin(racers: readonly Racer[], budget: number): Racer | undefined {
  return racers
    .filter(({ outcomes }) => meanOf(outcomes, "cost") <= budget)
    .reduce<Racer | undefined>(
      (best, racer) =>
        best === undefined || meanOf(racer.outcomes, "value") > meanOf(best.outcomes, "value") ? racer : best,
      undefined,
    );
}

/** Lets portfolios race over the seeds 1 to `seeds`. */
export async function race(
  portfolios: readonly number[],
  { budget, seeds, confidence }: { budget: number; seeds: number; confidence: number },
  evaluate: Evaluate,
): Promise<Race> {
  const done = new Map<number, Racer>(
    portfolios.map((portfolio) => [portfolio, { portfolio, outcomes: [] }]),
  );
  // Every drop of every stage may be wrong: together they may be so with the confidence asked for.
  const each = simultaneousConfidence(confidence, 2 * portfolios.length * stages.length);
  let left = [...portfolios];
  let used = 0;
  for (const share of stages) {
    const upTo = Math.max(fewestSeeds, Math.ceil(seeds * share));
    if (upTo === used) continue;
    const fresh = Array.from({ length: upTo - used }, (_, i) => used + i + 1);
    used = upTo;
    const outcomes = await evaluate(left, fresh, 0);
    left.forEach((portfolio, i) => {
      const before = done.get(portfolio)?.outcomes ?? [];
      done.set(portfolio, { portfolio, outcomes: [...before, ...outcomes[i]] });
    });
    const racers = left.map((portfolio) => done.get(portfolio) as Racer);
    const best = bestWithin(racers, budget);
    left = racers.filter((racer) => stays(racer, best, budget, each)).map(({ portfolio }) => portfolio);
  }
  const of = (list: readonly number[]) => list.map((portfolio) => done.get(portfolio) as Racer);
  return { left: of(left), all: of(portfolios) };
}

function stays(racer: Racer, best: Racer | undefined, budget: number, confidence: number): boolean {
  const costs = racer.outcomes.map(({ cost }) => cost);
  if (estimate(costs, confidence).low > budget) return false;
  return best === undefined || racer === best || leadOf(best, racer, confidence).low <= 0;
}

/** By how much one portfolio's value exceeds another's, seed by seed. */
export function leadOf(best: Racer, other: Racer, confidence: number) {
  const differences = best.outcomes.map(({ value }, i) => value - other.outcomes[i].value);
  return estimate(differences, confidence);
}
