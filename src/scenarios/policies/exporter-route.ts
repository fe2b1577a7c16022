import * as z from "zod/mini";
import { definePolicy, raise } from "../policy.ts";
import { numberSetting } from "../setting.ts";

/** Exporter Route: the export promotion agency's assessment of small exporters (Table A2). */
export const exporterRoute = definePolicy({
  id: "exporter-route",
  title: "Exporter Route",
  pillar: "existing",
  form: "programme",
  mechanism:
    "Assessment and contacts abroad raise the chance of a first sale abroad. It helps firms whose solution a mine has adopted, and the few that are certified and able without one; to all others it gives nothing to sell.",
  afterwards: "Exporters that it helped keep exporting.",
  source: "Table A2",
  rampMonths: 12,
  fixedCostUsdPerYear: 400_000,
  settings: z.strictObject({
    firstExportFactor: numberSetting({
      default: 1.25,
      low: 1,
      high: 4,
      unit: "factor",
      meaning: "on the chance of a first export",
    }),
  }),
  recipe: ({ exportPromotion }, settings, strength, base) => {
    raise(exportPromotion, base.exportPromotion, settings, strength);
  },
});
