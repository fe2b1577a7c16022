import * as z from "zod/mini";
import { definePolicy, raise } from "../policy.ts";
import { numberSetting } from "../setting.ts";

/** Support for suppliers of mining services that add value (Table 4). */
export const valueAddedServices = definePolicy({
  id: "value-added-services",
  title: "Support for value-added services",
  pillar: "participation",
  form: "programme",
  mechanism:
    "The state pays part of what services suppliers spend on upgrading, and of what makers spend on adding a service. More of them upgrade, skill rises where services are bought, and fewer are outbid.",
  afterwards: "Skills and services that firms have built stay.",
  source: "Table 4",
  rampMonths: 12,
  fixedCostUsdPerYear: 500_000,
  perUseCost: "part of each upgrade and new service (upgradingSubsidyShare of its cost)",
  settings: z.strictObject({
    upgradingSubsidyShare: numberSetting({
      default: 0.5,
      low: 0,
      high: 0.9,
      unit: "share of cost",
      meaning: "part of upgrading by services suppliers that the state pays",
    }),
  }),
  recipe: ({ services }, settings, strength, base) => {
    raise(services, base.services, settings, strength);
  },
});
