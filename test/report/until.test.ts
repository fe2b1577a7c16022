import { describe, expect, it } from "vitest";
import { untilSentence } from "../../src/report/until.ts";

const asked = { metric: "localValueNetUsd", halfWidth: 5e6, firstSeeds: 20 } as const;
const effects = [
  { scenario: "a", needed: 30, difference: 9e6, low: 5e6, high: 13e6 },
  { scenario: "b", needed: 90, difference: -2e6, low: -9e6, high: 5e6 },
];

describe("the sentence on a comparison with a stopping rule", () => {
  it("says what was wanted, and what was had where seeds did not suffice, in the unit of the tables", () => {
    const result = { ...asked, effects, comparison: {} as never };
    expect(untilSentence({ ...result, reached: true, seeds: 30 })).toBe(
      "30 seeds gave every effect on localValueNetUsd an interval of 5.00 US$ million a year or less to each side (Stein's rule, from the variance of the first 20).",
    );
    expect(untilSentence({ ...result, reached: false, seeds: 40 })).toBe(
      "40 seeds did not suffice: the widest interval on localValueNetUsd is of 7.00 US$ million a year to each side, wanted were 5.00 US$ million a year.",
    );
    const counted = { ...result, metric: "adoptions" as const, halfWidth: 0.25, reached: true, seeds: 30 };
    expect(untilSentence(counted)).toContain(" on adoptions an interval of 0.250 adoptions a year or less ");
  });
});
