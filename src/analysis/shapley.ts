// Shapley values of a game, and what goes with them. A coalition is a number whose bit i says whether player i is in it; a
// game that is known in full is a list of its values, by coalition. Pure functions.
import { beyondRounding } from "./rounding.ts";

/** Players of the largest game that is solved exactly: 2^10 coalitions. */
export const mostExactPlayers = 10;

/**
 * Shapley value of each player: its marginal contribution, on average over all orders in which the players may come. They
 * add up to the value of all less the value of none.
 *
 * @param values Value of each coalition; 2^n of them.
 */
export function shapleyValues(values: readonly number[]): number[] {
  const n = playersOf(values);
  const weights = orderWeights(n);
  return Array.from({ length: n }, (_, player) => {
    const bit = 1 << player;
    let sum = 0;
    for (let coalition = 0; coalition < values.length; coalition++) {
      if ((coalition & bit) !== 0) continue;
      sum += weights[sizeOf(coalition)] * (values[coalition | bit] - values[coalition]);
    }
    return sum;
  });
}

/**
 * Shapley interaction index (Grabisch and Roubens 1999) of each pair: the second difference that the two make, on average
 * over the orders of the others. Above 0 they are worth more together than apart; the diagonal is 0, and so is what only
 * rounding leaves of a pair that does not interact.
 */
export function shapleyInteractions(values: readonly number[]): number[][] {
  const n = playersOf(values);
  const weights = orderWeights(n - 1);
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (__, j) => {
      if (i === j) return 0;
      const both = (1 << i) | (1 << j);
      let sum = 0;
      for (let coalition = 0; coalition < values.length; coalition++) {
        if ((coalition & both) !== 0) continue;
        const second =
          values[coalition | both] -
          values[coalition | (1 << i)] -
          values[coalition | (1 << j)] +
          values[coalition];
        sum += weights[sizeOf(coalition)] * second;
      }
      return beyondRounding(sum, values);
    }),
  );
}

/** A player's marginal contribution as the first and as the last to come. */
export interface Ends {
  readonly firstIn: number;
  readonly lastIn: number;
}

/** What each player adds when it comes first and when it comes last. */
export function endsOf(n: number, value: (coalition: number) => number): Ends[] {
  const all = everybody(n);
  return Array.from({ length: n }, (_, player) => ({
    firstIn: value(1 << player) - value(0),
    lastIn: value(all) - value(all & ~(1 << player)),
  }));
}

/**
 * Estimated Shapley values from orders: each player's marginal contribution on average over them. They add up to the value
 * of all less the value of none whatever the orders.
 */
export function shapleyOverOrders(
  orders: readonly (readonly number[])[],
  value: (coalition: number) => number,
): number[] {
  const sums = orders[0].map(() => 0);
  for (const order of orders) {
    let coalition = 0;
    for (const player of order) {
      const next = coalition | (1 << player);
      sums[player] += value(next) - value(coalition);
      coalition = next;
    }
  }
  return sums.map((sum) => sum / orders.length);
}

/** The coalitions that an order passes through, from nobody to everybody. */
export function coalitionsOf(order: readonly number[]): number[] {
  let coalition = 0;
  return [0, ...order.map((player) => (coalition |= 1 << player))];
}

/** The coalition of all of n players. */
export function everybody(n: number): number {
  return (1 << n) - 1;
}

/** Probability that exactly a given coalition of each size stands before a given player in a random order of n. */
function orderWeights(n: number): number[] {
  const weights = [1 / n];
  for (let size = 1; size < n; size++) weights.push((weights[size - 1] * size) / (n - size));
  return weights;
}

function playersOf(values: readonly number[]): number {
  return 31 - Math.clz32(values.length);
}

function sizeOf(coalition: number): number {
  let size = 0;
  for (let rest = coalition; rest !== 0; rest &= rest - 1) size += 1;
  return size;
}
