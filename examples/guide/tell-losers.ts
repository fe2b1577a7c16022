// A policy of one's own: mines publish part of their tenders, and say why a bid lost.
import { compare, definePolicy, effectOf, raise } from "eslabon";
import * as z from "zod";

const tellLosers = definePolicy({
  id: "tell-losers",
  title: "Tell the losers",
  pillar: "participation",
  form: "law",
  mechanism: "More firms hear of tenders, and losers learn what was missing.",
  source: "the guide",
  fixedCostUsdPerYear: 200_000,
  settings: z.strictObject({
    published: z.number().min(0).max(1).default(0.7).describe("share of tenders published"),
  }),
  recipe: ({ information }, { published }, strength, base) => {
    raise(information, base.information, { tenderPublicity: published, loserFeedback: 1 }, strength);
  },
});

const country = { population: 100, months: 48, burnInMonths: 24 };
const comparison = compare(
  [
    { id: "baseline", ...country },
    { id: "told", policies: [tellLosers], ...country },
    { id: "half", policies: [{ policy: tellLosers, strength: 0.5 }], ...country },
  ],
  { seeds: 4 },
);
for (const id of ["told", "half"]) {
  const { difference, low, high } = effectOf(comparison, id, "peruvianBids");
  const [mean, from, to] = [difference, low, high].map((bids) => bids.toFixed(0));
  console.log(`${id}: ${mean} more bids of Peruvian firms a year, 95 % interval ${from} to ${to}`);
}
