import { describe, expect, it } from "vitest";
import {
  draw,
  drawPrefix,
  drawWith,
  hashPair,
  hashWords,
  lognormalFrom,
  normalFrom,
  poissonFrom,
  Process,
  rootKey,
  triangularFrom,
} from "../src/random.ts";

/** MurmurHash3 x86_32 of bytes after its published description, with whole numbers instead of 32-bit tricks. */
function murmur3(bytes: readonly number[], seed: number): number {
  const mask = 0xffffffffn;
  const rotate = (value: bigint, by: bigint) => ((value << by) | (value >> (32n - by))) & mask;
  let hash = BigInt(seed) & mask;
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    let word = 0n;
    for (let i = 3; i >= 0; i--) word = (word << 8n) | BigInt(bytes[at + i]);
    word = (rotate((word * 0xcc9e2d51n) & mask, 15n) * 0x1b873593n) & mask;
    hash = (rotate(hash ^ word, 13n) * 5n + 0xe6546b64n) & mask;
  }
  hash ^= BigInt(bytes.length);
  hash = ((hash ^ (hash >> 16n)) * 0x85ebca6bn) & mask;
  hash = ((hash ^ (hash >> 13n)) * 0xc2b2ae35n) & mask;
  return Number(hash ^ (hash >> 16n));
}

function bytesOf(words: readonly number[]): number[] {
  return words.flatMap((word) => [0, 8, 16, 24].map((shift) => (word >>> shift) & 255));
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]) => {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
};
const many = Array.from({ length: 40_000 }, (_, month) =>
  draw(rootKey("moments"), Process.bidNoise, 11, 3, month),
);

describe("the hash", () => {
  it.each([
    [[], 0, 0x00000000],
    [[], 1, 0x514e28b7],
    [[], 0xffffffff, 0x81f16f39],
    [[0x00000000], 0, 0x2362f9de],
    [[0xffffffff], 0, 0x76293b50],
    [[0x87654321], 0, 0xf55b516b],
    [[0x87654321], 0x5082edee, 0x2362f9de],
  ])("is MurmurHash3 x86_32: %j with seed %i gives the published value", (words, seed, published) => {
    expect(hashWords(words, seed) >>> 0).toBe(published);
    expect(murmur3(bytesOf(words), seed)).toBe(published);
  });

  it("agrees with an independent implementation on words of any number", () => {
    for (let length = 0; length <= 8; length++) {
      for (let seed = -3; seed < 20; seed++) {
        const words = Array.from({ length }, (_, i) => Math.imul(i * 7919 + seed, 0x9e3779b1) | 0);
        expect(hashWords(words, seed) >>> 0).toBe(murmur3(bytesOf(words), seed >>> 0));
      }
    }
  });

  it("of a pair is that of its two words", () => {
    const words = [0, 1, -1, 7, -123_456, 0x87654321];
    for (const first of words) {
      for (const second of words) expect(hashPair(first, second)).toBe(hashWords([first, second]));
    }
  });

  it("makes a draw of the four words process, entity, other and month, with the run's key as its seed", () => {
    const root = rootKey(7);
    const words = [Process.hearTender, -123_456, 99, -60];
    const [process, entity, other, month] = words as [number, number, number, number];
    expect(draw(root, process, entity, other, month)).toBe(murmur3(bytesOf(words), root >>> 0) / 2 ** 32);
  });
});

