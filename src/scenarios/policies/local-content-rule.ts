import * as z from "zod/mini";
import { definePolicy } from "../policy.ts";
import { numberSetting, optionSetting, switchSetting } from "../setting.ts";

/** A local-content rule: who counts as local, by which instrument, and how far it is enforced (2.2, 4.2, Table A2). */
export const localContentRule = definePolicy({
  id: "local-content-rule",
  title: "Local-content rule",
  pillar: "existing",
  form: "law",
  mechanism:
    "Buyers prefer local bids or keep lots for them. Where enforcement is weak, foreign bidders can invoice through a local partner for a fee.",
  source: "Sections 2.2, 4.2; Table A2 (Decree 042-2003-EM)",
  afterwards: "Contracts run to their end; records, skill and ties that they gave stay.",
  rampMonths: 12,
  fixedCostUsdPerYear: 1_000_000,
  settings: z.strictObject({
    definition: optionSetting(
      ["invoicing", "owned"],
      "owned",
      "who counts as local: firms invoicing in Peru, or Peruvian-owned firms",
    ),
    instrument: optionSetting(
      ["preference", "reserved"],
      "preference",
      "a price preference, or a share of lots kept",
    ),
    preference: numberSetting({
      default: 0.15,
      low: 0,
      high: 0.5,
      unit: "share of the lot",
      meaning: "price preference at full enforcement",
    }),
    reservedShare: numberSetting({
      default: 0.2,
      low: 0,
      high: 1,
      unit: "share of lots",
      meaning: "lots kept at full enforcement",
    }),
    enforcement: numberSetting({
      default: 1,
      low: 0,
      high: 1,
      unit: "share",
      meaning: "how far the rule is enforced",
    }),
    fronting: switchSetting(
      true,
      "whether foreign bidders can hide behind a local partner where enforcement is weak",
    ),
    frontingFee: numberSetting({
      default: 0.04,
      low: 0,
      high: 0.2,
      unit: "share of the lot",
      meaning: "the local partner's usual fee; of a preference it takes a part at most",
    }),
  }),
  recipe: ({ localContent }, settings, strength) => {
    const preferred = settings.instrument === "preference";
    localContent.definition = settings.definition;
    localContent.preference = preferred ? settings.preference * strength : 0;
    localContent.reservedShare = preferred ? 0 : settings.reservedShare * strength;
    localContent.enforcement = settings.enforcement;
    localContent.frontingFee = settings.fronting ? settings.frontingFee : 0;
    localContent.fronting = settings.fronting;
  },
});
