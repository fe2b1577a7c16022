import { describe, expect, it } from "vitest";
import { domainOf } from "../../src/data/parameter-domains.ts";
import { parameterNames, parameterNumbers } from "../../src/data/parameter-values.ts";
import { checkInvariants } from "../../src/engine/invariants.ts";
import { simulate } from "../../src/engine/run.ts";
import { InputError } from "../../src/errors.ts";
import { defineScenario } from "../../src/scenarios/scenario.ts";

const size = { id: "far", months: 8, burnInMonths: 2, population: 50, beyondRanges: true };

describe("where a parameter makes sense", () => {
  it("holds its range, and is finite", () => {
    for (const name of parameterNames) {
      const { low, high } = parameterNumbers[name];
      const [lowest, highest] = domainOf(name);
      expect(lowest, name).toBeLessThanOrEqual(low);
      expect(highest, name).toBeGreaterThanOrEqual(high);
      expect(Number.isFinite(lowest) && Number.isFinite(highest), name).toBe(true);
    }
  });

  it.each([
    ["capacityPeruvianUsdPerMonth", 0, "from 1 to"],
    ["capacityChileanUsdPerMonth", 0, "from 1 to"],
    ["capacityGlobalUsdPerMonth", 0, "from 1 to"],
    ["priceLongRunMeanUsdPerLb", 0, "from 0.1 to 100"],
    ["copperProcurementUsdMillionPerYear", 0, "from 1 to 94000"],
    ["stageMonths", 0, "from 1 to 1200"],
    ["emergencyMonths", 0, "from 1 to 1200"],
    ["innovationContractMonths", 0.4, "from 1 to 1200"],
    ["callMonths", 0, "from 1 to 1200"],
    ["governmentTermMonths", 0, "from 1 to 1200"],
    ["grantShare", 2, "from 0 to 1"],
    ["priceMomentum", 450, "from 0 to 10"],
    ["tenderPublicity", 7, "from 0 to 1"],
    ["lotsPerRootSpend", 1e12, "from 0 to 60"],
    ["linesPerCategory", 1e12, "from 0 to 80"],
    ["consumables.firmsPeruvian", 1e12, "from 0 to 2000"],
  ])("a %s of %d does not, even beyond ranges", (name, value, words) => {
    expect(() => defineScenario({ ...size, parameters: { [name]: value } })).toThrow(
      new RegExp(`parameters\\.${name}: found .*, expected a number ${words}.*: no other makes sense`),
    );
  });

  it("does not where nobody buys anything", () => {
    const names = parameterNames.filter((name) => name.endsWith(".spendUsdMillion"));
    const parameters = Object.fromEntries(names.map((name) => [name, 0]));
    expect(() => defineScenario({ ...size, parameters })).toThrow(InputError);
    const { "consumables.spendUsdMillion": _, ...one } = parameters;
    expect(defineScenario({ ...size, parameters: one }).parameters).toEqual(one);
  });

  // At these ends runs gave no number, broke an invariant or did not end before they had ends.
  it.each([
    ["capacityPeruvianUsdPerMonth", 0],
    ["capacityGlobalUsdPerMonth", 1],
    ["priceLongRunMeanUsdPerLb", 0],
    ["priceLongRunMeanUsdPerLb", 1],
    ["stageMonths", 0],
    ["emergencyMonths", 0],
    ["bidNoiseSd", 1],
    ["lotSizeSd", 1],
    ["importFactorSd", 1],
    ["capacityPeruvianSd", 1],
    ["organisationForgetting", 1],
    ["lotsPerRootSpend", 1],
    ["linesPerCategory", 1],
    ["subcontractPieces", 1],
  ])("a run stays sound with %s at its end %d", (name, end) => {
    const run = simulate({ ...size, parameters: { [name]: domainOf(name)[end] } }, { seed: 1 });
    for (const [metric, months] of Object.entries(run.metrics)) {
      expect(
        months.every((value) => Number.isFinite(value)),
        metric,
      ).toBe(true);
    }
    expect(checkInvariants(run)).toEqual([]);
  });

  // Innovations are rare: here every challenge is disclosed, tried and bought within a few months.
  const inventive = {
    challengesPerMonth: 12,
    challengeDisclosure: 1,
    challengeSavingShare: 0.02,
    hearChallengeProbability: 1,
    nonIntrusiveShare: 1,
    missionCriticalShare: 0,
    projectHurdle: 0,
    stageMonths: 1,
    trialMonths: 0,
    proofSuccess: 1,
    innovationTolerance: 1,
  };

  it.each([
    ["innovationContractMonths", 0],
    ["callMonths", 0],
    ["copperProcurementUsdMillionPerYear", 0],
  ])("a run with many innovations stays sound with %s at its end %d", (name, end) => {
    const parameters = { ...inventive, [name]: domainOf(name)[end] };
    const run = simulate({ ...size, months: 24, parameters }, { seed: 1 });
    expect(Math.max(...run.metrics.adoptions)).toBeGreaterThan(0);
    expect(checkInvariants(run)).toEqual([]);
  });
});
