// Exercise 4: a policy in force at strength 0, and at full strength, against no policy.
import { compare } from "eslabon";

const country = { population: 100, months: 36, burnInMonths: 12 };
const { effects } = compare(
  [
    { id: "baseline", ...country },
    {
      id: "on-paper",
      policies: [{ policy: "mine-access-harmonisation", startMonth: 0, strength: 0 }],
      ...country,
    },
    { id: "in-full", policies: [{ policy: "mine-access-harmonisation", startMonth: 0 }], ...country },
  ],
  { seeds: 2 },
);

for (const id of ["on-paper", "in-full"]) {
  const all = effects.filter(({ scenario }) => scenario === id);
  const moved = all.filter(({ difference }) => difference !== 0);
  console.log(`${id}: ${moved.length} of ${all.length} metrics differ from the baseline`);
}
