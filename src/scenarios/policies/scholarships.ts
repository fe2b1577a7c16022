import * as z from "zod/mini";
import { definePolicy, raise } from "../policy.ts";
import { numberSetting } from "../setting.ts";

/** Scholarships abroad in fields that mining needs (4.3). */
export const scholarships = definePolicy({
  id: "scholarships",
  title: "Scholarships abroad",
  pillar: "innovation",
  form: "programme",
  mechanism: "Skilled people return after years: firms learn faster and their projects succeed more often.",
  source: "Table 4; Sections 3.7.2, 4.3",
  afterwards: "Skill that firms have built stays; the index falls back to the baseline's.",
  rampMonths: 84,
  delayMonths: 36,
  fixedCostUsdPerYear: 4_000_000,
  settings: z.strictObject({
    skilledPeople: numberSetting({
      default: 0.7,
      low: 0,
      high: 1,
      unit: "index 0-1",
      meaning: "availability of skilled people in the end",
    }),
  }),
  recipe: ({ humanCapital }, settings, strength, base) => {
    raise(humanCapital, base.humanCapital, settings, strength);
  },
});
