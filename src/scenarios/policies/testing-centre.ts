import * as z from "zod/mini";
import { definePolicy, mix } from "../policy.ts";
import { numberSetting } from "../setting.ts";

/** A place to prove solutions at scale, which breaks the catch-22 of 4.3. */
export const testingCentre = definePolicy({
  id: "testing-centre",
  title: "Testing centre",
  pillar: "innovation",
  form: "programme",
  mechanism:
    "Prototypes that no mine opens for can be tried at scale. A passed trial is evidence that every miner believes; it changes belief, not skill.",
  source: "Table 4; Section 4.3 (Chile's M2TC); external CH020",
  afterwards: "Evidence from passed trials fades as all evidence does.",
  rampMonths: 24,
  fixedCostUsdPerYear: 3_000_000,
  settings: z.strictObject({
    slotsPerMonth: numberSetting({
      default: 1,
      low: 0,
      high: 20,
      unit: "trials a month",
      meaning: "trials that the centre can run, at the default population",
    }),
    priceUsd: numberSetting({
      default: 50_000,
      low: 0,
      high: 500_000,
      unit: "US$ a trial",
      meaning: "what a firm pays for a trial",
    }),
  }),
  recipe: (rules, { slotsPerMonth, priceUsd }, strength, base) => {
    rules.testing.slotsPerMonth += slotsPerMonth * strength;
    rules.testing.priceUsd = mix(base.testing.priceUsd, priceUsd, strength);
  },
});
