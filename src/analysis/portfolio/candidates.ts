// Which portfolios are worth a race: all where there are few policies; else those that a surrogate finds, with the effect of
// each policy and of each pair, fitted to portfolios of all sizes, and again together with those that it found first: a
// surrogate that is right on average is not for that reason right where it matters.
import { coalitionsOf, everybody } from "../shapley.ts";
import { shuffled } from "../shuffle.ts";
import { quadraticEmulator } from "../quadratic-emulator.ts";
import { meanOf, type Evaluate, type Outcome } from "./race.ts";

type Outcomes = readonly (readonly Outcome[])[];

/** Policies up to which every portfolio races. */
export const mostExhaustive = 8;

/** Portfolios that may race, and how they were found. */
export interface Candidates {
  readonly portfolios: readonly number[];
  /** Portfolios that the surrogate was fitted to; 0 where all race. */
  readonly screened: number;
  /** Root mean square error of the surrogate's net local value at a portfolio that it was not fitted to; null where all race. */
  readonly surrogateError: number | null;
}

/** How a screening is done. */
export interface ScreeningSize {
  /** Random orders of the policies, each followed by its reverse; all portfolios on their way are run. */
  readonly orderPairs: number;
  /** How many; none of them chooses among those that race, or tells how good they are. */
  readonly seeds: number;
  /** Portfolios that race, for each budget. */
  readonly keep: number;
  readonly key: string;
}

/** The portfolios that may be best within any of some budgets. The empty one is always among them. */
export async function candidatesOf(
  n: number,
  budgets: readonly number[],
  { orderPairs, keep, key }: Omit<ScreeningSize, "seeds">,
  seeds: readonly number[],
  evaluate: Evaluate,
): Promise<Candidates> {
  if (n <= mostExhaustive) {
    return {
      portfolios: Array.from({ length: 1 << n }, (_, portfolio) => portfolio),
      screened: 0,
      surrogateError: null,
    };
  }
  const alone = Array.from({ length: n }, (_, i) => 1 << i);
  const orders = Array.from({ length: orderPairs }, (_, pair) => shuffled(n, `portfolios ${key}`, pair));
  const onTheWay = orders.flatMap((order) => [...coalitionsOf(order), ...coalitionsOf(order.toReversed())]);
  const first = [...new Set([0, everybody(n), ...alone, ...onTheWay])];
  const search = (design: readonly number[], outcomes: Outcomes) => {
    const points = design.map((portfolio) => membersOf(portfolio, n));
    const [value, cost] = (["value", "cost"] as const).map((part) =>
      quadraticEmulator(
        points,
        outcomes.map((ofPortfolio) => meanOf(ofPortfolio, part)),
        false,
      ),
    );
    const found = budgets.flatMap((budget) =>
      climb(
        n,
        (portfolio) => value.predict(membersOf(portfolio, n)),
        (portfolio) => cost.predict(membersOf(portfolio, n)) <= budget,
        keep,
      ),
    );
    return { found: new Set(found), error: Math.sqrt(value.errorVariance) };
  };
  const ofFirst = await evaluate(first, seeds, 0);
  const more = [...search(first, ofFirst).found].filter((portfolio) => !first.includes(portfolio));
  const design = [...first, ...more];
  const { found, error } = search(design, [...ofFirst, ...(await evaluate(more, seeds, 0))]);
  return {
    portfolios: [...new Set([0, ...found])].sort((a, b) => a - b),
    screened: design.length,
    surrogateError: error,
  };
}

/**
 * The best portfolios that hill climbing meets: from the empty portfolio and from each policy alone, by the best of adding,
 * dropping and swapping a policy.
 */
function climb(
  n: number,
  worth: (portfolio: number) => number,
  fits: (portfolio: number) => boolean,
  keep: number,
): number[] {
  const met = new Map<number, number>();
  const look = (portfolio: number) => {
    if (!met.has(portfolio)) met.set(portfolio, fits(portfolio) ? worth(portfolio) : -Infinity);
    return met.get(portfolio) as number;
  };
  for (const start of [0, ...Array.from({ length: n }, (_, i) => 1 << i)]) {
    let here = start;
    let height = look(here);
    for (;;) {
      const next = neighboursOf(here, n).reduce((a, b) => (look(b) > look(a) ? b : a));
      if (look(next) <= height) break;
      here = next;
      height = look(here);
    }
  }
  return [...met]
    .filter(([, height]) => height > -Infinity)
    .sort(([a, higher], [b, lower]) => lower - higher || a - b)
    .slice(0, keep)
    .map(([portfolio]) => portfolio);
}

function neighboursOf(portfolio: number, n: number): number[] {
  const bits = Array.from({ length: n }, (_, i) => 1 << i);
  const swaps = bits
    .filter((bit) => (portfolio & bit) !== 0)
    .flatMap((out) => bits.filter((bit) => (portfolio & bit) === 0).map((into) => (portfolio ^ out) | into));
  return [...bits.map((bit) => portfolio ^ bit), ...swaps];
}

function membersOf(portfolio: number, n: number): number[] {
  return Array.from({ length: n }, (_, i) => (portfolio >> i) & 1);
}
