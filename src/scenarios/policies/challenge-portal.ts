import * as z from "zod/mini";
import { definePolicy, raise } from "../policy.ts";
import { numberSetting } from "../setting.ts";

/** Demand-driven innovation: mines say what they have not solved (4.3). */
export const challengePortal = definePolicy({
  id: "challenge-portal",
  title: "Challenge portal",
  pillar: "innovation",
  form: "programme",
  mechanism:
    "More of the challenges that are open to newcomers are disclosed, those already standing included, so that suppliers can work on what mines will buy.",
  afterwards: "Challenges above the baseline's probability are no longer offered; projects under way go on.",
  source: "Table 4; Section 4.3 (Link Miners, Expande)",
  rampMonths: 24,
  fixedCostUsdPerYear: 800_000,
  settings: z.strictObject({
    disclosure: numberSetting({
      default: 0.7,
      low: 0,
      high: 1,
      unit: "probability",
      meaning: "an open challenge is disclosed",
    }),
  }),
  recipe: ({ challenges }, settings, strength, base) => {
    raise(challenges, base.challenges, settings, strength);
  },
});
