import * as z from "zod/mini";
import { definePolicy, mix } from "../policy.ts";
import { numberSetting } from "../setting.ts";

/** Innovate Peru's funds, scaled: doubled, or switched off with a probability of 0 (Table A2, 3.6). */
export const innovatePeru = definePolicy({
  id: "innovate-peru",
  title: "Innovate Peru funds",
  pillar: "existing",
  form: "programme",
  mechanism:
    "Competitions pay part of projects that firms could not finance, and the chance of winning one makes others worth starting. The baseline has the funds at their present size: this policy makes them larger, or ends them.",
  afterwards: "Projects under way keep what they were granted.",
  source: "Table A2; Section 3.6; external IN013, IN015",
  rampMonths: 12,
  fixedCostUsdPerYear: 0,
  perUseCost: "part of each project that wins (grantShare of its cost)",
  settings: z.strictObject({
    grantProbability: numberSetting({
      default: 0.16,
      low: 0,
      high: 1,
      unit: "probability",
      meaning: "a project wins a grant",
    }),
    grantShare: numberSetting({
      default: 0.5,
      low: 0,
      high: 0.9,
      unit: "share of cost",
      meaning: "what the grant pays",
    }),
  }),
  recipe: ({ finance }, { grantProbability, grantShare }, strength, base) => {
    finance.grantProbability = mix(base.finance.grantProbability, grantProbability, strength);
    finance.grantShare = mix(base.finance.grantShare, grantShare, strength);
  },
});
