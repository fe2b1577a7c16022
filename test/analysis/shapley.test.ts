import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  coalitionsOf,
  endsOf,
  shapleyInteractions,
  shapleyOverOrders,
  shapleyValues,
} from "../../src/analysis/shapley.ts";

const game = (n: number, value: (has: (player: number) => boolean) => number) =>
  Array.from({ length: 1 << n }, (_, coalition) => value((player) => (coalition & (1 << player)) !== 0));

const games = fc
  .integer({ min: 2, max: 6 })
  .chain((n) => fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 << n, maxLength: 1 << n }));

describe("Shapley values", () => {
  it("are those of the glove game: one left glove, two right ones", () => {
    const values = shapleyValues(game(3, (has) => (has(0) && (has(1) || has(2)) ? 1 : 0)));
    expect(values[0]).toBeCloseTo(2 / 3, 14);
    expect(values[1]).toBeCloseTo(1 / 6, 14);
    expect(values[2]).toBeCloseTo(1 / 6, 14);
  });

  it("are those of the airport game: each stretch of runway is shared by those that need it", () => {
    // Littlechild and Owen: costs 8, 11, 13, 18 give 2, 3, 4 and 9.
    const costs = [8, 11, 13, 18];
    const values = shapleyValues(game(4, (has) => Math.max(0, ...costs.filter((_, i) => has(i)))));
    [2, 3, 4, 9].forEach((expected, i) => expect(values[i]).toBeCloseTo(expected, 12));
  });

  it("share a unanimity game equally among those that it needs, and give dummies nothing", () => {
    const values = shapleyValues(game(5, (has) => (has(1) && has(3) && has(4) ? 6 : 0)));
    [0, 2, 0, 2, 2].forEach((expected, i) => expect(values[i]).toBeCloseTo(expected, 12));
  });

  it("are the same for players that add the same to every coalition", () => {
    const values = shapleyValues(game(4, (has) => (Number(has(0)) + Number(has(1))) ** 2 + (has(2) ? 5 : 0)));
    expect(values[0]).toBeCloseTo(values[1], 12);
    expect(values[2]).toBeCloseTo(5, 12);
  });

  it("add up to what all are worth less what nobody is worth, in every game", () => {
    fc.assert(
      fc.property(games, (values) => {
        const sum = shapleyValues(values).reduce((total, value) => total + value, 0);
        expect(sum).toBeCloseTo((values.at(-1) ?? 0) - values[0], 8);
      }),
    );
  });

  it("are the average over all orders", () => {
    const values = game(3, (has) => (has(0) ? 1 : 0) + (has(0) && has(1) ? 4 : 0) + (has(2) ? 2 : 0));
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    const average = shapleyOverOrders(orders, (coalition) => values[coalition]);
    shapleyValues(values).forEach((value, i) => expect(average[i]).toBeCloseTo(value, 12));
  });

  it("solve a game of ten players", () => {
    const values = shapleyValues(game(10, (has) => (has(0) && has(9) ? 1 : 0)));
    expect(values[0]).toBeCloseTo(0.5, 12);
    expect(values[5]).toBe(0);
  });
});

describe("Shapley interactions", () => {
  it("are above 0 for complements, below 0 for substitutes, and 0 for strangers", () => {
    const matrix = shapleyInteractions(
      game(4, (has) => (has(0) && has(1) ? 1 : 0) + (has(2) || has(3) ? 1 : 0)),
    );
    expect(matrix[0][1]).toBeCloseTo(1, 12);
    expect(matrix[2][3]).toBeCloseTo(-1, 12);
    expect(matrix[0][2]).toBeCloseTo(0, 12);
    expect(matrix[1][0]).toBe(matrix[0][1]);
    expect(matrix.map((row, i) => row[i])).toEqual([0, 0, 0, 0]);
  });

  it("average the second difference over the orders of the others", () => {
    // A unanimity game of three: a pair needs the third, which has come before in half of the orders.
    const matrix = shapleyInteractions(game(3, (has) => (has(0) && has(1) && has(2) ? 1 : 0)));
    expect(matrix[0][1]).toBeCloseTo(0.5, 12);
  });
});

describe("Shapley interactions of sums of money", () => {
  it("are exactly 0 for strangers, whatever rounding leaves of their sums", () => {
    const amounts = [0.1, 700_000.1, 800_000.2, 1_200_000.3];
    const values = game(4, (has) => amounts.reduce((sum, each, i) => sum + (has(i) ? each : 0), 69_230.77));
    const left = values[3] - values[1] - values[2] + values[0];
    expect(left).not.toBe(0);
    for (const row of shapleyInteractions(values)) expect(row).toEqual([0, 0, 0, 0]);
  });

  it("keep a cent in a billion dollars", () => {
    const values = game(2, (has) => 1e9 + (has(0) && has(1) ? 0.01 : 0));
    expect(shapleyInteractions(values)[0][1]).toBeCloseTo(0.01, 6);
  });
});

describe("orders and ends", () => {
  it("pass from nobody to everybody, one player at a time", () => {
    expect(coalitionsOf([2, 0, 1])).toEqual([0, 4, 5, 7]);
  });

  it("say what a player adds to nobody, whatever that is worth", () => {
    const [first] = endsOf(1, (coalition) => (coalition === 0 ? 5 : 7));
    expect(first).toEqual({ firstIn: 2, lastIn: 2 });
  });

  it("say what a player adds as the first and as the last", () => {
    const values = game(2, (has) => (has(0) && has(1) ? 10 : has(0) ? 1 : has(1) ? 2 : 0));
    expect(endsOf(2, (coalition) => values[coalition])).toEqual([
      { firstIn: 1, lastIn: 8 },
      { firstIn: 2, lastIn: 9 },
    ]);
  });
});
