import * as z from "zod/mini";
import { definePolicy, raise } from "../policy.ts";
import { numberSetting } from "../setting.ts";

/** Courses on registration procedures and bidding on mining projects (4.2). */
export const biddingTraining = definePolicy({
  id: "bidding-training",
  title: "Training in registration and bidding",
  pillar: "participation",
  form: "programme",
  mechanism:
    "A share of firms learns how to pass the reviews of buyers' registers, which refuse applicants whose organisation falls short and bar them for years. The gate that opens is registration.",
  afterwards: "Registrations that firms got stay; new applicants are on their own again.",
  source: "Table 4; Section 4.2",
  rampMonths: 18,
  fixedCostUsdPerYear: 400_000,
  perUseCost: "each application that it prepares (parameter biddingCourseUsd)",
  settings: z.strictObject({
    preparedShare: numberSetting({
      default: 0.5,
      low: 0,
      high: 1,
      unit: "share of firms",
      meaning: "Peruvian firms that courses reach",
    }),
    preparationGain: numberSetting({
      default: 0.1,
      low: 0,
      high: 0.3,
      unit: "organisation 0-1",
      meaning: "added to a prepared firm's organisational capability in a review",
    }),
  }),
  recipe: ({ registration }, settings, strength, base) => {
    raise(registration, base.registration, settings, strength);
  },
});
