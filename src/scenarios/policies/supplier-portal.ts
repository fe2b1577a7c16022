import * as z from "zod/mini";
import { definePolicy, raise } from "../policy.ts";
import { numberSetting } from "../setting.ts";

/** A public online portal that links suppliers and buyers (4.2). */
export const supplierPortal = definePolicy({
  id: "supplier-portal",
  title: "Online supplier portal",
  pillar: "participation",
  form: "programme",
  mechanism:
    "Mines that join post tenders, so that more firms hear of them, and suppliers show their record, so that it counts a little with buyers who have none of their own. Joining is voluntary: it publishes less than a mandate.",
  afterwards: "Contracts and ties won through it stay.",
  source: "Table 4; Section 4.2; external CH006",
  rampMonths: 18,
  fixedCostUsdPerYear: 700_000,
  settings: z.strictObject({
    tenderPublicity: numberSetting({
      default: 0.25,
      low: 0,
      high: 1,
      unit: "probability",
      meaning: "a tender is heard of by anyone",
    }),
    recordWeight: numberSetting({
      default: 0.04,
      low: 0,
      high: 0.3,
      unit: "weight",
      meaning: "added to what other buyers know of a Peruvian firm",
    }),
  }),
  recipe: ({ information }, settings, strength, base) => {
    raise(information, base.information, settings, strength);
  },
});
