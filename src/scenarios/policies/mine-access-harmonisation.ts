import * as z from "zod";
import { definePolicy, raise } from "../policy.ts";
import { numberSetting } from "../setting.ts";

/** One registration and one access procedure for all mines (Table 4). */
export const mineAccessHarmonisation = definePolicy({
  id: "mine-access-harmonisation",
  title: "Mine-access harmonisation",
  pillar: "participation",
  form: "programme",
  mechanism: "A firm registered with one buyer counts as registered with all.",
  source: "Table 4",
  rampMonths: 24,
  fixedCostUsdPerYear: 400_000,
  settings: z.strictObject({
    mutualRecognition: numberSetting({
      default: 1,
      low: 0,
      high: 1,
      unit: "share of firms",
      meaning: "firms whose one registration serves all mines",
    }),
  }),
  recipe: ({ registration }, { mutualRecognition }, strength) => {
    registration.mutualRecognition = raise(registration.mutualRecognition, mutualRecognition, strength);
  },
});
