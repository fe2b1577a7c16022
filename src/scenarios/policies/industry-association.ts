import * as z from "zod/mini";
import { definePolicy, raise } from "../policy.ts";
import { numberSetting } from "../setting.ts";

/** An association that represents suppliers (4.1). */
export const industryAssociation = definePolicy({
  id: "industry-association",
  title: "Industry association",
  pillar: "institutionalisation",
  form: "private",
  mechanism:
    "Members' records travel between buyers, consortia pool free capacity, contacts are shared, and export promotion is joint. The state pays for its office; firms are free to join.",
  afterwards: "Ties fade at their own pace; consortia serve their contracts to the end.",
  source: "Table 4; Sections 3.7.2, 4.1",
  rampMonths: 36,
  fixedCostUsdPerYear: 1_000_000,
  settings: z.strictObject({
    membership: numberSetting({
      default: 0.6,
      low: 0,
      high: 1,
      unit: "share of firms",
      meaning: "Peruvian firms that join",
    }),
    referenceWeight: numberSetting({
      default: 0.14,
      low: 0,
      high: 0.5,
      unit: "weight",
      meaning: "added to the weight of members' evidence with other buyers",
    }),
    pooledCapacity: numberSetting({
      default: 0.3,
      low: 0,
      high: 1,
      unit: "share",
      meaning: "part of fellow members' free capacity that a consortium can book",
    }),
    tieGain: numberSetting({
      default: 0.3,
      low: 0,
      high: 1,
      unit: "tie 0-1",
      meaning: "tie with one buyer that a member gains in a year",
    }),
    exportFactor: numberSetting({
      default: 1.3,
      low: 1,
      high: 3,
      unit: "factor",
      meaning: "on a member's chance of a first export",
    }),
  }),
  recipe: ({ association }, settings, strength, base) => {
    raise(association, base.association, settings, strength);
  },
});
