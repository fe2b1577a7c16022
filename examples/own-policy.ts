// Writes a policy of one's own and asks what it does: mines publish tenders and tell losers why.
import { compare, definePolicy, defineScenario, effectOf, raise } from "eslabon";
import * as z from "zod";

const openTenders = definePolicy({
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

const size = { population: 400, months: 96, burnInMonths: 36 };
const half = { policy: openTenders, settings: { published: 0.4 } };
const comparison = compare(
  [
    defineScenario({ id: "baseline", ...size }),
    defineScenario({ id: "open", policies: [openTenders], ...size }),
    defineScenario({ id: "half-open", policies: [half], ...size }),
  ],
  { seeds: 4 },
);

for (const { id } of comparison.scenarios.slice(1)) {
  const { difference, low, high } = effectOf(comparison, id, "peruvianBids");
  const [more, from, to] = [difference, low, high].map((bids) => bids.toFixed(0));
  console.log(`${id}: ${more} [${from}, ${to}] more bids of Peruvian firms a year`);
}
