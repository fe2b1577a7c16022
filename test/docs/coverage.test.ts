import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bootstrapEstimate } from "../../src/analysis/bootstrap.ts";
import { estimate } from "../../src/analysis/effects.ts";
import { draw, normalFrom } from "../../src/random.ts";

const page = readFileSync("docs/verification-and-validation.md", "utf8");

/** A difference of a seed, by sample and place; its true mean; and how the page calls it. */
type Values = (sample: number, place: number) => number;
const uniform = (sample: number, place: number, which: number) => draw(77, which, sample, place);
const normal = (sample: number, place: number, which: number) => normalFrom(uniform(sample, place, which));
const kinds: readonly (readonly [row: string, mean: number, value: Values])[] = [
  ["normal", 0, (s, i) => normal(s, i, 0)],
  [
    "heavy tails",
    0,
    (s, i) => normal(s, i, 1) / Math.hypot(...[2, 3, 4].map((which) => normal(s, i, which))),
  ],
  ["skewed (exponential)", 1, (s, i) => -Math.log(1 - uniform(s, i, 5))],
  ["very skewed (lognormal)", Math.exp(0.5), (s, i) => Math.exp(normal(s, i, 6))],
  ["0 but for one seed in twenty", 0.05, (s, i) => Number(uniform(s, i, 7) < 0.05)],
];

/** Percent of samples whose interval of 95 % holds the mean. */
function covered(
  samples: number,
  n: number,
  [, mean, value]: (typeof kinds)[number],
  interval: (values: readonly number[]) => { readonly low: number; readonly high: number },
): number {
  let held = 0;
  for (let sample = 0; sample < samples; sample++) {
    const { low, high } = interval(Array.from({ length: n }, (_, i) => value(sample, i)));
    if (low <= mean && mean <= high) held += 1;
  }
  return (100 * held) / samples;
}

describe("the page on how far intervals hold", () => {
  it.each(kinds)("tells what is counted of differences that are %s", (...kind) => {
    const [row] = kind;
    const line = page.split("\n").find((each) => each.startsWith(`| ${row}`)) ?? "";
    const [t8, t20, bootstrap8, bootstrap20] = [...line.matchAll(/\| (\d+) %/g)].map(([, told]) =>
      Number(told),
    );
    // Four standard errors of a share over so many samples, and what the page rounds.
    expect(Math.abs(covered(2000, 8, kind, estimate) - t8)).toBeLessThan(4);
    expect(Math.abs(covered(2000, 20, kind, estimate) - t20)).toBeLessThan(4);
    const resampled = (values: readonly number[]) => bootstrapEstimate(values, 0.95, 500);
    expect(Math.abs(covered(500, 8, kind, resampled) - bootstrap8)).toBeLessThan(8);
    expect(Math.abs(covered(500, 20, kind, resampled) - bootstrap20)).toBeLessThan(8);
  });
});
