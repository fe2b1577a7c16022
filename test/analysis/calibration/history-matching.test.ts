import { describe, expect, it } from "vitest";
import { isAccepted, matchHistory } from "../../../src/analysis/calibration/history-matching.ts";
import { identify } from "../../../src/analysis/calibration/identification.ts";
import {
  implausibility,
  momentOf,
  worstOf,
  type FittedFact,
} from "../../../src/analysis/calibration/implausibility.ts";

/** Two facts of three factors, of which the third does nothing: truth at 0.3 and 0.7. */
const facts: readonly FittedFact[] = [
  { id: "sum", low: 0.97, high: 1.03 },
  { id: "product", low: 0.19, high: 0.23 },
];
const model = ([x, y]: readonly number[]) => [x + y, x * y];
const moments = (points: readonly (readonly number[])[]) =>
  Promise.resolve(points.map((point) => model(point).map((value) => ({ value, error: 0.002 }))));
const truth = [0.3, 0.7, 0.5];

describe("a calibration on a function whose truth is known", () => {
  const matched = matchHistory(3, facts, { samples: 64, waves: 4, key: "1" }, moments);

  it("accepts points that give the facts, and the truth is one of those that it would accept", async () => {
    const accepted = (await matched).tried.filter(isAccepted);
    expect(accepted.length).toBeGreaterThan(20);
    for (const { point } of accepted) {
      expect(Math.abs(point[0] + point[1] - 1)).toBeLessThan(0.04);
      expect(Math.abs(point[0] * point[1] - 0.21)).toBeLessThan(0.03);
    }
    expect(worstOf(facts, (await moments([truth]))[0])).toBeLessThan(0.01);
  });

  it("finds both places where the facts hold, because the facts do not tell them apart", async () => {
    const accepted = (await matched).tried.filter(isAccepted).map(({ point }) => point);
    const near = (x: number) => accepted.some((point) => Math.abs(point[0] - x) < 0.05);
    expect([near(0.3), near(0.7)]).toEqual([true, true]);
  });

  it("leaves less of the space with every wave, and accepts more of what it runs", async () => {
    const { waves } = await matched;
    expect(waves[0].spaceLeft).toBe(1);
    expect(waves[1].spaceLeft).toBeLessThan(0.5);
    expect(waves[3].accepted / waves[3].points).toBeGreaterThan(2 * (waves[0].accepted / waves[0].points));
  });

  it("learns of the factors that move the facts, and nothing of the one that does not", async () => {
    const accepted = (await matched).tried.filter(isAccepted).map(({ point }) => point);
    const [x, y, idle] = identify(accepted, 3) ?? [];
    expect([x.identified, y.identified, idle.identified]).toEqual([true, true, false]);
    expect(x.shrinkage).toBeGreaterThan(0.3);
    expect(Math.abs(idle.shrinkage)).toBeLessThan(0.15);
  });

  it("tells what is left of a range, and how far five points lie from chance; of fewer it says nothing", () => {
    const five = [0.8, 0.1, 0.35, 0.9, 0.2].map((x) => [x, 0.5]);
    const [left] = identify(five, 2) ?? [];
    // Worked out by hand: of 0.35 three fifths of the points are no larger.
    expect(left.distance).toBeCloseTo(0.6 - 0.35, 12);
    expect([left.low, left.middle, left.high].map((each) => each.toFixed(9))).toEqual(
      [0.12, 0.35, 0.88].map((each) => each.toFixed(9)),
    );
    expect(left.shrinkage).toBeCloseTo(1 - 0.76 / 0.9, 12);
    // The bound of Dvoretzky, Kiefer and Wolfowitz for an error of 0.05 shared by two.
    expect(2 * Math.exp(-2 * 5 * left.criticalDistance ** 2)).toBeCloseTo(0.025, 12);
    expect(left.identified).toBe(false);
    expect(identify(five.slice(1), 2)).toBeNull();
  });

  it("gives the same twice, and other points for another key", async () => {
    const again = await matchHistory(3, facts, { samples: 64, waves: 4, key: "1" }, moments);
    expect(again).toEqual(await matched);
    const other = await matchHistory(3, facts, { samples: 64, waves: 1, key: "2" }, moments);
    expect(other.tried[0].point).not.toEqual(again.tried[0].point);
  });

  it("stops, and accepts nothing, when no point can give the facts", async () => {
    const impossible = [{ id: "sum", low: 5, high: 5.1 }];
    const { waves, tried } = await matchHistory(2, impossible, { samples: 32, waves: 5, key: "1" }, moments);
    expect(waves.length).toBe(1);
    expect(tried.some(isAccepted)).toBe(false);
  });
});

describe("the implausibility of a fact", () => {
  it("is 3 at the bounds of a target without noise, and less with it", () => {
    const fact = { id: "x", low: 0.8, high: 1 };
    expect(implausibility(fact, { value: 1, error: 0 })).toBeCloseTo(3, 10);
    expect(implausibility(fact, { value: 1, error: 0.05 })).toBeLessThan(3);
    expect(implausibility(fact, { value: 0.9, error: 0 })).toBe(0);
  });

  it("is 0 anywhere on the right side of an open target, and counts noise alone on the other", () => {
    const fact = { id: "x", low: 0.8, high: null };
    expect(implausibility(fact, { value: 5, error: 0 })).toBe(0);
    expect(implausibility(fact, { value: 0.7, error: 0.05 })).toBeCloseTo(2, 10);
    expect(implausibility(fact, { value: 0.7, error: 0 })).toBe(Infinity);
    expect(implausibility(fact, null)).toBe(Infinity);
  });

  it("rests on the ratio of sums over seeds, and says nothing where there is nothing to divide by", () => {
    expect(momentOf([[1, 2], null, [3, 2]])?.value).toBe(1);
    // Residuals -1 and 1 around a ratio of 1, mean denominator 2: the standard error is sqrt(2 / 2) / 2.
    expect(momentOf([[1, 2], null, [3, 2]])?.error).toBeCloseTo(0.5, 10);
    expect(
      momentOf([
        [1, 0],
        [2, 0],
      ]),
    ).toBeNull();
    expect(momentOf([null])).toBeNull();
  });
});
