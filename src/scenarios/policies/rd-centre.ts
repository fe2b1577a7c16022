import * as z from "zod/mini";
import { definePolicy, mix, raise } from "../policy.ts";
import { numberSetting } from "../setting.ts";

/** A public-private centre for applied copper research in the mining region (4.3). */
export const rdCentre = definePolicy({
  id: "rd-centre",
  title: "Applied R&D centre",
  pillar: "innovation",
  form: "programme",
  mechanism:
    "Suppliers can do their R&D with a centre for nothing but mining, staffed by foreign and local researchers: stages succeed more often than with any partner of today, and cost what they cost a firm alone, for as many projects as it has places.",
  afterwards: "Projects that succeeded, and what they changed, stay.",
  source: "Table 4; Section 4.3; external CH047, CH048: US$12.5 million a year for a centre in Chile",
  rampMonths: 36,
  delayMonths: 12,
  fixedCostUsdPerYear: 6_000_000,
  settings: z.strictObject({
    centrePlaces: numberSetting({
      default: 6,
      low: 0,
      high: 60,
      unit: "projects",
      meaning: "projects that it can take part in at a time, at the default population",
    }),
    centreSuccess: numberSetting({
      default: 1.25,
      low: 1,
      high: 1.5,
      unit: "factor",
      meaning: "stage success with the centre",
    }),
    centreCost: numberSetting({
      default: 1,
      low: 0.5,
      high: 1.5,
      unit: "factor",
      meaning: "project cost with it",
    }),
  }),
  recipe: ({ research }, { centrePlaces, centreSuccess, centreCost }, strength, base) => {
    raise(research, base.research, { centrePlaces, centreSuccess }, strength);
    research.centreCost = mix(base.research.centreCost, centreCost, strength);
  },
});
