import * as z from "zod/mini";
import { definePolicy, raise } from "../policy.ts";
import { numberSetting } from "../setting.ts";

/** A long-term strategy for the sector, with priorities that governments keep (4.1). */
export const nationalStrategy = definePolicy({
  id: "national-strategy",
  title: "National strategy",
  pillar: "institutionalisation",
  form: "programme",
  mechanism:
    "Programmes that stand in an agreed long-term strategy survive changes of government more often, and overlap less. It opens no gate itself: it makes what others do last.",
  afterwards: "Nothing: without the strategy, programmes depend on the government of the day again.",
  source: "Table 4; Section 4.1",
  rampMonths: 24,
  fixedCostUsdPerYear: 400_000,
  settings: z.strictObject({
    programmeSurvival: numberSetting({
      default: 0.82,
      low: 0,
      high: 1,
      unit: "probability",
      meaning: "a programme survives a change of government",
    }),
    coordination: numberSetting({
      default: 0.4,
      low: 0,
      high: 1,
      unit: "share",
      meaning: "part of the loss by duplicate efforts that is avoided",
    }),
  }),
  recipe: ({ governance }, settings, strength, base) => {
    raise(governance, base.governance, settings, strength);
  },
});
