import * as z from "zod/mini";
import { definePolicy, lower, raise } from "../policy.ts";
import { numberSetting, optionSetting } from "../setting.ts";

/**
 * The legislated forms: additional deduction by firm size (small up to 2,300 tax units of net income) and place of the R&D
 * (in Peru, at a centre abroad), and yearly ceiling in US dollars. In force from 2020 and 2023; the last until 2028. The form of
 * 2016 is the baseline's own, and in another country's pack that country's.
 */
const forms = {
  none: { small: [0, 0], large: [0, 0], ceilingUsd: 0 },
  "2019": { small: [1.15, 0.75], large: [0.75, 0.5], ceilingUsd: 640_000 },
  "2023": { small: [1.4, 0.9], large: [0.9, 0.6], ceilingUsd: 640_000 },
} as const;

/** The R&D fiscal credit: Table 4's awareness and light paperwork by default, and its legislated and what-if forms. */
export const rdCredit = definePolicy({
  id: "rd-credit",
  title: "R&D credit: awareness and light paperwork",
  pillar: "innovation",
  form: "law",
  mechanism:
    "Lowers the cost of R&D through the tax owed, more where it is done in the country than abroad, for firms that know of it, apply in spite of the paperwork, and are approved; expense before the decision does not count. Without taxable profit it does nothing, unless it is refundable. The baseline has the form of 2016 with little awareness: by default this policy makes it known and simple.",
  afterwards: "The credit of the baseline comes back, with its paperwork.",
  source:
    "Table 4; Section 3.6; footnote 18; Table A2; external RD001-RD008, RD018-RD022; Urgency Decree 010-2019 (115 % and 75 %, 500 tax units)",
  rampMonths: 12,
  fixedCostUsdPerYear: 500_000,
  perUseCost: "the credit itself: tax rate times the additional deduction, up to the ceiling",
  settings: z.strictObject({
    form: optionSetting(
      ["none", "2016", "2019", "2023"],
      "2016",
      "form of the law, which holds whole from its first month, by what may be deducted beyond the expense for R&D in the country and abroad: 2016 the baseline's own (75 % and 50 %), 2019 for small firms 115 % and 75 %, 2023 for small firms 140 % and 90 % and for others 90 % and 60 %; none abolishes the credit",
    ),
    awareness: numberSetting({
      default: 1,
      low: 0,
      high: 1,
      unit: "share of firms",
      meaning: "firms that know of the credit",
    }),
    applicationShare: numberSetting({
      default: 0.9,
      low: 0,
      high: 1,
      unit: "share of firms",
      meaning: "firms that know of it and apply in spite of the paperwork",
    }),
    approvalShare: numberSetting({
      default: 0.75,
      low: 0,
      high: 1,
      unit: "share of applications",
      meaning: "applications that are approved",
    }),
    approvalMonths: numberSetting({
      default: 1,
      low: 0,
      high: 12,
      unit: "months",
      meaning: "time to a decision; expense before it does not count",
    }),
    refundableShare: numberSetting({
      default: 0,
      low: 0,
      high: 1,
      unit: "share",
      meaning: "credit beyond the tax owed that is paid out",
    }),
  }),
  recipe: ({ rdCredit: credit }, { form, approvalMonths, ...shares }, strength, { rdCredit: base }) => {
    // An administration delivers awareness and light paperwork in part; the rates of a law it does not.
    if (form !== "2016") {
      const { small, large, ceilingUsd } = forms[form];
      [credit.smallFirms.inPeru, credit.smallFirms.abroad] = small;
      [credit.largeFirms.inPeru, credit.largeFirms.abroad] = large;
      credit.ceilingUsd = ceilingUsd;
    }
    raise(credit, base, shares, strength);
    lower(credit, base, { approvalMonths }, strength);
  },
});
