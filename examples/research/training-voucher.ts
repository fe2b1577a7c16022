// A policy of one's own for some firms only: courses in management for small suppliers of services, and for all of them.
import { compare, definePolicy, effectOf } from "eslabon";
import * as z from "zod";

const voucher = definePolicy({
  id: "training-voucher",
  title: "Training voucher",
  pillar: "participation",
  form: "programme",
  mechanism: "Small suppliers of services learn to run a firm, as registers ask.",
  source: "an example, not in the paper",
  perUseCost: "a place in a course (parameter trainingPlaceUsd)",
  fixedCostUsdPerYear: 300_000,
  settings: z.strictObject({
    placesShare: z.number().min(0).max(1).default(0.5).describe("of the firms that it is for, a year"),
    upToUsd: z.number().min(0).default(200_000).describe("capacity, US$ a month; 0 for any"),
  }),
  recipe: ({ training }, { placesShare, upToUsd }, strength) => {
    training.placesShare = placesShare * strength;
    training.placesForServicesOnly = true;
    training.placesUpToCapacityUsdPerMonth = upToUsd;
  },
});

const size = { population: 200, months: 60, burnInMonths: 24 };
const timing = { policy: voucher, startMonth: 0, rampMonths: 0 };
const comparison = compare(
  [
    { id: "baseline", ...size },
    { id: "small", policies: [timing], ...size },
    { id: "any-size", policies: [{ ...timing, settings: { upToUsd: 0 } }], ...size },
  ],
  { seeds: 4 },
);
for (const id of ["small", "any-size"]) {
  const [skill, cost] = (["meanOrganisational", "publicCostUsd"] as const).map((metric) =>
    effectOf(comparison, id, metric),
  );
  const points = `${skill.difference.toFixed(3)} [${skill.low.toFixed(3)}, ${skill.high.toFixed(3)}]`;
  console.log(`${id}: organisation ${points}, US$ ${(cost.difference / 1e6).toFixed(2)} million a year`);
}
