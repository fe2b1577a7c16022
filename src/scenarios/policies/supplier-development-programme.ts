import * as z from "zod/mini";
import { definePolicy } from "../policy.ts";
import { numberSetting } from "../setting.ts";

/** Antamina's programme, scaled to all large mines (Table A2, 3.5.2). */
export const supplierDevelopmentProgramme = definePolicy({
  id: "supplier-development-programme",
  title: "Supplier development programme",
  pillar: "existing",
  form: "private",
  mechanism:
    "Large mines take in able firms, tell them their challenges and open the site for their trials before awarding contracts. The state pays for it, since nothing obliges or rewards mines to run one (4.2).",
  source: "Table A2; Sections 3.5.2, 4.2",
  afterwards: "Firms in the programme finish it; ties fade at their own pace.",
  rampMonths: 12,
  fixedCostUsdPerYear: 600_000,
  settings: z.strictObject({
    firmsPerLargeMine: numberSetting({
      default: 3,
      low: 0,
      high: 20,
      unit: "firms a year",
      meaning: "firms that each large mine takes in, at the default population",
    }),
  }),
  recipe: ({ supplierDevelopment }, { firmsPerLargeMine }, strength) => {
    supplierDevelopment.firmsPerLargeMine += firmsPerLargeMine * strength;
  },
});
