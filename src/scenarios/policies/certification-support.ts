import * as z from "zod/mini";
import { definePolicy, lower, raise } from "../policy.ts";
import { numberSetting } from "../setting.ts";

/** Help with the cost and time of certificates (4.2). */
export const certificationSupport = definePolicy({
  id: "certification-support",
  title: "Certification support",
  pillar: "participation",
  form: "programme",
  mechanism:
    "Certificates cost firms less and take less time; a certificate opens a gate and is no evidence of delivery.",
  afterwards: "Certificates stay.",
  perUseCost: "part of each certificate (subsidyShare of its cost)",
  source: "Table 4; Section 4.2; external PX020",
  rampMonths: 12,
  fixedCostUsdPerYear: 500_000,
  settings: z.strictObject({
    subsidyShare: numberSetting({
      default: 0.6,
      low: 0,
      high: 1,
      unit: "share of cost",
      meaning: "part of a certificate's cost that the state pays",
    }),
    months: numberSetting({ default: 6, low: 1, high: 12, unit: "months", meaning: "time to a certificate" }),
  }),
  recipe: ({ certification }, { subsidyShare, months }, strength, base) => {
    raise(certification, base.certification, { subsidyShare }, strength);
    lower(certification, base.certification, { months }, strength);
  },
});
