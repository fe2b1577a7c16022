import { describe, expect, it } from "vitest";
import type {
  CalibratedFact,
  CalibratedParameter,
  Calibration,
} from "../../src/analysis/calibration/calibration.ts";
import { calibrationReport, calibrationSentences } from "../../src/report/calibration.ts";

const shares = { middle: 0.5, distance: 0.4, criticalDistance: 0.3 };
const parameters: CalibratedParameter[] = [
  {
    ...{ name: "caution", unit: "", low: 1, high: 3, default: 2 },
    identification: { ...shares, low: 0.25, high: 0.5, shrinkage: 0.72, identified: true },
  },
  {
    ...{ name: "trialMonths", unit: "months", low: 2, high: 12, default: 6 },
    identification: { ...shares, low: 0, high: 0.9, shrinkage: 0.01, identified: false },
  },
  { name: "learningRate", unit: "", low: 0, high: 0.01, default: 0.0035, identification: null },
];
const at = (value: number, inside: boolean) => ({ moment: { value, error: 0.01 }, inside });
const fact = (id: string, change: Partial<CalibratedFact>): CalibratedFact => ({
  ...{ id, fact: id, role: "fitted", target: "0.2 to 0.4", unit: "share", fitted: true },
  ...{ default: at(0.3, true), closest: at(0.31, true) },
  ...{ acceptedLow: 0.25, acceptedHigh: 0.45, acceptedInside: 0.75 },
  ...change,
});
const calibration = {
  manifest: { scenario: "baseline", seeds: 4, runs: 132 },
  parameters,
  facts: [
    fact("kept", {}),
    fact("won", { default: at(0.5, false) }),
    fact("lost", { role: "check", fitted: false, closest: at(0.7, false) }),
    fact("given", { role: "input", fitted: false }),
    fact("unseen", {
      ...{ role: "check", fitted: false, default: { moment: null, inside: false }, closest: null },
      ...{ acceptedLow: null, acceptedHigh: null, acceptedInside: null },
    }),
  ],
  waves: [
    { points: 16, accepted: 1, spaceLeft: 1 },
    { points: 16, accepted: 0, spaceLeft: 0.125 },
  ],
  default: { implausibility: 1.5, accepted: true },
  closest: { values: {}, implausibility: 0.5, wave: 2 },
  accepted: [{ values: {}, implausibility: 2, wave: 1 }],
} as unknown as Calibration;

describe("the report of a calibration", () => {
  const [head, waves, ofParameters, ofFacts] = calibrationReport(calibration, { width: 1000 }).split("\n\n");
  const cellsOf = (text: string) =>
    text
      .split("\n")
      .slice(2)
      .map((line) => line.trim().split(/ {2,}/));

  it("says what was tried and what is accepted", () => {
    expect(head.replaceAll("\n", " ")).toBe(
      'Calibration of "baseline": 3 parameters over their ranges, 32 points in 2 waves, 4 seeds each, 132 runs. 1 point is accepted, where no fitted fact lies further than 3 standard deviations from its target.',
    );
    expect(cellsOf(waves)).toEqual([
      ["1", "100.0 %", "16", "1"],
      ["2", "12.5 %", "16", "0"],
    ]);
  });

  it("says of one parameter and one wave that they are one", () => {
    const one = { ...calibration, parameters: parameters.slice(1, 2), waves: calibration.waves.slice(1) };
    expect(calibrationReport(one, { width: 1000 })).toMatch(
      /: 1 parameter over its range, 16 points in 1 wave, 4 seeds each/,
    );
    // Without a fact that settles anything before it, "they" would be the default values.
    expect(calibrationSentences(one)[1]).toMatch(/^The facts do not settle trialMonths: /);
  });

  it("shows in a parameter's own unit what is left of its range, and whether facts settle it", () => {
    expect(cellsOf(ofParameters)).toEqual([
      ["caution", "2.00", "[1.00, 3.00]", "[1.50, 2.00]", "72 %", "yes"],
      ["trialMonths", "6.0", "[2.0, 12.0]", "[2.0, 11.0]", "1 %", "no"],
      ["learningRate", "0.0035", "[0.0000, 0.0100]", "-", "-", "too few points"],
    ]);
  });

  it("shows each fact with the default and the best point, and how often the accepted ones meet it", () => {
    expect(cellsOf(ofFacts)).toEqual([
      ["kept", "fitted", "0.2 to 0.4", "0.300", "0.310", "[0.250, 0.450]", "75 %"],
      ["won", "fitted", "0.2 to 0.4", "0.500 outside", "0.310", "[0.250, 0.450]", "75 %"],
      ["lost", "held out", "0.2 to 0.4", "0.300", "0.700 outside", "[0.250, 0.450]", "75 %"],
      ["given", "input", "0.2 to 0.4", "0.300", "0.310", "[0.250, 0.450]", "75 %"],
      ["unseen", "held out", "0.2 to 0.4", "-", "-", "-", "not measured"],
    ]);
  });

  it("says what the facts settle and leave open, and what the closest point wins and loses", () => {
    expect(calibrationSentences(calibration).slice(0, -1)).toEqual([
      "The default values are in the accepted set (implausibility 1.50).",
      "The facts say something of caution.",
      "They do not settle trialMonths: the accepted values are not told apart from any drawn at random, so results should be looked at over the set.",
      "The closest point meets what the default misses: won.",
      "The closest point misses what the default meets: lost (held out).",
    ]);
    const none = { ...calibration, accepted: [], closest: null, parameters: [] };
    expect(calibrationSentences({ ...none, default: { implausibility: 4.2, accepted: false } })).toEqual([
      "The default values are not in the accepted set (implausibility 4.20; 3 is the limit).",
      "No point is accepted: widen ranges, vary other parameters, or doubt the model.",
      expect.stringMatching(/^Held-out facts were not looked at /),
    ]);
    const impossible = { ...none, default: { implausibility: null, accepted: false } };
    expect(calibrationSentences(impossible)[0]).toMatch(
      /^The default values are not in the accepted set: a fitted/,
    );
  });
});
