import * as z from "zod/mini";
import { definePolicy, raise } from "../policy.ts";
import { numberSetting } from "../setting.ts";

/** R&D with foreign universities, until local ones can do it (4.3). */
export const foreignUniversityRd = definePolicy({
  id: "foreign-university-rd",
  title: "R&D with foreign universities",
  pillar: "innovation",
  form: "programme",
  mechanism:
    "The state pays part of projects done with a foreign university. Such partners raise success now, at a price that keeps small firms away; the subsidy lets more projects start, and more of them succeed.",
  afterwards: "Projects under way keep what they were granted.",
  source: "Table 4; Sections 3.5, 4.3",
  rampMonths: 12,
  fixedCostUsdPerYear: 300_000,
  perUseCost: "part of each project with a foreign partner (foreignPartnerSubsidyShare of its cost)",
  settings: z.strictObject({
    foreignPartnerSubsidyShare: numberSetting({
      default: 0.3,
      low: 0,
      high: 0.8,
      unit: "share of cost",
      meaning: "part of R&D with a foreign partner that the state pays",
    }),
  }),
  recipe: ({ research }, settings, strength, base) => {
    raise(research, base.research, settings, strength);
  },
});
