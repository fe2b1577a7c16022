import * as z from "zod/mini";
import { definePolicy, raise } from "../policy.ts";
import { numberSetting } from "../setting.ts";

/** A ministry that champions the sector (4.1). */
export const policyChampion = definePolicy({
  id: "policy-champion",
  title: "National policy champion",
  pillar: "institutionalisation",
  form: "programme",
  mechanism:
    "One ministry answers for the sector: programmes are delivered more fully, overlap less, and have a defender when the government changes. It opens no gate itself.",
  afterwards: "Nothing: delivery and coordination fall back.",
  source: "Table 4; Sections 3.6, 4.1",
  rampMonths: 18,
  fixedCostUsdPerYear: 600_000,
  settings: z.strictObject({
    programmeSurvival: numberSetting({
      default: 0.78,
      low: 0,
      high: 1,
      unit: "probability",
      meaning: "a programme survives a change of government",
    }),
    delivery: numberSetting({
      default: 0.88,
      low: 0,
      high: 1,
      unit: "share",
      meaning: "part of a policy's design that the administration delivers",
    }),
    coordination: numberSetting({
      default: 0.6,
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
