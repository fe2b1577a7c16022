import * as z from "zod/mini";
import { definePolicy, lower, raise } from "../policy.ts";
import { numberSetting } from "../setting.ts";

/** Universities of the country turn to applied research, in the long run (4.3). */
export const localUniversityReform = definePolicy({
  id: "local-university-reform",
  title: "Applied local universities",
  pillar: "innovation",
  form: "programme",
  mechanism:
    "Researchers trained abroad return and turn universities to what mines need: projects with them succeed more often and cost less. It takes ten years to work in full.",
  afterwards: "The rules fall back with the programme; projects that succeeded stay.",
  source: "Sections 3.6, 4.3",
  rampMonths: 60,
  delayMonths: 60,
  fixedCostUsdPerYear: 3_000_000,
  settings: z.strictObject({
    localUniversitySuccess: numberSetting({
      default: 1.25,
      low: 1,
      high: 1.5,
      unit: "factor",
      meaning: "stage success with a local university",
    }),
    localUniversityCost: numberSetting({
      default: 0.9,
      low: 0.5,
      high: 1.2,
      unit: "factor",
      meaning: "project cost with one",
    }),
  }),
  recipe: ({ research }, { localUniversitySuccess, localUniversityCost }, strength, base) => {
    raise(research, base.research, { localUniversitySuccess }, strength);
    lower(research, base.research, { localUniversityCost }, strength);
  },
});
