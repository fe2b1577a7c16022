// Compares two policies, alone and together, with the baseline, on the same five seeds.
import { compare, defineScenario, effectOf } from "eslabon";

// Fewer firms and fewer years than the default, so that the example takes seconds.
const size = { population: 400, months: 120, burnInMonths: 36 };
const comparison = compare(
  [
    defineScenario({ id: "baseline", ...size }),
    defineScenario({ id: "portal", policies: ["challenge-portal"], ...size }),
    defineScenario({ id: "centre", policies: ["testing-centre"], ...size }),
    defineScenario({ id: "both", policies: ["challenge-portal", "testing-centre"], ...size }),
  ],
  { seeds: 5, window: { fromMonth: 60, toMonth: 120 } },
);

console.log("Net local value against the baseline, US$ million a year, 2022-2026");
for (const { id } of comparison.scenarios.slice(1)) {
  const { difference, low, high, probabilityHigher } = effectOf(comparison, id, "localValueNetUsd");
  const [mean, from, to] = [difference, low, high].map((usd) => (usd / 1e6).toFixed(1));
  console.log(`${id.padEnd(7)} ${mean} [${from}, ${to}], higher in ${probabilityHigher * 100} % of seeds`);
}