describe("a draw", () => {
  it("is a pure function of its key: a prefix and the last word give the same as all words together", () => {
    const root = rootKey("a seed");
    for (let entity = -50; entity < 50; entity++) {
      const prefix = drawPrefix(root, Process.bidNoise, entity, 5);
      expect(drawWith(prefix, 40 - entity)).toBe(draw(root, Process.bidNoise, entity, 5, 40 - entity));
    }
  });

  it("changes with every part of its key", () => {
    const root = rootKey(1);
    const values = [
      draw(root, 1, 2, 3, 4),
      draw(rootKey(2), 1, 2, 3, 4),
      draw(root, 5, 2, 3, 4),
      draw(root, 1, 5, 3, 4),
      draw(root, 1, 2, 5, 4),
      draw(root, 1, 2, 3, 5),
      draw(root, 1, 2, 4, 3),
    ];
    expect(new Set(values).size).toBe(values.length);
  });

  it("is uniform on [0, 1): its mean, its variance and its hundredths are as they should be", () => {
    expect(Math.min(...many)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...many)).toBeLessThan(1);
    expect(mean(many)).toBeCloseTo(0.5, 2);
    expect(variance(many)).toBeCloseTo(1 / 12, 2);
    const cells = new Array<number>(100).fill(0);
    for (const value of many) cells[Math.floor(100 * value)] += 1;
    const chiSquare = cells.reduce((sum, count) => sum + (count - 400) ** 2 / 400, 0);
    // 99 degrees of freedom: 0.1 % lie above 148.
    expect(chiSquare).toBeLessThan(148);
  });

  it.each([
    ["month", (i: number) => draw(rootKey(3), 4, 5, 6, i), (i: number) => draw(rootKey(3), 4, 5, 6, i + 1)],
    ["entity", (i: number) => draw(rootKey(3), 4, i, 6, 7), (i: number) => draw(rootKey(3), 4, i + 1, 6, 7)],
    ["other", (i: number) => draw(rootKey(3), 4, 5, i, 7), (i: number) => draw(rootKey(3), 4, 5, i + 1, 7)],
    ["process", (i: number) => draw(rootKey(3), 4, i, 6, 7), (i: number) => draw(rootKey(3), 5, i, 6, 7)],
    ["seed", (i: number) => draw(rootKey(i), 4, 5, 6, 7), (i: number) => draw(rootKey(i + 1), 4, 5, 6, 7)],
  ])("does not depend on the draw of the next %s", (_, first, second) => {
    const places = Array.from({ length: 10_000 }, (__, i) => i);
    const a = places.map(first);
    const b = places.map(second);
    const covariance = mean(a.map((value, i) => (value - 0.5) * (b[i] - 0.5)));
    // The standard error of a correlation of 10,000 pairs is 0.01.
    expect(Math.abs(covariance * 12)).toBeLessThan(0.04);
  });

  it("differs between any two processes, whose numbers are all different", () => {
    const numbers = Object.values(Process);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(new Set(numbers.map((process) => draw(rootKey(1), process, 1, 2, 3))).size).toBe(numbers.length);
  });
});

describe("a seed", () => {
  it("is the same as a number and as its decimal text", () => {
    expect(rootKey(7)).toBe(rootKey("7"));
    expect(rootKey(-12)).toBe(rootKey("-12"));
  });

  it("gives another key than any other seed", () => {
    const keys = Array.from({ length: 2000 }, (_, seed) => rootKey(seed));
    expect(new Set(keys).size).toBe(keys.length);
    expect(rootKey("a")).not.toBe(rootKey("b"));
  });
});

describe("draws of other shapes", () => {
  it("are normal with mean 0 and variance 1, and rise with the uniform draw", () => {
    const values = many.map(normalFrom);
    expect(mean(values)).toBeCloseTo(0, 1);
    expect(variance(values)).toBeCloseTo(1, 1);
    expect(mean(values.map((value) => value ** 3))).toBeCloseTo(0, 0);
    expect(normalFrom(0)).toBeGreaterThan(-8);
    expect(normalFrom(1 - 2 ** -32)).toBeLessThan(8);
    expect(normalFrom(0.2)).toBeLessThan(normalFrom(0.3));
    expect(normalFrom(0.975)).toBeCloseTo(1.96, 2);
  });

  it("are lognormal with their median and the standard deviation of the logarithm", () => {
    expect(lognormalFrom(0.5, 40, 0.8)).toBeCloseTo(40, 5);
    const logs = many.map((uniform) => Math.log(lognormalFrom(uniform, 40, 0.8)));
    expect(mean(logs)).toBeCloseTo(Math.log(40), 1);
    expect(Math.sqrt(variance(logs))).toBeCloseTo(0.8, 1);
  });

  it("are triangular with mean 0, variance 1 and bounds of the root of six", () => {
    const prefix = drawPrefix(rootKey("triangle"), Process.bidNoise, 1, 2);
    const values = Array.from({ length: 40_000 }, (_, i) => triangularFrom(prefix, i));
    expect(mean(values)).toBeCloseTo(0, 1);
    expect(variance(values)).toBeCloseTo(1, 1);
    expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(Math.sqrt(6));
  });

  it.each([0.05, 0.8, 4, 60, 2000])("are Poisson with mean and variance %d", (rate) => {
    const counts = many.map((uniform) => poissonFrom(uniform, rate));
    expect(counts.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
    const standardError = Math.sqrt(rate / counts.length);
    expect(Math.abs(mean(counts) - rate)).toBeLessThan(5 * standardError);
    expect(variance(counts) / rate).toBeGreaterThan(0.95);
    expect(variance(counts) / rate).toBeLessThan(1.05);
  });

  it("are Poisson counts that never fall when their mean rises", () => {
    for (const uniform of many.slice(0, 300)) {
      let last = 0;
      for (const rate of [0, 0.1, 0.5, 1, 3, 9, 30]) {
        const count = poissonFrom(uniform, rate);
        expect(count).toBeGreaterThanOrEqual(last);
        last = count;
      }
    }
    expect(poissonFrom(0.999999, 0)).toBe(0);
    expect(poissonFrom(0.999999, -1)).toBe(0);
  });
});
