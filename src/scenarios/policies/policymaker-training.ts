import * as z from "zod/mini";
import { definePolicy, raise } from "../policy.ts";
import { numberSetting } from "../setting.ts";

/** Policymakers learn to design and manage innovation policy (4.1, 3.6). */
export const policymakerTraining = definePolicy({
  id: "policymaker-training",
  title: "Training of policymakers",
  pillar: "institutionalisation",
  form: "programme",
  mechanism:
    "Officials who know the instruments deliver more of what a programme was designed to do. It acts on every other public programme, and on nothing alone.",
  afterwards: "Nothing: officials move on.",
  source: "Table 4; Sections 3.6, 4.1",
  rampMonths: 36,
  delayMonths: 12,
  fixedCostUsdPerYear: 500_000,
  settings: z.strictObject({
    delivery: numberSetting({
      default: 0.95,
      low: 0,
      high: 1,
      unit: "share",
      meaning: "part of a policy's design that the administration delivers",
    }),
  }),
  recipe: ({ governance }, settings, strength, base) => {
    raise(governance, base.governance, settings, strength);
  },
});
