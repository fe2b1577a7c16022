import * as z from "zod/mini";
import { definePolicy, raise } from "../policy.ts";
import { numberSetting } from "../setting.ts";

/** Business and organisational skills by small business development centres (4.2). */
export const businessTraining = definePolicy({
  id: "business-training",
  title: "Business training",
  pillar: "participation",
  form: "programme",
  mechanism:
    "Courses raise organisational capability, which registers ask for and which limits how far a firm can grow. The first gate to open is registration; size follows over years.",
  afterwards: "What firms have learnt stays, as do registrations.",
  perUseCost: "a place in a course (parameter trainingPlaceUsd)",
  source: "Table 4; Section 4.2",
  rampMonths: 24,
  fixedCostUsdPerYear: 1_000_000,
  settings: z.strictObject({
    placesShare: numberSetting({
      default: 0.15,
      low: 0,
      high: 1,
      unit: "share of firms a year",
      meaning: "Peruvian firms that get a course",
    }),
  }),
  recipe: ({ training }, settings, strength, base) => {
    raise(training, base.training, settings, strength);
  },
});
