import * as z from "zod/mini";
import { definePolicy, raise } from "../policy.ts";
import { numberSetting } from "../setting.ts";

/** Mines must publish what they buy, and tell losers why (4.2). */
export const transparencyMandate = definePolicy({
  id: "transparency-mandate",
  title: "Transparency mandate",
  pillar: "participation",
  form: "law",
  mechanism:
    "Firms hear of tenders without ties or registration, and losers learn that they were not trusted.",
  source: "Table 4; Section 4.2",
  afterwards: "Contracts and registrations won meanwhile stay.",
  rampMonths: 18,
  fixedCostUsdPerYear: 1_200_000,
  settings: z.strictObject({
    tenderPublicity: numberSetting({
      default: 0.5,
      low: 0,
      high: 1,
      unit: "probability",
      meaning: "a tender is heard of by anyone",
    }),
    loserFeedback: numberSetting({
      default: 0.8,
      low: 0,
      high: 1,
      unit: "probability",
      meaning: "a loser is told that it was not trusted",
    }),
  }),
  recipe: ({ information }, settings, strength, base) => {
    raise(information, base.information, settings, strength);
  },
});
