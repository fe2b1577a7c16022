import * as z from "zod/mini";
import { definePolicy, raise } from "../policy.ts";
import { numberSetting } from "../setting.ts";

/** Part of the mining canon for applied mining research (4.3, footnotes 16 and 22). */
export const canonForRd = definePolicy({
  id: "canon-for-rd",
  title: "Mining canon for applied research",
  pillar: "innovation",
  form: "law",
  mechanism:
    "A part of the canon that universities get for research of any kind is kept for projects of suppliers with local universities or the research centre, and pays most of their cost while it lasts.",
  afterwards: "Projects under way keep what they were granted.",
  source: "Section 4.3; footnotes 16 and 22: US$48 million for research in 2018; bills for 3 % of the canon",
  rampMonths: 12,
  fixedCostUsdPerYear: 300_000,
  perUseCost: "part of each such project (canonGrantShare of its cost), up to the fund",
  settings: z.strictObject({
    canonFundUsdPerYear: numberSetting({
      default: 2_000_000,
      low: 0,
      high: 48_000_000,
      unit: "US$ a year",
      meaning: "canon kept for applied mining research",
    }),
    canonGrantShare: numberSetting({
      default: 0.6,
      low: 0,
      high: 1,
      unit: "share of cost",
      meaning: "part of a project that it pays",
    }),
  }),
  recipe: ({ finance }, settings, strength, base) => {
    raise(finance, base.finance, settings, strength);
  },
});
