import * as z from "zod/mini";
import { definePolicy, raise } from "../policy.ts";
import { numberSetting } from "../setting.ts";

/** Start-Up Peru: grants for dynamic and innovative entrepreneurs (Table A2). */
export const startupGrants = definePolicy({
  id: "startup-grants",
  title: "Start-up grants",
  pillar: "existing",
  form: "programme",
  mechanism:
    "Grants bring about new firms and give them cash to stand the first years. They still lack record, register and certificate: the gates that they meet are everybody's.",
  afterwards: "Firms that were founded stay as long as they can pay.",
  source: "Table A2 (US$41,000 and US$15,000 a firm)",
  rampMonths: 12,
  fixedCostUsdPerYear: 300_000,
  perUseCost: "a grant per start-up (startupGrantUsd)",
  settings: z.strictObject({
    startupsPerYear: numberSetting({
      default: 3,
      low: 0,
      high: 30,
      unit: "firms a year",
      meaning: "start-ups that win a grant, at the default population",
    }),
    startupGrantUsd: numberSetting({
      default: 41_000,
      low: 0,
      high: 200_000,
      unit: "US$ a firm",
      meaning: "grant, at the default population",
    }),
  }),
  recipe: ({ finance }, settings, strength, base) => {
    raise(finance, base.finance, settings, strength);
  },
});
