import * as z from "zod";
import { definePolicy, lower, mix, raise } from "../policy.ts";
import { numberSetting, optionSetting } from "../setting.ts";

/** The legislated forms: additional deduction by firm size and place of the R&D, and yearly ceiling in US dollars. */
const forms = {
  none: { small: [0, 0], large: [0, 0], ceilingUsd: 0 },
  "2016": { small: [0.75, 0.5], large: [0.75, 0.5], ceilingUsd: 1_500_000 },
  "2019": { small: [1.15, 0.75], large: [0.75, 0.5], ceilingUsd: 640_000 },
  "2023": { small: [1.4, 0.9], large: [0.9, 0.6], ceilingUsd: 640_000 },
} as const;

/** The R&D fiscal credit in its legislated forms and the paper's what-ifs. The baseline has the form of 2016. */
export const rdCredit = definePolicy({
  id: "rd-credit",
  title: "R&D credit",
  pillar: "innovation",
  form: "law",
  mechanism:
    "Lowers the cost of R&D through the tax owed, for firms that know of it and get through the paperwork. Without taxable profit it does nothing, unless it is refundable.",
  source:
    "Table 4; Section 3.6; footnote 18; Table A2; external RD001-RD007; Urgency Decree 010-2019 (115 % and 75 %, 500 tax units)",
  rampMonths: 12,
  fixedCostUsdPerYear: 500_000,
  settings: z.strictObject({
    form: optionSetting(
      ["none", "2016", "2019", "2023"],
      "2016",
      "legislation in force; none abolishes the credit",
    ),
    awareness: numberSetting({
      default: 0.3,
      low: 0,
      high: 1,
      unit: "share of firms",
      meaning: "firms that know of the credit",
    }),
    abandonment: numberSetting({
      default: 0.7,
      low: 0,
      high: 1,
      unit: "share",
      meaning: "firms that know of it and give up at the paperwork or are refused",
    }),
    refundableShare: numberSetting({
      default: 0,
      low: 0,
      high: 1,
      unit: "share",
      meaning: "credit beyond the tax owed that is paid out",
    }),
  }),
  recipe: ({ rdCredit: credit }, { form, awareness, abandonment, refundableShare }, strength) => {
    const { small, large, ceilingUsd } = forms[form];
    credit.smallFirms.inPeru = mix(credit.smallFirms.inPeru, small[0], strength);
    credit.smallFirms.abroad = mix(credit.smallFirms.abroad, small[1], strength);
    credit.largeFirms.inPeru = mix(credit.largeFirms.inPeru, large[0], strength);
    credit.largeFirms.abroad = mix(credit.largeFirms.abroad, large[1], strength);
    credit.ceilingUsd = mix(credit.ceilingUsd, ceilingUsd, strength);
    credit.awareness = raise(credit.awareness, awareness, strength);
    credit.abandonment = lower(credit.abandonment, abandonment, strength);
    credit.refundableShare = raise(credit.refundableShare, refundableShare, strength);
  },
});
