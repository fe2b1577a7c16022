// Exercise 2: four times the seeds, half the interval?
import { compare, effectOf } from "eslabon";

const country = { population: 100, months: 36, burnInMonths: 24 };
const worlds = [
  { id: "baseline", ...country },
  { id: "access", policies: [{ policy: "mine-access-harmonisation" as const, startMonth: 0 }], ...country },
];
const widthWith = (seeds: number) => {
  const { low, high } = effectOf(compare(worlds, { seeds }), "access", "peruvianBids");
  return high - low;
};

const [few, many] = [widthWith(4), widthWith(16)];
console.log(`16 seeds give an interval ${(many / few).toFixed(2)} times as wide as 4 seeds do`);
