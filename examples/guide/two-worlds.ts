// The same country twice, without and with a policy, under the same luck: four seeds, four pairs.
import { compare, effectOf } from "eslabon";

const country = { population: 100, months: 48, burnInMonths: 24 };
const comparison = compare(
  [
    { id: "baseline", ...country },
    { id: "access", policies: [{ policy: "mine-access-harmonisation", startMonth: 0 }], ...country },
  ],
  { seeds: 4 },
);

const bids = effectOf(comparison, "access", "peruvianBids");
const value = effectOf(comparison, "access", "localValueNetUsd");
console.log(`bids of Peruvian firms a year, difference: ${bids.difference.toFixed(0)}`);
console.log(`  95 % interval ${bids.low.toFixed(0)} to ${bids.high.toFixed(0)}`);
console.log(`net local value, US$ million a year, difference: ${(value.difference / 1e6).toFixed(0)}`);
console.log(`  95 % interval ${(value.low / 1e6).toFixed(0)} to ${(value.high / 1e6).toFixed(0)}`);
