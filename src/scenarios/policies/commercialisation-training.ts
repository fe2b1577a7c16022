import * as z from "zod/mini";
import { definePolicy, raise } from "../policy.ts";
import { numberSetting } from "../setting.ts";

/** Skills to finance, protect and manage innovation (4.3). */
export const commercialisationTraining = definePolicy({
  id: "commercialisation-training",
  title: "Training in commercialisation",
  pillar: "innovation",
  form: "programme",
  mechanism:
    "Trained firms manage projects better, so that stages succeed more often, and protect what they have made, so that they keep more of the saving. It acts only where there are challenges to solve and ways to prove a solution.",
  afterwards: "The public programme ends for all; contracts that were agreed stay.",
  source: "Table 4; Section 4.3",
  rampMonths: 24,
  fixedCostUsdPerYear: 500_000,
  perUseCost: "coaching of each project of a trained firm (parameter commercialisationCoachingUsd)",
  settings: z.strictObject({
    trainedShare: numberSetting({
      default: 0.5,
      low: 0,
      high: 1,
      unit: "share of firms",
      meaning: "Peruvian firms that are trained",
    }),
    successGain: numberSetting({
      default: 0.08,
      low: 0,
      high: 0.3,
      unit: "probability",
      meaning: "added to a trained firm's chance that a stage succeeds",
    }),
    premiumGain: numberSetting({
      default: 0.08,
      low: 0,
      high: 0.3,
      unit: "share of the saving",
      meaning: "added to the part of the saving that it is paid",
    }),
  }),
  recipe: ({ commercialisation }, settings, strength, base) => {
    raise(commercialisation, base.commercialisation, settings, strength);
  },
});
