import * as z from "zod/mini";
import { definePolicy, raise } from "../policy.ts";
import { numberSetting } from "../setting.ts";

/** Courses on the global standards that miners ask for (4.2). */
export const standardsCompliance = definePolicy({
  id: "standards-compliance",
  title: "Compliance with global standards",
  pillar: "participation",
  form: "programme",
  mechanism:
    "Courses raise how far firms already work to standards, so that the next certificate takes them less money and less time. The gate that opens is the certificate; what miners believe does not change.",
  afterwards: "What firms have learnt, and the certificates that they got, stay.",
  source: "Table 4; Section 4.2",
  rampMonths: 24,
  fixedCostUsdPerYear: 500_000,
  perUseCost: "a place in a course (parameter standardsPlaceUsd)",
  settings: z.strictObject({
    standardsPlacesShare: numberSetting({
      default: 0.15,
      low: 0,
      high: 1,
      unit: "share of firms a year",
      meaning: "Peruvian firms that get a course on standards",
    }),
  }),
  recipe: ({ training }, settings, strength, base) => {
    raise(training, base.training, settings, strength);
  },
});
