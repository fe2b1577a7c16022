import * as z from "zod/mini";
import { definePolicy, raise } from "../policy.ts";
import { numberSetting } from "../setting.ts";

/** Forums where suppliers meet buyers (4.2). */
export const matchmaking = definePolicy({
  id: "matchmaking",
  title: "Supplier matchmaking forums",
  pillar: "participation",
  form: "programme",
  mechanism:
    "Firms meet a buyer and gain a tie, by which they hear of tenders and are trusted a little more. Ties fade unless work follows.",
  afterwards: "Ties fade at their own pace; contracts that they led to stay.",
  source: "Table 4; Section 4.2",
  rampMonths: 12,
  fixedCostUsdPerYear: 600_000,
  settings: z.strictObject({
    matchmakingTiesPerYear: numberSetting({
      default: 0.4,
      low: 0,
      high: 1,
      unit: "ties a firm and year",
      meaning: "new ties with a buyer",
    }),
  }),
  recipe: ({ information }, settings, strength, base) => {
    raise(information, base.information, settings, strength);
  },
});
