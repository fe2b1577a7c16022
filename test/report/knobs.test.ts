import { describe, expect, it } from "vitest";
import type { KnobResult } from "../../src/analysis/knobs/study.ts";
import { knobSentences, knobsReport } from "../../src/report/knobs.ts";

const knob = (name: string, change: Partial<KnobResult>): KnobResult => ({
  ...{ name, kind: "parameter", unit: "share", ends: [0, 0.5], reason: null, problem: null },
  ...{ actsIn: "baseline", metricsMoved: 7, netLocalValueUsd: 2.5e6 },
  ...change,
});
const still = { actsIn: null, metricsMoved: 0, netLocalValueUsd: 0 };
const study = {
  ...{ scenario: "baseline", seeds: 2, months: 36, population: 60, runs: 40, metrics: 80 },
  knobs: [
    knob("little", {}),
    knob("much", { netLocalValueUsd: 40e6, actsIn: "full-package" }),
    knob("resting", { ...still, reason: "it waits for a shock" }),
    knob("dead", { ...still, problem: "inert without a reason" }),
    knob("listed", { reason: "said to rest", problem: "listed as inert, but it acts" }),
  ],
};

describe("the report of a study of knobs", () => {
  it("tells what acts, what rests for a reason, and what is wrong", () => {
    expect(knobSentences(study)).toEqual([
      "3 of 5 knobs move some metric between the ends of their ranges; 1 is inert for a reason (40 runs, 2 seeds, 60 firms, 36 months).",
      "Inert: resting (it waits for a shock).",
      "DEAD, without a reason: dead.",
      "Listed as inert, but acting: listed.",
    ]);
  });

  it("tells of one knob, and one run", () => {
    const alone = { ...study, seeds: 1, runs: 1, knobs: [knob("much", {})] };
    expect(knobSentences(alone)).toEqual([
      "1 of 1 knob moves some metric between the ends of its range; 0 are inert for a reason (1 run, 1 seed, 60 firms, 36 months).",
    ]);
  });

  it("shows first what moves net local value most, in US$ million a year", () => {
    const rows = knobsReport(study).split("\n").slice(-5);
    expect(rows.map((line) => line.trim().split(/ {2,}/))).toEqual([
      ["much", "0, 0.5", "full-package", "7 of 80", "40.00"],
      ["little", "0, 0.5", "baseline", "7 of 80", "2.50"],
      ["listed", "0, 0.5", "baseline", "7 of 80", "2.50"],
      ["resting", "0, 0.5", "nowhere", "0 of 80", "0.00"],
      ["dead", "0, 0.5", "nowhere", "0 of 80", "0.00"],
    ]);
  });
});
