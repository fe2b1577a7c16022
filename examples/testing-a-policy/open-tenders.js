// A policy of one's own: mines publish tenders and tell losers why.
import { definePolicy, raise } from "eslabon";
import * as z from "zod";

export const openTenders = definePolicy({
  id: "open-tenders",
  title: "Open tenders",
  pillar: "participation",
  form: "law",
  mechanism: "More firms hear of tenders, and losers learn that they were not trusted.",
  source: "an example, not in the paper",
  fixedCostUsdPerYear: 400_000,
  settings: z.strictObject({
    published: z.number().min(0).max(1).default(0.8).describe("share of tenders published"),
  }),
  recipe: ({ information }, { published }, strength, base) => {
    raise(information, base.information, { tenderPublicity: published, loserFeedback: published }, strength);
  },
});
