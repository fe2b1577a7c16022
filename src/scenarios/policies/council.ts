import * as z from "zod/mini";
import { definePolicy, raise } from "../policy.ts";
import { numberSetting } from "../setting.ts";

/** A council of the public, private and educational sectors, with the export promotion agency (4.1). */
export const council = definePolicy({
  id: "council",
  title: "Multi-stakeholder council",
  pillar: "institutionalisation",
  form: "law",
  mechanism:
    "An institution that outlasts governments keeps programmes alive and ends duplicate efforts; with the export promotion agency at the table, firms that innovate, and certified and able ones, find their first customer abroad more often.",
  afterwards: "Nothing of its protection; exporters that it helped keep exporting.",
  source: "Table 4; Sections 3.6, 4.1",
  rampMonths: 24,
  fixedCostUsdPerYear: 800_000,
  settings: z.strictObject({
    programmeSurvival: numberSetting({
      default: 0.9,
      low: 0,
      high: 1,
      unit: "probability",
      meaning: "a programme survives a change of government",
    }),
    lawSurvival: numberSetting({
      default: 0.97,
      low: 0,
      high: 1,
      unit: "probability",
      meaning: "a law survives it",
    }),
    coordination: numberSetting({
      default: 0.8,
      low: 0,
      high: 1,
      unit: "share",
      meaning: "part of the loss by duplicate efforts that is avoided",
    }),
    firstExportFactor: numberSetting({
      default: 1.1,
      low: 1,
      high: 3,
      unit: "factor",
      meaning: "on the chance of a first export",
    }),
  }),
  recipe: ({ governance, exportPromotion }, { firstExportFactor, ...protection }, strength, base) => {
    raise(governance, base.governance, protection, strength);
    raise(exportPromotion, base.exportPromotion, { firstExportFactor }, strength);
  },
});
