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
      "categoryIds",
      "checkInvariants",
      "choose",
      "compare",
      "compareOver",
      "compareUntil",
      "contractKindNames",
      "definePolicy",
      "defineScenario",
      "diffRuns",
      "effectOf",
      "effectsOfRuns",
      "facts",
      "factsOf",
      "gateNames",
      "gateReached",
      "hypotheses",
      "lower",
      "metricNames",
      "metrics",
      "originNames",
      "packs",
      "pairedEffect",
      "parameters",
      "planComparison",
      "policies",
      "quadrantNames",
      "qualifyingGateNames",
      "raise",
      "restoreSimulation",
      "riskClassNames",
      "rungNames",
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

  it("hands out values that nobody can change", () => {
    const values = Object.entries(eslabon).filter(([, value]) => typeof value === "object");
    expect(values.filter(([, value]) => !Object.isFrozen(value)).map(([name]) => name)).toEqual([]);
  });

  it("is of the version that package.json names", () => {
    const { version: published } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect(version).toBe(published);
  });
});
