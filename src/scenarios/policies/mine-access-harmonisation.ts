import * as z from "zod/mini";
import { definePolicy, raise } from "../policy.ts";
import { numberSetting } from "../setting.ts";

/** One registration and one access procedure for all mines (Table 4). */
export const mineAccessHarmonisation = definePolicy({
  id: "mine-access-harmonisation",
  title: "Mine-access harmonisation",
  pillar: "participation",
  form: "programme",
  mechanism:
    "A firm registered with one buyer counts as registered with all, so that the review is passed once and not buyer by buyer.",
  afterwards: "Registers stand alone again; a registration holds where it was made.",
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
  recipe: ({ registration }, settings, strength, base) => {
    raise(registration, base.registration, settings, strength);
  },
});
