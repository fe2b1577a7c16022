import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as eslabon from "../src/index.ts";
import { version } from "../src/version.ts";

describe("the public API", () => {
  it("is these names and no others", () => {
    expect(Object.keys(eslabon).toSorted()).toEqual([
      "InputError",
      "accountsOf",
      "attribute",
      "auditOf",
      "calibrate",
      "checkInvariants",
      "choose",
      "compare",
      "compareOver",
      "compareUntil",
      "definePolicy",
      "defineScenario",
      "diffRuns",
      "effectOf",
      "effectsOfRuns",
      "facts",
      "factsOf",
      "hypotheses",
      "lower",
      "metricNames",
      "metrics",
      "packs",
      "pairedEffect",
      "parameters",
      "planComparison",
      "policies",
      "raise",
      "restoreSimulation",
      "saveState",
      "scenarios",
      "sensitivity",
      "simulate",
      "startSimulation",
      "studyKnobs",
      "testHypotheses",
      "treasuryEffects",
      "variantOf",
    ]);
  });

  it("is of the version that package.json names", () => {
    const { version: published } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect(version).toBe(published);
  });
});
